import type { Dataset, FieldRecord, RecordSet } from '../model/dataset.ts';
import type { FieldType, FieldWords } from '../model/policy.ts';
import type { Column } from '../model/table.ts';
import type { CellValue } from '../model/workbook.ts';

/** A column whose field the pack gives a type, in a table of a known kind. */
export interface TypedColumn {
  readonly set: RecordSet;
  readonly column: Column;
  readonly field: FieldWords;
}

/** Columns of these types; the first of several with one field counts, as in records. */
export function typedColumns({ records }: Dataset, types: readonly FieldType[]): TypedColumn[] {
  return records.flatMap((set) =>
    set.kind.fields.flatMap((field) => {
      const column = set.table.columns.find((candidate) => candidate.field === field.id);
      return column !== undefined && types.includes(field.type) ? [{ set, column, field }] : [];
    }),
  );
}

/** Columns that count or measure. A number whose unit the pack leaves open may have another in each row. */
export function quantityColumns(dataset: Dataset): TypedColumn[] {
  return typedColumns(dataset, ['whole', 'number', 'percent']).filter(
    ({ field }) => field.unit !== null || field.type === 'percent',
  );
}

export interface TypedCell {
  readonly raw: CellValue;
  readonly record: FieldRecord;
}

/** Cells of the column that hold something. A merged cell is met once, where it starts. */
export function* cellsOf({ set, column: { column } }: TypedColumn): Generator<TypedCell> {
  for (const [index, { cells, repeated }] of set.table.rows.entries()) {
    const raw = cells[column - 1];
    const record = set.records[index];
    if (raw == null || record === undefined || repeated.includes(column)) continue;
    yield { raw, record };
  }
}
