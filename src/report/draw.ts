import Table from 'cli-table3';
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

/** cli-table3 cuts Chinese text when it wraps by itself, so it is given lines that fit already. */
function drawTable(block: Extract<Block, { kind: 'table' }>, width: number, paint: Paint): string {
  const widths = columnWidths(block, width);
  const table = new Table({
    head: [],
    style: { head: [], border: [], compact: true, 'padding-left': 0, 'padding-right': 0 },
    chars: NO_LINES,
  });
  table.push(
    block.head.map((text, index) => drawCell({ text, tone: 'muted' }, widths[index] ?? MIN_WIDTH, paint)),
  );
  for (const row of block.rows)
    table.push(row.map((cell, index) => drawCell(cell, widths[index] ?? MIN_WIDTH, paint)));
  return table
    .toString()
    .split('\n')
    .map((line) => `${' '.repeat(INDENT)}${line}`.trimEnd())
    .join('\n');
}

function drawCell({ text, tone }: Cell, width: number, paint: Paint): string {
  return wrapText(visible(text), width)
    .map((line) => paint(tone, line))
    .join('\n');
}

const GAP = 2;
const INDENT = 2;
const MIN_FILL = 24;
const NO_LINES = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: ' '.repeat(GAP),
};

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
