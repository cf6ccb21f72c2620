import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Run } from '../src/model/run.ts';
import { check } from '../src/pipeline.ts';
import { rulesOf } from '../src/rules/rules-of.ts';
import { loadPackFixture, packFixtures } from './support/pack-fixture.ts';
import { ROOT } from './support/paths.ts';
import { policyOf } from './support/policy.ts';

const FIXTURES = packFixtures(path.join(ROOT, 'fixtures/packs'));

async function checkFixture(pack: string, folder: string, name: 'good' | 'bad') {
  const { input, expected } = loadPackFixture(folder, name);
  const policy = await policyOf(pack);
  const run = await check({ files: [input], policy, rules: await rulesOf(policy), version: '0' });
  return { run, expected };
}

/** Every finding of any rule, form included: a fixture is silent where it does not say otherwise. */
function foundIn({ findings }: Run): string[] {
  return findings
    .map(({ rule, outcome, origins: [origin] }) => {
      const mark = outcome === 'undetermined' ? '?' : '';
      return `${origin?.sheet}!${origin?.a1} ${rule}${mark}`;
    })
    .sort();
}

describe.each(FIXTURES)('%s: %s', (pack, _mechanism, folder) => {
  it('shows what the table says and nothing else', async () => {
    const { run, expected } = await checkFixture(pack, folder, 'bad');
    expect(run.faults).toEqual([]);
    expect(expected.length).toBeGreaterThan(0);
    expect(foundIn(run)).toEqual(expected);
  });

  it('is silent when put right', async () => {
    const { run, expected } = await checkFixture(pack, folder, 'good');
    expect(run.faults).toEqual([]);
    expect(expected).toEqual([]);
    expect(foundIn(run)).toEqual([]);
  });
});
