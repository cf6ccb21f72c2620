import path from 'node:path';
import type { PolicyPack } from '../../model/policy.ts';
import { nearest } from '../../model/text.ts';
import type { Limits } from '../../read/limits.ts';
import type { ReadingOptions } from '../reading.ts';
import { TEXTS } from '../texts.ts';
import { UsageError } from '../usage-error.ts';
import type { FormFile } from './convert-form.ts';
import { CONVERT_WORDS } from './convert-words.ts';
import { FORM_WORDS } from './form-words.ts';

export interface ConvertOptions extends ReadingOptions {
  readonly output?: string;
  readonly kind: readonly string[];
  readonly select?: string;
  readonly sheetsBy?: string;
  readonly asForm?: string;
  readonly withOrigin?: boolean;
  readonly allColumns?: boolean;
  readonly outputEncoding: string;
  readonly force?: boolean;
  readonly policy: string;
  readonly out: readonly string[];
}

/** The form to be filled in, of the kinds that are wanted. */
export async function formOf(
  file: string,
  { output = '', select, sheetsBy, withOrigin, allColumns, kind }: ConvertOptions,
  policy: PolicyPack,
  limits: Limits,
): Promise<FormFile> {
  const others = {
    '--select': select,
    '--sheets-by': sheetsBy,
    '--with-origin': withOrigin,
    '--all-columns': allColumns,
  };
  for (const [option, value] of Object.entries(others)) {
    if (value !== undefined) throw new UsageError(FORM_WORDS.notTogether, { option });
  }
  if (path.extname(output).toLowerCase() !== '.xlsx')
    throw new UsageError(FORM_WORDS.onlyXlsx, { found: output });
  const { readForm } = await import('./convert-form.ts');
  const form = await readForm(file, policy, limits);
  const places = form.places.filter((place) => kind.length === 0 || kind.includes(place.kind.id));
  if (places.length === 0) throw new UsageError(FORM_WORDS.noTable, { path: file });
  return { ...form, places };
}

/** The field of `--sheets-by`; only a workbook has sheets. */
export function sheetField(
  text: string,
  { output = '', kind }: ConvertOptions,
  policy: PolicyPack,
): string | null {
  if (path.extname(output).toLowerCase() !== '.xlsx')
    throw new UsageError(CONVERT_WORDS.sheetsNeedXlsx, { found: output });
  return selectedFields('--sheets-by', text, kind, policy)[0] ?? null;
}

/** Ids or labels of fields, of the kinds that are wanted. */
export function selectedFields(
  option: string,
  text: string,
  wanted: readonly string[],
  { vocabulary }: PolicyPack,
): string[] {
  const kinds = vocabulary.kinds.filter(({ id }) => wanted.length === 0 || wanted.includes(id));
  const fields = kinds.flatMap((kind) => kind.fields);
  return text.split(/[,，]/u).map((part) => {
    const word = part.trim();
    const field = fields.find(({ id, label }) => [id, label['zh-CN'], label.en].includes(word));
    if (field !== undefined) return field.id;
    const ids = [...new Set(fields.map(({ id }) => id))];
    throw new UsageError(TEXTS.badValue, {
      option,
      found: word,
      expected: ids.join(' | '),
      suggestion: nearest(word, ids) ?? 'none',
    });
  });
}
