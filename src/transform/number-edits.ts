import type { Dataset } from '../model/dataset.ts';
import type { Finding } from '../model/run.ts';
import type { Edit } from './edit.ts';

const RULE = 'cell-number-as-text';
const NUMBER = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,10})?$/u;

/** Numbers kept as text, as numbers: the one cell that was told, or the whole column where that was told. */
export function numberEdits(findings: readonly Finding[], { tables }: Dataset): Edit[] {
  return findings.flatMap(({ rule, message, origins: [at] }) => {
    if (rule !== RULE || at?.row == null || at.column === null) return [];
    const { row: told, column, sheet } = at;
    const table = tables.find((one) => one.sheet === sheet && one.rows.some(({ row }) => row === told));
    const rows = (table?.rows ?? []).filter(({ row }) => message.id === 'column' || row === told);
    return rows.flatMap(({ row, cells, repeated }): Edit[] => {
      const before = cells[column - 1];
      if (typeof before !== 'string' || repeated.includes(column) || !NUMBER.test(before.trim())) return [];
      const after = Number(before.trim().replaceAll(',', ''));
      return [{ sheet: table?.sheet ?? '', row, column, before, after, rules: [RULE], formatOf: null }];
    });
  });
}
