import type { Dataset, FieldRecord, RecordSet } from '../../model/dataset.ts';
import type { FieldWords } from '../../model/policy.ts';
import { firstHeaderOrigin } from '../origins.ts';
import type { Gather } from './method.ts';

/** The tables of some kinds that have the columns a method needs; of the others it is said what they lack. */
export function setsWith(
  { records }: Dataset,
  kinds: readonly string[],
  needs: readonly string[],
  { skip }: Pick<Gather<never>, 'skip'>,
): RecordSet[] {
  return records.filter(({ table, kind }) => {
    if (!kinds.includes(kind.id)) return false;
    const missing = needs.find((field) => table.columns.every((column) => column.field !== field));
    if (missing === undefined) return true;
    skip('column-missing', { field: missing }, firstHeaderOrigin(table));
    return false;
  });
}

export function fieldOf({ kind }: RecordSet, id: string): FieldWords | undefined {
  return kind.fields.find((field) => field.id === id);
}

/**
 * What the clause asks for besides: the fields that give no answer in this row, or `null` where a flag says no,
 * so that the clause does not speak of this row at all.
 */
export function unansweredIn(
  record: FieldRecord,
  set: RecordSet,
  besides: readonly string[],
): readonly string[] | null {
  const unanswered: string[] = [];
  for (const field of besides) {
    const answer = answerOf(record, set, field);
    if (answer === false) return null;
    if (answer === null) unanswered.push(field);
  }
  return unanswered;
}

/** A flag answers yes or no; any other field answers by being filled in. */
function answerOf(record: FieldRecord, set: RecordSet, field: string): boolean | null {
  if (record.value(field).empty) return null;
  return fieldOf(set, field)?.type === 'flag' ? record.flag(field) : true;
}
