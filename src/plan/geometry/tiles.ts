import type { LayoutCity, LayoutShape, Place } from '../../model/layout.ts';

const TILE = 10;
const GAP = 6;
/** Tiles in one line before the next begins. */
const LINE = 60;

/**
 * Where nobody handed in shapes: every grid a square, the grids of a community in a block, the blocks of a subdistrict in
 * lines. It shows what belongs together and nothing of where it lies.
 */
export function tilesOf({ communities }: LayoutCity): readonly LayoutShape[] {
  const shapes: LayoutShape[] = [];
  let [x, y, tallest] = [0, 0, 0];
  let subdistrict = communities[0]?.subdistrict ?? '';
  for (const community of communities) {
    const across = Math.max(1, Math.ceil(Math.sqrt(community.grids.length)));
    const down = Math.ceil(community.grids.length / across);
    if (x + across * TILE > LINE * TILE || community.subdistrict !== subdistrict) {
      y -= tallest * TILE + (community.subdistrict === subdistrict ? GAP : 3 * GAP);
      [x, tallest] = [0, 0];
    }
    subdistrict = community.subdistrict;
    for (const [at, grid] of community.grids.entries()) {
      const corner: Place = [x + (at % across) * TILE, y - (Math.floor(at / across) + 1) * TILE];
      shapes.push(tile(grid, corner));
    }
    x += across * TILE + GAP;
    tallest = Math.max(tallest, down);
  }
  return shapes.sort((left, right) => left.grid - right.grid);
}

function tile(grid: number, [x, y]: Place): LayoutShape {
  const ring: Place[] = [
    [x, y],
    [x + TILE, y],
    [x + TILE, y + TILE],
    [x, y + TILE],
    [x, y],
  ];
  return { grid, polygons: [[ring]], given: [[ring]] };
}
