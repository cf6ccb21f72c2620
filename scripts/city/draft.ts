import type { Layout } from './layout.ts';
import type { Rng } from './prng.ts';
import type {
  DutyField,
  DutyList,
  Field,
  Format,
  ListKind,
  Mark,
  Row,
  Submission,
  TableKey,
} from './types.ts';

/** A submission being spoiled. Claims keep two faults from touching the same thing. */
export interface Draft {
  sub: Submission;
  layout: Layout;
  format: Format;
  rng: Rng;
  claims: Set<string>;
}

export interface Fault {
  id: string;
  /** Edits the data and says where; null (and no edit) when this workbook has no place for it. */
  plant(draft: Draft): Mark[] | null;
}

export function claim(draft: Draft, ...keys: string[]): boolean {
  if (keys.some((key) => draft.claims.has(key))) return false;
  for (const key of keys) draft.claims.add(key);
  return true;
}

/** For keys that were looked at before, or that may be taken more than once. */
export function take(draft: Draft, ...keys: string[]): void {
  for (const key of keys) draft.claims.add(key);
}

export const has = (draft: Draft, kind: ListKind, field: DutyField): boolean =>
  draft.layout.fields(kind).includes(field);

export function pickList(draft: Draft, kinds: readonly ListKind[], field?: DutyField): DutyList | null {
  const fit = draft.sub.lists.filter(
    (list) =>
      kinds.includes(list.kind) &&
      !draft.claims.has(`${list.kind}/*`) &&
      (field === undefined || has(draft, list.kind, field)),
  );
  return fit.length > 0 ? draft.rng.pick(fit) : null;
}

/** The first two and the last two rows stay as they are: other faults add or drop rows at the end. */
export function pickRow(
  draft: Draft,
  list: DutyList,
  fits: (row: Row, i: number) => boolean = () => true,
): number {
  const free = list.rows
    .map((row, i) => ({ row, i }))
    .slice(2, -2)
    .filter(({ row, i }) => !draft.claims.has(`${list.kind}/${i}`) && fits(row, i));
  if (free.length === 0) return -1;
  const { i } = draft.rng.pick(free);
  draft.claims.add(`${list.kind}/${i}`);
  return i;
}

/** Keeps whole-list faults off a list in which a row is already spoiled. */
export function claimList(draft: Draft, kind: ListKind): boolean {
  for (const key of draft.claims) if (key.startsWith(`${kind}/`)) return false;
  draft.claims.add(`${kind}/*`);
  return true;
}

export function at(rule: string, table: TableKey, row: number, field: Field, note: string): Mark {
  return { rule, note, anchor: { at: 'cell', table, row, field } };
}

export const head = (rule: string, table: TableKey, note: string): Mark => ({
  rule,
  note,
  anchor: { at: 'head', table },
});

export const textOf = (row: Row | undefined, field: Field): string => {
  const value = row?.[field];
  return typeof value === 'string' ? value : '';
};

/** One cell of one row rewritten; `edit` gives null when the old value does not lend itself to it. */
export function cellFault(
  id: string,
  kinds: readonly ListKind[],
  field: DutyField,
  edit: (old: string, draft: Draft) => Row[DutyField] | undefined,
  note: string,
  allows: (draft: Draft) => boolean = () => true,
): Fault {
  return {
    id,
    plant: (draft) => {
      if (!allows(draft)) return null;
      const list = pickList(draft, kinds, field);
      if (!list) return null;
      const r = pickRow(draft, list, (row) => edit(textOf(row, field), draft) !== undefined);
      const row = list.rows[r];
      if (!row) return null;
      const value = edit(textOf(row, field), draft);
      if (value === undefined) return null;
      row[field] = value;
      return [at(id, list.kind, r, field, note)];
    },
  };
}
