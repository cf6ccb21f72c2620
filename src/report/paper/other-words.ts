import type { LocalText } from '../../model/policy.ts';

/** Sentences that open the papers on burden, layout and staffing. */
export const OTHER_WORDS = {
  burdenTitle: { 'zh-CN': '社区减负情况报告', en: 'Burden of communities: what was taken off' },
  layoutTitle: { 'zh-CN': '社区布局调整方案', en: 'Layout of communities: a plan' },
  staffingTitle: { 'zh-CN': '社区工作者配备情况报告', en: 'Staff of communities' },
  scope: { 'zh-CN': '依据和口径', en: 'Basis and measures' },
  overall: { 'zh-CN': '总体情况', en: 'In numbers' },
  policy: {
    'zh-CN': '本报告依据政策包“{title}”，适用{day}有效的条文。',
    en: 'This report rests on the policy pack “{title}” as in force on {day}.',
  },
  burdenScope: {
    'zh-CN':
      '对照{units}个单位前后两版清单中应做的事项。名义减少，按清单条数计算；实际减少，只计取消和上收的事项，并扣除仍在下派、仍要填报的和新增的事项。比率按四舍五入保留两位小数，并列出分子、分母。',
    en: 'The duties of {units, plural, one {# unit} other {# units}} in two versions of their lists. The nominal reduction counts lines; the real one counts duties removed or taken back, less those still sent down, still asked by form, and new. Rates are rounded half up to two decimals, with both parts.',
  },
  burdenFound: {
    'zh-CN':
      '应做的事项由{before}项变为{after}项。名义减少{nominal}项{nominalRate, select, none {} other {，减少{nominalRate}%（{nominal}/{nominalOf}）}}；实际减少{real}项{realRate, select, none {} other {，减少{realRate}%（{real}/{realOf}）}}；两者相差{difference}项。',
    en: 'Duties went from {before} to {after}. The nominal reduction is {nominal}{nominalRate, select, none {} other { ({nominalRate}%, {nominal}/{nominalOf})}}, the real one {real}{realRate, select, none {} other { ({realRate}%, {real}/{realOf})}}; the difference is {difference}.',
  },
  layoutScope: {
    'zh-CN':
      '规模标准为{low}户至{high}户，超过{splitAbove}户的为过大，不足{low}户的为偏小。方案以网格为最小单位，网格不拆分；社区不跨街道合并。',
    en: 'The standard is {low} to {high} households; above {splitAbove} a community is over-size, below {low} under-size. A plan moves whole grids, and joins no communities of two subdistricts.',
  },
  layoutFound: {
    'zh-CN':
      '现有社区{before}个，其中过大、偏小{outBefore}个。方案新增{added}个，撤并{abolished}个，调整后{after}个，其中过大、偏小{outAfter}个。改变所属社区的有{moved}户，占全部{households}户的{share}%，涉及网格{grids}个。',
    en: 'There are {before} communities, {outBefore} of them over-size or under-size. The plan adds {added} and abolishes {abolished}, which makes {after}, {outAfter} of them out of range. {moved} of {households} households change community ({share}%), with {grids} grids.',
  },
  sketch: {
    'zh-CN': '前后对照图另行提供，为示意图，不作为行政区划界线依据。',
    en: 'The map before and after is given apart. It is a sketch and says nothing of administrative boundaries.',
  },
  staffingNorm: {
    'zh-CN':
      '标准为每万名城镇常住人口{value}名社区工作者（《{title}》）。缺额向上取整；分母只用城镇常住人口。',
    en: 'The norm is {value} community workers to 10,000 urban residents ({title}). What is short is rounded up; only urban residents are the base.',
  },
  staffingFound: {
    'zh-CN':
      '{places}个社区或街道有社区工作者{workers}人，城镇常住人口{residents}人，每万人{ratio}人{short, select, none {} other {，与标准相比：{short}}}。另有{lacking}个缺少数据，没有计入。',
    en: '{places} communities or subdistricts have {workers} workers for {residents} urban residents: {ratio} to 10,000{short, select, none {} other {; to the norm: {short}}}. {lacking} more lack a number and are not counted.',
  },
} as const satisfies Record<string, LocalText>;
