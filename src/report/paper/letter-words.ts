import type { LocalText } from '../../model/policy.ts';

/** Sentences of the letter that goes back with a file. */
export const LETTER_WORDS = {
  title: { 'zh-CN': '退回意见单', en: 'Returned for correction' },
  name: { 'zh-CN': '退回意见单', en: 'returned' },
  to: { 'zh-CN': '{unit}：', en: '{unit}:' },
  checked: {
    'zh-CN':
      '你单位报送的“{file}”已经按“{title}”检查，适用{day}有效的条文。发现问题{total}条，其中错误{error}条，警告{warning}条，提示{info}条。{error, plural, =0 {请对照下表核对，需要改正的，改正后重新报送。} other {现予退回，请对照下表逐条改正后重新报送。}}对问题有异议的，在“办理情况”栏写明理由和依据。',
    en: 'Your file “{file}” was held against “{title}” as in force on {day}: {total, plural, one {# finding} other {# findings}}, of which {error, plural, one {# error} other {# errors}}, {warning, plural, one {# warning} other {# warnings}}, {info, plural, one {# note} other {# notes}}. {error, plural, =0 {Please look at each, and hand in again what you change.} other {It is returned: put right what is listed and hand it in again.}} Where you disagree, say why, and on what basis, under “Reply”.',
  },
  unchecked: {
    'zh-CN': '下列检查因缺少数据没有进行，不作通过：',
    en: 'These checks lacked data and were not made. They are not passed:',
  },
} as const satisfies Record<string, LocalText>;
