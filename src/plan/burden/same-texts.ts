import type { ListedItem } from '../../model/burden.ts';
import type { Link } from './align.ts';

/**
 * Pairs items of the same folded text, those of the same list and department first, each once. What stood twice and
 * now stands once was joined: such items share the one that is left.
 */
export function sameTexts(
  before: readonly ListedItem[],
  after: readonly ListedItem[],
  made: readonly Link[],
): Link[] {
  const taken = {
    before: new Set(made.flatMap((link) => link.before)),
    after: new Set(made.flatMap((link) => link.after)),
  };
  const pairs: (readonly [number, number])[] = [];
  for (const nameOf of [exactly, inList, byText]) {
    const waiting = queues(after, taken.after, nameOf);
    for (const [index, item] of before.entries()) {
      const other = taken.before.has(index) ? undefined : waiting.get(nameOf(item))?.shift();
      if (other === undefined) continue;
      pairs.push([index, other]);
      taken.before.add(index);
      taken.after.add(other);
    }
  }
  return withDuplicates(before, after, taken, pairs);
}

const exactly = ({ key, list, department }: ListedItem) => `${key}\n${list ?? ''}\n${department}`;
const inList = ({ key, list }: ListedItem) => `${key}\n${list ?? ''}`;
const byText = ({ key }: ListedItem) => key;

function queues(
  items: readonly ListedItem[],
  taken: ReadonlySet<number>,
  nameOf: (item: ListedItem) => string,
): Map<string, number[]> {
  const waiting = new Map<string, number[]>();
  for (const [index, item] of items.entries()) {
    if (taken.has(index)) continue;
    const queue = waiting.get(nameOf(item));
    if (queue === undefined) waiting.set(nameOf(item), [index]);
    else queue.push(index);
  }
  return waiting;
}

function withDuplicates(
  before: readonly ListedItem[],
  after: readonly ListedItem[],
  taken: { readonly before: ReadonlySet<number>; readonly after: ReadonlySet<number> },
  pairs: readonly (readonly [number, number])[],
): Link[] {
  const spare = {
    before: queues(before, taken.before, byText),
    after: queues(after, taken.after, byText),
  };
  return pairs.map(([left, right]): Link => {
    const key = before[left]?.key ?? '';
    const [more, others] = [spare.before.get(key) ?? [], spare.after.get(key) ?? []];
    spare.before.delete(key);
    spare.after.delete(key);
    const reason = more.length + others.length === 0 ? 'same-text' : 'duplicate';
    return { before: [left, ...more], after: [right, ...others], score: 1, reason, certain: true };
  });
}
