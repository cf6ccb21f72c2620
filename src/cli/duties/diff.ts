import type { BurdenChange, ListedItem } from '../../model/burden.ts';
import type { Locale, PolicyPack } from '../../model/policy.ts';
import { termsOf } from '../../pipeline.ts';
import { diffBlocks } from '../../report/burden/diff-blocks.ts';
import { reviewTable } from '../../report/burden/review-table.ts';
import { parseDay } from '../check/check.ts';
import { writeOutput } from '../outputs.ts';
import { policyOf } from '../policy.ts';
import { say } from '../say.ts';
import { refuseTargets } from '../targets.ts';
import { TEXTS } from '../texts.ts';
import { tell } from '../told.ts';
import { UsageError } from '../usage-error.ts';
import { DIFF_TEXTS } from './burden-words.ts';
import { type ComparedVersions, compareVersions, type VersionOptions } from './list-versions.ts';

export interface DiffOptions extends VersionOptions {
  readonly review?: string;
  readonly force?: boolean;
  readonly out: readonly string[];
}

/** `jianfu diff`: 0 when both versions were held against each other whole, 1 when a file or unit was left out, 3 when the tool failed on one. */
export async function diffCommand(
  versions: readonly [string, string],
  options: DiffOptions,
  locale: Locale,
): Promise<number> {
  const policy = await policyOf(options.policy, parseDay(options.asOf));
  if (options.review !== undefined && !/\.xlsx$/iu.test(options.review)) {
    throw new UsageError(DIFF_TEXTS.reviewFormat, { path: options.review });
  }
  const compared = await compareVersions(versions, options, policy, locale);
  if (options.review !== undefined) await writeReview(options.review, compared, options, policy, locale);
  const facts = factsOf(compared, policy);
  await tell({ facts, blocks: diffBlocks(compared, termsOf(policy), locale) }, options.out);
  return exitCodeOf(compared);
}

export function exitCodeOf({ faults, unreadable, uncompared }: ComparedVersions): number {
  for (const fault of faults) process.stderr.write(`jianfu: ${fault}\n`);
  if (faults.length > 0) return 3;
  return unreadable.length > 0 || uncompared.length > 0 ? 1 : 0;
}

async function writeReview(
  target: string,
  compared: ComparedVersions,
  options: DiffOptions,
  policy: PolicyPack,
  locale: Locale,
): Promise<void> {
  const sources = compared.files.map(({ absolute }) => absolute);
  refuseTargets([target], sources, options.force === true);
  const table = reviewTable(compared.units, termsOf(policy), locale);
  const { toXlsx } = await import('../../write/xlsx.ts');
  await writeOutput(
    target,
    await toXlsx([table], { yes: say(TEXTS.yes, locale), no: say(TEXTS.no, locale) }),
  );
  process.stderr.write(
    `${say(DIFF_TEXTS.reviewWritten, locale, { path: target, count: table.rows.length })}\n`,
  );
}

function factsOf({ units, uncompared, inputs, unreadable }: ComparedVersions, { layers, asOf }: PolicyPack) {
  return {
    schemaVersion: 1,
    packs: layers.map(({ id }) => id),
    asOf,
    inputs,
    unreadable: unreadable.map(({ file }) => file),
    uncompared,
    units: units.map(({ unit, before, after, changes }) => ({
      unit,
      before: { files: before.files, items: before.items.length },
      after: { files: after.files, items: after.items.length },
      changes: changes.map(changeFacts),
    })),
  };
}

function changeFacts({ before, after, ...rest }: BurdenChange) {
  return { ...rest, before: before.map(itemFacts), after: after.map(itemFacts) };
}

/** An item as JSON carries it. */
export function itemFacts({ list, text, category, department, at }: ListedItem) {
  const { file, sheet, a1 } = at;
  return { list, text, category, department, at: { file, sheet, a1 } };
}
