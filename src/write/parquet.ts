import { parquetWriteBuffer, type SchemaElement } from 'hyparquet-writer';
import type { FieldType } from '../model/policy.ts';
import type { PlainTable, PlainValue } from './plain-table.ts';

/**
 * A Parquet file with typed columns, each of which may be empty. What is not of its column's type, such as a text under a number, is
 * left empty: a column has one type only. The bytes depend on the table alone.
 */
export function toParquet({ columns, rows }: PlainTable): Buffer {
  const schema: SchemaElement[] = [
    { name: 'root', num_children: columns.length },
    ...columns.map(({ header, type }) => ({
      name: header,
      ...ELEMENTS[type],
      repetition_type: 'OPTIONAL' as const,
    })),
  ];
  const columnData = columns.map(({ header, type }, at) => ({
    name: header,
    data: rows.map((row) => typed(row[at] ?? null, type)),
  }));
  return Buffer.from(parquetWriteBuffer({ schema, columnData, createdBy: 'jianfu' }));
}

const TEXT = { type: 'BYTE_ARRAY', converted_type: 'UTF8' } as const;
const ELEMENTS: Readonly<Record<FieldType, Omit<SchemaElement, 'name'>>> = {
  text: TEXT,
  id: TEXT,
  whole: { type: 'INT64' },
  number: { type: 'DOUBLE' },
  percent: { type: 'DOUBLE' },
  flag: { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE' },
};

function typed(value: PlainValue, type: FieldType): string | bigint | number | boolean | Date | null {
  if (value === null) return null;
  switch (type) {
    case 'whole':
      return typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : null;
    case 'number':
    case 'percent':
      return typeof value === 'number' ? value : null;
    case 'flag':
      return typeof value === 'boolean' ? value : null;
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
        ? new Date(`${value}T00:00:00Z`)
        : null;
    default:
      return String(value);
  }
}
