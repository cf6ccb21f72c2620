import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PolicyPack } from '../src/model/policy.ts';
import { readWorkbook } from '../src/read/read.ts';
import { readRecords } from '../src/records/records.ts';
import { askedBy } from '../src/rules/asked.ts';
import { RULES } from '../src/rules/index.ts';
import { runFileRules, runSetRules } from '../src/rules/runner.ts';
import { findTables } from '../src/tables/tables.ts';
import { loadFixture, readInput } from './support/fixture.ts';
import { ROOT } from './support/paths.ts';
import { policyOf } from './support/policy.ts';

/** Notes every id that is looked up. */
class Noting<V> extends Map<string, V> {
  private readonly ids: Set<string>;
  constructor(known: ReadonlyMap<string, V>, ids: Set<string>) {
    super(known);
    this.ids = ids;
  }
  override get(id: string): V | undefined {
    this.ids.add(id);
    return super.get(id);
  }
  override has(id: string): boolean {
    this.ids.add(id);
    return super.has(id);
  }
}

/** What a rule looks up in a pack while it goes over its own fixtures. */
async function lookedUpBy(rule: (typeof RULES)[number]) {
  const ids = { parameters: new Set<string>(), catalogues: new Set<string>() };
  for (const name of ['bad', 'good'] as const) {
    const fixture = loadFixture(path.join(ROOT, 'fixtures/rules', rule.id), name);
    const known = await policyOf(fixture.policy);
    const policy: PolicyPack = {
      ...known,
      parameters: new Noting(known.parameters, ids.parameters),
      catalogues: new Noting(known.catalogues, ids.catalogues),
    };
    const workbook = await fixture.workbook(readWorkbook);
    const tables = findTables(fixture.fileName, workbook, policy.vocabulary);
    const input = { ...readInput(fixture.fileName, workbook), sheets: tables.ledgers };
    const perFile = runFileRules([rule], input, readRecords(tables), policy);
    runSetRules([rule], [perFile], policy);
  }
  return ids;
}

/** `duty.<scope>.<list>` as a pattern. */
const patternOf = (id: string) =>
  new RegExp(`^${id.replaceAll('.', '\\.').replaceAll(/<\w+>/g, '[A-Za-z-]+')}$`);
const WITHOUT_TABLE = new Set(['file-unreadable']);
const TRIED = RULES.filter(({ id }) => !WITHOUT_TABLE.has(id)).map((rule) => [rule.id, rule] as const);

describe.each(TRIED)('rule %s', (_, rule) => {
  it('says beside itself what it asks a pack for, no more and no less', async () => {
    const found = await lookedUpBy(rule);
    for (const of of ['parameters', 'catalogues'] as const) {
      const said = rule.asks[of] ?? [];
      const unsaid = [...found[of]].filter((id) => !said.some((one) => patternOf(one).test(id)));
      const idle = said.filter((one) => ![...found[of]].some((id) => patternOf(one).test(id)));
      expect({ of, unsaid, idle }).toEqual({ of, unsaid: [], idle: [] });
    }
  });
});

describe('what all rules ask for', () => {
  it('is put together from what each says, each id once', () => {
    const { parameters, catalogues } = askedBy(RULES);
    expect(parameters.filter((id) => id === 'code.length')).toHaveLength(1);
    expect(catalogues).toContain('duty.<scope>.<list>');
    expect(parameters.length + catalogues.length).toBeGreaterThan(12);
  });
});
