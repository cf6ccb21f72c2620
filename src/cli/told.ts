import type { Locale, PolicyPack } from '../model/policy.ts';
import type { Block } from '../report/blocks.ts';
import { drawBlocks } from '../report/draw.ts';
import type { Report } from '../report/paper/report.ts';
import { paintFor } from './colour.ts';
import { parseOutputs, refuseWithoutPath, writeOutput } from './outputs.ts';

const FORMATS = ['table', 'json'] as const;
const WITH_PAPER = [...FORMATS, 'docx'] as const;
const WIDTH = 80;

/** What a command has to tell: as facts for programs, as blocks for people. */
export interface Told {
  readonly facts: unknown;
  readonly blocks: readonly Block[];
  /** The same as an official paper, where there is one. */
  readonly paper?: AskedPaper;
}

/** A paper that is made when it is asked for, and the pack that says how long it may be. */
export interface AskedPaper {
  readonly make: () => Promise<Report>;
  readonly policy: PolicyPack;
  readonly locale: Locale;
}

/** Writes an answer out in each `--out FORMAT[=PATH]`; without one, as a table on standard output. */
export async function tell({ facts, blocks, paper }: Told, out: readonly string[]): Promise<void> {
  const outputs = parseOutputs(
    out.length === 0 ? ['table'] : out,
    paper === undefined ? FORMATS : WITH_PAPER,
  );
  refuseWithoutPath(outputs, ['docx']);
  for (const { format, path } of outputs) {
    if (format === 'docx') {
      if (paper !== undefined && path !== null) await writePaper(path, paper);
      continue;
    }
    const paint = paintFor(path === null ? 'auto' : 'never', process.stdout);
    const width = path === null ? (process.stdout.columns ?? WIDTH) : WIDTH;
    const text = format === 'json' ? `${JSON.stringify(facts, null, 2)}\n` : drawBlocks(blocks, width, paint);
    if (path === null) process.stdout.write(text);
    else await writeOutput(path, text);
  }
}

/** As a Word document; one that is longer than the pack allows is told. */
export async function writePaper(path: string, { make, policy, locale }: AskedPaper): Promise<void> {
  const { toDocx } = await import('../write/docx.ts');
  const { wordsOf } = await import('../report/paper/report.ts');
  const { tellLength } = await import('./check/paper-length.ts');
  const { paper, body, kind } = await make();
  await writeOutput(path, await toDocx(paper));
  tellLength({ path, words: wordsOf(body), kind }, policy, locale);
}
