import type { Locale } from '../../model/policy.ts';
import { termsOf } from '../../pipeline.ts';
import { EssenceReader } from '../../plan/burden/essence.ts';
import { unitListsOf } from '../../plan/burden/listed-items.ts';
import { overlapsIn } from '../../plan/burden/overlaps.ts';
import { phrasingOf } from '../../plan/burden/phrasing.ts';
import { leftOutBlocks } from '../../report/burden/diff-blocks.ts';
import { overlapBlocks } from '../../report/burden/overlap-blocks.ts';
import { parseDay } from '../check/check.ts';
import { policyOf } from '../policy.ts';
import { tell } from '../told.ts';
import { UsageError } from '../usage-error.ts';
import { DIFF_TEXTS } from './burden-words.ts';
import { itemFacts } from './diff.ts';
import { readSide } from './list-versions.ts';

export interface SimilarOptions {
  readonly policy: string;
  readonly asOf?: string;
  readonly out: readonly string[];
}

/** `jianfu similar`: 0 when nothing overlaps, 1 when something does or a file cannot be read, 3 when the tool failed on one. */
export async function similarCommand(
  paths: readonly string[],
  options: SimilarOptions,
  locale: Locale,
): Promise<number> {
  const policy = await policyOf(options.policy, parseDay(options.asOf));
  const side = await readSide(paths, [], policy, locale);
  const lists = unitListsOf(side.datasets);
  if (lists.length === 0 && side.unreadable.length === 0)
    throw new UsageError(DIFF_TEXTS.noList, { path: paths.join(' ') });
  const reader = new EssenceReader(phrasingOf(policy.catalogues));
  const units = lists.map(({ unit, files, items }) => ({
    unit,
    files,
    items: items.length,
    overlaps: overlapsIn(items, reader, policy.catalogues),
  }));
  const facts = {
    schemaVersion: 1,
    packs: policy.layers.map(({ id }) => id),
    asOf: policy.asOf,
    inputs: side.inputs,
    unreadable: side.unreadable.map(({ file }) => file),
    units: units.map((unit) => ({
      ...unit,
      overlaps: unit.overlaps.map(({ kind, one, other }) => ({
        kind,
        one: itemFacts(one),
        other: other && itemFacts(other),
      })),
    })),
  };
  const terms = termsOf(policy);
  const rest = leftOutBlocks({ uncompared: [], unreadable: side.unreadable }, terms, locale);
  await tell({ facts, blocks: [...overlapBlocks({ units }, terms, locale), ...rest] }, options.out);
  for (const fault of side.faults) process.stderr.write(`jianfu: ${fault}\n`);
  if (side.faults.length > 0) return 3;
  return side.unreadable.length > 0 || units.some(({ overlaps }) => overlaps.length > 0) ? 1 : 0;
}
