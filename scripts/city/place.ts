import type { Anchor, DutyList, Field, Ref, TableKey, Value } from './types.ts';

export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export interface Choice {
  column: number;
  top: number;
  bottom: number;
  values: string[];
}

export interface Sheet {
  name: string;
  cells: Map<string, Value>;
  merges: Merge[];
  choices: Choice[];
  /** Rows drawn bold and centred by writers that can. */
  headings: Set<number>;
  hidden: boolean;
  rows: number;
  columns: number;
}

export interface Placement {
  sheets: Sheet[];
  anchors: Map<string, Ref>;
}

export const emptyPlacement = (): Placement => ({ sheets: [], anchors: new Map() });

export function addSheet(placement: Placement, name: string): Sheet {
  const sheet: Sheet = {
    name,
    cells: new Map(),
    merges: [],
    choices: [],
    headings: new Set(),
    hidden: false,
    rows: 0,
    columns: 0,
  };
  placement.sheets.push(sheet);
  return sheet;
}

export function put(sheet: Sheet, row: number, column: number, value: Value): Ref {
  sheet.rows = Math.max(sheet.rows, row + 1);
  sheet.columns = Math.max(sheet.columns, column + 1);
  if (value !== null) sheet.cells.set(`${row}:${column}`, value);
  return { sheet: sheet.name, row, column };
}

export function merge(sheet: Sheet, top: number, left: number, bottom: number, right: number): void {
  if (top !== bottom || left !== right) sheet.merges.push({ top, left, bottom, right });
}

export function anchorKey(anchor: Anchor): string {
  switch (anchor.at) {
    case 'cell':
      return `cell/${anchor.table}/${anchor.row}/${anchor.field}`;
    case 'header':
      return `header/${anchor.table}/${anchor.field}`;
    case 'declared':
      return `declared/${anchor.table}/${anchor.group ?? ''}`;
    case 'file':
      return 'file';
    default:
      return `${anchor.at}/${anchor.table}`;
  }
}

export function mark(placement: Placement, anchor: Anchor, ref: Ref): void {
  const key = anchorKey(anchor);
  if (!placement.anchors.has(key)) placement.anchors.set(key, ref);
}

export function resolve(placement: Placement, anchor: Anchor): Ref {
  const ref = placement.anchors.get(anchorKey(anchor));
  if (!ref) throw new Error(`the layout did not place ${anchorKey(anchor)}`);
  return ref;
}

export function a1(ref: Ref): string {
  let letters = '';
  for (let n = ref.column + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  }
  return `${letters}${ref.row + 1}`;
}

export interface Column {
  field: Field;
  word: string;
}

export const col = (field: Field, word: string): Column => ({ field, word });

export function countOf(list: DutyList, group: string | null): number {
  if (list.declared && list.declared.group === group) return list.declared.count;
  return list.rows.filter((row) => group === null || row.category === group).length;
}

/** Plain one-row header; `tables` lets several lists share it. */
export function putHeader(
  placement: Placement,
  sheet: Sheet,
  row: number,
  columns: readonly Column[],
  tables: readonly TableKey[],
  words: Partial<Record<Field, string>>,
): number {
  sheet.headings.add(row);
  columns.forEach((column, i) => {
    const ref = put(sheet, row, i, words[column.field] ?? column.word);
    for (const table of tables) {
      mark(placement, { at: 'header', table, field: column.field }, ref);
      if (i === 0) mark(placement, { at: 'first-header', table }, ref);
    }
  });
  return row + 1;
}
