import { type GridGraph, neighboursOf, piecesOf } from '../../src/plan/layout/graph.ts';

/** A community to divide, as every side gets it. Households and decimetres are whole numbers. */
export interface Case {
  readonly graph: GridGraph;
  readonly parts: number;
  readonly min: number;
  readonly max: number;
  readonly centre: number | null;
  readonly prices: { readonly balance: number; readonly move: number };
}

export interface Judged {
  /** As many parts as asked for, each connected and in the range. */
  readonly isFeasible: boolean;
  /** As `SplitAnswer.price`. */
  readonly price: number;
  /** Decimetres of border between parts, as priced. */
  readonly cut: number;
}

/** Judges a division from the definition alone, whoever made it. */
export function judge({ graph, parts, min, max, centre, prices }: Case, part: readonly number[]): Judged {
  const neighbours = neighboursOf(graph);
  const total = graph.households.reduce((sum, households) => sum + households, 0);
  let [isFeasible, price, cut] = [true, 0, 0];
  for (let name = 0; name < parts; name++) {
    const grids = part.flatMap((other, grid) => (other === name ? [grid] : []));
    const weight = grids.reduce((sum, grid) => sum + (graph.households[grid] ?? 0), 0);
    if (weight < min || weight > max || piecesOf(grids, neighbours).length !== 1) isFeasible = false;
    price += prices.balance * Math.abs(parts * weight - total);
    if (centre !== null && part[centre] === name) price += parts * prices.move * (total - weight);
  }
  for (const { a, b, cost } of graph.borders) if (part[a] !== part[b]) cut += cost;
  return { isFeasible, price: price + parts * cut, cut };
}
