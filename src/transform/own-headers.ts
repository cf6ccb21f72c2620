import type { LocalText } from '../model/policy.ts';
import { foldText } from '../model/text.ts';

/** Columns that a canonical table has besides the fields of its kind. */
export const OWN_HEADERS = {
  others: { 'zh-CN': '其他列', en: 'other columns' },
  notes: { 'zh-CN': '转换说明', en: 'conversion notes' },
  file: { 'zh-CN': '来源文件', en: 'source file' },
  sheet: { 'zh-CN': '来源工作表', en: 'source sheet' },
  row: { 'zh-CN': '来源行', en: 'source row' },
} as const satisfies Record<string, LocalText>;

export type OwnColumn = keyof typeof OWN_HEADERS;

const BY_HEADER = new Map(
  Object.entries(OWN_HEADERS).flatMap(([id, { 'zh-CN': zh, en }]) =>
    [zh, en].map((header) => [foldText(header), id as OwnColumn] as const),
  ),
);

/** Which of these columns a header names: a table that was converted before comes out the same again. */
export function ownColumn(header: string): OwnColumn | null {
  return BY_HEADER.get(foldText(header)) ?? null;
}
