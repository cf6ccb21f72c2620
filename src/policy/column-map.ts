import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import type { ColumnPin } from '../model/pins.ts';
import type { KindWords, Vocabulary } from '../model/policy.ts';
import { foldText, nearest } from '../model/text.ts';
import { PackError, wholeFile } from './pack-error.ts';
import { parseFile, placeIn, validated, validatorOf } from './pack-folder.ts';

type ColumnsDocument = Readonly<Record<string, string | readonly string[]>>;

interface MapDocument {
  readonly columns?: ColumnsDocument;
  readonly tables?: readonly {
    readonly file?: string;
    readonly sheet?: string;
    readonly columns: ColumnsDocument;
  }[];
}

/**
 * Reads a map of columns: field (id, label or any of its header words) → header text or column letter.
 * Throws `PackError` for the first mistake, with file, line and column, as for a pack.
 */
export function readColumnMap(file: string, schemaFile: string, vocabulary: Vocabulary): ColumnPin[] {
  if (!existsSync(file)) throw new PackError('no-map', wholeFile(file));
  const read = parseFile(file, path.dirname(realpathSync(file)));
  const document = validated(read, validatorOf(schemaFile)) as MapDocument;
  const pinsOf = (
    columns: ColumnsDocument,
    keys: readonly (string | number)[],
    at: Pick<ColumnPin, 'file' | 'sheet'>,
  ) =>
    Object.entries(columns).flatMap(([field, written]) => {
      const place = placeIn(read, [...keys, field], 'key');
      const id = fieldId(field, vocabulary, place);
      return [written].flat().map((text): ColumnPin => {
        const shown = `${file}:${place.line}:${place.column}`;
        return { field: id, column: columnOf(text), ...at, place: shown };
      });
    });
  return [
    ...pinsOf(document.columns ?? {}, ['columns'], { file: null, sheet: null }),
    ...(document.tables ?? []).flatMap(({ columns, file: files, sheet }, index) =>
      pinsOf(columns, ['tables', index, 'columns'], { file: files ?? null, sheet: sheet ?? null }),
    ),
  ];
}

/** `D` and `AB` are letters of columns; anything else is a header. */
function columnOf(text: string): string | number {
  if (!/^[A-Z]{1,2}$|^[A-X][A-Z]{2}$/.test(text)) return text;
  return [...text].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function fieldId(written: string, { kinds }: Vocabulary, place: PackError['place']): string {
  const folded = foldText(written);
  const labelled = idsWhere(kinds, ({ label }) =>
    Object.values(label).some((text) => foldText(text) === folded),
  );
  const worded = idsWhere(kinds, ({ words }) => words.some((word) => foldText(word) === folded));
  const known = idsWhere(kinds, () => true);
  const ids = known.includes(written) ? [written] : labelled.length > 0 ? labelled : worded;
  const [id, second] = ids;
  if (id !== undefined && second === undefined) return id;
  const args = { found: written, expected: (ids.length > 0 ? ids : known).join(' ') };
  if (ids.length > 1) throw new PackError('ambiguous-field', place, args);
  throw new PackError('unmapped-field', place, { ...args, suggestion: suggestionFor(written, kinds, known) });
}

function idsWhere(
  kinds: readonly KindWords[],
  fits: (field: KindWords['fields'][number]) => boolean,
): string[] {
  return [...new Set(kinds.flatMap(({ fields }) => fields.filter(fits).map(({ id }) => id)))];
}

function suggestionFor(written: string, kinds: readonly KindWords[], ids: readonly string[]): string {
  const words = kinds.flatMap(({ fields }) => fields.flatMap((field) => field.words));
  return nearest(written, ids) ?? nearest(written, words) ?? '';
}
