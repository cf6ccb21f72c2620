import type { Locale, PolicyPack } from '../../model/policy.ts';
import type { Limits } from '../../read/limits.ts';
import { type Block, line } from '../../report/blocks.ts';
import { isBalanced, type Reject } from '../../transform/canonical.ts';
import { toCsv } from '../../write/csv.ts';
import { toNdjson } from '../../write/ndjson.ts';
import type { FlagWords } from '../../write/plain-table.ts';
import { OutputSet } from '../output-set.ts';
import { say } from '../say.ts';
import { tell } from '../told.ts';
import { doubtsIn, type FilledForm, type FormFile, fillForm, formLineage } from './convert-form.ts';
import { rejectsTable } from './convert-tables.ts';
import { CONVERT_WORDS, DOUBT_WORDS } from './convert-words.ts';
import type { Total } from './converted.ts';
import { FORM_WORDS } from './form-words.ts';

export interface FormRequest {
  readonly form: FormFile;
  readonly total: Total;
  readonly targets: Readonly<Record<'table' | 'lineage' | 'rejects', string>>;
  readonly policy: PolicyPack;
  readonly limits: Limits;
  readonly flags: FlagWords;
}

/** Fills the form, writes it with its lineage and the rejects, and tells what was done: 0, or 1 where a person has to look. */
export async function fillAndTell(
  { form, total, targets, policy, limits, flags }: FormRequest,
  out: readonly string[],
  locale: Locale,
): Promise<number> {
  const filled = await fillForm(form, total.rows, policy, limits, flags);
  const { left } = filled;
  const unplaced = left.map(
    ({ file, sheet, row, values }): Reject => ({
      file,
      sheet,
      row,
      reason: 'no-place',
      text: [...values.values()].join('｜'),
    }),
  );
  const rejects = [...total.rejects, ...unplaced];
  const counts = {
    ...total.counts,
    written: total.counts.written - left.length,
    rejected: total.counts.rejected + left.length,
  };
  const written = new OutputSet(targets.table);
  await written.add(targets.table, filled.bytes);
  await written.add(targets.lineage, toNdjson([{ inputs: total.inputs }, ...formLineage(filled)]));
  await written.add(targets.rejects, await toCsv(rejectsTable(rejects, locale), 'utf-8', flags));
  written.commit();
  const facts = { rows: counts, ...factsOf(filled, locale), written: Object.values(targets) };
  await tell({ facts, blocks: blocksOf(filled, total, counts, targets, policy, locale) }, out);
  for (const fault of total.faults) process.stderr.write(`jianfu: ${fault}\n`);
  if (total.faults.length > 0 || !isBalanced(counts)) return 3;
  return total.unconverted.length + left.length + total.doubted.length + filled.short.length > 0 ? 1 : 0;
}

function factsOf(filled: FilledForm, locale: Locale) {
  return {
    tables: filled.tables.map(({ place, rows, missing }) => ({
      kind: place.kind.id,
      sheet: place.table.sheet,
      from: place.from,
      rows: rows.length,
      missing,
    })),
    formulas: filled.formulas,
    short: filled.short,
    doubts: doubtsIn(filled, locale).map(({ cell, reason, found }) => ({ cell, reason, found })),
  };
}

/** More would not be read; the facts have all. */
const MOST_SHOWN = 12;

function blocksOf(
  filled: FilledForm,
  total: Total,
  counts: Total['counts'],
  targets: FormRequest['targets'],
  { vocabulary }: PolicyPack,
  locale: Locale,
): Block[] {
  const join = locale === 'en' ? ', ' : '、';
  const shown = (texts: readonly string[]) =>
    texts.slice(0, MOST_SHOWN).join(join) + (texts.length > MOST_SHOWN ? ` … (${texts.length})` : '');
  const warn = (id: 'formulas' | 'short' | 'doubts', texts: readonly string[]): Block[] =>
    texts.length === 0 ? [] : [line(say(FORM_WORDS[id], locale, { cells: shown(texts) }), 'warning')];
  const labelOf = (kind: string, field: string) =>
    vocabulary.kinds.find(({ id }) => id === kind)?.fields.find(({ id }) => id === field)?.label[locale] ??
    field;
  const lists = [...new Set(filled.left.map(({ values }) => String(values.get('list') ?? '—')))];
  return [
    { kind: 'heading', text: CONVERT_WORDS.heading[locale] },
    ...filled.tables.flatMap(({ place, rows, missing }): Block[] => {
      const args = { rows: rows.length, sheet: place.table.sheet, kind: place.kind.label[locale] };
      const fields = missing.map((field) => labelOf(place.kind.id, field)).join(join);
      return [
        line(say(FORM_WORDS.filled, locale, args)),
        ...(missing.length === 0 ? [] : [line(say(FORM_WORDS.missing, locale, { fields }), 'warning')]),
      ];
    }),
    line(say(CONVERT_WORDS.files, locale, { all: total.seen, ...total.files })),
    line(say(CONVERT_WORDS.balance, locale, { ...counts })),
    ...(filled.left.length === 0
      ? []
      : [
          line(
            say(FORM_WORDS.left, locale, { count: filled.left.length, lists: lists.join(join) }),
            'warning',
          ),
        ]),
    ...warn(
      'formulas',
      filled.formulas.map(({ sheet, cell }) => `${sheet}!${cell}`),
    ),
    ...warn(
      'short',
      filled.short.map(({ sheet, cell, formula }) => `${sheet}!${cell} =${formula}`),
    ),
    ...warn(
      'doubts',
      doubtsIn(filled, locale).map(
        ({ cell, label, reason, found }) => `${cell} ${label} ${found}（${DOUBT_WORDS[reason][locale]}）`,
      ),
    ),
    line(say(CONVERT_WORDS.wrote, locale, { paths: Object.values(targets).join(join) })),
  ];
}
