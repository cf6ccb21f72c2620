import type { LayoutBorder, LayoutCity } from '../../model/layout.ts';

/** Borders by the communities they lie in or between. */
export class Neighbourhood {
  /** Borders inside each community. */
  readonly within: readonly (readonly LayoutBorder[])[];
  /** Communities that a person may cross into, from the borders of their grids or as the roster names them. */
  readonly beside: ReadonlyMap<number, ReadonlySet<number>>;
  /** Crossable borders between two communities, by both of them. */
  private readonly between = new Map<number, LayoutBorder[]>();

  constructor({ communities, grids, borders }: LayoutCity) {
    const within = communities.map((): LayoutBorder[] => []);
    this.within = within;
    const beside = new Map<number, Set<number>>(communities.map((_, index) => [index, new Set()]));
    const link = (from: number, to: number) => {
      beside.get(from)?.add(to);
      beside.get(to)?.add(from);
    };
    for (const border of borders) {
      const [left, right] = [grids[border.a]?.community ?? -1, grids[border.b]?.community ?? -1];
      if (left === right) within[left]?.push(border);
      else if (border.crossing !== 'barred') {
        link(left, right);
        const key = this.keyOf(left, right);
        const known = this.between.get(key);
        if (known === undefined) this.between.set(key, [border]);
        else known.push(border);
      }
    }
    if (borders.length === 0) {
      for (const [index, { neighbours }] of communities.entries())
        for (const other of neighbours) if (other !== index) link(index, other);
    }
    this.beside = beside;
  }

  /** Crossable borders with both ends among these communities. */
  among(members: readonly number[]): readonly LayoutBorder[] {
    return members.flatMap((one, at) => [
      ...(this.within[one] ?? []),
      ...members.slice(0, at).flatMap((other) => this.between.get(this.keyOf(one, other)) ?? []),
    ]);
  }

  private keyOf(one: number, other: number): number {
    return Math.min(one, other) * this.within.length + Math.max(one, other);
  }
}
