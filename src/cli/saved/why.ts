import { resolve } from 'node:path';
import type { Locale } from '../../model/policy.ts';
import { nearest } from '../../model/text.ts';
import { figureBlocks, figureList } from '../../report/runs/figure-blocks.ts';
import { partTableOf } from '../../report/runs/part-rows.ts';
import { wordingFor } from '../../report/wording.ts';
import { figureOf, partsOf } from '../../runs/figures.ts';
import { writeOutput } from '../outputs.ts';
import { say } from '../say.ts';
import { refuseTargets } from '../targets.ts';
import { TEXTS } from '../texts.ts';
import { tell } from '../told.ts';
import { UsageError } from '../usage-error.ts';
import { written } from '../written.ts';
import { RUNS_TEXTS } from './runs-words.ts';
import { readSavedRun } from './saved-run.ts';

export interface WhyOptions {
  readonly evidence?: string;
  readonly force?: boolean;
  readonly out: readonly string[];
}

/** `jianfu why`: what a printed figure is made of; without one, the figures that can be asked for. */
export async function whyCommand(
  report: string,
  id: string | undefined,
  { evidence, force = false, out }: WhyOptions,
  locale: Locale,
): Promise<number> {
  const run = readSavedRun(report);
  const wording = wordingFor(run, locale);
  if (id === undefined) {
    if (evidence !== undefined) throw new UsageError(RUNS_TEXTS.evidenceOfWhat);
    await tell({ facts: run.figures, blocks: figureList(run, wording) }, out);
    return 0;
  }
  const figure = figureOf(run, id);
  if (figure === null) {
    const known = run.figures.map((one) => one.id);
    throw new UsageError(RUNS_TEXTS.noFigure, { found: id, suggestion: nearest(id, known) ?? 'none' });
  }
  const parts = partsOf(run, figure.parts);
  if (evidence !== undefined) {
    refuseTargets([resolve(evidence)], [resolve(report)], force);
    const { toXlsx } = await import('../../write/xlsx.ts');
    const flags = { yes: say(TEXTS.yes, locale), no: say(TEXTS.no, locale) };
    const table = partTableOf(id, parts, wording);
    await writeOutput(evidence, await written(async () => await toXlsx([table], flags)));
    process.stderr.write(`${say(TEXTS.wrote, locale, { path: evidence })}\n`);
  }
  await tell(
    { facts: { ...figure, counted: parts }, blocks: figureBlocks(run, figure, parts, wording) },
    out,
  );
  return 0;
}
