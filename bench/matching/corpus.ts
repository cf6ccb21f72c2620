import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { makeRng, type Rng } from '../../scripts/city/prng.ts';
import type { ListedItem } from '../../src/model/burden.ts';
import { foldText } from '../../src/model/text.ts';
import { joinedByRule, movedText, rewordedByRule } from './wording.ts';

/**
 * Two versions of made lists whose answer is known, from the items of fixtures/matching/items.yaml: kept, reworded, moved, joined, split,
 * removed, new. An item and everything made of it belong to one part; a third of the items is set aside, chosen by a
 * hash of their text, and is never seen while the matcher is tuned.
 */
export type Part = 'tuning' | 'aside';
export type Truth = 'kept' | 'reworded' | 'moved' | 'merged' | 'split';

export interface KnownLink {
  readonly truth: Truth;
  readonly before: readonly number[];
  readonly after: readonly number[];
}

export interface KnownCase {
  readonly before: readonly ListedItem[];
  readonly after: readonly ListedItem[];
  readonly links: readonly KnownLink[];
  /** Pairs that are near in letters and are not the same duty. */
  readonly unlike: readonly (readonly [number, number])[];
}

interface Family {
  readonly list: string;
  readonly text: string;
  readonly reworded: readonly string[];
  readonly unlike: readonly string[];
}

interface Joined {
  readonly list: string;
  readonly parts: readonly string[];
  readonly whole: string;
}

const FILE = fileURLToPath(new URL('../../fixtures/matching/items.yaml', import.meta.url));

export function readCollection(): { readonly items: readonly Family[]; readonly joined: readonly Joined[] } {
  return parse(readFileSync(FILE, 'utf8'));
}

export function partOf(text: string): Part {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return (hash >>> 8) % 3 === 0 ? 'aside' : 'tuning';
}

export function casesOf(part: Part, count: number, seed: number): KnownCase[] {
  const { items, joined } = readCollection();
  // What is unlike one item and stands in the collection for itself would have two answers.
  const texts = new Set(items.map(({ text }) => text));
  const apart = items.map((item) => ({ ...item, unlike: item.unlike.filter((text) => !texts.has(text)) }));
  const own = {
    items: apart.filter(({ text, unlike }) => partOf(text) === part && unlike.length > 0),
    joined: joined.filter(({ whole }) => partOf(whole) === part),
  };
  return Array.from({ length: count }, (_, index) => makeCase(own, makeRng(seed).fork(`${part} ${index}`)));
}

/** Collects the two versions; places are shuffled at the end, as nobody keeps an order. */
class Draft {
  readonly before: Omit<ListedItem, 'at'>[] = [];
  readonly after: Omit<ListedItem, 'at'>[] = [];
  readonly links: KnownLink[] = [];
  readonly unlike: [number, number][] = [];

  constructor(private readonly withDepartments: boolean) {}

  add(side: 'before' | 'after', text: string, list: string, family: string): number {
    const department = this.withDepartments ? departmentOf(family) : '';
    const item = {
      unit: '',
      list,
      text,
      key: foldText(text),
      category: '',
      department,
      basis: '',
      disposition: '',
      timesAYear: null,
      minutes: null,
      communities: 1,
    };
    return this[side].push(item) - 1;
  }

  link(truth: Truth, before: readonly number[], after: readonly number[]): void {
    this.links.push({ truth, before, after });
  }
}

const DEPARTMENTS = ['民政局', '公安局', '司法局', '卫生健康委员会', '人力资源和社会保障局', '应急管理局'];

function departmentOf(family: string): string {
  return (
    DEPARTMENTS[[...family].reduce((sum, one) => sum + (one.codePointAt(0) ?? 0), 0) % DEPARTMENTS.length] ??
    ''
  );
}

function makeCase(own: { items: readonly Family[]; joined: readonly Joined[] }, rng: Rng): KnownCase {
  const draft = new Draft(rng.next() < 0.5);
  const joined = rng.shuffle(own.joined).slice(0, rng.int(3, 5));
  const used = joined.flatMap(({ parts, whole }) => [...parts, whole]);
  for (const entry of joined) addJoined(draft, entry, rng);
  // An item that a joined one speaks of would have two answers.
  const free = rng.shuffle(own.items).filter((family) => !used.some((text) => near(text, family.text)));
  const families = free.slice(0, Math.ceil(free.length * 0.8));
  const assisting = families.filter(({ list, text }) => list === 'assist' && text.length < 16);
  const merging = assisting.slice(0, rng.int(2, 3));
  const also = assisting.slice(merging.length, merging.length + rng.int(2, 3));
  for (const group of [merging, also].filter(({ length }) => length >= 2)) {
    const parts = group.map(({ text }) => text);
    addJoined(draft, { list: 'assist', parts, whole: joinedByRule(parts, rng) }, rng);
  }
  for (const family of families)
    if (!merging.includes(family) && !also.includes(family)) addFamily(draft, family, rng);
  return shuffled(draft, rng);
}

function addJoined(draft: Draft, { list, parts, whole }: Joined, rng: Rng): void {
  const isMerge = rng.next() < 0.6;
  const [from, to] = isMerge ? (['before', 'after'] as const) : (['after', 'before'] as const);
  const places = parts.map((text) =>
    draft.add(from, rng.next() < 0.3 ? rewordedByRule(text, list, rng) : text, list, whole),
  );
  const place = [draft.add(to, whole, list, whole)];
  if (isMerge) draft.link('merged', places, place);
  else draft.link('split', place, places);
}

function addFamily(draft: Draft, family: Family, rng: Rng): void {
  const { list, text } = family;
  const other = () => (rng.next() < 0.6 ? rng.pick(family.reworded) : rewordedByRule(text, list, rng));
  const chance = rng.next();
  if (chance < 0.12) {
    // Gone, and its neighbour in letters is new.
    const before = draft.add('before', rng.next() < 0.5 ? text : other(), list, text);
    const after = draft.add('after', rng.pick(family.unlike), list, text);
    draft.unlike.push([before, after]);
    return;
  }
  if (chance < 0.2) {
    draft.add(rng.next() < 0.5 ? 'before' : 'after', text, list, text);
    return;
  }
  const before = draft.add('before', text, list, text);
  if (chance < 0.28 && (list === 'assist' || list === 'perform')) {
    const [to, moved] = movedText(rng.next() < 0.5 ? text : other(), list);
    draft.link('moved', [before], [draft.add('after', moved, to, text)]);
  } else if (chance < 0.5) draft.link('kept', [before], [draft.add('after', text, list, text)]);
  else draft.link('reworded', [before], [draft.add('after', other(), list, text)]);
  if (rng.next() < 0.5) draft.unlike.push([before, draft.add('after', rng.pick(family.unlike), list, text)]);
}

/** More than a third of the pairs of characters in common. */
function near(left: string, right: string): boolean {
  const pairs = (text: string) => new Set([...text].map((_, at) => text.slice(at, at + 2)));
  const [one, other] = [pairs(left), pairs(right)];
  const common = [...one].filter((pair) => other.has(pair)).length;
  return common * 3 > Math.min(one.size, other.size);
}

function shuffled(draft: Draft, rng: Rng): KnownCase {
  const orders = { before: orderOf(draft.before.length, rng), after: orderOf(draft.after.length, rng) };
  const laid = (side: 'before' | 'after') => {
    const items: ListedItem[] = [];
    for (const [index, item] of draft[side].entries()) {
      const place = orders[side][index] ?? 0;
      items[place] = { ...item, at: originAt(side, place + 1) };
    }
    return items;
  };
  const moved = (side: 'before' | 'after', places: readonly number[]) =>
    places.map((place) => orders[side][place] ?? 0).sort((left, right) => left - right);
  return {
    before: laid('before'),
    after: laid('after'),
    links: draft.links.map((link) => ({
      truth: link.truth,
      before: moved('before', link.before),
      after: moved('after', link.after),
    })),
    unlike: draft.unlike.map(([before, after]) => [orders.before[before] ?? 0, orders.after[after] ?? 0]),
  };
}

function orderOf(length: number, rng: Rng): number[] {
  return rng.shuffle(Array.from({ length }, (_, index) => index));
}

function originAt(side: string, row: number): ListedItem['at'] {
  return {
    file: side,
    sheet: '清单',
    row,
    column: 2,
    a1: `B${row}`,
    header: '事项名称',
    key: null,
    role: 'here',
  };
}
