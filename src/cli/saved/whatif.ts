import { type FlipPoint, flipPoints, type Sweep, type Trial, trialsOf } from '../../indicators/sweep.ts';
import type { Locale } from '../../model/policy.ts';
import type { Measure, Run } from '../../model/run.ts';
import { nearest } from '../../model/text.ts';
import { check, listInputs } from '../../pipeline.ts';
import { type Block, line, plain } from '../../report/blocks.ts';
import { rulesOf } from '../../rules/rules-of.ts';
import { parseDay } from '../check/check.ts';
import { version } from '../home.ts';
import { policyOf } from '../policy.ts';
import { say } from '../say.ts';
import { TEXTS } from '../texts.ts';
import { tell } from '../told.ts';
import { UsageError } from '../usage-error.ts';
import { readSavedRun } from './saved-run.ts';
import { WHATIF_WORDS } from './whatif-words.ts';

export interface WhatifOptions {
  readonly set: readonly string[];
  readonly policy: string;
  readonly asOf?: string;
  readonly out: readonly string[];
  /** A JSON report of `check --measures`, in place of paths. */
  readonly report?: string;
}

const MAX_TRIALS = 1000;

/** `jianfu whatif`: how many units fail at other values of a parameter, from the numbers of one run. */
export async function whatifCommand(
  paths: readonly string[],
  options: WhatifOptions,
  locale: Locale,
): Promise<number> {
  if (options.set.length === 0) throw new UsageError(TEXTS.missingArgument, { found: '--set' });
  const sweeps = options.set.map(parseSweep);
  const trials = sweeps.reduce((count, { values }) => count * values.length, 1);
  if (trials > MAX_TRIALS)
    throw new UsageError(WHATIF_WORDS.tooMany, { found: trials, expected: MAX_TRIALS });
  const { packs, asOf, measures } = await measuresOf(paths, options);
  const known = [...new Set(measures.map(({ parameter }) => parameter))];
  for (const { parameter } of sweeps) {
    if (known.includes(parameter)) continue;
    const suggestion = nearest(parameter, known) ?? 'none';
    throw new UsageError(WHATIF_WORDS.notMeasured, {
      found: parameter,
      suggestion,
      expected: known.join(' ') || 'none',
    });
  }
  const facts = {
    packs: packs.map(({ id }) => id),
    asOf,
    parameters: sweeps.map(({ parameter }) => parameter),
    trials: trialsOf(measures, sweeps),
    flips: sweeps.flatMap((sweep) => flipPoints(measures, sweep)),
  };
  const from = say(WHATIF_WORDS.from, locale, { packs: facts.packs.join(' → '), day: asOf });
  await tell(
    { facts, blocks: [line(from), ...blocksOf(sweeps, facts.trials, facts.flips, locale)] },
    options.out,
  );
  return 0;
}

/** `id=15..25`, `id=15..25:0.5` or `id=18`. */
export function parseSweep(text: string): Sweep {
  const found = /^([^=]+)=(-?\d+(?:\.\d+)?)(?:\.\.(-?\d+(?:\.\d+)?)(?::(\d+(?:\.\d+)?))?)?$/.exec(text);
  const [, parameter = '', from = '', to = from, step = '1'] = found ?? [];
  const [first, last, by] = [Number(from), Number(to), Number(step)];
  const count = Math.floor((last - first) / by + 1e-9) + 1;
  if (found === null || by <= 0 || count < 1) {
    const expected = 'staff.per-10k=15..25 | staff.per-10k=15..25:0.5 | staff.per-10k=18';
    throw new UsageError(TEXTS.badValue, { option: '--set', found: text, expected, suggestion: 'none' });
  }
  if (count > MAX_TRIALS) throw new UsageError(WHATIF_WORDS.tooMany, { found: count, expected: MAX_TRIALS });
  // Steps such as 0.1 add up to what nobody typed.
  return {
    parameter,
    values: Array.from({ length: count }, (_, at) => Number((first + at * by).toFixed(9))),
  };
}

/** What is needed of a run: the numbers it held against parameters. */
type RunMeasures = Pick<Run, 'packs' | 'asOf'> & { readonly measures: readonly Measure[] };

function savedMeasures(path: string): RunMeasures {
  const { measures, packs, asOf } = readSavedRun(path);
  if (measures === undefined) throw new UsageError(WHATIF_WORDS.noMeasures, { path });
  return { measures, packs, asOf };
}

/** From a saved report, whose files are not looked at again; else from one run over the files. */
async function measuresOf(
  paths: readonly string[],
  { policy: asked, asOf, report }: WhatifOptions,
): Promise<RunMeasures> {
  if (report !== undefined && paths.length > 0) throw new UsageError(WHATIF_WORDS.reportOrPaths);
  if (report !== undefined) return savedMeasures(report);
  if (paths.length === 0) throw new UsageError(TEXTS.missingArgument, { found: 'paths' });
  const policy = await policyOf(asked, parseDay(asOf));
  const { files, missing } = await listInputs(paths);
  const [absent] = missing;
  if (absent !== undefined) throw new UsageError(TEXTS.noMatch, { path: absent });
  const rules = await rulesOf(policy, { measures: true });
  const run = await check({ files, policy, rules, version: version(), measures: true });
  return { packs: run.packs, asOf: run.asOf, measures: run.measures ?? [] };
}

function blocksOf(
  sweeps: readonly Sweep[],
  trials: readonly Trial[],
  flips: readonly FlipPoint[],
  locale: Locale,
): Block[] {
  const word = (id: keyof typeof WHATIF_WORDS) => WHATIF_WORDS[id][locale];
  return [
    { kind: 'heading', text: word('trials') },
    {
      kind: 'table',
      head: [word('fail'), word('open'), word('pass'), sweeps.map(({ parameter }) => parameter).join(' × ')],
      rows: trials.map(({ values, breaks, uncertain, keeps }) => [
        { text: String(breaks), tone: breaks > 0 ? ('error' as const) : ('good' as const) },
        plain(String(uncertain)),
        plain(String(keeps)),
        plain(values.join(' × ')),
      ]),
      fill: 3,
    },
    { kind: 'heading', text: word('flips') },
    ...(flips.length === 0
      ? [line(word('noFlip'))]
      : [
          {
            kind: 'table' as const,
            head: [word('value'), word('unit')],
            rows: flips.map(({ value, about, at, breaks, parameter, rule }) => [
              plain(String(Number(value.toFixed(4)))),
              plain(
                [
                  `${about}　${say(breaks === 'below' ? WHATIF_WORDS.failsBelow : WHATIF_WORDS.failsAbove, locale, { value: Number(value.toFixed(4)) })}`,
                  `${at.file} ${at.sheet ?? ''}!${at.a1 ?? ''}　${parameter}　${rule}`,
                ].join('\n'),
              ),
            ]),
            fill: 1,
          },
        ]),
  ];
}
