import type { LocalText } from '../model/policy.ts';

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
  noMeasures: {
    'zh-CN': '“{path}”不是带有比较数字（measures）的 JSON 报告。请直接给出报送的文件或文件夹。',
    en: '“{path}” is not a JSON report with measures. Name the submitted files or their folder instead.',
  },
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
