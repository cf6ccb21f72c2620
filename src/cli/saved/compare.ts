import type { Locale } from '../../model/policy.ts';
import { comparisonBlocks } from '../../report/runs/comparison-blocks.ts';
import { compareRuns } from '../../runs/compare.ts';
import { tell } from '../told.ts';
import { UsageError } from '../usage-error.ts';
import { RUNS_TEXTS } from './runs-words.ts';
import { readSavedRun } from './saved-run.ts';

/** `jianfu compare`. Exit 1 where the last run has findings that the one before it has not. */
export async function compareCommand(
  reports: readonly string[],
  out: readonly string[],
  locale: Locale,
): Promise<number> {
  if (reports.length < 2) throw new UsageError(RUNS_TEXTS.twoRuns);
  const named = reports.map((name) => ({ name, run: readSavedRun(name) }));
  const facts = compareRuns(named);
  // Labels of ids are those of the packs that the runs were made with; the last has the last word.
  const terms = Object.assign({}, ...named.map(({ run }) => run.terms));
  await tell({ facts, blocks: comparisonBlocks(facts, terms, locale) }, out);
  const counts = facts.steps.at(-1)?.counts;
  return counts !== undefined && counts.new + counts.added > 0 ? 1 : 0;
}
