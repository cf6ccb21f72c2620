import path from 'node:path';
import type { Locale, PolicyPack } from '../model/policy.ts';
import { byCodeUnit, nearest } from '../model/text.ts';
import { type Block, line, plain } from '../report/blocks.ts';
import { isBalanced } from '../transform/canonical.ts';
import { toNdjson } from '../write/ndjson.ts';
import {
  type CanonicalTable,
  type Choice,
  canonicalTable,
  idTable,
  lineageLines,
  recordsOf,
  rejectsTable,
} from './convert-tables.ts';
import { CONVERT_WORDS, DOUBT_WORDS } from './convert-words.ts';
import { convertAll, type Total } from './converted.ts';
import { parseEncoding } from './encoding.ts';
import { inputsOf } from './inputs.ts';
import { parseLimits } from './limits.ts';
import { oneOf, writeOutput } from './outputs.ts';
import { type PinOptions, pinsOf } from './pins.ts';
import { policyOf } from './policy.ts';
import { say } from './say.ts';
import { refuseTargets } from './targets.ts';
import { TEXTS } from './texts.ts';
import { tell } from './told.ts';
import { UsageError } from './usage-error.ts';
import { written } from './written.ts';

export interface ConvertOptions extends PinOptions {
  readonly output?: string;
  readonly kind: readonly string[];
  readonly select?: string;
  readonly withOrigin?: boolean;
  readonly allColumns?: boolean;
  readonly outputEncoding: string;
  readonly force?: boolean;
  readonly policy: string;
  readonly limit: readonly string[];
  readonly encoding?: string;
  readonly out: readonly string[];
}

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
  const limits = parseLimits(options.limit);
  const policy = await policyOf(options.policy, null);
  const kinds = policy.vocabulary.kinds.map(({ id }) => id);
  for (const kind of options.kind) oneOf('--kind', kind, kinds);
  const select = options.select === undefined ? null : selectedFields(options.select, options.kind, policy);
  const pins = await pinsOf(options, policy);
  const files = await inputsOf(paths, limits);
  const stem = target.slice(0, -path.extname(target).length);
  const targets = { table: target, lineage: `${stem}.lineage.ndjson`, rejects: `${stem}.rejects.csv` };
  refuseTargets(
    Object.values(targets),
    files.map(({ absolute }) => absolute),
    options.force === true,
  );
  const total = await convertAll(
    files,
    { policy, kinds: options.kind, limits, encoding: parseEncoding(options.encoding), pins },
    locale,
  );
  if (total.rows.size === 0) throw new UsageError(CONVERT_WORDS.noTable);
  const chosen = { select, withOrigin: options.withOrigin === true, allColumns: options.allColumns === true };
  const tables = policy.vocabulary.kinds.flatMap((kind) => {
    const rows = total.rows.get(kind.id);
    return rows === undefined ? [] : [canonicalTable(kind, rows, chosen, locale)];
  });
  refuseSeveral(tables, format, select !== null, locale);
  const flags = { yes: say(TEXTS.yes, locale), no: say(TEXTS.no, locale) };
  const bytes = await written(() => tableBytes(tables, chosen, format, encoding, flags));
  const { toCsv } = await import('../write/csv.ts');
  const rejects = await written(() => toCsv(rejectsTable(total.rejects, locale), encoding, flags));
  const inputs = { inputs: total.inputs };
  await writeOutput(targets.table, bytes);
  await writeOutput(targets.lineage, toNdjson(linesOf(inputs, tables)));
  await writeOutput(targets.rejects, rejects);
  await tell(accountOf(total, tables, Object.values(targets), locale), options.out);
  for (const fault of total.faults) process.stderr.write(`jianfu: ${fault}\n`);
  if (total.faults.length > 0 || !isBalanced(total.counts)) return 3;
  return total.rejects.length > 0 || total.doubted.length > 0 ? 1 : 0;
}

function* linesOf(inputs: unknown, tables: readonly CanonicalTable[]): Generator<unknown> {
  yield inputs;
  for (const table of tables) yield* lineageLines(table);
}

/** Ids or labels of fields, of the kinds that are wanted. */
function selectedFields(text: string, wanted: readonly string[], { vocabulary }: PolicyPack): string[] {
  const kinds = vocabulary.kinds.filter(({ id }) => wanted.length === 0 || wanted.includes(id));
  const fields = kinds.flatMap((kind) => kind.fields);
  return text.split(/[,，]/u).map((part) => {
    const word = part.trim();
    const field = fields.find(({ id, label }) => [id, label['zh-CN'], label.en].includes(word));
    if (field !== undefined) return field.id;
    const ids = [...new Set(fields.map(({ id }) => id))];
    throw new UsageError(TEXTS.badValue, {
      option: '--select',
      found: word,
      expected: ids.join(' | '),
      suggestion: nearest(word, ids) ?? 'none',
    });
  });
}

/** Only a workbook holds tables of several kinds. */
function refuseSeveral(
  tables: readonly CanonicalTable[],
  format: Format,
  isSelected: boolean,
  locale: Locale,
): void {
  if (tables.length < 2 || (format === 'xlsx' && !isSelected)) return;
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
    const { toXlsx } = await import('../write/xlsx.ts');
    return await toXlsx(plains, flags);
  }
  const [only] = tables as readonly [CanonicalTable];
  if (format === 'parquet') {
    const { toParquet } = await import('../write/parquet.ts');
    return toParquet(idTable(only));
  }
  if (format === 'ndjson') return toNdjson(recordsOf(only, choice));
  const { toCsv } = await import('../write/csv.ts');
  return await toCsv(only.plain, encoding, flags);
}

function accountOf(
  total: Total,
  tables: readonly CanonicalTable[],
  paths: readonly string[],
  locale: Locale,
) {
  const { counts, files, doubted } = total;
  const word = (id: 'heading' | 'rows' | 'columns' | 'table') => CONVERT_WORDS[id][locale];
  const told = counts.written + counts.joined + counts.rejected + counts.aside;
  const reasons = [...new Set(doubted.flatMap(({ doubts }) => doubts.map(({ reason }) => reason)))].sort(
    byCodeUnit,
  );
  const blocks: Block[] = [
    { kind: 'heading', text: word('heading') },
    {
      kind: 'table',
      head: [word('rows'), word('columns'), word('table')],
      rows: tables.map(({ kind, rows, plain: { columns } }) => [
        plain(String(rows.length)),
        plain(String(columns.length)),
        plain(`${kind.label[locale]} ${kind.id}`),
      ]),
      fill: 2,
    },
    line(say(CONVERT_WORDS.files, locale, { all: total.seen, ...files })),
    isBalanced(counts)
      ? line(say(CONVERT_WORDS.balance, locale, { ...counts }))
      : line(say(CONVERT_WORDS.unbalanced, locale, { read: counts.read, told }), 'error'),
    ...(doubted.length === 0
      ? []
      : [
          line(
            say(CONVERT_WORDS.doubtful, locale, {
              count: doubted.length,
              list: reasons.map((reason) => DOUBT_WORDS[reason][locale]).join(locale === 'en' ? ', ' : '、'),
            }),
            'warning',
          ),
        ]),
    line(say(CONVERT_WORDS.wrote, locale, { paths: paths.join(locale === 'en' ? ', ' : '、') })),
  ];
  const facts = {
    files: { all: total.seen, ...files },
    rows: counts,
    doubted: doubted.length,
    tables: tables.map(({ kind, rows, columns }) => ({
      kind: kind.id,
      rows: rows.length,
      columns: columns.map(({ field }) => field),
    })),
    written: paths,
  };
  return { facts, blocks };
}
