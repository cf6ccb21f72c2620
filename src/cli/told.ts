import type { Block } from '../report/blocks.ts';
import { drawBlocks } from '../report/draw.ts';
import { paintFor } from './colour.ts';
import { parseOutputs, writeOutput } from './outputs.ts';

const FORMATS = ['table', 'json'] as const;
const WIDTH = 80;

/** What a command has to tell: as facts for programs, as blocks for people. */
export interface Told {
  readonly facts: unknown;
  readonly blocks: readonly Block[];
}

/** Writes an answer out in each `--out FORMAT[=PATH]`; without one, as a table on standard output. */
export async function tell({ facts, blocks }: Told, out: readonly string[]): Promise<void> {
  for (const { format, path } of parseOutputs(out.length === 0 ? ['table'] : out, FORMATS)) {
    const paint = paintFor(path === null ? 'auto' : 'never', process.stdout);
    const width = path === null ? (process.stdout.columns ?? WIDTH) : WIDTH;
    const text = format === 'json' ? `${JSON.stringify(facts, null, 2)}\n` : drawBlocks(blocks, width, paint);
    if (path === null) process.stdout.write(text);
    else await writeOutput(path, text);
  }
}
