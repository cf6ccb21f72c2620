import type { LocalText } from '../../model/policy.ts';

export const BURDEN_WORDS = {
  head: {
    'zh-CN': '{units} 个单位：应做的事项（履职、协助等）由 {before} 项到 {after} 项',
    en: '{units, plural, one {# unit} other {# units}}: duties (performed, assisted …) from {before} to {after}',
  },
  measure: { 'zh-CN': '口径', en: 'Measure' },
  items: { 'zh-CN': '减少', en: 'Less' },
  rate: { 'zh-CN': '比率', en: 'Rate' },
  sum: { 'zh-CN': '算式', en: 'Sum' },
  nominal: { 'zh-CN': '名义（清单条数）', en: 'Nominal (lines)' },
  real: { 'zh-CN': '实际（不再做、不再要）', en: 'Real (no longer done or asked)' },
  difference: { 'zh-CN': '两者相差', en: 'The difference' },
  nominalSum: { 'zh-CN': '{before} − {after}', en: '{before} − {after}' },
  realSum: {
    'zh-CN':
      '取消 {removed} + 上收 {takenBack} − 仍在下派 {stillDispatched} − 仍要填报 {stillAsked} − 新增 {added}',
    en: 'removed {removed} + taken back {takenBack} − still sent down {stillDispatched} − still asked by form {stillAsked} − new {added}',
  },
  differenceSum: {
    'zh-CN':
      '合并 {mergedAway} − 拆分 {splitExtra} + 移交 {handedOver} + 仍在下派 {stillDispatched} + 仍要填报 {stillAsked}',
    en: 'joined {mergedAway} − split {splitExtra} + handed over {handedOver} + still sent down {stillDispatched} + still asked by form {stillAsked}',
  },
  identity: {
    'zh-CN':
      '核算：{before} − 取消 {removed} − 上收 {takenBack} − 移交 {handedOver} − 合并 {mergedAway} + 新增 {added} + 拆分 {splitExtra} = {after}',
    en: 'Account: {before} − removed {removed} − taken back {takenBack} − handed over {handedOver} − joined {mergedAway} + new {added} + split {splitExtra} = {after}',
  },
  stayed: {
    'zh-CN': '留下的：原文保留 {kept}，改写 {reworded}，移列 {moved}（其中履职移到协助 {toAssist}）',
    en: 'What stayed: in the same words {kept}, reworded {reworded}, moved {moved} ({toAssist} of them from performed to assisted)',
  },
  traced: {
    'zh-CN': '取消的 {removed} 项里，{barred} 项现列入不应承担的清单，{untraced} 项在清单上查不到去向',
    en: 'Of {removed} removed, the list of barred work now names {barred}; the lists do not say where {untraced} went',
  },
  wereBarred: {
    'zh-CN': '新增里有 {count} 项原来列为不应承担，请核对',
    en: '{count} of the new duties were barred by the earlier list: look at them',
  },
  open: {
    'zh-CN':
      '其中有待核的。上面把待核算作同一事项；都不算时：{identity}；实际减少 {real} 项（{rate}）。用 jianfu diff --review 逐项决定。',
    en: 'Some are to review. Above they count as the same duty; if none does: {identity}; real reduction {real} ({rate}). Decide with jianfu diff --review.',
  },
  notAsked: {
    'zh-CN': '没有下派任务或报表台账的表，“仍在下派”“仍要填报”无从核对，按 0 计。用 --evidence 给出。',
    en: 'No table of tasks sent down or of forms was given, so what is still asked cannot be looked for and counts as 0. Give them with --evidence.',
  },
  evidence: {
    'zh-CN': '已对照下派任务 {dispatch} 条、报表台账 {form} 张',
    en: 'Held against {dispatch} tasks sent down and {form} forms',
  },
  declared: {
    'zh-CN':
      '申报：{before} → {after}，减少 {rate}；{agrees, select, yes {清单实数 {counted} 在这个范围内} other {清单实数 {counted}，对不上}}',
    en: 'Declared: {before} → {after}, {rate} less; {agrees, select, yes {the lists’ {counted} lies within} other {the lists give {counted}, which does not agree}}',
  },
  effort: {
    'zh-CN':
      '工作量（频次 × 用时 × 涉及社区数，只含频次和用时都写明的事项）：原有 {beforeKnown}/{beforeItems} 项 {beforeHours} 小时／年，现有 {afterKnown}/{afterItems} 项 {afterHours} 小时／年',
    en: 'Effort (times × minutes × communities, items that state times and minutes): before {beforeKnown} of {beforeItems} items, {beforeHours} hours a year; after {afterKnown} of {afterItems}, {afterHours} hours a year',
  },
  byList: { 'zh-CN': '按清单', en: 'By list' },
  byDepartment: { 'zh-CN': '按主管部门', en: 'By lead department' },
  byCategory: { 'zh-CN': '按类别', en: 'By category' },
  byUnit: { 'zh-CN': '按单位', en: 'By unit' },
  name: { 'zh-CN': '名称', en: 'Name' },
  before: { 'zh-CN': '原有', en: 'Before' },
  after: { 'zh-CN': '现有', en: 'After' },
  unnamed: { 'zh-CN': '（没有写明）', en: '(not said)' },
  still: { 'zh-CN': '清单上没有了、仍在要的', en: 'Off the list and still asked for' },
  stillBy: { 'zh-CN': '怎样要', en: 'Asked by' },
  stillWhat: { 'zh-CN': '原事项（−）与现在的要求（+）', en: 'Former duty (−) and what is asked (+)' },
  dispatch: { 'zh-CN': '下派', en: 'sent down' },
  form: { 'zh-CN': '填报', en: 'form' },
} as const satisfies Record<string, LocalText>;
