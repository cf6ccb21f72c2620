import type { FigurePart } from '../../model/run.ts';
import type { PlainTable } from '../../write/plain-table.ts';
import type { Wording } from '../wording.ts';
import { INPUT_STATES, WHY_WORDS } from './figure-words.ts';

export interface PartRow {
  readonly file: string;
  readonly sheet: string;
  readonly cell: string;
  readonly rule: string;
  readonly text: string;
  readonly fingerprint: string;
}

const NOTHING: PartRow = { file: '', sheet: '', cell: '', rule: '', text: '', fingerprint: '' };

/** What a figure counts, in the words of the report. */
export function partRow(part: FigurePart, wording: Wording): PartRow {
  switch (part.kind) {
    case 'finding': {
      const { finding } = part;
      const { file = '', sheet = null, a1 = null } = finding.origins[0] ?? {};
      const { rule, fingerprint } = finding;
      return { file, sheet: sheet ?? '', cell: a1 ?? '', rule, text: wording.finding(finding), fingerprint };
    }
    case 'input':
      return { ...NOTHING, file: part.input.path, text: wording.say(INPUT_STATES[part.input.state]) };
    case 'sheet':
      return { ...NOTHING, file: part.file, sheet: part.sheet };
    case 'rule':
      return { ...NOTHING, rule: part.rule, text: wording.ruleTitle(part.rule) };
    case 'skip': {
      const { file = '', sheet = null, a1 = null } = part.skip.origin ?? {};
      const { rule } = part.skip;
      return { ...NOTHING, file, sheet: sheet ?? '', cell: a1 ?? '', rule, text: wording.skip(part.skip) };
    }
  }
}

/** All parts of a figure as a table to be written; the first column adds up to the figure. */
export function partTableOf(id: string, parts: readonly FigurePart[], wording: Wording): PlainTable {
  const text = (word: keyof typeof WHY_WORDS) => ({
    header: wording.say(WHY_WORDS[word]),
    type: 'text' as const,
  });
  return {
    name: id,
    columns: [
      { header: wording.say(WHY_WORDS.adds), type: 'whole' },
      ...(['file', 'sheet', 'cell', 'rule', 'text', 'fingerprint'] as const).map(text),
    ],
    rows: parts.map((part) => {
      const row = partRow(part, wording);
      return [part.weight, row.file, row.sheet, row.cell, row.rule, row.text, row.fingerprint];
    }),
  };
}
