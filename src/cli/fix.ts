import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type FixedFile, fixFile } from '../fixing.ts';
import { a1Of } from '../model/origin.ts';
import { NO_PINS } from '../model/pins.ts';
import type { Locale } from '../model/policy.ts';
import { type Block, line, plain } from '../report/blocks.ts';
import { RULE_TITLES } from '../rules/index.ts';
import { rulesOf } from '../rules/rules-of.ts';
import type { Edit } from '../transform/edit.ts';
import type { PlainTable } from '../write/plain-table.ts';
import { parseDay } from './check.ts';
import { parseEncoding } from './encoding.ts';
import { FIX_WORDS, UNFIXED_WORDS } from './fix-words.ts';
import { inputsOf } from './inputs.ts';
import { parseLimits } from './limits.ts';
import { writeOutput } from './outputs.ts';
import { policyOf } from './policy.ts';
import { progressLine } from './progress.ts';
import { say } from './say.ts';
import { refuseTargets } from './targets.ts';
import { TEXTS } from './texts.ts';
import { tell } from './told.ts';
import { UsageError } from './usage-error.ts';

export interface FixOptions {
  readonly output?: string;
  readonly diff?: boolean;
  readonly force?: boolean;
  readonly policy: string;
  readonly asOf?: string;
  readonly limit: readonly string[];
  readonly encoding?: string;
  readonly out: readonly string[];
}

/** Runs `jianfu fix`: 0, or with `--diff` 1 where something would change. */
export async function fixCommand(
  paths: readonly string[],
  options: FixOptions,
  locale: Locale,
): Promise<number> {
  const isDry = options.diff === true;
  if (options.output === undefined && !isDry) throw new UsageError(FIX_WORDS.needsTarget);
  const limits = parseLimits(options.limit);
  const policy = await policyOf(options.policy, parseDay(options.asOf));
  const files = (await inputsOf(paths, limits)).filter(({ skipped }) => skipped === null);
  const targetOf = (file: string) => targetIn(options.output ?? '', file);
  if (!isDry) {
    refuseTargets(
      files.map((file) => targetOf(file.path)),
      files.map(({ absolute }) => absolute),
      options.force === true,
    );
  }
  const request = {
    settings: { policy, limits, encoding: parseEncoding(options.encoding), pins: NO_PINS },
    rules: await rulesOf(policy),
    flags: { yes: say(TEXTS.yes, locale), no: say(TEXTS.no, locale) },
    logOf: (edits: readonly Edit[], sheets: readonly string[]) => logTable(edits, sheets, locale),
  };
  const progress = progressLine(process.stderr, true, locale);
  const fixed: Omit<FixedFile, 'bytes'>[] = [];
  for (const [index, file] of files.entries()) {
    progress.update(index, files.length, file.path);
    const { bytes, ...one } = await fixFile(file, request);
    fixed.push(one);
    if (bytes === null || isDry) continue;
    const target = targetOf(file.path);
    await mkdir(path.dirname(target), { recursive: true });
    await writeOutput(target, bytes);
  }
  progress.clear();
  await tell(
    { facts: factsOf(fixed), blocks: blocksOf(fixed, isDry ? null : (options.output ?? null), locale) },
    options.out,
  );
  const faults = fixed.flatMap((one) => one.faults);
  for (const { file, rule, error } of faults)
    process.stderr.write(`jianfu: ${file ?? ''} ${rule ?? ''}: ${error}\n`);
  if (faults.length > 0) return 3;
  return isDry && fixed.some(({ edits }) => edits.length > 0) ? 1 : 0;
}

/** Where a file goes: below the folder, whatever its path says. */
function targetIn(folder: string, file: string): string {
  const target = path.join(folder, file);
  const inside = path.relative(folder, target);
  if (inside.startsWith('..') || path.isAbsolute(inside))
    throw new UsageError(FIX_WORDS.outside, { path: file });
  return target;
}

function logTable(edits: readonly Edit[], sheets: readonly string[], locale: Locale): PlainTable {
  const nameOf = (number: string) => say(FIX_WORDS.log, locale, { number });
  let name = nameOf('');
  for (let number = 2; sheets.includes(name); number++) name = nameOf(` ${number}`);
  const headers = ['number', 'sheet', 'cell', 'before', 'after', 'rule'] as const;
  return {
    name,
    columns: headers.map((id) => ({ header: FIX_WORDS[id][locale], type: 'text' })),
    rows: edits.map(({ sheet, row, column, before, after, rules }, index) => [
      index + 1,
      sheet,
      a1Of(row, column),
      before,
      after,
      titlesOf(rules, locale),
    ]),
  };
}

function titlesOf(rules: readonly string[], locale: Locale): string {
  return rules.map((id) => `${RULE_TITLES[id]?.[locale] ?? id} ${id}`).join(locale === 'en' ? '; ' : '；');
}

type Told = Omit<FixedFile, 'bytes'>;

function factsOf(fixed: readonly Told[]) {
  return {
    files: fixed.map(({ file, edits, unfixed, left }) => ({
      file: file.path,
      unfixed,
      left: left.length,
      edits: edits.map(({ sheet, row, column, before, after, rules }) => ({
        sheet,
        cell: a1Of(row, column),
        before,
        after,
        rules,
      })),
    })),
  };
}

function blocksOf(fixed: readonly Told[], target: string | null, locale: Locale): Block[] {
  const word = (id: keyof typeof FIX_WORDS, args = {}) => say(FIX_WORDS[id], locale, args);
  const changed = fixed.filter(({ edits }) => edits.length > 0);
  const unfixed = fixed.filter((one) => one.unfixed !== null);
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  return [
    ...changed.flatMap(({ file, edits }): Block[] => [
      { kind: 'heading', text: word('file', { path: file.path, count: edits.length }) },
      {
        kind: 'table',
        head: [word('place'), word('change')],
        rows: edits.map(({ sheet, row, column, before, after, rules }) => [
          plain(`${sheet}!${a1Of(row, column)}`),
          plain(`${shown(before)}\n→ ${shown(String(after))}\n${titlesOf(rules, locale)}`),
        ]),
        fill: 1,
      },
    ]),
    { kind: 'heading', text: word('heading') },
    line(
      word('files', {
        all: fixed.length,
        changed: changed.length,
        same: fixed.length - changed.length - unfixed.length,
        unfixed: unfixed.length,
      }),
    ),
    ...unfixed.map((one) =>
      line(
        word('unfixed', {
          path: one.file.path,
          reason: UNFIXED_WORDS[one.unfixed ?? 'structure'][locale],
        }),
        'warning',
      ),
    ),
    line(
      word('counts', {
        edits: sum(changed.map(({ edits }) => edits.length)),
        left: sum(fixed.map(({ left }) => left.length)),
      }),
    ),
    line(target === null || changed.length === 0 ? word('wroteNothing') : word('wrote', { path: target })),
  ];
}

/** Blanks and characters nobody sees, so that the change can be seen. */
function shown(text: string): string {
  return text
    .replace(/\r\n|[\r\n]/gu, '⏎')
    .replace(/[^\S\ufeff]/gu, '␣')
    .replace(
      /[\p{Cf}\p{Cc}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]/gu,
      (one) => `<U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`,
    );
}
