import { cellText } from '../model/cell-text.ts';
import type { Finding } from '../model/run.ts';
import type { Table } from '../model/table.ts';

/** The column of a duty's lead department. */
const FIELD = 'leadDepartment';

/** Findings on a row that names its lead department carry it, so that reports can add up by department. */
export function withDepartments(findings: readonly Finding[], tables: readonly Table[]): readonly Finding[] {
  if (findings.length === 0) return findings;
  const departments = new Map(tables.flatMap(departmentsIn));
  return findings.map((finding) => {
    const [origin] = finding.origins;
    const department = departments.get(placeOf(origin?.sheet, origin?.row));
    return department === undefined ? finding : { ...finding, department };
  });
}

function departmentsIn({ sheet, columns, rows }: Table): (readonly [string, string])[] {
  const column = columns.find(({ field }) => field === FIELD)?.column;
  if (column === undefined) return [];
  return rows.flatMap(({ row, cells }) => {
    const name = cellText(cells[column - 1]).replace(/\s+/gu, '');
    return name === '' ? [] : [[placeOf(sheet, row), name] as const];
  });
}

function placeOf(sheet: string | null | undefined, row: number | null | undefined): string {
  return `${row ?? ''} ${sheet ?? ''}`;
}
