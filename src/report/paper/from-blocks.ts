import type { Locale } from '../../model/policy.ts';
import type { PaperPart, PaperTable } from '../../write/paper.ts';
import type { Block } from '../blocks.ts';
import { columnsOf } from '../width.ts';
import { paragraph, type Titled } from './numbered.ts';

/** What a command draws for a terminal, as sections of a paper: a section for each heading, tables ruled. `before` holds what comes before the first heading. */
export function sectionsOf(
  blocks: readonly Block[],
  locale: Locale,
): { readonly before: readonly PaperPart[]; readonly titled: readonly Titled[] } {
  const before: PaperPart[] = [];
  const titled: { readonly title: string; readonly parts: PaperPart[] }[] = [];
  for (const block of blocks) {
    if (block.kind === 'heading') titled.push({ title: block.text, parts: [] });
    else (titled.at(-1)?.parts ?? before).push(...partsOf(block, locale));
  }
  return { before, titled };
}

function partsOf(block: Exclude<Block, { kind: 'heading' }>, locale: Locale): PaperPart[] {
  if (block.kind === 'line') return [paragraph('text', closed(block.text, locale))];
  if (block.kind === 'table') return [tableOf(block)];
  // No command with a paper draws a sheet.
  return [];
}

/** A line for a terminal needs no full stop; a sentence of a paper does. */
function closed(text: string, locale: Locale): string {
  return /[。.！!？?：:]$/u.test(text) ? text : `${text}${locale === 'en' ? '.' : '。'}`;
}

/** A column is as wide as what it holds, within what leaves room for the others. */
const NARROWEST = 7;
const MARGIN = 3;
const WIDEST = 40;

function tableOf({ head, rows }: Extract<Block, { kind: 'table' }>): PaperTable {
  const texts = rows.map((row) => row.map(({ text }) => text));
  const widths = head.map((title, column) => {
    const widest = texts.flatMap((row) => (row[column] ?? '').split('\n')).map(columnsOf);
    return Math.min(
      WIDEST,
      Math.max(NARROWEST, columnsOf(title) + MARGIN, ...widest.map((one) => one + MARGIN)),
    );
  });
  const centred = head.flatMap((_, column) =>
    texts.every((row) => columnsOf(row[column] ?? '') < 10) ? [column] : [],
  );
  return { rank: 'table', head, rows: texts, widths, centred };
}
