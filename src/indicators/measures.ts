import type { Measure } from '../model/run.ts';

/** How a measured number stands to a value of its parameter. `uncertain`: an approximate number on both sides of it. */
export type Standing = 'keeps' | 'breaks' | 'uncertain';

/** The same judgement as the check made, for any value of the parameter; limits themselves are kept. */
export function standingAt({ side, low, high }: Measure, value: number): Standing {
  switch (side) {
    case 'min':
    case 'target':
      return low >= value ? 'keeps' : high < value ? 'breaks' : 'uncertain';
    case 'max':
      return high <= value ? 'keeps' : low > value ? 'breaks' : 'uncertain';
    case 'equals':
      if (low === value && high === value) return 'keeps';
      return low <= value && value <= high ? 'uncertain' : 'breaks';
  }
}
