import type { LocalText } from '../../model/policy.ts';

/** Words of `jianfu template`, on the command line and in the form it writes. */
export const TEMPLATE_WORDS = {
  template: {
    'zh-CN': '生成空白模板：表头、下拉选项、填写提示都取自政策包',
    en: 'makes a blank form: headers, drop-downs and hints out of a policy pack',
  },
  kind: { 'zh-CN': '表的种类，如 community、staff、grid', en: 'kind of table, as community, staff, grid' },
  output: { 'zh-CN': '写到哪个 .xlsx 文件', en: 'the .xlsx file to write' },
  force: { 'zh-CN': '已有同名文件时覆盖', en: 'writes over a file that is there' },
  badKind: {
    'zh-CN':
      '没有“{found}”这种表{suggestion, select, none {} other {，您是不是想写 {suggestion}}}。可用的种类：{expected}。',
    en: 'There is no kind “{found}”{suggestion, select, none {} other {; did you mean {suggestion}}}. Kinds: {expected}.',
  },
  badOutput: {
    'zh-CN': '-o 要写一个 .xlsx 文件，如 -o 模板.xlsx，而不是“{found}”。',
    en: '-o takes an .xlsx file, as -o form.xlsx, not “{found}”.',
  },
  made: {
    'zh-CN': '已写出 {path}：{columns} 列，其中 {choices} 列有下拉选项，{norms} 列有标准提示。',
    en: 'Wrote {path}: {columns} columns, {choices} with drop-downs, {norms} with a norm.',
  },
  guide: { 'zh-CN': '填写说明', en: 'How to fill in' },
  choices: { 'zh-CN': '选项', en: 'Choices' },
  column: { 'zh-CN': '列', en: 'Column' },
  how: { 'zh-CN': '怎么填', en: 'What to write' },
  basis: { 'zh-CN': '依据', en: 'Basis' },
  required: { 'zh-CN': '必填', en: 'Required' },
  optional: { 'zh-CN': '没有的可不填', en: 'May be left out' },
  text: { 'zh-CN': '文字', en: 'a text' },
  id: { 'zh-CN': '编号，按文本保存', en: 'a code, kept as text' },
  length: { 'zh-CN': '编号，{length} 位，按文本保存', en: 'a code of {length} characters, kept as text' },
  whole: { 'zh-CN': '整数，单位：{unit}', en: 'a whole number of {unit}' },
  number: { 'zh-CN': '数字，单位：{unit}', en: 'a number of {unit}' },
  noUnit: { 'zh-CN': '数字', en: 'a number' },
  percent: { 'zh-CN': '百分数，如 43.57%', en: 'a percentage, as 43.57%' },
  date: { 'zh-CN': '日期，如 2024-03-08', en: 'a date, as 2024-03-08' },
  flag: { 'zh-CN': '是 或 否', en: '是 or 否' },
  choose: { 'zh-CN': '从 {count} 个选项中选', en: 'one of {count} choices' },
  between: { 'zh-CN': '标准 {low}～{high}', en: 'norm {low} to {high}' },
  atLeast: { 'zh-CN': '标准不少于 {low}', en: 'norm at least {low}' },
  atMost: { 'zh-CN': '标准不超过 {high}', en: 'norm at most {high}' },
  refusal: {
    'zh-CN': '要填的是：{how}。请核对；确实如此的，可以保留。',
    en: 'Expected: {how}. Check it; what is true may stay.',
  },
} as const satisfies Record<string, LocalText>;
