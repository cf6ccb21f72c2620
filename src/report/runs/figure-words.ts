import type { LocalText } from '../../model/policy.ts';
import type { FigureParts } from '../../model/run.ts';

/** Words of `jianfu why`. */
export const WHY_WORDS = {
  figure: { 'zh-CN': '数字', en: 'Figure' },
  value: { 'zh-CN': '值', en: 'Value' },
  others: {
    'zh-CN': '还可以问：findings.file.文件（一个文件的问题数）、skips.rule.规则（没有查成的次数）。',
    en: 'Also: findings.file.FILE (findings of one file), skips.rule.RULE (how often a rule could not check).',
  },
  formula: {
    'zh-CN': '算法：{formula, select, sum {加总} other {计数}}（{what}）',
    en: '{formula, select, sum {Adds up} other {Counts}} {what}',
  },
  filter: { 'zh-CN': '条件：{filter}', en: 'Where: {filter}' },
  all: { 'zh-CN': '全部', en: 'all' },
  rounding: { 'zh-CN': '不舍入，是整数。', en: 'Not rounded; a whole number.' },
  parameter: { 'zh-CN': '参数', en: 'Parameter' },
  clause: { 'zh-CN': '依据', en: 'Basis' },
  noClause: { 'zh-CN': '形式检查', en: 'matter of form' },
  parts: { 'zh-CN': '由什么组成（{count}）', en: 'What it is made of ({count})' },
  nothing: { 'zh-CN': '什么也没有，所以是 0。', en: 'Nothing, hence 0.' },
  adds: { 'zh-CN': '计', en: 'Adds' },
  which: { 'zh-CN': '哪一处', en: 'Which' },
  more: {
    'zh-CN': '另有 {count} 处。全部写进表格：--evidence 文件.xlsx',
    en: '{count} more. All of them as a workbook: --evidence FILE.xlsx',
  },
  notListed: {
    'zh-CN': '报告只列新问题（--new-only），已知的没有列出，所以组成不全。',
    en: 'The report lists new findings only (--new-only); the known ones are missing here.',
  },
  file: { 'zh-CN': '文件', en: 'File' },
  sheet: { 'zh-CN': '工作表', en: 'Sheet' },
  cell: { 'zh-CN': '单元格', en: 'Cell' },
  rule: { 'zh-CN': '规则', en: 'Rule' },
  text: { 'zh-CN': '内容', en: 'What' },
  fingerprint: { 'zh-CN': '指纹', en: 'Fingerprint' },
} as const satisfies Record<string, LocalText>;

/** What a figure counts. */
export const COUNTED: Readonly<Record<FigureParts['of'], LocalText>> = {
  inputs: { 'zh-CN': '输入文件', en: 'input files' },
  rows: { 'zh-CN': '各工作表的行', en: 'rows of the sheets' },
  rules: { 'zh-CN': '规则', en: 'rules' },
  findings: { 'zh-CN': '问题', en: 'findings' },
  skips: { 'zh-CN': '没有查成的检查', en: 'checks that could not be made' },
};

export const INPUT_STATES = {
  read: { 'zh-CN': '已读', en: 'read' },
  unreadable: { 'zh-CN': '读不出', en: 'unreadable' },
  skipped: { 'zh-CN': '跳过', en: 'passed over' },
} as const satisfies Record<string, LocalText>;

export const RULE_STATES = {
  findings: { 'zh-CN': '有问题', en: 'with findings' },
  passed: { 'zh-CN': '通过', en: 'passed' },
  skipped: { 'zh-CN': '未检查', en: 'not checked' },
  crashed: { 'zh-CN': '出错', en: 'crashed' },
} as const satisfies Record<string, LocalText>;

export const WITH_FINDINGS = {
  yes: { 'zh-CN': '有问题的', en: 'with findings' },
  no: { 'zh-CN': '没有问题的', en: 'without findings' },
} as const satisfies Record<string, LocalText>;
