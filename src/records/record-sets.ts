import type { FieldRecord, Quantity, RecordSet } from '../model/dataset.ts';
import type { FieldWords, KindWords } from '../model/policy.ts';
import type { Table, TableRow, TableSet } from '../model/table.ts';
import { foldText } from '../model/text.ts';
import { fieldColumns, RowRecord } from './record.ts';
import { unitOf } from './units.ts';

/** The rows of every table whose kind is known. Nothing is read until a rule asks for it. */
export function recordSetsOf({ tables, kinds }: TableSet): RecordSet[] {
  const byId = new Map(kinds.map((kind) => [kind.id, kind]));
  return tables.flatMap((table) => {
    const kind = byId.get(table.kind ?? '');
    return kind === undefined ? [] : [new TableRecords(table, kind)];
  });
}

class TableRecords implements RecordSet {
  private read: readonly FieldRecord[] | null = null;

  constructor(
    readonly table: Table,
    readonly kind: KindWords,
  ) {}

  get records(): readonly FieldRecord[] {
    this.read ??= readRows(this.table, this.kind);
    return this.read;
  }
}

function readRows(table: Table, kind: KindWords): FieldRecord[] {
  const columns = fieldColumns(table);
  const repeating = kind.fields.filter(({ id, repeats }) => repeats && columns.has(id)).map(({ id }) => id);
  const above = new Map<string, string>();
  return table.rows.map((row) => {
    const record = new KindRecord(row, table, columns, kind, aboutOf(row, columns, kind));
    for (const field of repeating) {
      const written = record.value(field).text.trim();
      if (written !== '') above.set(field, written);
      record.repeated.set(field, above.get(field) ?? '');
    }
    return record;
  });
}

/** The kind's own name field, else the first words of the row. */
function aboutOf(row: TableRow, columns: ReadonlyMap<string, number>, { name }: KindWords): string {
  const named = row.cells[(columns.get(name ?? '') ?? 0) - 1];
  if (typeof named === 'string' && named.trim() !== '') return named.trim();
  const words = row.cells.find((cell) => typeof cell === 'string' && /\p{L}/u.test(cell));
  return typeof words === 'string' ? words.trim() : '';
}

const YES = new Set(['是', '有', '对', '具备', '符合', '已', 'y', 'yes', 'true', '1', '√', '✓', '✔']);
const NO = new Set([
  '否',
  '无',
  '没有',
  '不',
  '不是',
  '不具备',
  '不符合',
  '未',
  'n',
  'no',
  'false',
  '0',
  '×',
  '✗',
  '✘',
]);

class KindRecord extends RowRecord implements FieldRecord {
  readonly repeated = new Map<string, string>();

  constructor(
    row: TableRow,
    table: Table,
    columns: ReadonlyMap<string, number>,
    private readonly kind: KindWords,
    about: string,
  ) {
    super(row, table, columns, about);
  }

  override quantity(field: string): Quantity | null {
    return this.wordsOf(field)?.type === 'percent' ? this.percent(field) : super.quantity(field);
  }

  text(field: string): string {
    return this.repeated.get(field) ?? this.value(field).text.trim();
  }

  flag(field: string): boolean | null {
    const word = foldText(this.value(field).text);
    const { yes = [], no = [] } = this.wordsOf(field) ?? {};
    if (YES.has(word) || yes.some((own) => foldText(own) === word)) return true;
    return NO.has(word) || no.some((own) => foldText(own) === word) ? false : null;
  }

  unit(field: string): string {
    return this.quantity(field)?.unit ?? this.usualUnit(field);
  }

  protected override usualUnit(field: string): string {
    const unit = this.wordsOf(field)?.unit ?? '';
    return unitOf(unit) ?? unit;
  }

  private wordsOf(field: string): FieldWords | undefined {
    return this.kind.fields.find(({ id }) => id === field);
  }
}
