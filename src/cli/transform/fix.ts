import path from 'node:path';
import { type FixedFile, fixFile } from '../../fixing.ts';
import type { Locale } from '../../model/policy.ts';
import type { InputFile } from '../../read/inputs.ts';
import { rulesOf } from '../../rules/rules-of.ts';
import type { Edit } from '../../transform/edit.ts';
import { type Roster, rosterOf } from '../../transform/rollup/place.ts';
import { countDepartments, departmentSuggestions } from '../../transform/suggest/departments.ts';
import { firstOfEach } from '../../transform/suggest/suggestion.ts';
import { parseDay } from '../check/check.ts';
import { inputsOf } from '../inputs.ts';
import { parseLimits } from '../limits.ts';
import { OutputSet } from '../output-set.ts';
import { policyOf } from '../policy.ts';
import { progressLine } from '../progress.ts';
import { type ReadingOptions, readingOf } from '../reading.ts';
import { say } from '../say.ts';
import { refuseTargets, targetIn } from '../targets.ts';
import { TEXTS } from '../texts.ts';
import { tell } from '../told.ts';
import { UsageError } from '../usage-error.ts';
import { convertAll } from './converted.ts';
import { logTable } from './fix-log.ts';
import { type Reviewed, readReview, reviewTable } from './fix-review.ts';
import { type FixOutcome, fixBlocks, fixFacts } from './fix-told.ts';
import { FIX_WORDS } from './fix-words.ts';
import { ROLLUP_WORDS } from './rollup-words.ts';

export interface FixOptions extends ReadingOptions {
  readonly output?: string;
  readonly diff?: boolean;
  readonly review?: string;
  readonly suggested?: string;
  readonly roster?: string;
  readonly force?: boolean;
  readonly policy: string;
  readonly asOf?: string;
  readonly out: readonly string[];
}

const NOTHING_REVIEWED: Reviewed = { confirmed: new Map(), open: 0 };

/** Runs `jianfu fix`: 0; 1 where `--diff` would change something, or something confirmed could not be done. */
export async function fixCommand(
  paths: readonly string[],
  options: FixOptions,
  locale: Locale,
): Promise<number> {
  const { output, review } = options;
  const isDry = options.diff === true || output === undefined;
  refuseWrongUse(options);
  const policy = await policyOf(options.policy, parseDay(options.asOf));
  const reading = await readingOf(options, policy);
  const files = (await inputsOf(paths, reading.limits)).filter(({ skipped }) => skipped === null);
  const targetOf = (file: string) => targetIn(output ?? '', file);
  const targets = [
    ...(isDry ? [] : files.map((file) => targetOf(file.path))),
    ...(review === undefined ? [] : [review]),
  ];
  const others = [options.suggested, options.roster].flatMap((file) => file ?? []);
  refuseTargets(targets, [...files.map(({ absolute }) => absolute), ...others], options.force === true);
  const { confirmed, open } =
    options.suggested === undefined ? NOTHING_REVIEWED : await readReview(options.suggested, locale);
  const { limits, encoding } = reading;
  const choices = { policy, limits, encoding };
  const flags = { yes: say(TEXTS.yes, locale), no: say(TEXTS.no, locale) };
  const request = {
    settings: { policy, ...reading },
    rules: await rulesOf(policy),
    flags,
    logOf: (edits: readonly Edit[], sheets: readonly string[]) => logTable(edits, sheets, locale),
    roster: options.roster === undefined ? null : await rosterIn(options.roster, choices, locale),
    confirmed,
  };
  const progress = progressLine(process.stderr, true, locale);
  const fixed: Omit<FixedFile, 'bytes'>[] = [];
  const written = new OutputSet(output ?? review ?? '.');
  for (const [index, file] of files.entries()) {
    progress.update(index, files.length, file.path);
    const { bytes, ...one } = await fixFile(file, request);
    fixed.push(one);
    if (bytes === null || isDry) continue;
    await written.add(targetOf(file.path), bytes);
    await addLog(written, targetOf(file.path), one.edits, flags, locale);
  }
  progress.clear();
  const outcome: FixOutcome = {
    files: withDepartments(fixed),
    open,
    unknown: [...confirmed.keys()].filter((file) => files.every((one) => one.path !== file)),
    output: isDry ? null : (output ?? null),
    review: review ?? null,
  };
  if (review !== undefined) {
    const table = reviewTable(
      outcome.files.map(({ file, suggestions }) => ({ path: file.path, suggestions })),
      locale,
    );
    const { toXlsx } = await import('../../write/xlsx.ts');
    await written.add(review, await toXlsx([table], flags));
  }
  written.commit();
  await tell({ facts: fixFacts(outcome), blocks: fixBlocks(outcome, locale) }, options.out);
  const faults = fixed.flatMap((one) => one.faults);
  for (const { file, rule, error } of faults)
    process.stderr.write(`jianfu: ${file ?? ''} ${rule ?? ''}: ${error}\n`);
  if (faults.length > 0) return 3;
  const isUndone = outcome.unknown.length > 0 || fixed.some(({ stale }) => stale.length > 0);
  const wouldChange = options.diff === true && fixed.some(({ edits }) => edits.length > 0);
  return wouldChange || isUndone ? 1 : 0;
}

function refuseWrongUse({ output, diff, review }: FixOptions): void {
  if (output === undefined && diff !== true && review === undefined)
    throw new UsageError(FIX_WORDS.needsTarget);
  if (review !== undefined && path.extname(review).toLowerCase() !== '.xlsx')
    throw new UsageError(FIX_WORDS.reviewFormat, { path: review });
}

/** A text file has no second sheet: what was changed in it stands in a file beside it. */
async function addLog(
  written: OutputSet,
  target: string,
  edits: readonly Edit[],
  flags: { readonly yes: string; readonly no: string },
  locale: Locale,
): Promise<void> {
  if (path.extname(target).toLowerCase() === '.xlsx') return;
  const table = logTable(edits, [], locale);
  const { toCsv } = await import('../../write/csv.ts');
  await written.add(`${target}.${table.name}.csv`, await toCsv(table, 'utf-8', flags));
}

async function rosterIn(
  file: string,
  choices: Omit<Parameters<typeof convertAll>[1], 'kinds'>,
  locale: Locale,
): Promise<Roster> {
  const files: readonly InputFile[] = await inputsOf([file], choices.limits ?? parseLimits([]));
  const { rows } = await convertAll(files, { ...choices, kinds: ['community'] }, locale);
  const members = rows.get('community') ?? [];
  if (members.length === 0) throw new UsageError(ROLLUP_WORDS.noRoster, { path: file });
  return rosterOf(members);
}

/** Names of departments are held against those of all files, which are known only now. */
function withDepartments(fixed: readonly Omit<FixedFile, 'bytes'>[]): FixOutcome['files'] {
  const counts = countDepartments(fixed.flatMap(({ departments }) => departments));
  return fixed.map((one) => ({
    ...one,
    suggestions: firstOfEach([...one.suggestions, ...departmentSuggestions(one.departments, counts)]),
  }));
}
