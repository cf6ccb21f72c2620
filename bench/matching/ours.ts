import { crosswalk } from '../../src/plan/burden/crosswalk.ts';
import { EssenceReader } from '../../src/plan/burden/essence.ts';
import type { Phrasing } from '../../src/plan/burden/phrasing.ts';
import type { Matcher } from './measure.ts';

/** The program's own answers, in places. */
export function answersOf(phrasing: Phrasing): Matcher {
  const reader = new EssenceReader(phrasing);
  return (before, after) => {
    const places = new Map([...before.entries(), ...after.entries()].map(([place, item]) => [item, place]));
    return crosswalk({ before, after }, reader)
      .filter((change) => change.before.length > 0 && change.after.length > 0)
      .map((change) => ({
        before: change.before.map((item) => places.get(item) ?? -1),
        after: change.after.map((item) => places.get(item) ?? -1),
        certain: change.certain,
      }));
  };
}
