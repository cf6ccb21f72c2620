import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type MergeGroup,
  type MergeRequest,
  mergeCommunities,
  possibleGroups,
} from '../src/plan/layout/merge.ts';

const requests = fc
  .record({
    households: fc.array(fc.integer({ min: 100, max: 2900 }), { minLength: 1, maxLength: 9 }),
    touching: fc.array(fc.boolean(), { minLength: 36, maxLength: 36 }),
    locked: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 9, maxLength: 9 }),
  })
  .map(({ households, touching, locked }): MergeRequest => {
    const neighbours: number[][] = households.map(() => []);
    let pair = 0;
    for (let a = 0; a < households.length; a++)
      for (let b = a + 1; b < households.length; b++)
        if (touching[pair++]) {
          neighbours[a]?.push(b);
          neighbours[b]?.push(a);
        }
    return {
      households,
      neighbours: neighbours.map((list) => list.sort((left, right) => left - right)),
      small: households.map((count) => count < 1000),
      locked: households.map((_, index) => locked[index] === 0),
      min: 1000,
      max: 3000,
      most: 4,
    };
  });

const solvedBy = (groups: readonly MergeGroup[], { small }: MergeRequest) =>
  groups.flatMap(({ members }) => members.filter((member) => small[member])).length;
const renamedBy = (groups: readonly MergeGroup[]) =>
  groups.reduce((total, { renamed }) => total + renamed, 0);

/** Every set of disjoint groups. */
function* choices(
  groups: readonly MergeGroup[],
  from = 0,
  taken: readonly number[] = [],
): Generator<MergeGroup[]> {
  yield [];
  for (let at = from; at < groups.length; at++) {
    const group = groups[at] as MergeGroup;
    if (group.members.some((member) => taken.includes(member))) continue;
    for (const rest of choices(groups, at + 1, [...taken, ...group.members])) yield [group, ...rest];
  }
}

describe('merging communities', () => {
  it('solves as many as trying every choice, with as few households renamed', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const groups = possibleGroups(request);
        fc.pre(groups.length <= 14);
        const all = [...choices(groups)].map(
          (choice) => [solvedBy(choice, request), -renamedBy(choice)] as const,
        );
        const best = all.reduce((left, right) =>
          left[0] > right[0] || (left[0] === right[0] && left[1] >= right[1]) ? left : right,
        );
        const found = mergeCommunities(request);
        expect([solvedBy(found, request), -renamedBy(found)]).toEqual(best);
      }),
      { seed: 3, numRuns: 800 },
    );
  });

  it('joins connected communities once each, in the range, and leaves locked ones alone', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const members = mergeCommunities(request).flatMap((group) => {
          const total = group.members.reduce((sum, member) => sum + (request.households[member] ?? 0), 0);
          expect(total).toBe(group.households);
          expect(total).toBeGreaterThanOrEqual(request.min);
          expect(total).toBeLessThanOrEqual(request.max);
          return group.members;
        });
        expect(new Set(members).size).toBe(members.length);
        expect(members.filter((member) => request.locked[member])).toEqual([]);
      }),
      { seed: 4, numRuns: 400 },
    );
  });
});
