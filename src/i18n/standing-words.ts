import type { LocalText } from '../model/policy.ts';
import type { IdleReason } from '../model/waiver.ts';

/** What reports say of waivers and of a baseline. */
export const STANDING_REPORT_WORDS = {
  waived: { 'zh-CN': '已豁免', en: 'Waived' },
  until: {
    'zh-CN': '{approver}{document, select, none {} other {，{document}}}，到 {expires} 为止：{reason}',
    en: '{approver}{document, select, none {} other {, {document}}}, until {expires}: {reason}',
  },
  idle: { 'zh-CN': '不起作用的豁免', en: 'Waivers that let nothing stand' },
  waiver: { 'zh-CN': '豁免', en: 'Waiver' },
  waivedLine: {
    'zh-CN':
      '豁免清单 {file}：已豁免 {waived} 条；过期 {expired}，待批 {proposed}，没有用上 {unused}，这次没有查到的文件或规则 {notLookedAt}。',
    en: 'Waivers in {file}: {waived} waived; {expired} expired, {proposed} not approved yet, {unused} unused, {notLookedAt} of files or rules that were not checked.',
  },
  baselineLine: {
    'zh-CN': '与基线 {file}（{day}）相比：新问题 {fresh} 条，仍有 {known} 条，已改 {gone} 条。',
    en: 'Against the baseline {file} ({day}): {fresh} new, {known} known, {gone} gone.',
  },
  knownHeld: {
    'zh-CN': '只报新问题：基线里的 {known} 条没有列出。',
    en: 'New findings only: {known} of the baseline are not listed.',
  },
} as const satisfies Record<string, LocalText>;

/** Why a waiver lets nothing stand, and what to do. */
export const IDLE_REASONS: Readonly<Record<IdleReason, LocalText>> = {
  expired: {
    'zh-CN': '已过期（到 {expires}）。问题照报；仍要豁免的请重新报批，改期限。',
    en: 'expired on {expires}. The finding is reported; have it approved anew and change the day.',
  },
  proposed: {
    'zh-CN': '还没有批准人，问题照报。批准后请写上 approver。',
    en: 'nobody has approved it, so the finding is reported. Once approved, write approver.',
  },
  unused: {
    'zh-CN': '这个问题已经没有了（或单元格的内容变了）。请删去这一条。',
    en: 'there is no such finding any more, or the cell says something else. Remove the entry.',
  },
  'not-looked-at': {
    'zh-CN': '这次没有查它的文件或规则。',
    en: 'its file or rule was not checked this time.',
  },
};
