import type { PlanBreachId } from '../../model/layout.ts';
import type { LocalText } from '../../model/policy.ts';

/** What is wrong with a plan that was handed in. */
export const BREACHES: Readonly<Record<PlanBreachId, LocalText>> = {
  'plan-grid-unknown': {
    'zh-CN': '{about}列有网格 {grid}，网格表中没有。请核对编码。',
    en: '{about} lists grid {grid}, which is in no table. Check its code.',
  },
  'plan-grid-missing': {
    'zh-CN': '网格 {grid} 不在任何社区。请补入。',
    en: 'Grid {grid} is in no community. Add it to one.',
  },
  'plan-grid-twice': {
    'zh-CN': '网格 {grid} 同时在{first}和{about}。请只留一处。',
    en: 'Grid {grid} is in {first} and in {about}. Leave it in one.',
  },
  'plan-community-missing': {
    'zh-CN': '方案没有说明{about}怎样处理。请补充。',
    en: 'The plan says nothing of what becomes of {about}. Add it.',
  },
  'plan-id-twice': {
    'zh-CN': '两个社区用了同一代码或名称 {about}。请改其中一个。',
    en: 'Two communities have the code or name {about}. Change one.',
  },
  'plan-id-used': {
    'zh-CN': '新社区 {about} 用了现有社区的代码或名称。撤销的代码也不再使用，请换一个。',
    en: 'The new community {about} has the code or name of an existing one. Retired codes are not used again either; take another.',
  },
  'plan-empty': { 'zh-CN': '{about}没有网格。', en: '{about} has no grids.' },
  'plan-not-connected': {
    'zh-CN': '{about}的网格不连成一片，分成 {pieces} 片（不跨越屏障）。请调整网格。',
    en: '{about} is in {pieces} pieces (barriers are not crossed). Move grids.',
  },
  'plan-across-subdistricts': {
    'zh-CN': '{about}的网格来自几个街道：{found}。',
    en: 'The grids of {about} come from several subdistricts: {found}.',
  },
  'plan-unit-divided': {
    'zh-CN': '不可拆分的“{unit}”被分到{found}。',
    en: '“{unit}”, which must stay whole, is divided among {found}.',
  },
  'plan-too-small': {
    'zh-CN': '调整后{about}只有 {households} 户，不足 {low} 户。',
    en: '{about} has {households} households after the plan, fewer than {low}.',
  },
  'plan-too-large': {
    'zh-CN': '调整后{about}有 {households} 户，超过 {high} 户。',
    en: '{about} has {households} households after the plan, more than {high}.',
  },
  'plan-locked-touched': {
    'zh-CN': '{community}填明保持稳定，方案却动了它（{about}）。',
    en: '{community} is marked as to be kept stable, and the plan touches it ({about}).',
  },
  'plan-number-wrong': {
    'zh-CN': '{about}：方案写{what, select, residents {人口} other {户数}} {claimed}，按网格合计是 {real}。',
    en: '{about}: the plan says {claimed} {what}, the grids add up to {real}.',
  },
  'plan-from-wrong': {
    'zh-CN': '{about}：方案写由 {claimed} 组成，实际由 {real} 的网格组成。',
    en: '{about}: the plan says it is made of {claimed}; its grids come from {real}.',
  },
  'plan-total-wrong': {
    'zh-CN': '总数 {what}：方案写 {claimed}，重新清点是 {real}。',
    en: 'Total {what}: the plan says {claimed}, counted anew it is {real}.',
  },
  'plan-arithmetic': {
    'zh-CN': '算式不成立：{before} + {added} − {abolished} ≠ {after}。',
    en: 'The sum does not come out: {before} + {added} − {abolished} ≠ {after}.',
  },
  'plan-norm-differs': {
    'zh-CN': '参数 {what}：方案按 {claimed}，政策包是 {real}。方案用了 --set 的，核对时也要写同样的 --set。',
    en: 'Norm {what}: the plan takes {claimed}, the pack has {real}. A plan made with --set is checked with the same --set.',
  },
  'plan-class-wrong': {
    'zh-CN': '{about}：方案归为 {claimed}，按户数应为 {real}。',
    en: '{about}: the plan calls it {claimed}; by its households it is {real}.',
  },
  'plan-action-wrong': {
    'zh-CN': '{about}：方案写分到 {claimed}，网格实际分到 {real}。',
    en: '{about}: the plan says it goes to {claimed}; its grids go to {real}.',
  },
  'plan-price-wrong': {
    'zh-CN': '{about}：方案写代价 {claimed}、下界 {bound}，重新计算代价是 {real}，最优的说法不成立。',
    en: '{about}: the plan claims a price of {claimed} and a bound of {bound}; counted anew it is {real}, so the proof is of something else.',
  },
};
