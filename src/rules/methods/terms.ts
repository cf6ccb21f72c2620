import type { Group, Term } from '../../model/check.ts';
import type { Dataset, FieldRecord, RecordSet } from '../../model/dataset.ts';
import type { Origin } from '../../model/origin.ts';
import { boundsIn } from './bounds.ts';
import { groupOf } from './groups.ts';
import type { Gather } from './method.ts';
import { fieldOf, setsWith, unansweredIn } from './rows.ts';

/** What the rows of one file add to one term of one group. */
export interface TermFact {
  readonly term: string;
  readonly group: string;
  readonly label: string;
  readonly low: number;
  readonly high: number;
  readonly rows: number;
  readonly dimension: string;
  /** Whole numbers are told without decimals, and missing ones rounded up. */
  readonly whole: boolean;
  /** Cells that hold no number, so that the sum is not known. */
  readonly unread: readonly Origin[];
  /** Another dimension that stands in the same column. */
  readonly clash: string | null;
  readonly at: Origin;
  readonly unanswered: readonly string[];
}

/** The sum of a term over a group; the facts of several files put together. */
export type Sum = TermFact;

interface Wanted {
  readonly name: string;
  readonly term: Term;
  /** Kinds the term is read from. */
  readonly kinds: readonly string[];
  readonly group: Group;
  readonly besides: readonly string[];
  /** Columns a table must have as well. */
  readonly needs?: readonly string[];
}

/**
 * Adds up several terms. Those read from the check's own rows need one another's columns: a table without one of them
 * says nothing, which is not the same as 0.
 */
export function collectTerms(
  dataset: Dataset,
  terms: readonly (readonly [name: string, term: Term])[],
  { of, group, besides }: { of: readonly string[]; group: Group; besides: readonly string[] },
  gather: Gather<TermFact>,
): void {
  const own = terms.filter(([, term]) => term.of === undefined);
  const needs = own.flatMap(([, { field }]) => (field === undefined ? [] : [field]));
  // What a table lacks is said once.
  const silent = { ...gather, skip: () => {} };
  for (const [name, term] of terms) {
    const isOwn = term.of === undefined;
    const kinds = term.of === undefined ? of : [term.of];
    const wanted = { name, term, kinds, group, besides: isOwn ? besides : [], needs: isOwn ? needs : [] };
    collectTerm(dataset, wanted, isOwn && name !== own[0]?.[0] ? silent : gather);
  }
}

/** Adds the rows of one file up, group by group. */
export function collectTerm(dataset: Dataset, wanted: Wanted, gather: Gather<TermFact>): void {
  const { term, group, kinds } = wanted;
  const by = Array.isArray(group) ? (term.by ?? group) : group;
  const fields = term.field === undefined ? [] : [term.field];
  const needs = [...(Array.isArray(by) ? by : []), ...fields, ...(wanted.needs ?? [])];
  const facts: TermFact[] = [];
  for (const set of setsWith(dataset, kinds, needs, gather)) {
    for (const record of set.records) {
      const fact = factOf(record, set, wanted, by as Group);
      if (fact === null) gather.excuse();
      else facts.push(fact);
    }
  }
  gatherSums(facts, gather);
}

/** One fact for each term of each group, so that a file leaves few of them. */
export function gatherSums(facts: readonly TermFact[], gather: Gather<TermFact>): void {
  for (const terms of sumsByGroup(facts).values()) for (const sum of terms.values()) gather.fact(sum);
}

function factOf(
  record: FieldRecord,
  set: RecordSet,
  { name, term, besides }: Wanted,
  by: Group,
): TermFact | null {
  const group = groupOf(record, set, by);
  const unanswered = unansweredIn(record, set, besides);
  if (group === null || unanswered === null) return null;
  const { field } = term;
  const at = record.at(field ?? set.kind.name ?? '');
  const bounds = field === undefined ? { low: 1, high: 1, dimension: '' } : boundsIn(record, field);
  return {
    term: name,
    group: group.key,
    label: group.label,
    low: (term.minus ? -(bounds?.high ?? 0) : bounds?.low) ?? 0,
    high: (term.minus ? -(bounds?.low ?? 0) : bounds?.high) ?? 0,
    rows: 1,
    dimension: bounds?.dimension ?? '',
    whole: field === undefined || fieldOf(set, field)?.type === 'whole',
    unread: bounds === null ? [at] : [],
    clash: null,
    at,
    unanswered,
  };
}

function add(left: TermFact, right: TermFact): TermFact {
  const clashes = left.dimension !== '' && right.dimension !== '' && left.dimension !== right.dimension;
  return {
    ...left,
    low: left.low + right.low,
    high: left.high + right.high,
    rows: left.rows + right.rows,
    dimension: left.dimension === '' ? right.dimension : left.dimension,
    whole: left.whole && right.whole,
    unread: [...left.unread, ...right.unread],
    clash: left.clash ?? right.clash ?? (clashes ? right.dimension : null),
    unanswered: [...new Set([...left.unanswered, ...right.unanswered])],
  };
}

/** All groups with their terms by name, in the order in which the groups were met. */
export function sumsByGroup(facts: readonly TermFact[]): ReadonlyMap<string, ReadonlyMap<string, Sum>> {
  const groups = new Map<string, Map<string, Sum>>();
  for (const fact of facts) {
    const terms = groups.get(fact.group) ?? new Map<string, Sum>();
    const known = terms.get(fact.term);
    terms.set(fact.term, known === undefined ? fact : add(known, fact));
    groups.set(fact.group, terms);
  }
  return groups;
}
