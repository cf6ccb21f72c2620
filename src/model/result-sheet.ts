import type { LocalText } from './policy.ts';

/** Names of the sheet of results in a marked copy; it is no part of the submission. */
export const RESULT_SHEET = /^(?:校验结果|Results)（jianfu(?: \d+)?）$/u;

/** Its columns. Who wrote the sheet and who reads it when it comes back go by the same words. */
export const RESULT_COLUMNS = {
  number: { 'zh-CN': '序号', en: 'No.' },
  place: { 'zh-CN': '位置', en: 'Place' },
  level: { 'zh-CN': '级别', en: 'Level' },
  state: { 'zh-CN': '上次之后', en: 'Since last time' },
  text: { 'zh-CN': '问题', en: 'Finding' },
  basis: { 'zh-CN': '依据', en: 'Basis' },
  remedy: { 'zh-CN': '怎么改', en: 'Remedy' },
  reply: { 'zh-CN': '回复', en: 'Reply' },
  note: { 'zh-CN': '回复说明', en: 'Reason' },
  key: { 'zh-CN': '编号', en: 'Key' },
} as const satisfies Record<string, LocalText>;

export type ResultColumn = keyof typeof RESULT_COLUMNS;

/** What may be chosen as a reply. */
export const REPLIES = {
  fixed: { 'zh-CN': '已改', en: 'fixed' },
  objection: { 'zh-CN': '有异议', en: 'objection' },
  explanation: { 'zh-CN': '说明', en: 'explanation' },
} as const satisfies Record<string, LocalText>;

export type Reply = keyof typeof REPLIES;

/** What became of a finding since the workbook was marked. */
export const MARK_STATES = {
  fixed: { 'zh-CN': '已改', en: 'fixed' },
  open: { 'zh-CN': '未改', en: 'not fixed' },
  new: { 'zh-CN': '新增', en: 'new' },
} as const satisfies Record<string, LocalText>;

/** A row of the sheet of results as it came back. */
export interface ReturnedMark {
  /** By which the finding is known again: made of rule, message, sheet, key and header, not of file, row or column. */
  readonly key: string;
  readonly place: string;
  readonly level: string;
  readonly text: string;
  readonly basis: string;
  readonly remedy: string;
  readonly reply: Reply | null;
  /** The reason for the reply, in the submitter's own words. */
  readonly note: string;
}
