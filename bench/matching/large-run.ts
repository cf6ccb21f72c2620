import { policyOf } from '../../src/cli/policy.ts';
import { crosswalk } from '../../src/plan/burden/crosswalk.ts';
import { EssenceReader } from '../../src/plan/burden/essence.ts';
import { phrasingOf } from '../../src/plan/burden/phrasing.ts';
import { largeLists } from './large.ts';

/**
 * Holds made versions of lists against each other and prints what it took after reading, as JSON: `large-run N` one list
 * of N items, `large-run city` 450 communities of 140 items before and 79 after.
 */
const [COMMUNITIES, BEFORE, AFTER] = [450, 140, 79];
const size = process.argv[2] ?? '';
const reader = new EssenceReader(phrasingOf((await policyOf('base', null)).catalogues));
const all =
  size === 'city'
    ? Array.from({ length: COMMUNITIES }, (_, seed) => {
        const { before, after } = largeLists(BEFORE, seed);
        return { before, after: after.slice(0, AFTER) };
      })
    : [largeLists(Number(size))];
const [start, clock] = [process.cpuUsage(), process.hrtime.bigint()];
const changes = all.flatMap((versions) => crosswalk(versions, reader));
const { user, system } = process.cpuUsage(start);
const wall = Number(process.hrtime.bigint() - clock) / 1e9;
const gone = changes.filter(({ kind }) => kind === 'removed').length;
const peakMiB = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(
  JSON.stringify({ cpu: (user + system) / 1e6, wall, peakMiB, changes: changes.length, gone }),
);
