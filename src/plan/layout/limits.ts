/** Where searches end. Never by the clock: the same limits give the same plan everywhere. */
export interface Limits {
  /** Ways to divide kept at one step before the worst are dropped; the answer then carries a gap. */
  readonly ways: number;
  /** In mode `joint`, moves tried in one start. */
  readonly steps: number;
  /** A search may end when its answer is at most so many per cent above its bound. */
  readonly gap: number;
}

export const USUAL_LIMITS: Limits = { ways: 20_000, steps: 400_000, gap: 0 };
