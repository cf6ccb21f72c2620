import { NO_PINS } from '../../model/pins.ts';
import type { Locale } from '../../model/policy.ts';
import { type Block, line, plain } from '../../report/blocks.ts';
import { type Roster, rosterOf } from '../../transform/rollup/place.ts';
import { type Rollup, rollUp } from '../../transform/rollup/rollup.ts';
import { inputsOf } from '../inputs.ts';
import { oneOf, writeOutput } from '../outputs.ts';
import { policyOf } from '../policy.ts';
import { type ReadingOptions, readingOf } from '../reading.ts';
import { say } from '../say.ts';
import { refuseTargets } from '../targets.ts';
import { TEXTS } from '../texts.ts';
import { tell } from '../told.ts';
import { UsageError } from '../usage-error.ts';
import { written } from '../written.ts';
import { repeatedLines } from './convert-told.ts';
import { convertAll, type Total } from './converted.ts';
import { rollupTables, stateOf } from './rollup-tables.ts';
import { ROLLUP_WORDS } from './rollup-words.ts';

export interface RollupOptions extends ReadingOptions {
  readonly output?: string;
  readonly roster?: string;
  readonly kind: readonly string[];
  readonly force?: boolean;
  readonly policy: string;
  readonly out: readonly string[];
}

/** Runs `jianfu rollup`: 0 when everybody handed in one version of everything, 1 when not. */
export async function rollupCommand(
  paths: readonly string[],
  options: RollupOptions,
  locale: Locale,
): Promise<number> {
  const target = options.output ?? '';
  if (target === '') throw new UsageError(TEXTS.missingArgument, { found: '-o' });
  oneOf('-o', target.split('.').at(-1)?.toLowerCase() ?? '', ['xlsx']);
  const policy = await policyOf(options.policy, null);
  const { kinds } = policy.vocabulary;
  for (const kind of options.kind)
    oneOf(
      '--kind',
      kind,
      kinds.map(({ id }) => id),
    );
  const choices = await readingOf(options, policy);
  const files = await inputsOf(paths, choices.limits);
  const rosterFiles = options.roster === undefined ? [] : await inputsOf([options.roster], choices.limits);
  const inputs = [...files, ...rosterFiles].map(({ absolute }) => absolute);
  refuseTargets([target], inputs, options.force === true);
  const total = await convertAll(files, { policy, ...choices, kinds: options.kind }, locale);
  const named = await convertAll(
    rosterFiles,
    { policy, ...choices, pins: NO_PINS, kinds: ['community'] },
    locale,
  );
  const members = (options.roster === undefined ? total : named).rows.get('community') ?? [];
  if (options.roster !== undefined && members.length === 0) {
    throw new UsageError(ROLLUP_WORDS.noRoster, { path: options.roster });
  }
  const roster = members.length === 0 ? null : rosterOf(members);
  const rollup = rollUp(total.rows, kinds, roster);
  const flags = { yes: say(TEXTS.yes, locale), no: say(TEXTS.no, locale) };
  const { toXlsx } = await import('../../write/xlsx.ts');
  await writeOutput(target, await written(() => toXlsx(rollupTables(rollup, kinds, locale), flags)));
  await tell(
    { facts: factsOf(rollup, roster, total), blocks: blocksOf(rollup, roster, total, target, locale) },
    options.out,
  );
  for (const fault of [...total.faults, ...named.faults]) process.stderr.write(`jianfu: ${fault}\n`);
  if (total.faults.length + named.faults.length > 0) return 3;
  const isWhole =
    rollup.units.every((unit) => stateOf(unit) === 'submitted') && total.unconverted.length === 0;
  const isClear = rollup.superseded.every(({ reason }) => reason !== 'undecided');
  return isWhole && isClear && total.repeated.length === 0 && rollup.homeless.length === 0 ? 0 : 1;
}

/** Rows that were converted, and what became of them. */
function rowCounts({ rows, homeless }: Rollup, { counts, rejects }: Total) {
  const used = [...rows.values()].reduce((sum, { length }) => sum + length, 0);
  const old = counts.written - used - homeless.length;
  return { written: counts.written, used, old, homeless: homeless.length, rejected: rejects.length };
}

function factsOf(rollup: Rollup, roster: Roster | null, total: Total) {
  const group = ({ place, units, expected, submitted, amounts, missing }: Rollup['total']) => ({
    place,
    units,
    expected,
    submitted,
    missing,
    amounts: rollup.measures.map((measure, at) => ({ ...measure, amount: [...amounts.values()][at] ?? 0 })),
  });
  return {
    rows: rowCounts(rollup, total),
    roster: roster === null ? null : roster.units.length,
    repeatedCodes: [...(roster?.repeated ?? [])].map(([code, units]) => ({
      code,
      units: units.map(({ community }) => community),
    })),
    repeatedLists: total.repeated,
    total: group(rollup.total),
    districts: rollup.districts.map(group),
    subdistricts: rollup.subdistricts.map(group),
    units: rollup.units.map((unit) => ({
      place: unit.place,
      code: unit.code,
      state: stateOf(unit),
      files: unit.files,
      missing: unit.missing,
      amounts: rollup.measures.map((measure, at) => ({
        ...measure,
        amount: [...unit.amounts.values()][at] ?? 0,
      })),
    })),
    superseded: rollup.superseded,
  };
}

function blocksOf(
  rollup: Rollup,
  roster: Roster | null,
  total: Total,
  target: string,
  locale: Locale,
): Block[] {
  const word = (id: keyof typeof ROLLUP_WORDS, args = {}) => say(ROLLUP_WORDS[id], locale, args);
  const count = (state: ReturnType<typeof stateOf>) =>
    rollup.units.filter((unit) => stateOf(unit) === state).length;
  const undecided = rollup.superseded.filter(({ reason }) => reason === 'undecided').length;
  const counts = {
    units: rollup.units.length,
    submitted: rollup.total.submitted,
    absent: count('missingUnit'),
    strangers: count('notExpected'),
  };
  const join = locale === 'en' ? ', ' : '、';
  const absent = rollup.units.filter((unit) => stateOf(unit) === 'missingUnit');
  return [
    { kind: 'heading', text: word('heading') },
    {
      kind: 'table',
      head: [word('expected'), word('submitted'), word('absent'), word('subdistrict')],
      rows: rollup.subdistricts.map(({ place, units, expected, submitted }) => [
        plain(String(expected)),
        plain(String(submitted)),
        plain(String(units - submitted)),
        plain([place.district, place.subdistrict].filter((name) => name !== '').join(' ') || word('unknown')),
      ]),
      fill: 3,
    },
    line(word(roster === null ? 'countsWithout' : 'counts', counts)),
    ...(absent.length === 0
      ? []
      : [line(`${word('absent')}: ${absent.map(({ place }) => place.community).join(join)}`, 'warning')]),
    line(word('rows', rowCounts(rollup, total))),
    ...[...(roster?.repeated ?? [])].map(([code, units]) =>
      line(
        word('repeated', {
          code,
          count: units.length,
          units: units.map(({ community }) => community).join(join),
        }),
        'warning',
      ),
    ),
    ...repeatedLines(total, locale),
    ...(undecided === 0 ? [] : [line(word('undecided', { count: undecided }), 'warning')]),
    line(word('wrote', { path: target })),
  ];
}
