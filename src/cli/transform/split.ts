import path from 'node:path';
import type { Locale } from '../../model/policy.ts';
import type { CanonicalRow } from '../../transform/canonical.ts';
import { addTo } from '../../transform/lists.ts';
import { type Place, placeOf } from '../../transform/rollup/place.ts';
import { inputsOf } from '../inputs.ts';
import { OutputSet } from '../output-set.ts';
import { oneOf } from '../outputs.ts';
import { policyOf } from '../policy.ts';
import { type ReadingOptions, readingOf } from '../reading.ts';
import { say } from '../say.ts';
import { refuseTargets } from '../targets.ts';
import { TEXTS } from '../texts.ts';
import { UsageError } from '../usage-error.ts';
import { written } from '../written.ts';
import { canonicalTable } from './convert-tables.ts';
import { CONVERT_WORDS } from './convert-words.ts';
import { convertAll } from './converted.ts';
import { ROLLUP_WORDS } from './rollup-words.ts';

export interface SplitOptions extends ReadingOptions {
  readonly output?: string;
  readonly by: string;
  readonly kind: readonly string[];
  readonly force?: boolean;
  readonly policy: string;
}

const LEVELS = ['community', 'subdistrict', 'district'] as const;
type Level = (typeof LEVELS)[number];

/** Runs `jianfu split`: one workbook of canonical tables for each unit; 1 when rows were not converted. */
export async function splitCommand(
  paths: readonly string[],
  options: SplitOptions,
  locale: Locale,
): Promise<number> {
  const folder = options.output ?? '';
  if (folder === '') throw new UsageError(TEXTS.missingArgument, { found: '-o' });
  const by = oneOf('--by', options.by, LEVELS);
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
  const total = await convertAll(files, { policy, ...choices, kinds: options.kind }, locale);
  if (total.rows.size === 0) throw new UsageError(CONVERT_WORDS.noTable);
  const units = unitsOf(total.rows, by);
  const names = fileNames([...units.keys()], locale);
  const targets = new Map([...names].map(([key, name]) => [key, path.join(folder, name)]));
  refuseTargets(
    [...targets.values()],
    files.map(({ absolute }) => absolute),
    options.force === true,
  );
  const flags = { yes: say(TEXTS.yes, locale), no: say(TEXTS.no, locale) };
  const { toXlsx } = await import('../../write/xlsx.ts');
  const choice = { select: null, withOrigin: false, allColumns: false, sheetsBy: null };
  const outputs = new OutputSet(folder);
  for (const [key, own] of units) {
    const tables = kinds.flatMap((kind) => {
      const rows = own.get(kind.id);
      return rows === undefined ? [] : [canonicalTable(kind, rows, choice, locale).plain];
    });
    const target = targets.get(key) ?? '';
    await outputs.add(target, await written(() => toXlsx(tables, flags)));
  }
  outputs.commit();
  process.stdout.write(`${say(ROLLUP_WORDS.wroteMany, locale, { count: units.size, path: folder })}\n`);
  for (const fault of total.faults) process.stderr.write(`jianfu: ${fault}\n`);
  if (total.faults.length > 0) return 3;
  return total.unconverted.length > 0 ? 1 : 0;
}

/** Rows by unit and kind; the key of a unit is its place down to the level. */
function unitsOf(
  rows: ReadonlyMap<string, readonly CanonicalRow[]>,
  by: Level,
): ReadonlyMap<string, ReadonlyMap<string, readonly CanonicalRow[]>> {
  const units = new Map<string, Map<string, CanonicalRow[]>>();
  for (const [kind, found] of rows) {
    for (const row of found) {
      const key = JSON.stringify(upTo(placeOf(row, kind), by));
      const unit = units.get(key) ?? new Map<string, CanonicalRow[]>();
      units.set(key, unit);
      addTo(unit, kind, [row]);
    }
  }
  return units;
}

function upTo({ community, subdistrict, district }: Place, by: Level): string[] {
  if (by === 'district') return [district];
  return by === 'subdistrict' ? [district, subdistrict] : [district, subdistrict, community];
}

/** Folders and file names that any system takes, none twice: a place nobody knows is called so. */
function fileNames(keys: readonly string[], locale: Locale): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    keys.map((key) => {
      const parts = (JSON.parse(key) as string[]).map(
        (part) => safeName(part) || ROLLUP_WORDS.unknown[locale],
      );
      for (let number = 1; ; number++) {
        const name = `${parts.join('/')}${number === 1 ? '' : `(${number})`}.xlsx`;
        if (taken.has(name.toLowerCase())) continue;
        taken.add(name.toLowerCase());
        return [key, name] as const;
      }
    }),
  );
}

/** Windows refuses these signs and names, and names end with no dot or blank. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
const LONGEST = 60;

function safeName(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, '_')
    .replace(/^[.\s]+|[.\s]+$/gu, '');
  const short = Array.from(plain).slice(0, LONGEST).join('');
  return RESERVED.test(short) ? `_${short}` : short;
}
