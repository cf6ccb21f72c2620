import type { Dataset, RecordSet } from '../../model/dataset.ts';
import type { LayoutCity, LayoutCommunity, LayoutFinding, LayoutGrid } from '../../model/layout.ts';
import { fileOrigin } from '../../model/origin.ts';
import type { PolicyPack } from '../../model/policy.ts';
import { BARRIER_CATALOGUES, BorderList } from './borders.ts';
import { connectionFindings, unitFindings } from './connections.ts';
import { GridList } from './grids.ts';
import { type CommunityRow, Roster } from './roster.ts';

/** What geometry says, once the grids are known by their ids. */
export type GeometryFrom = (
  grids: readonly LayoutGrid[],
  note: (finding: LayoutFinding) => void,
) => Pick<LayoutCity, 'shapes' | 'borders'>;

/** A city to plan from; `unreadable`: files that are missing from it. */
export interface CitySources {
  readonly datasets: readonly Dataset[];
  readonly unreadable: readonly string[];
  readonly geometry: GeometryFrom | null;
}

/** What the tables say about communities, grids and borders; what is missing, double or loose is a finding. */
export function cityOf({ datasets, unreadable, geometry }: CitySources, policy: PolicyPack): LayoutCity {
  const findings: LayoutFinding[] = unreadable.map((path) => ({
    id: 'file-unreadable',
    args: { path },
    at: fileOrigin(path),
  }));
  const note = (finding: LayoutFinding) => void findings.push(finding);
  const setsOf = (kind: string): RecordSet[] =>
    datasets.flatMap(({ records }) => records.filter((set) => set.kind.id === kind));
  const roster = new Roster(note);
  roster.addTables(setsOf('community'));
  const list = new GridList(roster, roster.rows.length > 0, note);
  list.addTables(setsOf('grid'));
  const borders = new BorderList(list, barrierWords(policy), note);
  const drawn = geometry?.(list.grids, note) ?? { shapes: [], borders: [] };
  for (const border of drawn.borders) borders.set(border);
  borders.addTables(setsOf('border'));
  borders.addColumns();
  const communities = communitiesOf(roster, list, note);
  const city = {
    communities,
    grids: list.grids,
    borders: borders.all(),
    hasLengths: geometry !== null || borders.hasLengths,
    shapes: drawn.shapes,
  };
  return { ...city, findings: [...findings, ...unitFindings(city), ...connectionFindings(city)] };
}

export function barrierWords({ catalogues }: PolicyPack) {
  const words = (id: string) =>
    (catalogues.get(id)?.entries ?? []).flatMap(({ name, synonyms }) => [name, ...synonyms]);
  const [barred, priced] = BARRIER_CATALOGUES;
  return { barred: words(barred), priced: words(priced) };
}

function communitiesOf(
  roster: Roster,
  { grids, incomplete }: GridList,
  note: (finding: LayoutFinding) => void,
): LayoutCommunity[] {
  const { rows } = roster;
  const gridsOf: number[][] = rows.map(() => []);
  for (const [index, { community }] of grids.entries()) gridsOf[community]?.push(index);
  const names = new Map<string, number>();
  for (const { name } of rows) names.set(name, (names.get(name) ?? 0) + 1);
  return rows.map((row, index) => {
    const own = gridsOf[index] ?? [];
    const isComplete = !incomplete.has(index);
    if (own.length === 0 && grids.length > 0)
      note({ id: 'community-without-grids', args: { about: row.name }, at: row.at });
    const counted = own.length > 0 && isComplete ? total(own, (grid) => grids[grid]?.households) : null;
    if (counted !== null && row.households !== null && counted !== row.households) {
      const args = { about: row.name, declared: row.households, counted };
      note({ id: 'households-differ', args, at: row.at });
    }
    const isShared = (names.get(row.name) ?? 0) > 1;
    return {
      id: row.code || (isShared ? `${row.subdistrict} ${row.name}` : row.name),
      name: row.name,
      subdistrict: row.subdistrict,
      households: counted ?? row.households,
      residents: total(own, (grid) => grids[grid]?.residents) ?? row.residents,
      grids: own,
      neighbours: neighboursOf(row, roster, note),
      isOverloaded: row.isOverloaded,
      isMergeable: row.isMergeable,
      isLocked: row.isLocked,
      isComplete,
      at: row.at,
    };
  });
}

/** 可合并的相邻社区 as indices. */
function neighboursOf(row: CommunityRow, roster: Roster, note: (finding: LayoutFinding) => void): number[] {
  const words = row.neighbours.split(/[、,，;；\s]+/u).filter((word) => word !== '' && word !== '无');
  return words.flatMap((word) => {
    const found = roster.find(word, row.subdistrict);
    if (found === null) note({ id: 'neighbour-unknown', args: { found: word, about: row.name }, at: row.at });
    return found === null ? [] : [found];
  });
}

/** `null` where there is nothing to add, or not all of it is known. */
function total(grids: readonly number[], of: (grid: number) => number | null | undefined): number | null {
  let sum = 0;
  for (const grid of grids) {
    const value = of(grid) ?? null;
    if (value === null) return null;
    sum += value;
  }
  return grids.length === 0 ? null : sum;
}
