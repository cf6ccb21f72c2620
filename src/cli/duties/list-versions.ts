import type { PairDecision } from '../../model/burden.ts';
import type { Dataset } from '../../model/dataset.ts';
import { NO_PINS } from '../../model/pins.ts';
import type { Locale, PolicyPack } from '../../model/policy.ts';
import { foldText } from '../../model/text.ts';
import { readFiles } from '../../pipeline.ts';
import { compareLists, type ListComparison } from '../../plan/burden/compare.ts';
import { movedFunctions, withHandovers } from '../../plan/burden/handovers.ts';
import type { InputFile } from '../../read/inputs.ts';
import { DEFAULT_LIMITS } from '../../read/limits.ts';
import { writeUnreadable } from '../../report/report.ts';
import { inputsOf } from '../inputs.ts';
import { progressLine } from '../progress.ts';
import { UsageError } from '../usage-error.ts';
import { DIFF_TEXTS } from './burden-words.ts';

export interface VersionOptions {
  readonly policy: string;
  readonly asOf?: string;
  readonly beforeSheet: readonly string[];
  readonly afterSheet: readonly string[];
  readonly reviewed: readonly string[];
}

/** Both versions as they were read and held against each other. */
export interface ComparedVersions extends ListComparison {
  readonly inputs: readonly {
    readonly side: 'before' | 'after';
    readonly path: string;
    readonly sha256: string | null;
  }[];
  readonly unreadable: readonly { readonly file: string; readonly text: string }[];
  /** Our own failures, file by file. */
  readonly faults: readonly string[];
  readonly datasets: { readonly before: readonly Dataset[]; readonly after: readonly Dataset[] };
  readonly files: readonly InputFile[];
}

/** Reads the two versions that a person names, and the decisions of an earlier review. */
export async function compareVersions(
  [before, after]: readonly [string, string],
  options: VersionOptions,
  policy: PolicyPack,
  locale: Locale,
): Promise<ComparedVersions> {
  if (before === after && options.beforeSheet.length === 0 && options.afterSheet.length === 0) {
    throw new UsageError(DIFF_TEXTS.sameInput, { path: before });
  }
  const sides = {
    before: await readSide([before], options.beforeSheet, policy, locale),
    after: await readSide([after], options.afterSheet, policy, locale),
  };
  for (const [side, path] of [
    ['before', before],
    ['after', after],
  ] as const) {
    const { datasets, unreadable } = sides[side];
    const hasLists = datasets.some(({ dutyLists }) => dutyLists.some(({ items }) => items.length > 0));
    if (!hasLists && unreadable.length === 0) throw new UsageError(DIFF_TEXTS.noList, { path });
  }
  const decisions = await decisionsIn(options.reviewed, policy, locale);
  const compared = compareLists(sides.before.datasets, sides.after.datasets, policy.catalogues, decisions);
  const functions = movedFunctions([...sides.before.datasets, ...sides.after.datasets]);
  return {
    ...compared,
    units: withHandovers(compared.units, functions, compared.reader),
    inputs: (['before', 'after'] as const).flatMap((side) =>
      sides[side].inputs.map((input) => ({ side, ...input })),
    ),
    unreadable: [...sides.before.unreadable, ...sides.after.unreadable],
    faults: [...sides.before.faults, ...sides.after.faults],
    datasets: { before: sides.before.datasets, after: sides.after.datasets },
    files: [...sides.before.files, ...sides.after.files],
  };
}

/** Everything that files and folders say. */
export async function readSide(
  paths: readonly string[],
  sheets: readonly string[],
  policy: PolicyPack,
  locale: Locale,
) {
  const files = await inputsOf(paths, DEFAULT_LIMITS);
  const side = {
    files,
    datasets: [] as Dataset[],
    inputs: [] as { path: string; sha256: string | null }[],
    unreadable: [] as { file: string; text: string }[],
    faults: [] as string[],
  };
  const progress = progressLine(process.stderr, true, locale);
  for await (const one of readFiles(files, policy, { pins: { ...NO_PINS, sheets } })) {
    side.inputs.push({ path: one.file.path, sha256: one.sha256 });
    if (one.fault !== null) side.faults.push(`${one.file.path}: ${one.fault}`);
    if (one.unreadable !== null)
      side.unreadable.push({ file: one.file.path, text: writeUnreadable(one.unreadable, locale) });
    if (one.read !== null) side.datasets.push(one.read.dataset);
    progress.update(side.inputs.length, files.length, one.file.path);
  }
  progress.clear();
  return side;
}

/** A row without a yes or no decides nothing. */
async function decisionsIn(
  paths: readonly string[],
  policy: PolicyPack,
  locale: Locale,
): Promise<readonly PairDecision[]> {
  const decisions: PairDecision[] = [];
  for (const path of paths) {
    const { datasets } = await readSide([path], [], policy, locale);
    const sets = datasets.flatMap(({ records }) => records.filter(({ kind }) => kind.id === 'review'));
    if (sets.length === 0) throw new UsageError(DIFF_TEXTS.noReview, { path });
    for (const record of sets.flatMap(({ records }) => records)) {
      const same = record.flag('sameDuty');
      const [before, after] = [keyIn(record.text('itemBefore')), keyIn(record.text('itemAfter'))];
      if (same !== null && before !== '' && after !== '') decisions.push({ before, after, same });
    }
  }
  return decisions;
}

function keyIn(text: string): string {
  return foldText(text);
}
