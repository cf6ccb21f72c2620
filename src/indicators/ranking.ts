/** One of those that are ranked, with the two ends of its number. */
export interface Ranked {
  readonly low: number;
  readonly high: number;
}

/** A place in order, 1 for the most. */
export interface Place {
  /** Those of one number share a place, and the next follows after all of them: 1, 1, 3. */
  readonly place: number;
  /** The same place where the next follows at once: 1, 1, 2. */
  readonly dense: number;
  /** How many share it, one's own number included. */
  readonly tied: number;
}

/** Places by number, the most first; `null` where an approximate number leaves the place open. Any order of input. */
export function placesOf(numbers: readonly Ranked[]): readonly (Place | null)[] {
  return numbers.map((own) => {
    const above = numbers.filter(({ low }) => low > own.high);
    const tied = numbers.filter(({ low, high }) => low === own.high && high === own.low).length;
    const below = numbers.filter(({ high }) => high < own.low).length;
    if (own.low !== own.high || above.length + tied + below !== numbers.length) return null;
    const steps = new Set(above.map(({ low, high }) => `${low} ${high}`));
    return { place: above.length + 1, dense: steps.size + 1, tied };
  });
}
