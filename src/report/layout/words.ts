import type { LayoutMode, SizeClass, SplitAlternative, SplitBinding } from '../../model/layout.ts';
import type { LocalText } from '../../model/policy.ts';

export const CLASSES: Readonly<Record<SizeClass, LocalText>> = {
  under: { 'zh-CN': '偏小', en: 'under-size' },
  standard: { 'zh-CN': '标准', en: 'standard' },
  watch: { 'zh-CN': '偏大', en: 'to watch' },
  over: { 'zh-CN': '过大', en: 'over-size' },
  unknown: { 'zh-CN': '不详', en: 'not known' },
};

export const MODES: Readonly<Record<LayoutMode, LocalText>> = {
  rules: {
    'zh-CN': '过大的拆分，偏小的合并，能一并重划的重划',
    en: 'divide the over-size, join the under-size, or both in one',
  },
  split: { 'zh-CN': '只拆分', en: 'divide only' },
  joint: { 'zh-CN': '统筹调整，社区之间也划转网格', en: 'all together, grids change hands too' },
};

export const AIMS: Readonly<Record<SplitAlternative['aim'], LocalText>> = {
  compact: { 'zh-CN': '边界最短', en: 'shortest boundary' },
  even: { 'zh-CN': '最均衡', en: 'most even' },
  still: { 'zh-CN': '改变最少', en: 'fewest move' },
};

export const CONSTRAINTS: Readonly<Record<SplitBinding['constraint'], LocalText>> = {
  barrier: { 'zh-CN': '不得跨越屏障', en: 'Barriers not to be crossed' },
  unit: { 'zh-CN': '单元不可拆分', en: 'Units that stay whole' },
  range: { 'zh-CN': '规模标准', en: 'The standard size' },
};

/** Words of layout reports. */
export const LAYOUT_WORDS = {
  plan: {
    'zh-CN': '社区布局调整方案　{mode}。政策包 {policy}，按 {asOf} 有效的条文',
    en: 'Community layout: {mode}. Pack {policy} in force on {asOf}',
  },
  norms: {
    'zh-CN': '标准 {low}–{high} 户；超过 {splitAbove} 户拆分，小于 {low} 户合并。',
    en: 'Standard {low}–{high} households; above {splitAbove} divided, below {low} joined.',
  },
  totals: { 'zh-CN': '总数', en: 'Totals' },
  measure: { 'zh-CN': '项目', en: 'What' },
  number: { 'zh-CN': '数', en: 'Number' },
  outOfRange: { 'zh-CN': '过大、偏小的社区', en: 'Over-size or under-size' },
  communities: { 'zh-CN': '社区数', en: 'Communities' },
  moved: { 'zh-CN': '改变所属社区', en: 'Change community' },
  uneven: { 'zh-CN': '拆分后与平均数之差合计', en: 'Off the mean, summed' },
  boundary: { 'zh-CN': '新增社区边界', en: 'New boundary' },
  outOfRangeValue: { 'zh-CN': '{before} 个 → {after} 个', en: '{before} → {after}' },
  communitiesValue: {
    'zh-CN': '{before} + {added}（新增）− {abolished}（撤并）= {after}',
    en: '{before} + {added} (new) − {abolished} (joined) = {after}',
  },
  movedValue: {
    'zh-CN': '{households} 户（全部的 {share}%），{grids} 个网格',
    en: '{households} households ({share}% of all), {grids} grids',
  },
  unevenValue: { 'zh-CN': '{value} 户', en: '{value} households' },
  boundaryValue: {
    'zh-CN': '{metres} 米，其中沿道路 {roads} 米',
    en: '{metres} m, of which {roads} m along roads',
  },
  boundaryCount: {
    'zh-CN': '{borders} 段网格边界（没有长度，每段按 100 米计价）',
    en: '{borders} grid borders (without lengths; each priced as 100 m)',
  },
  proofs: { 'zh-CN': '各街道的方案离最优多远', en: 'How far from the best, by subdistrict' },
  subdistrict: { 'zh-CN': '街道', en: 'Subdistrict' },
  price: { 'zh-CN': '代价', en: 'Price' },
  bound: { 'zh-CN': '下界', en: 'Bound' },
  verdict: { 'zh-CN': '结论', en: 'Verdict' },
  proofsNote: {
    'zh-CN':
      '代价 = 改变所属社区的户数 + 每新设一个 {added} 户 + 每撤销一个 {abolished} 户；任何方案都不低于下界。有变动的社区不超过 {ceiling} 户。',
    en: 'Price = households that change community + {added} for each new one + {abolished} for each abolished; no plan goes below the bound. Changed communities keep to {ceiling} households.',
  },
  best: { 'zh-CN': '最优', en: 'optimal' },
  within: { 'zh-CN': '最多比最优高 {gap}%', en: 'at most {gap}% above the optimum' },
  leftMore: {
    'zh-CN': '{left} 个社区未能达标，最少 {least} 个；没有证明',
    en: '{left} left out of the standard, at least {least}; not proved',
  },
  split: { 'zh-CN': '拆分', en: 'Divided' },
  merged: { 'zh-CN': '合并', en: 'Joined' },
  reorganised: { 'zh-CN': '一并重划', en: 'Divided anew together' },
  open: { 'zh-CN': '未能调整', en: 'Could not be adjusted' },
  kept: { 'zh-CN': '保持不变', en: 'Kept' },
  findings: { 'zh-CN': '数据中的问题', en: 'Wrong in the data' },
  community: { 'zh-CN': '社区', en: 'Community' },
  households: { 'zh-CN': '户数', en: 'Households' },
  result: { 'zh-CN': '结果与理由', en: 'Result and reason' },
  place: { 'zh-CN': '位置', en: 'Place' },
  found: { 'zh-CN': '问题', en: 'Found' },
  part: { 'zh-CN': '{name} {households} 户', en: '{name} {households}' },
  optimal: { 'zh-CN': '已证明最优（{states} 种局面）。', en: 'Proved optimal ({states} situations).' },
  gap: {
    'zh-CN': '最多比最优高 {gap}%（{states} 种局面；加大 --ways 可再缩小）。',
    en: 'At most {gap}% above the optimum ({states} situations; raise --ways to narrow it).',
  },
  assumedOverloaded: {
    'zh-CN': '管理负荷没有填，按过重计。',
    en: 'Its load is not given; taken as overloaded.',
  },
  assumedMergeable: {
    'zh-CN': '有无合并条件没有填，按有条件计。',
    en: 'Whether it can be joined is not given; taken as yes.',
  },
  alternative: {
    'zh-CN':
      '另一分法（{aim}）：{parts} 户，改变 {moved} 户，边界计 {metres} 米，{grids} 个网格不同，代价高 {over}%。',
    en: 'Another ({aim}): {parts} households, {moved} move, boundary priced {metres} m, {grids} grids differ, costs {over}% more.',
  },
  bindingCost: {
    'zh-CN': '{constraint}：放开可使代价降低 {less}%。',
    en: '{constraint}: without it the price falls by {less}%.',
  },
  bindingBars: {
    'zh-CN': '{constraint}：放开就可以分为 {parts} 个。',
    en: '{constraint}: without it there is a division into {parts}.',
  },
  gapOfSentences: { 'zh-CN': '', en: ' ' },
  titled: { 'zh-CN': '{title}（{count}）', en: '{title} ({count})' },
  more: { 'zh-CN': '还有 {count} 处，见 --out json。', en: '{count} more in --out json.' },
  advice: {
    'zh-CN': '社区规模归类　政策包 {policy}，按 {asOf} 有效的条文。只看户数，不涉及地理',
    en: 'Size of communities. Pack {policy} in force on {asOf}. By households only; nothing is said about geography',
  },
  class: { 'zh-CN': '类别', en: 'Class' },
  count: { 'zh-CN': '个数', en: 'Number' },
  atLeast: { 'zh-CN': '最少分为 {parts} 个', en: '{parts} parts at least' },
  tight: {
    'zh-CN': '（每个平均占上限的 {fill}%，余地很小，实际可能要多分一个）',
    en: ' (on average {fill}% of the upper limit: one more may be needed)',
  },
  joinIfPossible: { 'zh-CN': '有条件的，与周边社区合并', en: 'to be joined with a neighbour where possible' },
  watchOnly: {
    'zh-CN': '高于标准，未到拆分界限：观察',
    en: 'above the standard, below the limit for a split: watch',
  },
  staff: {
    'zh-CN': '社区工作者应配 {before} 人，拆分后 {after} 人',
    en: 'community workers due: {before}, after the split {after}',
  },
  gridStaff: { 'zh-CN': '专职网格员应配 {workers} 人（一格一员）', en: 'grid workers due: {workers}' },
  verified: {
    'zh-CN': '方案改动 {changed} 个社区；全部 {households} 户，按网格重新清点。',
    en: 'The plan changes {changed} communities; all {households} households counted anew by grids.',
  },
  verifiedMoved: {
    'zh-CN': '改变所属社区 {moved} 户；过大、偏小的社区 {before} 个 → {after} 个。',
    en: '{moved} households change community; over-size or under-size: {before} → {after}.',
  },
  holds: { 'zh-CN': '方案成立。', en: 'The plan holds.' },
  breaches: { 'zh-CN': '方案不成立之处', en: 'Where the plan does not hold' },
  compared: {
    'zh-CN':
      '各取值的方案（{mode}）。达标程度一律按政策包的标准 {low}–{high} 户、超过 {splitAbove} 户为过大来数',
    en: 'Plans at each value ({mode}). What is out of range is counted by the pack: {low}–{high} households, over-size above {splitAbove}',
  },
  values: { 'zh-CN': '取值', en: 'Values' },
  outShort: { 'zh-CN': '过大偏小', en: 'Out' },
  addedShort: { 'zh-CN': '新增', en: 'New' },
  abolishedShort: { 'zh-CN': '撤并', en: 'Joined' },
  movedShort: { 'zh-CN': '改变户数', en: 'Moved' },
  unevenShort: { 'zh-CN': '偏离', en: 'Off mean' },
  boundaryShort: { 'zh-CN': '边界米', en: 'Boundary m' },
  efficient: {
    'zh-CN': '● 没有别的取值既改动更少、又达标更多。',
    en: '● No other value changes less and meets the norms better.',
  },
  toAdjust: { 'zh-CN': '需要调整的', en: 'To be adjusted' },
  advised: { 'zh-CN': '建议', en: 'Advice' },
  newCommunities: {
    'zh-CN': '拆分最少新增 {added} 个社区。',
    en: 'Splits add {added} communities at least.',
  },
  staffCity: {
    'zh-CN': '按每万人 {rate} 名（各社区向上取整），社区工作者应配 {before} 人；拆分后 {after} 人。',
    en: 'At {rate} for 10,000 residents, rounded up in each community, {before} community workers are due; after the splits {after}.',
  },
  lacks: { 'zh-CN': '要做出方案还缺', en: 'What a plan still needs' },
} as const satisfies Record<string, LocalText>;

/** What a plan would need beyond what was handed in. */
export const LACKS = {
  'lacks-grids': {
    'zh-CN': '网格表（网格编码、所属社区、常住户数）：没有的社区 {communities} 个。',
    en: 'A table of grids (code, community, households): {communities} communities have none.',
  },
  'lacks-borders': {
    'zh-CN':
      '网格相邻关系：在网格表加“相邻网格”一列，或报送“网格甲、网格乙、共同边界长度、屏障”表，或用 --geometry 给出网格图形（GeoJSON）。',
    en: 'Which grids lie side by side: a column 相邻网格, a table 网格甲 · 网格乙 · 共同边界长度 · 屏障, or shapes (GeoJSON) with --geometry.',
  },
  'lacks-load': {
    'zh-CN': '“管理负荷过重”没有填的过大社区 {communities} 个；条文要求户数和负荷同时满足。',
    en: '{communities} over-size communities without a word on their load; the clause asks for both.',
  },
  'lacks-mergeable': {
    'zh-CN': '“有条件与周边社区合并”没有填的偏小社区 {communities} 个。',
    en: '{communities} under-size communities without a word on whether they can be joined.',
  },
  'lacks-households': {
    'zh-CN': '常住户数：没有的社区 {communities} 个。',
    en: 'Households: {communities} communities have none.',
  },
} as const satisfies Record<string, LocalText>;

/** Words on maps. */
export const MAP_WORDS = {
  title: { 'zh-CN': '社区布局调整前后对照', en: 'Layout of communities before and after' },
  before: { 'zh-CN': '调整前', en: 'Before' },
  after: { 'zh-CN': '调整后', en: 'After' },
  changed: { 'zh-CN': '其他颜色：调整后的社区', en: 'other colours: communities the plan changes' },
  sketch: {
    'zh-CN': '示意图，不作为行政区划界线依据',
    en: 'A sketch (示意图，不作为行政区划界线依据): not to be taken for administrative boundaries',
  },
  tiles: {
    'zh-CN': '方块示意图，一个方块一个网格，不表示位置；不作为行政区划界线依据',
    en: 'A square for each grid, saying nothing of where it lies (示意图，不作为行政区划界线依据)',
  },
  keys: {
    'zh-CN': '点一下放大，再点一下还原；滚轮或 + − 缩放；↑ ↓ 选社区，回车放大，Esc 还原。',
    en: 'Click to come near, again for the whole; wheel or + − to scale; ↑ ↓ choose, Enter comes near, Esc shows the whole.',
  },
  list: { 'zh-CN': '有变动或未能调整的社区', en: 'Communities changed, or not to be adjusted' },
} as const satisfies Record<string, LocalText>;

/** Names of the sheets and columns of the workbook. */
export const SHEET_WORDS = {
  sheets: {
    both: { 'zh-CN': '前后对照', en: 'Before and after' },
    split: { 'zh-CN': '拆分表', en: 'Divided' },
    merged: { 'zh-CN': '合并表', en: 'Joined' },
    reorganised: { 'zh-CN': '重划表', en: 'Divided anew' },
    moved: { 'zh-CN': '网格调整表', en: 'Grids moved' },
    planned: { 'zh-CN': '调整后社区与人员', en: 'Communities and staff' },
  },
  heads: {
    subdistrict: { 'zh-CN': '所属街道', en: 'Subdistrict' },
    from: { 'zh-CN': '原社区', en: 'From' },
    fromCode: { 'zh-CN': '原代码或名称', en: 'Former code or name' },
    to: { 'zh-CN': '调整后社区', en: 'To' },
    toCode: { 'zh-CN': '沿用的代码或名称', en: 'Code or name kept' },
    before: { 'zh-CN': '调整前户数', en: 'Households before' },
    after: { 'zh-CN': '调整后户数', en: 'Households after' },
    moved: { 'zh-CN': '调整户数', en: 'Households moved' },
    residents: { 'zh-CN': '常住人口', en: 'Residents' },
    grids: { 'zh-CN': '网格数', en: 'Grids' },
    grid: { 'zh-CN': '网格编码', en: 'Grid' },
    class: { 'zh-CN': '类别', en: 'Class' },
    reason: { 'zh-CN': '理由', en: 'Reason' },
    isNew: { 'zh-CN': '是否新设', en: 'New' },
    workers: { 'zh-CN': '应配社区工作者', en: 'Community workers due' },
    gridWorkers: { 'zh-CN': '应配专职网格员', en: 'Grid workers due' },
  },
} as const satisfies Record<string, Record<string, LocalText>>;
