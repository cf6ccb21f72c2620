import type { LocalText } from '../../model/policy.ts';

/** Words of `jianfu whatif`. */
export const WHATIF_WORDS = {
  whatif: {
    'zh-CN': '试试看：参数换成别的值，有多少单位不达标，谁在哪个值上翻转',
    en: 'other values of a parameter: how many units fail, and at which value each changes sides',
  },
  set: {
    'zh-CN': '参数与要试的值，如 staff.per-10k=15..25 或 15..25:0.5；可重复',
    en: 'parameter and values to try, as staff.per-10k=15..25 or 15..25:0.5; repeatable',
  },
  tooMany: {
    'zh-CN': '要试的值太多：{found} 种，最多 {expected} 种。请加大步长，如 15..25:2。',
    en: 'Too many values to try: {found}, at most {expected}. Take larger steps, as 15..25:2.',
  },
  notMeasured: {
    'zh-CN':
      '这些文件里没有与参数“{found}”比较过的数字。{suggestion, select, none {} other {您是不是想写“{suggestion}”？}}{expected, select, none {没有可以试的参数。} other {可以试的：{expected}。}}',
    en: 'No number in these files was held against “{found}”. {suggestion, select, none {} other {Did you mean “{suggestion}”?}} {expected, select, none {There is no parameter to try.} other {Known: {expected}.}}',
  },
  report: {
    'zh-CN': '用 check --measures --out json=文件 存下的报告，不再读报送的文件',
    en: 'a report saved by check --measures --out json=FILE; the submitted files are not read again',
  },
  reportOrPaths: {
    'zh-CN': '--report 和报送的文件只能给一样：报告里的数字已经是读过的。',
    en: 'Give either --report or files: the numbers of a report have been read already.',
  },
  noMeasures: {
    'zh-CN':
      '报告“{path}”里没有与界限比较过的数字（measures）。请重新运行：jianfu check 报送/ --measures --out json=报告.json',
    en: 'The report “{path}” has no measures. Run again: jianfu check FOLDER/ --measures --out json=report.json',
  },
  from: { 'zh-CN': '政策包：{packs}，按 {day} 有效的条文', en: 'Policy: {packs}, as in force on {day}' },
  trials: { 'zh-CN': '各取值下的结果', en: 'What each value gives' },
  fail: { 'zh-CN': '不达标', en: 'Fail' },
  open: { 'zh-CN': '定不了', en: 'Open' },
  pass: { 'zh-CN': '达标', en: 'Keep' },
  flips: { 'zh-CN': '翻转点', en: 'Flip points' },
  noFlip: { 'zh-CN': '所试的范围内没有单位翻转。', en: 'No unit changes sides between these values.' },
  value: { 'zh-CN': '值', en: 'Value' },
  unit: { 'zh-CN': '单位与出处', en: 'Unit and place' },
  failsBelow: { 'zh-CN': '低于 {value} 即不达标', en: 'fails below {value}' },
  failsAbove: { 'zh-CN': '高于 {value} 即不达标', en: 'fails above {value}' },
} as const satisfies Record<string, LocalText>;
