import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../src/read/read.ts';
import { readRecords } from '../src/records/records.ts';
import { RULES } from '../src/rules/index.ts';
import { runFileRules, runSetRules } from '../src/rules/runner.ts';
import { findTables } from '../src/tables/tables.ts';
import { loadFixture, readInput } from './support/fixture.ts';
import { ROOT } from './support/paths.ts';
import { policyOf } from './support/policy.ts';

/** Rules about files that no table can show; test/unreadable.test.ts has theirs. */
const WITHOUT_TABLE = new Set(['file-unreadable']);

describe.each(RULES.filter(({ id }) => !WITHOUT_TABLE.has(id)).map((rule) => [rule.id, rule] as const))(
  'rule %s',
  (id, rule) => {
    const folder = path.join(ROOT, 'fixtures/rules', id);

    async function findingsIn(name: 'good' | 'bad') {
      const fixture = loadFixture(folder, name);
      const policy = await policyOf(fixture.policy);
      const workbook = await fixture.workbook(readWorkbook);
      const tables = findTables(fixture.fileName, workbook, policy.vocabulary);
      const input = { ...readInput(fixture.fileName, workbook), sheets: tables.ledgers };
      const perFile = runFileRules([rule], input, readRecords(tables), policy);
      const overall = runSetRules([rule], [perFile], policy);
      const faults = [...perFile.faults, ...overall.faults];
      const found = [...perFile.findings, ...overall.findings].map(
        ({ origins: [origin] }) => `${origin?.sheet}!${origin?.a1}`,
      );
      return { fixture, found: found.sort(), faults, inForce: policy.rules.has(id) };
    }

    it('finds in bad exactly what the fixture says', async () => {
      const { fixture, found, faults, inForce } = await findingsIn('bad');
      expect(inForce).toBe(true);
      expect(faults).toEqual([]);
      expect(fixture.expected.length).toBeGreaterThan(0);
      expect(found).toEqual(fixture.expected);
    });

    it('is silent on good', async () => {
      const { found, faults } = await findingsIn('good');
      expect(faults).toEqual([]);
      expect(found).toEqual([]);
    });

    it('has fixtures', () => {
      for (const name of ['good', 'bad']) {
        expect(
          existsSync(path.join(folder, `${name}.csv`)) || existsSync(path.join(folder, `${name}.yaml`)),
        ).toBe(true);
      }
    });
  },
);
