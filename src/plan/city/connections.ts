import type { LayoutCity, LayoutFinding } from '../../model/layout.ts';

type Connected = Omit<LayoutCity, 'findings'>;

/** Communities whose grids do not hang together without crossing what must not be crossed, and grids beside no other. */
export function connectionFindings(city: Connected): LayoutFinding[] {
  if (city.borders.length === 0) return [];
  const { grids } = city;
  const beside: number[][] = grids.map(() => []);
  const touched = new Uint8Array(grids.length);
  for (const { a, b, crossing } of city.borders) {
    touched[a] = 1;
    touched[b] = 1;
    if (crossing === 'barred' || grids[a]?.community !== grids[b]?.community) continue;
    beside[a]?.push(b);
    beside[b]?.push(a);
  }
  joinUnits(city, beside);
  const alone = grids.flatMap(({ id, at }, index): LayoutFinding[] =>
    touched[index] ? [] : [{ id: 'grid-alone', args: { about: id }, at }],
  );
  const apart = city.communities.flatMap(({ name, at, grids: own }): LayoutFinding[] => {
    const pieces = piecesOf(own, beside);
    const [, smaller] = [...pieces].sort((left, right) => right.length - left.length);
    if (smaller === undefined) return [];
    const first = grids[smaller[0] ?? 0]?.id ?? '';
    return [{ id: 'community-in-pieces', args: { about: name, pieces: pieces.length, first }, at }];
  });
  return [...alone, ...apart];
}

/** A unit, such as one residential quarter, holds together by itself. */
function joinUnits({ communities, grids }: Connected, beside: number[][]): void {
  for (const { grids: own } of communities) {
    const first = new Map<string, number>();
    for (const grid of own) {
      const unit = grids[grid]?.unit ?? null;
      if (unit === null) continue;
      const other = first.get(unit);
      if (other === undefined) first.set(unit, grid);
      else {
        beside[other]?.push(grid);
        beside[grid]?.push(other);
      }
    }
  }
}

function piecesOf(own: readonly number[], beside: readonly (readonly number[])[]): number[][] {
  const open = new Set(own);
  const pieces: number[][] = [];
  for (const start of own) {
    if (!open.delete(start)) continue;
    const piece = [start];
    for (const at of piece) for (const next of beside[at] ?? []) if (open.delete(next)) piece.push(next);
    pieces.push(piece);
  }
  return pieces;
}

/** A unit that lies in two communities binds only within each of them. */
export function unitFindings({ communities, grids }: Connected): LayoutFinding[] {
  const first = new Map<string, number>();
  const told = new Set<string>();
  return grids.flatMap(({ unit, community, at }): LayoutFinding[] => {
    if (unit === null || told.has(unit)) return [];
    const other = first.get(unit) ?? community;
    first.set(unit, other);
    if (other === community) return [];
    told.add(unit);
    const args = {
      about: unit,
      first: communities[other]?.name ?? '',
      second: communities[community]?.name ?? '',
    };
    return [{ id: 'unit-across-communities', args, at }];
  });
}
