import type { ClaimKind, ClaimReason, Verdict } from '../../model/claims.ts';
import type { LocalText } from '../../model/policy.ts';

export const VERDICTS: Readonly<Record<Verdict, LocalText>> = {
  fails: { 'zh-CN': '不成立', en: 'fails' },
  doubtful: { 'zh-CN': '存疑', en: 'doubtful' },
  unchecked: { 'zh-CN': '无法核对', en: 'not checkable' },
  holds: { 'zh-CN': '成立', en: 'holds' },
};

export const CLAIM_KINDS: Readonly<Record<ClaimKind, LocalText>> = {
  change: { 'zh-CN': '前后变化', en: 'change' },
  rate: { 'zh-CN': '增减比率', en: 'rate' },
  share: { 'zh-CN': '占比', en: 'share' },
  sum: { 'zh-CN': '加减', en: 'sum' },
  part: { 'zh-CN': '其中数', en: 'parts' },
  enumeration: { 'zh-CN': '列举', en: 'enumeration' },
  'per-head': { 'zh-CN': '每万人', en: 'per head' },
  ratio: { 'zh-CN': '比例', en: 'ratio' },
  multiple: { 'zh-CN': '倍数', en: 'multiple' },
  range: { 'zh-CN': '起止', en: 'range' },
  span: { 'zh-CN': '时间', en: 'time' },
  'per-unit': { 'zh-CN': '每个与总数', en: 'each and all' },
  count: { 'zh-CN': '项数', en: 'count' },
};

/** Each has the arguments that its verdict left. */
export const CLAIM_REASONS: Readonly<Record<ClaimReason, LocalText>> = {
  'works-out': { 'zh-CN': '算得一致', en: 'it works out' },
  'cut-off': {
    'zh-CN': '算得 {computed}，稿中 {stated} 是截尾，不是四舍五入',
    en: 'it comes to {computed}; {stated} is cut off, not rounded',
  },
  differs: {
    'zh-CN': '算得 {computed}，稿中是 {stated}',
    en: 'it comes to {computed}; the draft says {stated}',
  },
  'months-differ': {
    'zh-CN': '算得 {computed} 个月，稿中是 {stated} 个月',
    en: 'it comes to {computed} months; the draft says {stated}',
  },
  'count-differs': {
    'zh-CN': '列出的是 {counted}，写的是 {stated}',
    en: '{counted} are listed, {stated} announced',
  },
  'wrong-way': {
    'zh-CN': '说的方向与两个数不符：{from} → {to}',
    en: 'the words say the opposite of the numbers: {from} → {to}',
  },
  'no-base': { 'zh-CN': '稿中没有可以算的基数', en: 'the draft names no base to work it out from' },
  'base-unsure': {
    'zh-CN': '没有写明占什么的 {stated}。按前文的数算：{bases}；要成立，基数应是 {implied}',
    en: 'the draft does not say of what it is {stated}. Of the numbers before it: {bases}; to hold, the base would be {implied}',
  },
  'base-implied': {
    'zh-CN': '稿中没有另一个数；要成立，应是 {implied}',
    en: 'the other number is not given; to hold, it would be {implied}',
  },
  'no-rate': { 'zh-CN': '稿中没有写增减了多少', en: 'the draft does not say by how much' },
  extremes: {
    'zh-CN': '“{word}”的前后两个数，不一定是同一个人或同一处的',
    en: '“{word}” before and after need not be the same one’s',
  },
  coarser: {
    'zh-CN': '{thing}少了，平均每个大了 {grown}，而文中说的是“{words}”',
    en: 'fewer 社区 or 网格 ({thing}) are {grown} larger each, while the text speaks of {words}',
  },
  untraced: {
    'zh-CN':
      '减少了 {gone} 项，列明不应承担的只有 {barred}，其余 {rest} 项没有写明去向；也没有写明不应承担的原来算不算在内',
    en: '{gone} are gone and {barred} are barred: what became of {rest} is not said, nor whether those barred were counted before',
  },
  'not-listed-out': {
    'zh-CN': '没有列全（“等”），列出的是 {counted}，写的是 {stated}',
    en: 'not all are listed (等): {counted} of {stated}',
  },
  'list-unsure': {
    'zh-CN': '列出的是 {counted}，写的是 {stated}；后面列的不一定就是所说的',
    en: '{counted} are listed and {stated} announced; the list may be of something else',
  },
  implausible: {
    'zh-CN': '平均数是另一个平均数的 {stated}，不合常理，请核对小数点',
    en: 'one average {stated} another is out of all proportion: look at the decimal point',
  },
  reversed: {
    'zh-CN': '起（{from}）大于止（{to}），请核对',
    en: 'it begins at {from} and ends at {to}: look at both',
  },
  gap: {
    'zh-CN': '{from}～{to}{unit}之间没有说怎么办',
    en: 'what holds between {from} and {to} {unit} is not said',
  },
  overlap: {
    'zh-CN': '与上一段“{before}”重叠 {months} 个月',
    en: 'it overlaps the one before (“{before}”) by {months, plural, one {# month} other {# months}}',
  },
  'parts-short': {
    'zh-CN': '各部分合计 {computed}，不到 {stated}；没有写明是不是全部',
    en: 'the parts come to {computed} of {stated}; whether they are all is not said',
  },
  'parts-exceed': { 'zh-CN': '{part} 超过总数 {stated}', en: '{part} is more than the whole, {stated}' },
  'steps-differ': {
    'zh-CN': '按写明的各项算得 {computed}，稿中是 {stated}；可能还有没写明的',
    en: 'what is named comes to {computed}, the draft says {stated}; something may be left out',
  },
  'no-data': {
    'zh-CN': '没有数据可以对照，用 --data 给出',
    en: 'no data to hold it against; give them with --data',
  },
  'data-agrees': {
    'zh-CN': '与数据一致（{units} 份都是 {found}）',
    en: 'the data say the same ({units, plural, one {# unit} other {# units}}: {found})',
  },
  'data-differs': {
    'zh-CN': '数据里是 {found}（{units} 份），没有一份是 {stated}',
    en: 'the data say {found} ({units, plural, one {# unit} other {# units}}), none of them {stated}',
  },
  'data-partly': {
    'zh-CN': '数据 {units} 份，{right} 份是 {stated}；各份有 {found}',
    en: '{right} of {units} units in the data have {stated}; they hold {found}',
  },
};

export const FIGURE_WORDS = {
  draft: { 'zh-CN': '文稿：{path}', en: 'Draft: {path}' },
  found: {
    'zh-CN': '找到数字说法 {all} 处：不成立 {fails}，存疑 {doubtful}，无法核对 {unchecked}，成立 {holds}。',
    en: '{all} claims found: {fails} fail, {doubtful} doubtful, {unchecked} not checkable, {holds} hold.',
  },
  none: { 'zh-CN': '没有找到可核对的数字说法。', en: 'No claim in numbers was found.' },
  verdict: { 'zh-CN': '结论', en: 'Verdict' },
  place: { 'zh-CN': '位置', en: 'Place' },
  at: { 'zh-CN': '{paragraph}段{sentence}句', en: '¶{paragraph}.{sentence}' },
  claim: { 'zh-CN': '原文、算式与理由', en: 'Words, sum and reason' },
  rounding: {
    'zh-CN': '约数按区间算；比率四舍五入到稿中写的位数。',
    en: 'Hedged numbers are intervals; rates are rounded half up to the digits that the draft writes.',
  },
} as const satisfies Record<string, LocalText>;
