import type { Picture, PictureRow } from './blocks.ts';
import type { Paint } from './draw.ts';
import { visible } from './visible.ts';
import { columnsOf } from './width.ts';

/** What a column is not made narrower than, where its texts are longer. */
const MIN_WIDTH = 6;
const MAX_WIDTH = 28;
/** Plain characters: box lines are two columns wide on some Chinese terminals. */
const WALL = '|';
const CUT = '..';

/**
 * A sheet drawn as it lies: row numbers and roles on the left, columns beside one another. A text runs over
 * the empty cells to its right and is cut at the next one. What does not fit beside goes below, panel by panel.
 */
export function drawPicture(picture: Picture, width: number, paint: Paint): string {
  const gutters = [
    widest(picture.rows.map(({ mark }) => mark)),
    widest(picture.rows.map(({ role }) => role.text)),
  ] as const;
  const room = width - gutters[0] - gutters[1] - 3;
  return panelsOf(picture, room)
    .map((panel) => drawPanel(picture, panel, gutters, room, paint))
    .join('\n');
}

interface PanelColumn {
  readonly index: number;
  readonly width: number;
}

/** Columns with their widths, as many as fit beside one another in each panel. */
function panelsOf({ columns, rows }: Picture, room: number): PanelColumn[][] {
  const most = Math.max(1, Math.floor(room / (MIN_WIDTH + 1)));
  const panels = Math.max(1, Math.ceil(columns.length / most));
  const size = Math.ceil(columns.length / panels);
  return Array.from({ length: panels }, (_, panel) => {
    const indexes = columns.map((_, index) => index).slice(panel * size, (panel + 1) * size);
    const wanted = indexes.map((index) =>
      Math.max(columnsOf(columns[index] ?? ''), naturalWidth(rows, index)),
    );
    const widths = fitted(wanted, room - indexes.length);
    // The last column takes what is left, so that titles may run on.
    const left = room - indexes.length - widths.reduce((sum, width) => sum + width, 0);
    return widths.map((width, at) => ({
      index: indexes[at] ?? 0,
      width: width + (at === widths.length - 1 ? Math.max(0, left) : 0),
    }));
  });
}

/** Texts alone in their row do not widen a column: they run on. */
function naturalWidth(rows: readonly PictureRow[], column: number): number {
  return rows.reduce((most, { cells, loose }) => {
    if (cells.length < 2 || loose === true) return most;
    const text = cells.find((cell) => cell.column === column)?.text ?? '';
    return Math.min(MAX_WIDTH, Math.max(most, columnsOf(oneLine(text))));
  }, 1);
}

/** The widest give way until all fit. */
function fitted(wanted: readonly number[], room: number): number[] {
  const widths = [...wanted];
  while (widths.reduce((sum, width) => sum + width, 0) > room) {
    const widest = widths.indexOf(Math.max(...widths));
    if ((widths[widest] ?? 0) <= MIN_WIDTH) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

function drawPanel(
  { columns, rows }: Picture,
  panel: readonly PanelColumn[],
  [marks, roles]: readonly [number, number],
  room: number,
  paint: Paint,
): string {
  const gutter = (mark: string, role: string) =>
    `${' '.repeat(marks - columnsOf(mark))}${mark} ${padded(role, roles)} `;
  const head = panel.map(({ index, width }) => padded(columns[index] ?? '', width)).join(WALL);
  const indexes = new Set(panel.map(({ index }) => index));
  const lines = rows.map((row) => {
    const cells = row.cells.filter(({ column }) => indexes.has(column));
    const body = row.spans === true ? cut(row.cells[0]?.text ?? '', room) : drawCells(cells, panel, paint);
    const text = row.spans === true ? paint('muted', body) : body;
    return `${paint('muted', gutter(row.mark, '').slice(0, marks + 1))}${paint(row.role.tone, padded(row.role.text, roles))} ${WALL}${text}`;
  });
  return [`${gutter('', '')}${WALL}${paint('muted', head)}`, ...lines]
    .map((line) => line.trimEnd())
    .join('\n');
}

function drawCells(cells: PictureRow['cells'], panel: readonly PanelColumn[], paint: Paint): string {
  let line = '';
  const last = cells.reduce((most, { column }) => Math.max(most, column), -1);
  for (let at = 0; at < panel.length && (panel[at]?.index ?? 0) <= last; ) {
    const cell = cells.find(({ column }) => column === panel[at]?.index);
    let end = at + 1;
    let width = panel[at]?.width ?? 0;
    const text = oneLine(cell?.text ?? '');
    while (cell !== undefined && columnsOf(text) > width && end < panel.length && isFree(cells, panel[end])) {
      width += 1 + (panel[end]?.width ?? 0);
      end++;
    }
    line +=
      paint(cell?.tone ?? 'plain', padded(cut(text, width), width)) +
      ((panel[end]?.index ?? last + 1) <= last ? WALL : '');
    at = end;
  }
  return line;
}

function isFree(cells: PictureRow['cells'], column: PanelColumn | undefined): boolean {
  return cells.every((cell) => cell.column !== column?.index);
}

function oneLine(text: string): string {
  return visible(text).replace(/\s+/gu, ' ').trim();
}

function cut(text: string, width: number): string {
  if (columnsOf(text) <= width) return text;
  let short = '';
  for (const character of text) {
    if (columnsOf(short + character) > width - CUT.length) break;
    short += character;
  }
  return short + CUT;
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columnsOf(text)));
}

function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, columnsOf(text)), 0);
}
