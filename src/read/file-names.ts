import type { SkippedFile } from '../model/run.ts';

const TABLE_NAME = /\.(xlsx|xlsm|xlsb|xltx|xls|xlt|et|ett|ods|fods|csv|tsv|tab|txt|xml)$/i;

export function isArchiveName(name: string): boolean {
  return /\.zip$/i.test(name);
}

/** Why a file met in a folder or an archive is passed over unread; `null` when it is to be read. */
export function whySkipped(name: string): SkippedFile | null {
  if (name.startsWith('~$') || name.startsWith('.~')) return 'lock-file';
  const lower = name.toLowerCase();
  if (name.startsWith('.') || lower === 'thumbs.db' || lower === 'desktop.ini') return 'system-file';
  return TABLE_NAME.test(name) ? null : 'not-a-table';
}
