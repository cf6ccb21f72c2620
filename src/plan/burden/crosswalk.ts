import type { BurdenChange, ChangeKind, ChangeReason, ListedItem, PairDecision } from '../../model/burden.ts';
import { roundHalfUp } from '../../model/units.ts';
import { align, type Link } from './align.ts';
import type { EssenceReader } from './essence.ts';
import { roleOf } from './roles.ts';

/** Both versions of the lists of one unit. */
export interface Versions {
  readonly before: readonly ListedItem[];
  readonly after: readonly ListedItem[];
}

/**
 * What became of every item, in the order of the earlier version and then of the later. Duties are held against duties, what is
 * barred against what is barred; only then a duty that is gone is looked for among what was taken back or is barred now.
 */
export function crosswalk(
  versions: Versions,
  reader: EssenceReader,
  decisions: readonly PairDecision[] = [],
): BurdenChange[] {
  const alignOn = (before: readonly ListedItem[], after: readonly ListedItem[]) =>
    changesOf(before, after, align(before, after, reader, decisions));
  const on = (items: readonly ListedItem[], group: string) => items.filter((item) => groupOf(item) === group);
  const groups = [...new Set([...versions.before, ...versions.after].map(groupOf))];
  const made = groups.flatMap((group) => alignOn(on(versions.before, group), on(versions.after, group)));
  return traced(made, versions, alignOn).sort(byPlace(versions));
}

/** Certificates and work that is barred are two worlds; all lists of duties are one, as items move between them. */
function groupOf(item: ListedItem): string {
  const role = roleOf(item);
  return role === 'barred' ? (item.list ?? '') : role;
}

type AlignOn = (before: readonly ListedItem[], after: readonly ListedItem[]) => BurdenChange[];

function changesOf(
  before: readonly ListedItem[],
  after: readonly ListedItem[],
  links: readonly Link[],
): BurdenChange[] {
  const [lost, found] = [new Set(before), new Set(after)];
  const changes = links.map(({ before: lefts, after: rights, score, reason, certain }): BurdenChange => {
    const ends = {
      before: lefts.flatMap((index) => before[index] ?? []),
      after: rights.flatMap((index) => after[index] ?? []),
    };
    for (const item of ends.before) lost.delete(item);
    for (const item of ends.after) found.delete(item);
    return {
      ...ends,
      kind: kindOf(ends),
      score: roundHalfUp(score),
      reason: { id: reason, args: {} },
      certain,
    };
  });
  return [
    ...changes,
    ...[...lost].map((item) => alone('removed', item, 'no-counterpart')),
    ...[...found].map((item) => alone('added', item, 'no-counterpart')),
  ];
}

function kindOf({ before, after }: Pick<BurdenChange, 'before' | 'after'>): ChangeKind {
  if (before.length > 1) return 'merged';
  if (after.length > 1) return 'split';
  const [from, to] = [before[0], after[0]];
  if (from?.list !== to?.list) return 'moved';
  return from?.key === to?.key ? 'kept' : 'reworded';
}

function alone(kind: 'removed' | 'added', item: ListedItem, reason: ChangeReason): BurdenChange {
  const ends = kind === 'removed' ? { before: [item], after: [] } : { before: [], after: [item] };
  return { kind, ...ends, score: 1, reason: { id: reason, args: {} }, certain: true };
}

/** Where a duty that is gone went, and where a new one came from, as far as the lists say. */
function traced(
  changes: readonly BurdenChange[],
  { before, after }: Versions,
  alignOn: AlignOn,
): BurdenChange[] {
  const duties = (kind: ChangeKind, side: 'before' | 'after') =>
    changes
      .filter((change) => change.kind === kind)
      .flatMap((change) => change[side])
      .filter((item) => roleOf(item) === 'duty');
  const gone = duties('removed', 'before');
  const withRole = (items: readonly ListedItem[], role: string) =>
    items.filter((item) => roleOf(item) === role);
  const partners = (from: readonly ListedItem[], to: readonly ListedItem[], side: 'before' | 'after') =>
    new Map(
      alignOn(from, to)
        .filter((change) => change.certain && change.before.length > 0 && change.after.length > 0)
        .flatMap((change) => change[side].map((item) => [item, change] as const)),
    );
  const withdrawn = partners(gone, withRole(after, 'withdrawn'), 'before');
  const barred = partners(gone, withRole(after, 'barred'), 'before');
  const wasBarred = partners(withRole(before, 'barred'), duties('added', 'after'), 'after');
  return changes.map((change) => {
    const [from, to] = [change.before[0], change.after[0]];
    if (change.kind === 'removed' && from !== undefined) {
      const found = withdrawn.get(from) ?? barred.get(from);
      if (found === undefined) return asMarked(change, from.disposition);
      const isWithdrawn = withdrawn.has(from);
      const reason = isWithdrawn ? 'now-withdrawn' : 'now-barred';
      const args = { text: found.after[0]?.text ?? '', at: placeOf(found.after[0]) };
      return {
        ...change,
        kind: isWithdrawn ? 'taken-back' : 'removed',
        score: found.score,
        reason: { id: reason, args },
      };
    }
    const source = to === undefined || change.kind !== 'added' ? undefined : wasBarred.get(to);
    if (source === undefined) return change;
    const args = { text: source.before[0]?.text ?? '', at: placeOf(source.before[0]) };
    return { ...change, score: source.score, reason: { id: 'was-barred', args } };
  });
}

function placeOf(item: ListedItem | undefined): string {
  return item === undefined ? '' : `${item.at.sheet ?? ''}!${item.at.a1 ?? ''}`;
}

/** What the earlier list itself says becomes of an item that is gone. */
function asMarked(change: BurdenChange, disposition: string): BurdenChange {
  const found = DISPOSITIONS.find(([words]) => words.test(disposition));
  if (found === undefined) return change;
  return { ...change, kind: found[1], reason: { id: 'marked', args: { text: disposition } } };
}

const DISPOSITIONS: readonly (readonly [RegExp, ChangeKind])[] = [
  [/上收|收回/u, 'taken-back'],
  [/移交|划转|转交|划出/u, 'handed-over'],
  [/取消|停用|废止|删除/u, 'removed'],
];

function byPlace({ before, after }: Versions): (left: BurdenChange, right: BurdenChange) => number {
  const places = new Map<ListedItem, number>([...before, ...after].map((item, index) => [item, index]));
  const placeOfChange = (change: BurdenChange) =>
    places.get((change.before[0] ?? change.after[0]) as ListedItem) ?? 0;
  return (left, right) => placeOfChange(left) - placeOfChange(right);
}
