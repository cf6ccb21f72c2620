import { type Place, placesOf } from '../../indicators/ranking.ts';
import type { CheckOf, Group } from '../../model/check.ts';
import type { FieldRecord, RecordSet } from '../../model/dataset.ts';
import type { Origin } from '../../model/origin.ts';
import type { Ranking } from '../../model/run.ts';
import { type Bounds, boundsIn, type Limit, limitOf, shown } from './bounds.ts';
import { groupOf, spansFiles } from './groups.ts';
import { measureOf } from './measuring.ts';
import { defineMethod, type Judgement } from './method.ts';
import { setsWith } from './rows.ts';

/** What one row adds to the number of its group. */
interface RankFact {
  readonly group: string;
  readonly label: string;
  readonly low: number;
  readonly high: number;
  /** Empty where rows are counted. */
  readonly unit: string;
  /** The cell holds no number. */
  readonly unread: boolean;
  /** The place that the row says it has. */
  readonly told: number | null;
  readonly at: Origin;
  readonly toldAt: Origin;
}

type Message = 'over' | 'over-tied' | 'place' | 'place-tied' | 'unread' | 'uncertain';

/** Groups in order of a number, the most first: a sum, or how many rows there are. Places told are worked out again. */
export const ranking = defineMethod<'ranking', RankFact, Message>({
  id: 'ranking',
  messages: {
    over: {
      'zh-CN': '{about}：{value} {unit}，多于 {limit} {unit}，列第 {place} 位。',
      en: '{about}: {value} {unit}, more than {limit}; in place {place}.',
    },
    'over-tied': {
      'zh-CN': '{about}：{value} {unit}，多于 {limit} {unit}，{tied} 个并列第 {place} 位。',
      en: '{about}: {value} {unit}, more than {limit}; {tied} share place {place}.',
    },
    place: {
      'zh-CN': '{about}：名次写的是 {found}，按 {value} {unit}应为第 {place} 位。',
      en: '{about}: the place given is {found}; {value} {unit} make it place {place}.',
    },
    'place-tied': {
      'zh-CN': '{about}：名次写的是 {found}，按 {value} {unit}应为第 {place} 位，{tied} 个并列。',
      en: '{about}: the place given is {found}; {value} {unit} make it place {place}, which {tied} share.',
    },
    unread: {
      'zh-CN': '{about}：有 {count} 个单元格不是数字，排不出名次。',
      en: '{about}: {count, plural, one {{count} cell holds} other {{count} cells hold}} no number; it cannot be ranked.',
    },
    uncertain: {
      'zh-CN': '{about}：含约数（{low} 至 {high} {unit}），名次定不了。',
      en: '{about}: only approximate ({low} to {high} {unit}); its place cannot be told.',
    },
  },
  remedy: {
    'zh-CN': '请核对各行和合计；属实的，按条文办理。',
    en: 'Check the rows and their sum; where they are right, act on the clause.',
  },
  spansFiles: (check) => spansFiles(groupIn(check)),
  collect(dataset, check, _policy, gather) {
    const { field, empty } = check;
    const group = groupIn(check);
    const needs = [...(Array.isArray(group) ? group : []), field ?? [], empty ?? []].flat();
    for (const set of setsWith(dataset, check.of, needs, gather)) {
      for (const record of set.records) {
        const fact = factOf(record, set, check);
        if (fact === null) gather.excuse();
        else gather.fact(fact);
      }
    }
  },
  judge(facts, check, policy, judgement) {
    const max = limitOf(policy, check.max);
    const points = limitOf(policy, check.points);
    for (const [limit, id] of [
      [max, check.max],
      [points, check.points],
    ] as const) {
      if (limit === null) judgement.skip('parameter-missing', { parameter: id ?? '' });
    }
    const groups = groupsIn(facts, points ?? null, max ?? null);
    const known = groups.filter(({ unread }) => unread === 0);
    const places = placesOf(known);
    for (const [index, one] of known.entries()) tell(one, places[index] ?? null, max ?? null, judgement);
    for (const { label: about, unread: count, at } of groups) {
      if (count > 0)
        judgement.report({ message: 'unread', args: { about, count }, at, outcome: 'undetermined' });
    }
    judgement.rank(rankingOf(groups, known, places));
  },
});

function groupIn({ group }: CheckOf<'ranking'>): Group {
  return group ?? 'row';
}

function factOf(record: FieldRecord, set: RecordSet, check: CheckOf<'ranking'>): RankFact | null {
  const within = groupOf(record, set, groupIn(check));
  if (within === null) return null;
  const bounds = numberIn(record, check);
  const at = record.at(check.field ?? check.empty ?? set.kind.name ?? '');
  return {
    group: within.key,
    label: within.label,
    low: bounds?.low ?? 0,
    high: bounds?.high ?? 0,
    unit: bounds?.dimension ?? '',
    unread: bounds === null,
    told: check.place === undefined ? null : (record.quantity(check.place)?.value ?? null),
    at,
    toldAt: check.place === undefined ? at : record.at(check.place),
  };
}

/** The number of a field, or 1 for a row that counts and 0 for one that does not. */
function numberIn(record: FieldRecord, { field, empty }: CheckOf<'ranking'>): Bounds | null {
  if (field !== undefined) return boundsIn(record, field);
  const counts = empty === undefined || record.text(empty) === '' ? 1 : 0;
  return { low: counts, high: counts, dimension: '' };
}

/** A group with its number, in the unit it is told in. */
interface Contender {
  readonly label: string;
  readonly rows: number;
  readonly low: number;
  readonly high: number;
  readonly unit: string;
  readonly unread: number;
  readonly told: readonly { readonly place: number; readonly at: Origin }[];
  readonly at: readonly Origin[];
}

/** In the order in which the groups were met; each row counts for as many points as the parameter says. */
function groupsIn(facts: readonly RankFact[], points: Limit | null, max: Limit | null): readonly Contender[] {
  const groups = new Map<string, RankFact[]>();
  for (const fact of facts) groups.set(fact.group, [...(groups.get(fact.group) ?? []), fact]);
  const times = points?.value ?? 1;
  const [over] = (points?.unit ?? '').split('/');
  return [...groups.values()].map((members) => ({
    label: members[0]?.label ?? '',
    rows: members.length,
    low: members.reduce((sum, { low }) => sum + low, 0) * times,
    high: members.reduce((sum, { high }) => sum + high, 0) * times,
    unit: over || max?.unit || members[0]?.unit || '',
    unread: members.filter(({ unread }) => unread).length,
    told: members.flatMap(({ told, toldAt }) => (told === null ? [] : [{ place: told, at: toldAt }])),
    at: cellsThatCount(members),
  }));
}

/** Of rows that do not count the first stands for all, where none does. */
function cellsThatCount(members: readonly RankFact[]): readonly Origin[] {
  const counting = members.filter(({ high, unread }) => high > 0 || unread);
  return (counting.length > 0 ? counting : members.slice(0, 1)).map(({ at }) => at);
}

function tell(
  { label: about, low, high, unit, rows, told, at }: Contender,
  place: Place | null,
  max: Limit | null,
  { report, measure }: Judgement<Message>,
): void {
  if (max !== null && rows > 0 && at[0] !== undefined) {
    measure(measureOf({ about, at: at[0], low, high, unanswered: [] }, 'max', max));
  }
  if (place === null) {
    const args = { about, unit, low: shown(low), high: shown(high) };
    report({ message: 'uncertain', args, at, outcome: 'undetermined' });
    return;
  }
  const args = { about, value: shown(low), unit, place: place.place };
  const tied = place.tied > 1 ? { tied: place.tied } : {};
  if (max !== null && low > max.value) {
    const gap = shown(low - max.value);
    const message = place.tied > 1 ? 'over-tied' : 'over';
    report({
      message,
      args: { ...args, ...tied, limit: max.value },
      at,
      margin: gap,
      citation: max.citation,
    });
  }
  for (const { place: found, at: toldAt } of told) {
    const last = place.place + place.tied - 1;
    if ((found >= place.place && found <= last) || found === place.dense) continue;
    const message = place.tied > 1 ? 'place-tied' : 'place';
    report({ message, args: { ...args, ...tied, found }, at: [toldAt, ...at] });
  }
}

/** Those without a certain place come last, in the order in which they were met. */
function rankingOf(
  groups: readonly Contender[],
  known: readonly Contender[],
  places: readonly (Place | null)[],
): Omit<Ranking, 'rule'> {
  const entries = groups.map((group) => {
    const place = places[known.indexOf(group)] ?? null;
    const { label: about, rows, low, high, unread } = group;
    return {
      place: place?.place ?? null,
      tied: place?.tied ?? 1,
      about,
      rows,
      value: unread > 0 || low !== high ? null : shown(low),
      at: group.at.map(({ file, sheet, a1 }) => ({ file, sheet, a1 })),
    };
  });
  const last = groups.length + 1;
  return {
    unit: groups[0]?.unit ?? '',
    entries: entries.sort((left, right) => (left.place ?? last) - (right.place ?? last)),
  };
}
