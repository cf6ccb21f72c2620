import type { LocalText } from '../../model/policy.ts';

/** Words of `jianfu layout` on the command line. */
export const LAYOUT_TEXTS = {
  layout: {
    'zh-CN': '社区布局：归类、拆分合并方案、核对方案',
    en: 'layout of communities: classes, plans, and checks of plans',
  },
  advise: {
    'zh-CN': '只看户数：哪些社区过大、偏小，最少分为几个，要做方案还缺什么',
    en: 'by households alone: which are over-size or under-size, into how many, and what a plan still needs',
  },
  plan: {
    'zh-CN': '拆分过大的，合并偏小的：每个社区的理由，以及最优的证明或差距',
    en: 'divide the over-size, join the under-size: a reason for each community, and a proof or a gap',
  },
  geometry: {
    'zh-CN': '网格图形（GeoJSON 或 .shp，属性中有网格编码），由此得出相邻关系和地图',
    en: 'shapes of grids (GeoJSON or .shp, with their codes among the properties), for neighbours and the map',
  },
  barriers: {
    'zh-CN': '河流、铁路、主干道等的线（GeoJSON 或 .shp，属性中写明是哪一种），与 --geometry 同用',
    en: 'lines of rivers, railways, main roads … (GeoJSON or .shp, a property says which), together with --geometry',
  },
  barriersAlone: {
    'zh-CN': '--barriers 要与 --geometry 同用：没有网格图形，不知道屏障在哪些网格之间。',
    en: '--barriers goes with --geometry: without shapes nothing says between which grids a line runs.',
  },
  notJson: {
    'zh-CN': '“{path}”不是 JSON：{error}。--geometry 要一个 GeoJSON 文件（FeatureCollection）。',
    en: '“{path}” is no JSON: {error}. --geometry takes a GeoJSON file (FeatureCollection).',
  },
  noDbf: {
    'zh-CN': '没有“{path}”：网格编码在 .dbf 里，请和 .shp 放在一起。',
    en: 'There is no “{path}”: the codes of grids stand in the .dbf, which belongs beside the .shp.',
  },
  notShapefile: {
    'zh-CN': '“{path}”不是可读的 shapefile（{error}）。请在地图软件里重新导出，或导出为 GeoJSON。',
    en: '“{path}” is no shapefile that can be read ({error}). Export it again, or as GeoJSON.',
  },
  notGeoJson: {
    'zh-CN': '“{path}”是 JSON，但不是 GeoJSON 的 FeatureCollection。请在地图软件里导出为 GeoJSON。',
    en: '“{path}” is JSON and no GeoJSON FeatureCollection. Export it as GeoJSON.',
  },
  planOut: {
    'zh-CN': 'table、json、xlsx、geojson、html（前后对照图）或 svg，可写 =路径；可重复',
    en: 'table, json, xlsx, geojson, html (map before and after) or svg, with =PATH; repeatable',
  },
  noShapes: {
    'zh-CN': '--out geojson 要有网格图形：用 --geometry 给出。',
    en: '--out geojson needs the shapes of grids: give them with --geometry.',
  },
  check: {
    'zh-CN': '核对一个方案：网格一个不多一个不少，连片，规模，算式，每个数字重新清点',
    en: 'hold a plan against the tables: every grid once, connected, in the range, every number counted anew',
  },
  planFile: {
    'zh-CN': '方案：plan 写出的 JSON，或有“网格编码”“调整后社区”两列的表格',
    en: 'the plan: JSON as plan writes it, or a table with 网格编码 and 调整后社区',
  },
  noPlan: {
    'zh-CN':
      '“{path}”里没有方案：要 layout plan --out json 写出的文件，或有“网格编码”“调整后社区”两列的表格。',
    en: '“{path}” holds no plan: give a file that layout plan --out json wrote, or a table with 网格编码 and 调整后社区.',
  },
  compare: {
    'zh-CN':
      '参数取不同的值，各做一个方案，比较改动大小与达标程度；--set 可写范围，如 layout.price.move=0..5:1',
    en: 'plans at several values of a parameter, side by side: how much changes, how far norms are met; --set takes ranges, as layout.price.move=0..5:1',
  },
  noSweep: {
    'zh-CN':
      '要比较什么？用 --set 写参数和几个值，如 --set layout.price.move=0..5:1。可写的参数：{expected}。',
    en: 'Compare what? Give a parameter and its values with --set, as --set layout.price.move=0..5:1. Parameters: {expected}.',
  },
  tooManyPlans: {
    'zh-CN': '要做 {found} 个方案，最多 {expected} 个。请加大步长。',
    en: '{found} plans asked for, at most {expected}. Take larger steps.',
  },
  mode: {
    'zh-CN': 'rules（拆分、合并、重划）、split（只拆分）或 joint（社区之间也划转网格，供比较）',
    en: 'rules (divide, join, divide anew), split (divide only) or joint (grids change hands too: a what-if)',
  },
  ways: {
    'zh-CN': '搜索每一步最多保留的局面数；越大越可能证到最优，越慢',
    en: 'situations kept at each step of the search; more prove more and take longer',
  },
  steps: {
    'zh-CN': 'joint：每次搜索试多少步；越多越接近最优，越慢',
    en: 'joint: moves tried in each search; more come nearer to the optimum and take longer',
  },
  gap: {
    'zh-CN': '离最优不超过百分之几就停止搜索',
    en: 'searches may end within so many per cent of the optimum',
  },
  set: {
    'zh-CN': '换一个参数值，如 community.households.split-above=3500；可重复',
    en: 'another value of a parameter, as community.households.split-above=3500; repeatable',
  },
  badSet: {
    'zh-CN': '--set 写作 参数=数值，而不是“{found}”。可写的参数：{expected}。',
    en: '--set is written PARAMETER=NUMBER, not “{found}”. Parameters: {expected}.',
  },
  badCount: {
    'zh-CN': '{option} 要一个不小于 1 的整数，而不是“{found}”，如 {option} 20000。',
    en: '{option} takes a whole number of at least 1, not “{found}”, as {option} 20000.',
  },
  alternatives: {
    'zh-CN': '每个拆分列出代价高不超过百分之几的其他分法，以及放开哪个限制能省多少，如 5',
    en: 'with each split, other divisions that cost at most so many per cent more, and what each constraint costs, as 5',
  },
  badPercent: {
    'zh-CN': '{option} 要 0 到 100 之间的百分数，而不是“{found}”，如 {option} 1。',
    en: '{option} takes a percentage from 0 to 100, not “{found}”, as {option} 1.',
  },
  normMissing: {
    'zh-CN':
      '政策包“{policy}”在该日没有参数 {parameter}。换一个政策包（如 --policy hohhot），或用 --set {parameter}=数值 给出。',
    en: 'The pack “{policy}” has no {parameter} on that day. Take another pack (as --policy hohhot), or give it with --set {parameter}=NUMBER.',
  },
  noCommunities: {
    'zh-CN':
      '这些文件里没有社区表（社区名称、常住户数），也没有网格表（网格编码、所属社区、常住户数）。用 jianfu tables 文件 看看是怎样理解的。',
    en: 'These files hold neither a roster of communities (社区名称, 常住户数) nor grids (网格编码, 所属社区, 常住户数). `jianfu tables FILE` shows how each is understood.',
  },
} as const satisfies Record<string, LocalText>;
