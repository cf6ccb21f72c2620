import { cellText, shownText } from '../../model/cell-text.ts';
import { columnName } from '../../model/origin.ts';
import { headsCodes, maskPersonal } from '../../model/personal.ts';
import type { RowRole, Stretch, Table } from '../../model/table.ts';
import type { Row, Sheet } from '../../model/workbook.ts';
import { type Block, line, type PictureCell, type PictureRow, type Tone } from '../blocks.ts';
import type { Wording } from '../wording.ts';

/** Of a long stretch of rows of one role, so many are drawn at its beginning and at its end. */
const SHOWN = { first: 3, last: 2 };
/** Of a sheet of many short stretches, so many lines at its beginning and at its end. */
const LINES = { first: 45, last: 15 };
/** Columns beyond are hardly ever more than stray cells. */
const MOST_COLUMNS = 60;

/** Rows whose cells stand in columns; the others are lines of text. */
const SHAPING: ReadonlySet<RowRole> = new Set(['header', 'data', 'skipped']);

/**
 * A sheet as a person sees it, with the role of each row beside it and each column's field under its header. Below it,
 * how many columns that hold something are not drawn.
 */
export function pictureOf(
  sheet: Sheet,
  tables: readonly Table[],
  stretches: readonly Stretch[],
  wording: Wording,
): Block[] {
  const plan = shortened(stretches.flatMap(elided));
  const wanted = new Set(plan.flatMap((part) => ('row' in part ? [part.row] : [])));
  const cells = new Map<number, Row>();
  const filled = new Set<number>();
  for (const row of sheet.rows()) {
    if (wanted.has(row.number)) cells.set(row.number, row);
    addFilled(filled, row);
  }
  const columns = columnsIn([...cells.values()], tables);
  const indexOf = new Map(columns.map((column, index) => [column, index]));
  const fields = fieldLines(tables, indexOf, wording);
  const codes = new Set(
    tables.flatMap((table) =>
      table.columns.filter(({ header }) => headsCodes(header)).map(({ column }) => column),
    ),
  );
  const rows = plan.flatMap((part): PictureRow[] => {
    if (!('row' in part)) return [gap(part, wording)];
    const { row, role } = part;
    const tone: Tone = role === 'unclear' ? 'warning' : role === 'header' ? 'info' : 'plain';
    const drawn = {
      mark: String(row),
      role: { text: wording.role(role), tone },
      cells: cellsOf(cells.get(row), indexOf, codes, tone),
      loose: !SHAPING.has(role),
    };
    const field = fields.get(row);
    return field === undefined ? [drawn] : [drawn, field];
  });
  const left = [...filled].filter((column) => !indexOf.has(column));
  return [
    { kind: 'picture', columns: columns.map(columnName), rows },
    ...(left.length === 0 ? [] : [line(columnsLeft(left, wording), 'warning')]),
  ];
}

/** Rows that are not drawn; `role` is `null` where they are of several roles. */
interface Gap {
  readonly from: number;
  readonly to: number;
  readonly role: RowRole | null;
}

type Part = { readonly row: number; readonly role: RowRole } | Gap;

/** The rows of a stretch, or its first and last with the stretch between them. */
function elided({ from, to, role }: Stretch): Part[] {
  const rows = (first: number, last: number) =>
    Array.from({ length: last - first + 1 }, (_, index) => ({ row: first + index, role }));
  if (role === 'blank') return [{ from, to, role }];
  if (to - from < SHOWN.first + SHOWN.last + 1) return rows(from, to);
  const [head, tail] = [from + SHOWN.first, to - SHOWN.last];
  return [...rows(from, head - 1), { from: head, to: tail, role }, ...rows(tail + 1, to)];
}

/** Too many parts: those in the middle become one gap for each role, but nothing unclear is left out. */
function shortened(parts: readonly Part[]): Part[] {
  if (parts.length <= LINES.first + LINES.last) return [...parts];
  const middle = parts.slice(LINES.first, -LINES.last);
  const kept: Part[] = [];
  for (const part of middle) {
    const last = kept.at(-1);
    const isShown = 'row' in part && (part.role === 'unclear' || part.role === 'header');
    if (isShown || last === undefined || 'row' in last) kept.push(isShown ? part : asGap(part));
    else kept[kept.length - 1] = joined(last, asGap(part));
  }
  return [...parts.slice(0, LINES.first), ...kept, ...parts.slice(-LINES.last)];
}

function asGap(part: Part): Gap {
  return 'row' in part ? { from: part.row, to: part.row, role: part.role } : part;
}

function joined(above: Gap, below: Gap): Gap {
  return { from: above.from, to: below.to, role: above.role === below.role ? above.role : null };
}

function gap({ from, to, role }: Gap, wording: Wording): PictureRow {
  const text = wording.word(role === 'blank' ? 'blankRows' : 'elidedRows', { from, to, rows: to - from + 1 });
  return {
    mark: '',
    role: { text: role === null ? '' : wording.role(role), tone: 'muted' },
    cells: [{ column: 0, text, tone: 'muted' }],
    spans: true,
  };
}

function addFilled(filled: Set<number>, { cells }: Row): void {
  for (const [index, cell] of cells.entries()) {
    if (!filled.has(index + 1) && cellText(cell).trim() !== '') filled.add(index + 1);
  }
}

function columnsLeft(left: readonly number[], wording: Wording): string {
  const sorted = [...left].sort((one, other) => one - other);
  const ends = new Set([sorted[0] ?? 0, sorted.at(-1) ?? 0].map(columnName));
  return wording.word('columnsLeft', { count: left.length, columns: [...ends].join('–') });
}

/** Columns that hold something in the rows drawn, or that have a header. */
function columnsIn(rows: readonly Row[], tables: readonly Table[]): number[] {
  const used = new Set(tables.flatMap(({ columns }) => columns.map(({ column }) => column)));
  for (const { cells } of rows) {
    for (const [index, cell] of cells.entries()) if (cellText(cell).trim() !== '') used.add(index + 1);
  }
  return [...used].sort((left, right) => left - right).slice(0, MOST_COLUMNS);
}

/** `codes`: columns in which eleven digits are no telephone number. */
function cellsOf(
  row: Row | undefined,
  indexOf: ReadonlyMap<number, number>,
  codes: ReadonlySet<number>,
  tone: Tone,
): PictureCell[] {
  return (row?.cells ?? []).flatMap((cell, index) => {
    const written = cellText(cell).trim();
    const masked = codes.has(index + 1) ? written : maskPersonal(written);
    // A number format could part the digits that have to be hidden.
    const text = masked === written ? shownText(cell, row?.formats?.[index]).trim() : masked;
    const column = indexOf.get(index + 1);
    return text === '' || column === undefined ? [] : [{ column, text, tone }];
  });
}

/** Below the last row of each header: what every column was taken for. */
function fieldLines(
  tables: readonly Table[],
  indexOf: ReadonlyMap<number, number>,
  wording: Wording,
): ReadonlyMap<number, PictureRow> {
  const lines = new Map<number, PictureCell[]>();
  for (const { columns } of tables) {
    const row = Math.max(...columns.map(({ headerRow }) => headerRow));
    const cells = columns.flatMap(({ column, field }): PictureCell[] => {
      const at = indexOf.get(column);
      if (at === undefined) return [];
      if (field === null) return [{ column: at, text: `?${wording.word('notKnown')}`, tone: 'warning' }];
      return [{ column: at, text: wording.term('field', field), tone: 'good' }];
    });
    lines.set(row, [...(lines.get(row) ?? []), ...cells]);
  }
  const role = { text: wording.word('field'), tone: 'good' as const };
  return new Map([...lines].map(([row, cells]) => [row, { mark: '', role, cells, loose: true }]));
}
