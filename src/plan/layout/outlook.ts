import type { Front } from './frontier.ts';

/** What a division must keep to and what it is priced by. */
export interface Terms {
  readonly parts: number;
  readonly min: number;
  readonly max: number;
  readonly total: number;
  readonly hasCentre: boolean;
  readonly prices: { readonly balance: number; readonly move: number };
}

/** The households and the price of a way; see `Way` in split.ts. */
export interface Load {
  readonly weights: readonly number[];
  readonly price: number;
  readonly uneven: number;
}

/** Whether the households still to come can bring every part into its range. */
export function canFill({ opened }: Front, weights: readonly number[], rest: number, terms: Terms): boolean {
  const { parts, min, max } = terms;
  let least = (parts - opened) * min;
  let room = (parts - opened) * max;
  for (const weight of weights) {
    if (weight < min) least += min - weight;
    room += max - weight;
  }
  return least <= rest && rest <= room;
}

/**
 * No division that goes on from here is cheaper. What falls short of the mean equals what exceeds it, so twice the
 * larger of both, as far as known, is due; and the part with the centre cannot both hold many, so that few move, and
 * stay near the mean. `rest`: households still to come.
 */
export function outlookOf(
  front: Front,
  { weights, price, uneven }: Load,
  rest: number,
  terms: Terms,
): number {
  const { parts, max, total, hasCentre, prices } = terms;
  let [open, overOpen] = [0, 0];
  for (const weight of weights) {
    open += weight;
    if (parts * weight > total) overOpen += parts * weight - total;
  }
  const surplus = parts * (total - rest - open) - (front.opened - front.open) * total;
  const overClosed = (uneven + surplus) / 2;
  const known = Math.max(overClosed + overOpen, (uneven - surplus) / 2);
  const due = price + parts * front.cut - prices.balance * uneven;
  if (!hasCentre || front.centre === -2) return due + 2 * prices.balance * known;
  const isMet = front.centre >= 0;
  const own = isMet ? (weights[front.centre] as number) : 0;
  const others = isMet ? overClosed + overOpen - Math.max(0, parts * own - total) : overClosed;
  const most = isMet ? Math.min(max, own + rest) : max;
  // Up to here the centre's part can grow without exceeding what is due anyway.
  const free = (total + Math.max(0, known - others)) / parts;
  const best = 2 * prices.balance >= prices.move ? Math.min(most, Math.max(own, free)) : most;
  const over = Math.max(known, others + Math.max(0, parts * best - total));
  return due + parts * prices.move * (total - best) + 2 * prices.balance * over;
}
