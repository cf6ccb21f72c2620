import type { FindingChange, LostWhy, Trend } from '../../model/comparison.ts';
import type { LocalText } from '../../model/policy.ts';

/** What became of a finding from one run to the next. */
export const CHANGE_WORDS: Readonly<Record<FindingChange, LocalText>> = {
  new: { 'zh-CN': '新出现', en: 'new' },
  added: { 'zh-CN': '新文件里的', en: 'in new files' },
  open: { 'zh-CN': '仍未改', en: 'still open' },
  moved: { 'zh-CN': '移了位置', en: 'moved' },
  fixed: { 'zh-CN': '已改', en: 'fixed' },
  lost: { 'zh-CN': '没有再查', en: 'not looked for' },
};

export const LOST_WORDS: Readonly<Record<LostWhy, LocalText>> = {
  'file-gone': { 'zh-CN': '文件没有再报', en: 'the file was not handed in again' },
  'file-unreadable': { 'zh-CN': '文件读不出', en: 'the file cannot be read' },
  'rule-off': { 'zh-CN': '规则不再施行', en: 'the rule is not in force any more' },
  'rule-skipped': { 'zh-CN': '规则这次没有查成', en: 'the rule could not check this time' },
};

export const TREND_WORDS: Readonly<Record<Trend, LocalText>> = {
  rising: { 'zh-CN': '↑ 增', en: '↑ rises' },
  falling: { 'zh-CN': '↓ 减', en: '↓ falls' },
  level: { 'zh-CN': '→ 平', en: '→ level' },
  mixed: { 'zh-CN': '↕ 有增有减', en: '↕ up and down' },
};

/** Words of `jianfu compare`. */
export const COMPARE_WORDS = {
  run: { 'zh-CN': '报告', en: 'Report' },
  files: { 'zh-CN': '文件', en: 'Files' },
  rows: { 'zh-CN': '数据行', en: 'Rows' },
  findings: { 'zh-CN': '问题', en: 'Findings' },
  errors: { 'zh-CN': '错误', en: 'Errors' },
  per100: { 'zh-CN': '每百行', en: 'Per 100' },
  otherBasis: {
    'zh-CN': '注意：这几次检查的政策包、选项或工具版本不同，数字的增减不全是报送单位的变化。',
    en: 'Mind: these runs differ in packs, options or version of the tool; not every change is the submitters’.',
  },
  step: { 'zh-CN': '从第 {from} 份到第 {to} 份', en: 'From report {from} to report {to}' },
  stepFiles: {
    'zh-CN': '文件：对上 {pairs} 个（其中改了名 {renamed} 个），没有再报 {gone} 个，新报 {added} 个。',
    en: 'Files: {pairs} in both ({renamed} under another name), {gone} not handed in again, {added} new.',
  },
  apart: {
    'zh-CN': '两份报告没有共同的文件（如两个区），只比数量，不逐条比较。',
    en: 'The two have no file in common, as two districts; numbers are compared, not findings.',
  },
  change: { 'zh-CN': '变化', en: 'Change' },
  count: { 'zh-CN': '条数', en: 'Count' },
  place: { 'zh-CN': '位置', en: 'Place' },
  finding: { 'zh-CN': '问题', en: 'Finding' },
  from: { 'zh-CN': '原在 {place}', en: 'was at {place}' },
  more: {
    'zh-CN': '另有 {count} 条，见 --out json=文件。',
    en: '{count} more; see --out json=FILE.',
  },
  rules: { 'zh-CN': '各条规则查出的条数', en: 'Findings by rule' },
  rule: { 'zh-CN': '规则', en: 'Rule' },
  trend: { 'zh-CN': '走势', en: 'Trend' },
  levelRules: {
    'zh-CN': '另有 {count} 条规则各次查出的条数相同。',
    en: '{count, plural, one {1 other rule} other {{count} other rules}} found as many each time.',
  },
  noFindings: { 'zh-CN': '各次检查都没有问题。', en: 'No run found anything.' },
} as const satisfies Record<string, LocalText>;

/** Words of `jianfu verify`. */
export const VERIFY_WORDS = {
  same: {
    'zh-CN': '一致：重新检查得到同样的结果，封签 {seal}。',
    en: 'Same: the run made again gives the same result, seal {seal}.',
  },
  differs: {
    'zh-CN': '不一致：报告的封签是 {seal}，重新检查得到 {now}。',
    en: 'Not the same: the report has seal {seal}, the run made again {now}.',
  },
  what: { 'zh-CN': '不同之处', en: 'What differs' },
  which: { 'zh-CN': '哪些', en: 'Which' },
  tool: { 'zh-CN': '工具版本', en: 'Version of the tool' },
  policy: { 'zh-CN': '政策包', en: 'Packs' },
  missing: { 'zh-CN': '找不到的文件（{count}）', en: 'Files not found ({count})' },
  changed: { 'zh-CN': '内容变了的文件（{count}）', en: 'Files with other content ({count})' },
  onlyBefore: { 'zh-CN': '只在原报告里的问题（{count}）', en: 'Findings of the report only ({count})' },
  onlyNow: { 'zh-CN': '只在重查时出现的问题（{count}）', en: 'Findings of now only ({count})' },
  parts: { 'zh-CN': '报告的其他部分', en: 'Other parts of the report' },
  more: { 'zh-CN': '另有 {count} 项', en: '{count} more' },
  besides: {
    'zh-CN': '另有 {count} 个文件不在原报告里，没有计入，如 {first}。',
    en: '{count, plural, one {1 file is} other {{count} files are}} not of the report and not counted, such as {first}.',
  },
} as const satisfies Record<string, LocalText>;
