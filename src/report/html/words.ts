import type { LocalText } from '../../model/policy.ts';

/** Words of a finding's card, which the script of the page needs too: nothing in braces but what it fills in. */
export const CARD_WORDS = {
  basis: { 'zh-CN': '依据：', en: 'Basis: ' },
  form: { 'zh-CN': '形式检查', en: 'matter of form' },
  remedy: { 'zh-CN': '怎么改：', en: 'Remedy: ' },
  rule: { 'zh-CN': '规则：', en: 'Rule: ' },
  wholeFile: { 'zh-CN': '整个文件', en: 'whole file' },
  around: { 'zh-CN': '{place} 周围的单元格', en: 'Cells around {place}' },
  empty: { 'zh-CN': '空', en: 'empty' },
  row: { 'zh-CN': '行', en: 'Row' },
  noExcerpt: {
    'zh-CN': '没有取到周围的单元格：检查以后文件变了，或再次读取失败。',
    en: 'The cells around it are not shown: the file changed after the check, or could not be read again.',
  },
  shown: {
    'zh-CN': '符合的问题 {matched} 条（全部 {total} 条），显示第 {from}–{to} 条',
    en: 'Findings that match: {matched} of {total}; {from}–{to} shown',
  },
  noMatch: { 'zh-CN': '没有符合的问题（全部 {total} 条）', en: 'No finding matches (of {total})' },
  page: { 'zh-CN': '第 {page} 页，共 {pages} 页', en: 'Page {page} of {pages}' },
  printed: {
    'zh-CN': '打印出前 {limit} 条；其余 {left} 条请先筛选再打印，或用 --out json=文件。',
    en: 'The first {limit} are printed; for the other {left}, filter first, or use --out json=FILE.',
  },
} as const satisfies Record<string, LocalText>;

/** Words of the page around them. */
export const PAGE_WORDS = {
  title: { 'zh-CN': '检查报告', en: 'Report of a check' },
  skipLink: { 'zh-CN': '跳到问题清单', en: 'Skip to the findings' },
  contents: { 'zh-CN': '目录', en: 'Contents' },
  overview: { 'zh-CN': '概况', en: 'Overview' },
  findings: { 'zh-CN': '问题清单', en: 'Findings' },
  noFindings: { 'zh-CN': '没有发现问题。', en: 'Nothing was found.' },
  filter: { 'zh-CN': '筛选问题', en: 'Filter the findings' },
  search: { 'zh-CN': '搜索文字', en: 'Search for words' },
  outcome: { 'zh-CN': '性质', en: 'Outcome' },
  unit: { 'zh-CN': '单位或文件', en: 'Unit or file' },
  all: { 'zh-CN': '全部', en: 'all' },
  reset: { 'zh-CN': '清除筛选', en: 'Clear' },
  pages: { 'zh-CN': '翻页', en: 'Pages of findings' },
  previous: { 'zh-CN': '上一页', en: 'Previous' },
  next: { 'zh-CN': '下一页', en: 'Next' },
  withoutScript: {
    'zh-CN':
      '这里只列出前 {shown} 条，共 {total} 条。筛选和翻页要允许本页的脚本运行；全部问题见 --out json=文件。',
    en: 'Only the first {shown} of {total} stand here. Filter and pages need the script of this page; all are in --out json=FILE.',
  },
  filesRead: { 'zh-CN': '已读文件', en: 'files read' },
  filesUnreadable: { 'zh-CN': '读不出', en: 'unreadable' },
  filesWithFindings: { 'zh-CN': '有问题的文件', en: 'files with findings' },
  unreadable: { 'zh-CN': '读不出的文件', en: 'Files that could not be read' },
  byRule: { 'zh-CN': '各规则的问题数', en: 'Findings by rule' },
  byUnit: { 'zh-CN': '各单位的问题数', en: 'Findings by unit' },
  others: { 'zh-CN': '其余 {count} 项共 {total} 条', en: 'The other {count}: {total}' },
  clauses: { 'zh-CN': '条文账', en: 'Clause by clause' },
  clausesNote: {
    'zh-CN': '政策包所依据的条文，程序查到什么程度；“本次”是对这批文件的结果。',
    en: 'How far the program checks the clauses that the pack rests on; “this run” is what came of it for these files.',
  },
  covered: { 'zh-CN': '程序', en: 'Program' },
  thisRun: { 'zh-CN': '本次', en: 'This run' },
  clause: { 'zh-CN': '条文', en: 'Clause' },
  runFindings: { 'zh-CN': '问题 {count} 条', en: '{count} found' },
  runPassed: { 'zh-CN': '通过', en: 'passed' },
  runPartly: {
    'zh-CN': '查了的通过，另有 {skipped} 条规则未检查',
    en: 'passed where checked; {skipped} rules not checked',
  },
  runSkipped: { 'zh-CN': '未检查', en: 'not checked' },
  runCrashed: { 'zh-CN': '规则出错', en: 'a rule failed' },
  rules: { 'zh-CN': '规则', en: 'Rules' },
  state: { 'zh-CN': '结果', en: 'Result' },
  files: { 'zh-CN': '输入文件', en: 'Files handed in' },
  format: { 'zh-CN': '格式', en: 'Format' },
  dataRows: { 'zh-CN': '数据行', en: 'Data rows' },
  madeBy: {
    'zh-CN': 'jianfu {version} 离线生成。本页不联网；身份证号、手机号和居民姓名已遮盖。',
    en: 'Made offline by jianfu {version}. This page loads nothing; identity numbers, mobile numbers and names of residents are masked.',
  },
} as const satisfies Record<string, LocalText>;

/** How a finding stands to a baseline. */
export const STANDINGS = {
  new: { 'zh-CN': '新', en: 'new' },
  known: { 'zh-CN': '原有', en: 'known' },
} as const satisfies Record<string, LocalText>;

export const COVERED = {
  checked: { 'zh-CN': '已检查', en: 'checked' },
  partly: { 'zh-CN': '部分检查', en: 'partly' },
  'by-hand': { 'zh-CN': '人工核对', en: 'by hand' },
  'not-covered': { 'zh-CN': '未检查', en: 'not covered' },
} as const satisfies Record<string, LocalText>;

export const STATES = {
  findings: { 'zh-CN': '有问题', en: 'findings' },
  crashed: { 'zh-CN': '出错', en: 'failed' },
  passed: { 'zh-CN': '通过', en: 'passed' },
  skipped: { 'zh-CN': '未检查', en: 'not checked' },
} as const satisfies Record<string, LocalText>;

export const INPUT_STATES = {
  unreadable: { 'zh-CN': '读不出', en: 'unreadable' },
  read: { 'zh-CN': '已读', en: 'read' },
  skipped: { 'zh-CN': '跳过', en: 'passed over' },
} as const satisfies Record<string, LocalText>;
