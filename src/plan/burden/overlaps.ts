import type { ListedItem } from '../../model/burden.ts';
import type { Overlap } from '../../model/burden-report.ts';
import type { Catalogue } from '../../model/policy.ts';
import { foldText } from '../../model/text.ts';
import { candidatesOf } from './candidates.ts';
import type { Essence, EssenceReader } from './essence.ts';
import { Comparison, type Likeness } from './likeness.ts';
import { type ListRole, roleOf } from './roles.ts';

/** Shares of content from which two items say the same, and from which one is said by the other. */
const [SAME, CONTAINED] = [0.85, 0.95];
/** What is barred names whom it protects besides: 不得向社区摊派. */
const BARRED = 0.8;
/** Two items may each say this much alone, against the shorter. */
const ALONE = 0.1;
/** 宣传 is contained in half of all duties and says nothing of any: this much has to be contained, in full characters. */
const LEAST_CONTENT = 2;

/**
 * What stands twice in the lists of one unit in other words, what is part of another item, what a list of duties asks
 * and a list of barred work forbids, and what one is to assist with and is worded as one's own.
 */
export function overlapsIn(
  items: readonly ListedItem[],
  reader: EssenceReader,
  catalogues: ReadonlyMap<string, Catalogue>,
): Overlap[] {
  const verbs = verbsOf(catalogues);
  const sides = items.map((item) => ({ item, role: roleOf(item), essence: reader.read(item.key) }));
  const essences = sides.map(({ essence }) => essence);
  const comparison = new Comparison(reader.pairCount);
  const pairs = candidatesOf(essences, essences, reader.pairCount).flatMap((others, index) =>
    others.flatMap((other): Overlap[] => {
      const [one, two] = [sides[index], sides[other]];
      if (one === undefined || two === undefined || other <= index) return [];
      const found = overlapOf(one, two, comparison.of(one.essence, two.essence), verbs);
      return found === null ? [] : [found];
    }),
  );
  const own = items.filter((item) => isOwnDuty(item, verbs));
  return [...pairs, ...own.map((one) => ({ kind: 'own-duty' as const, one, other: null }))];
}

interface Side {
  readonly item: ListedItem;
  readonly role: ListRole;
  readonly essence: Essence;
}

function overlapOf(one: Side, two: Side, likeness: Likeness, verbs: Verbs): Overlap | null {
  if (likeness.clash > ALONE || one.role === 'withdrawn' || two.role === 'withdrawn') return null;
  if (one.role !== two.role) {
    return one.role === 'barred'
      ? barredOf(two, one, likeness.before, verbs)
      : barredOf(one, two, likeness.after, verbs);
  }
  if (one.role === 'barred') return null;
  if (Math.min(likeness.before, likeness.after) >= SAME)
    return isSameNumber(one.item, two.item) ? { kind: 'alike', one: one.item, other: two.item } : null;
  const [part, whole] = likeness.before >= likeness.after ? [one, two] : [two, one];
  const isContained = Math.max(likeness.before, likeness.after) >= CONTAINED && hasContent(part.essence);
  return isContained ? { kind: 'contained', one: part.item, other: whole.item } : null;
}

/** `said`: the share of what is barred that the duty says. */
function barredOf(duty: Side, barred: Side, said: number, verbs: Verbs): Overlap | null {
  if (said < BARRED || !hasContent(barred.essence)) return null;
  // What must not be done as the responsible party may still be assisted with.
  if (barred.item.key.includes('责任主体') && assists(duty.item, verbs)) return null;
  return { kind: 'barred', one: duty.item, other: barred.item };
}

/** 经济普查（一） and 经济普查（二）, 第4项 and 第9项 are numbered because they are two. */
function isSameNumber(one: ListedItem, other: ListedItem): boolean {
  const numbers = ({ key }: ListedItem) => (key.match(NUMBERS) ?? []).join(' ');
  return numbers(one) === numbers(other);
}

const NUMBERS = /\d+|[(（][一二三四五六七八九十]+[)）]|第[一二三四五六七八九十]+/gu;

function hasContent({ weights }: Essence): boolean {
  return weights.filter((weight) => weight === 1).length >= LEAST_CONTENT;
}

interface Verbs {
  readonly assisting: readonly string[];
  readonly responsible: readonly string[];
}

function verbsOf(catalogues: ReadonlyMap<string, Catalogue>): Verbs {
  const words = (id: string) =>
    (catalogues.get(id)?.entries ?? []).flatMap(({ name, synonyms }) => [name, ...synonyms].map(foldText));
  return { assisting: words('word.assisting-verb'), responsible: words('word.responsible-verb') };
}

function assists({ key }: ListedItem, { assisting }: Verbs): boolean {
  return assisting.some((word) => key.includes(word));
}

/** On a list of what one assists with, and begun with a word of whoever is responsible. */
function isOwnDuty(item: ListedItem, verbs: Verbs): boolean {
  if (item.list !== 'assist' && item.list !== 'cooperate') return false;
  return verbs.responsible.some((word) => item.key.startsWith(word)) && !assists(item, verbs);
}
