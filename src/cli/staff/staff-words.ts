import type { LocalText } from '../../model/policy.ts';

/** Words of `jianfu staff` on the command line. */
export const STAFF_TEXTS = {
  staff: {
    'zh-CN': '社区工作者配备：每万人比例、缺额、名册构成、新岗位怎么分、五年后还有多少人',
    en: 'staff of communities: ratios, what is short, the register, who gets new posts, who is left in five years',
  },
  posts: {
    'zh-CN': '把这么多个新岗位分下去，使最低的每万人比例升得最高',
    en: 'gives out so many new posts so that the lowest ratio rises most',
  },
  forecast: {
    'zh-CN': '预测今后这么多年；要同时写明 --leave-at 和 --turnover',
    en: 'forecasts so many years; --leave-at and --turnover must be given too',
  },
  leaveAt: { 'zh-CN': '假定满多少岁离岗', en: 'the age at which one is assumed to leave' },
  turnover: { 'zh-CN': '假定每年离开的百分比，如 5', en: 'percent assumed to leave in a year, as 5' },
  badNumber: {
    'zh-CN': '{option} 要填{expected}，而不是“{found}”。',
    en: '{option} takes {expected}, not “{found}”.',
  },
  whole: { 'zh-CN': '{low} 到 {high} 的整数', en: 'a whole number from {low} to {high}' },
  percent: { 'zh-CN': '0 到 100 的百分比，如 5', en: 'a percentage from 0 to 100, as 5' },
  assumptions: {
    'zh-CN':
      '预测要写明假定：--forecast 年数 --leave-at 年龄 --turnover 百分比，缺一不可。如 --forecast 5 --leave-at 60 --turnover 5。',
    en: 'A forecast states what it assumes: --forecast YEARS --leave-at AGE --turnover PERCENT, all three. As --forecast 5 --leave-at 60 --turnover 5.',
  },
  nothing: {
    'zh-CN':
      '这些文件里没有社区或街道的工作者人数，没有名册、岗位额度，也没有可推算的申报数字。用 jianfu tables 文件 看看是怎样理解的。',
    en: 'These files hold no workers by community or subdistrict, no register, no quotas and no declared ratio. `jianfu tables FILE` shows how each is understood.',
  },
} as const satisfies Record<string, LocalText>;
