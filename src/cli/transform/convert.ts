import path from 'node:path';
import type { Locale } from '../../model/policy.ts';
import { isBalanced } from '../../transform/canonical.ts';
import { toNdjson } from '../../write/ndjson.ts';
import { sheetNames } from '../../write/sheet-names.ts';
import { inputsOf } from '../inputs.ts';
import { OutputSet } from '../output-set.ts';
import { oneOf } from '../outputs.ts';
import { policyOf } from '../policy.ts';
import { readingOf } from '../reading.ts';
import { say } from '../say.ts';
import { refuseTargets } from '../targets.ts';
import { TEXTS } from '../texts.ts';
import { tell } from '../told.ts';
import { UsageError } from '../usage-error.ts';
import { written } from '../written.ts';
import { type ConvertOptions, formOf, selectedFields, sheetField } from './convert-choices.ts';
import {
  type CanonicalTable,
  type Choice,
  canonicalTables,
  idTable,
  lineageLines,
  recordsOf,
  rejectsTable,
} from './convert-tables.ts';
import { accountOf } from './convert-told.ts';
import { CONVERT_WORDS } from './convert-words.ts';
import { convertAll } from './converted.ts';

const FORMATS = ['xlsx', 'csv', 'ndjson', 'parquet'] as const;
type Format = (typeof FORMATS)[number];
const ENCODINGS = ['utf-8', 'gb18030'] as const;

/** Runs `jianfu convert`: 0 when every row was converted without a doubt, 1 when not. */
export async function convertCommand(
  paths: readonly string[],
  options: ConvertOptions,
  locale: Locale,
): Promise<number> {
  if (options.output === undefined) throw new UsageError(TEXTS.missingArgument, { found: '-o' });
  const target = options.output;
  const format = oneOf('-o', path.extname(target).slice(1).toLowerCase(), FORMATS);
  const encoding = oneOf('--output-encoding', options.outputEncoding, ENCODINGS);
  const policy = await policyOf(options.policy, null);
  const kinds = policy.vocabulary.kinds.map(({ id }) => id);
  for (const kind of options.kind) oneOf('--kind', kind, kinds);
  const select =
    options.select === undefined ? null : selectedFields('--select', options.select, options.kind, policy);
  const sheetsBy = options.sheetsBy === undefined ? null : sheetField(options.sheetsBy, options, policy);
  const choices = await readingOf(options, policy);
  const { limits } = choices;
  const form = options.asForm === undefined ? null : await formOf(options.asForm, options, policy, limits);
  const files = await inputsOf(paths, limits);
  const stem = target.slice(0, -path.extname(target).length);
  const targets = { table: target, lineage: `${stem}.lineage.ndjson`, rejects: `${stem}.rejects.csv` };
  refuseTargets(
    Object.values(targets),
    [...files, ...(form === null ? [] : [form.file])].map(({ absolute }) => absolute),
    options.force === true,
  );
  const total = await convertAll(
    files,
    {
      policy,
      kinds: form === null ? options.kind : form.places.map(({ kind }) => kind.id),
      ...choices,
    },
    locale,
  );
  if (total.rows.size === 0) throw new UsageError(CONVERT_WORDS.noTable);
  const flags = { yes: say(TEXTS.yes, locale), no: say(TEXTS.no, locale) };
  if (form !== null) {
    const { fillAndTell } = await import('./form-told.ts');
    return await fillAndTell({ form, total, targets, policy, limits, flags }, options.out, locale);
  }
  const { withOrigin = false, allColumns = false } = options;
  const chosen: Choice = { select, withOrigin, allColumns, sheetsBy };
  const tables = namedSheets(
    policy.vocabulary.kinds.flatMap((kind) => {
      const rows = total.rows.get(kind.id);
      return rows === undefined ? [] : canonicalTables(kind, rows, chosen, locale);
    }),
  );
  refuseSeveral(tables, format, select !== null, locale);
  const bytes = await written(() => tableBytes(tables, chosen, format, encoding, flags));
  const { toCsv } = await import('../../write/csv.ts');
  const rejects = await written(() => toCsv(rejectsTable(total.rejects, locale), encoding, flags));
  const outputs = new OutputSet(target);
  await outputs.add(targets.table, bytes);
  await outputs.add(targets.lineage, toNdjson(linesOf({ inputs: total.inputs }, tables, chosen)));
  await outputs.add(targets.rejects, rejects);
  outputs.commit();
  await tell(accountOf(total, tables, Object.values(targets), locale), options.out);
  for (const fault of total.faults) process.stderr.write(`jianfu: ${fault}\n`);
  if (total.faults.length > 0 || !isBalanced(total.counts)) return 3;
  const { unconverted, doubted, repeated } = total;
  return unconverted.length + doubted.length + repeated.length > 0 ? 1 : 0;
}

function* linesOf(inputs: unknown, tables: readonly CanonicalTable[], choice: Choice): Generator<unknown> {
  yield inputs;
  for (const table of tables) yield* lineageLines(table, choice);
}

/** Tables under the names their sheets can have. */
function namedSheets(tables: readonly CanonicalTable[]): readonly CanonicalTable[] {
  const names = sheetNames(tables.map(({ plain: { name } }) => name));
  return tables.map((table, at) => ({ ...table, plain: { ...table.plain, name: names[at] ?? '' } }));
}

/** Only a workbook holds tables of several kinds. */
function refuseSeveral(
  tables: readonly CanonicalTable[],
  format: Format,
  isSelected: boolean,
  locale: Locale,
): void {
  const kinds = new Set(tables.map(({ kind }) => kind));
  if (kinds.size < 2 || (format === 'xlsx' && !isSelected)) return;
  const found = tables.map(({ kind, rows }) => `${kind.id} ${kind.label[locale]} ${rows.length}`);
  throw new UsageError(CONVERT_WORDS.severalKinds, {
    found: found.join(locale === 'en' ? ', ' : '、'),
    reason: format === 'xlsx' ? 'select' : format,
  });
}

async function tableBytes(
  tables: readonly CanonicalTable[],
  choice: Choice,
  format: Format,
  encoding: (typeof ENCODINGS)[number],
  flags: { readonly yes: string; readonly no: string },
): Promise<Buffer | string> {
  const plains = tables.map((table) => table.plain);
  if (format === 'xlsx') {
    const { toXlsx } = await import('../../write/xlsx.ts');
    return await toXlsx(plains, flags);
  }
  const [only] = tables as readonly [CanonicalTable];
  if (format === 'parquet') {
    const { toParquet } = await import('../../write/parquet.ts');
    return toParquet(idTable(only));
  }
  if (format === 'ndjson') return toNdjson(recordsOf(only, choice));
  const { toCsv } = await import('../../write/csv.ts');
  return await toCsv(only.plain, encoding, flags);
}
