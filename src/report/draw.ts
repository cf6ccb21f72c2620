import type { Block, Cell, Tone } from './blocks.ts';
import { drawPicture } from './draw-picture.ts';
import { visible } from './visible.ts';
import { columnsOf } from './width.ts';
import { wrapText } from './wrap.ts';

/** How a tone is painted; the identity where colours are off. */
export type Paint = (tone: Tone | 'heading', text: string) => string;

const MIN_WIDTH = 40;

/** Blocks as lines of at most `width` terminal columns. Chinese text is wrapped, never cut. */
export function drawBlocks(blocks: readonly Block[], width: number, paint: Paint): string {
  const room = Math.max(MIN_WIDTH, width);
  return `${blocks.map((block) => draw(block, room, paint)).join('\n')}\n`;
}

function draw(block: Block, width: number, paint: Paint): string {
  if (block.kind === 'picture') return drawPicture(block, width, paint);
  if (block.kind === 'table') return drawTable(block, width, paint);
  const tone = block.kind === 'heading' ? 'heading' : block.tone;
  const lines = wrapText(visible(block.text), width).map((line) => paint(tone, line));
  return (block.kind === 'heading' ? ['', ...lines] : lines).join('\n');
}

/** Columns side by side; a row is as high as its highest cell. */
function drawTable(block: Extract<Block, { kind: 'table' }>, width: number, paint: Paint): string {
  const widths = columnWidths(block, width);
  const head = block.head.map((text): Cell => ({ text, tone: 'muted' }));
  return [head, ...block.rows].flatMap((row) => drawRow(row, widths, paint)).join('\n');
}

function drawRow(row: readonly Cell[], widths: readonly number[], paint: Paint): string[] {
  const cells = row.map(({ text, tone }, index) => {
    const width = widths[index] ?? MIN_WIDTH;
    return { lines: wrapText(visible(text), width), width, tone };
  });
  const height = Math.max(...cells.map(({ lines }) => lines.length));
  return Array.from({ length: height }, (_, at) => {
    const parts = cells.map(({ lines, width, tone }) => {
      const line = lines[at] ?? '';
      return `${line === '' ? '' : paint(tone, line)}${' '.repeat(Math.max(0, width - columnsOf(line)))}`;
    });
    return `${' '.repeat(INDENT)}${parts.join(' '.repeat(GAP))}`.trimEnd();
  });
}

const GAP = 2;
const INDENT = 2;
const MIN_FILL = 24;
/**
 * Columns as wide as their content; the filling one takes what is left, but never less than `MIN_FILL`:
 * below that the widest of the others give way.
 */
function columnWidths({ head, rows, fill }: Extract<Block, { kind: 'table' }>, width: number): number[] {
  const widths = head.map((text, index) =>
    rows.reduce((most, row) => Math.max(most, widestLine(row[index]?.text ?? '')), columnsOf(text)),
  );
  const room = width - INDENT - GAP * (head.length - 1);
  const others = () => widths.reduce((sum, part, index) => (index === fill ? sum : sum + part), 0);
  while (others() > room - MIN_FILL) {
    const widest = widths.reduce(
      (best, part, index) => (index !== fill && part > (widths[best] ?? 0) ? index : best),
      fill === 0 ? 1 : 0,
    );
    widths[widest] = (widths[widest] ?? 1) - 1;
  }
  widths[fill] = room - others();
  return widths;
}

function widestLine(text: string): number {
  return visible(text)
    .split('\n')
    .reduce((most, line) => Math.max(most, columnsOf(line)), 0);
}
