import type { CountedData } from '../model/claims.ts';
import type { Dataset } from '../model/dataset.ts';

/** Kinds of table whose rows a draft counts in one number, with the nouns it uses. */
const ROWS: readonly (readonly [kind: string, words: readonly string[]])[] = [
  ['grid', ['网格']],
  ['staff', ['社区工作者', '社区专职工作者']],
];
const COMMUNITIES = ['社区', '居委会', '居民委员会'];

/** Items of every list, unit by unit; communities, grids and workers in all. What the data do not hold is left out. */
export function countedData(datasets: readonly Dataset[]): CountedData[] {
  const rows = ROWS.map(([kind, words]) => counted(kind, words, rowsOf(kind, datasets)));
  const communities = datasets.flatMap(({ rosters }) => rosters.map((roster) => roster.communities.length));
  return [...listCounts(datasets), counted('community', COMMUNITIES, communities), ...rows].filter(
    ({ counts }) => counts.length > 0,
  );
}

function counted(id: string, words: readonly string[], parts: readonly number[]): CountedData {
  return { id, words, counts: parts.length === 0 ? [] : [parts.reduce((sum, part) => sum + part, 0)] };
}

function rowsOf(kind: string, datasets: readonly Dataset[]): number[] {
  return datasets.flatMap(({ records }) =>
    records.filter((set) => set.kind.id === kind).map((set) => set.records.length),
  );
}

function listCounts(datasets: readonly Dataset[]): CountedData[] {
  const counts = new Map<string, number[]>();
  for (const { list, scope, items } of datasets.flatMap(({ dutyLists }) => dutyLists)) {
    if (list === null || items.length === 0) continue;
    const id = `list.${list}.${scope === 'village' ? 'village' : 'community'}`;
    counts.set(id, [...(counts.get(id) ?? []), items.length]);
  }
  return [...counts].map(([id, found]) => ({ id, words: [], counts: found }));
}
