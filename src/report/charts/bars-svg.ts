import type { Severity } from '../../model/policy.ts';
import { escaped } from '../escaped.ts';
import { visible } from '../visible.ts';
import { columnsOf } from '../width.ts';

/** One bar in parts by level, worst first. */
export interface Bar {
  readonly label: string;
  readonly counts: Readonly<Record<Severity, number>>;
  readonly total: number;
}

const WIDTH = 640;
const LABEL = 250;
const NUMBER = 48;
const ROW = 24;
/** What a label has room for, in columns of half a Chinese character. */
const LABEL_COLUMNS = 34;
/** Also in print and where no style sheet reaches. */
const FILLS: readonly (readonly [Severity, string])[] = [
  ['error', '#c62f2f'],
  ['warning', '#d98a00'],
  ['info', '#4a7fb5'],
];

/** Which end of a label that is too long says more: of a title the start, of a path the end. */
export type Kept = 'start' | 'end';

export interface Chart {
  readonly bars: readonly Bar[];
  /** What it shows, in words. */
  readonly description: string;
  readonly kept: Kept;
  /** What levels are called, for the legend. */
  readonly names: Readonly<Record<Severity, string>>;
}

/** Bars below one another as one drawing, with a legend of the levels that are there. */
export function barsSvg({ bars, description, kept, names }: Chart): string {
  const most = Math.max(1, ...bars.map(({ total }) => total));
  const scale = (WIDTH - LABEL - NUMBER) / most;
  const rows = bars.map((bar, index) => row(bar, index * ROW, scale, kept));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 ${WIDTH} ${(bars.length + 1) * ROW}" font-family="sans-serif" font-size="14" role="img" aria-label="${escaped(description)}">`,
    ...rows,
    legend(bars, bars.length * ROW, names),
    '</svg>',
  ].join('\n');
}

/** Colours alone tell nothing to those who do not see them. */
function legend(bars: readonly Bar[], y: number, names: Chart['names']): string {
  let x = LABEL;
  return FILLS.filter(([level]) => bars.some(({ counts }) => counts[level] > 0))
    .map(([level, fill]) => {
      const name = visible(names[level]);
      const drawn = `<rect class="${level}" x="${x}" y="${y + 8}" width="12" height="12" fill="${fill}"/><text x="${x + 18}" y="${y + ROW - 5}" fill="#222">${escaped(name)}</text>`;
      x += 40 + columnsOf(name) * 8;
      return drawn;
    })
    .join('');
}

function row({ label, counts, total }: Bar, y: number, scale: number, kept: Kept): string {
  let x = LABEL;
  const parts = FILLS.filter(([level]) => counts[level] > 0).map(([level, fill]) => {
    const width = Math.max(1, counts[level] * scale);
    const part = `<rect class="${level}" x="${x.toFixed(1)}" y="${y + 4}" width="${width.toFixed(1)}" height="${ROW - 8}" fill="${fill}"/>`;
    x += width;
    return part;
  });
  const base = y + ROW - 7;
  const name = `<text x="${LABEL - 8}" y="${base}" text-anchor="end" fill="#222">${escaped(cut(visible(label), kept))}</text>`;
  const number = `<text x="${(x + 6).toFixed(1)}" y="${base}" fill="#222">${total}</text>`;
  return [name, ...parts, number].join('');
}

function cut(label: string, kept: Kept): string {
  if (columnsOf(label) <= LABEL_COLUMNS) return label;
  const characters = Array.from(label);
  while (columnsOf(characters.join('')) > LABEL_COLUMNS - 1) {
    if (kept === 'start') characters.pop();
    else characters.shift();
  }
  return kept === 'start' ? `${characters.join('')}…` : `…${characters.join('')}`;
}
