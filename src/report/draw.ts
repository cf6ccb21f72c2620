import Table from 'cli-table3';
import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import type { Block, Cell, Tone } from './blocks.ts';
import { visible } from './visible.ts';

/** How a tone is painted; the identity where colours are off. */
export type Paint = (tone: Tone | 'heading', text: string) => string;

const MIN_WIDTH = 40;
/** A fixed column may take this share of the width before it is wrapped as well. */
const FIXED_SHARE = 0.3;

/** Blocks as lines of at most `width` terminal columns. Chinese text is wrapped, never cut. */
export function drawBlocks(blocks: readonly Block[], width: number, paint: Paint): string {
  const room = Math.max(MIN_WIDTH, width);
  return `${blocks.map((block) => draw(block, room, paint)).join('\n')}\n`;
}

function draw(block: Block, width: number, paint: Paint): string {
  if (block.kind === 'heading') return `\n${paint('heading', wrap(visible(block.text), width))}`;
  if (block.kind === 'line') {
    return wrap(block.cells.map(({ text, tone }) => paint(tone, visible(text))).join(''), width);
  }
  return drawTable(block, width, paint);
}

function wrap(text: string, width: number): string {
  return wrapAnsi(text, width, { hard: true, trim: false });
}

/** cli-table3 cuts Chinese text when it wraps by itself, so it is given lines that fit already. */
function drawTable(block: Extract<Block, { kind: 'table' }>, width: number, paint: Paint): string {
  const widths = columnWidths(block, width);
  const table = new Table({
    head: [],
    style: { head: [], border: [], compact: true, 'padding-left': 0, 'padding-right': 0 },
    chars: NO_LINES,
  });
  table.push(block.head.map((text, index) => paint('muted', wrap(text, widths[index] ?? MIN_WIDTH))));
  for (const row of block.rows)
    table.push(row.map((cell, index) => drawCell(cell, widths[index] ?? MIN_WIDTH, paint)));
  return table
    .toString()
    .split('\n')
    .map((line) => `  ${line}`.trimEnd())
    .join('\n');
}

function drawCell({ text, tone }: Cell, width: number, paint: Paint): string {
  const lines = wrap(visible(text), width).split('\n');
  return lines.map((line) => (tone === 'plain' ? line : paint(tone, line))).join('\n');
}

const GAP = 2;
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

function columnWidths({ head, rows, fill }: Extract<Block, { kind: 'table' }>, width: number): number[] {
  const widest = head.map((text, index) =>
    Math.max(
      stringWidth(text),
      ...rows.map((row) =>
        Math.max(
          ...visible(row[index]?.text ?? '')
            .split('\n')
            .map((line) => stringWidth(line)),
        ),
      ),
    ),
  );
  const fixed = widest.map((needed, index) =>
    index === fill ? 0 : Math.min(needed, Math.floor(width * FIXED_SHARE)),
  );
  const left = width - 2 - GAP * (head.length - 1) - fixed.reduce((sum, part) => sum + part, 0);
  return fixed.map((part, index) => (index === fill ? Math.max(10, left) : part));
}
