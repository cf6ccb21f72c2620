import type { Group } from '../../model/check.ts';
import type { FieldRecord, RecordSet } from '../../model/dataset.ts';
import { foldText } from '../../model/text.ts';

/** What rows are taken together under: `key` compares, `label` is for people. */
export interface GroupName {
  readonly key: string;
  readonly label: string;
}

/** The group a row belongs to; `null` where a field that names it is empty. */
export function groupOf(record: FieldRecord, set: RecordSet, group: Group): GroupName | null {
  const { file, sheet, headerRows } = set.table;
  switch (group) {
    case 'row':
      return { key: `${file}\n${sheet}\n${record.row.row}`, label: record.about };
    case 'table':
      return { key: `${file}\n${sheet}\n${headerRows[0] ?? 0}`, label: sheet };
    case 'file':
      return { key: file, label: file.split('/').at(-1) ?? file };
    case 'all':
      return { key: '', label: '' };
    default: {
      const texts = group.map((field) => record.text(field));
      if (texts.some((text) => text === '')) return null;
      return { key: texts.map(foldText).join('\n'), label: texts.join(' ') };
    }
  }
}

/** Groups of one row, table or file are complete once the file is read; all others need every file. */
export function spansFiles(group: Group): boolean {
  return group !== 'row' && group !== 'table' && group !== 'file';
}
