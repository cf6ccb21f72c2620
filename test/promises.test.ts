import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../src/model/run.ts';
import type { CellValue, Workbook } from '../src/model/workbook.ts';
import { readRecords } from '../src/records/records.ts';
import type { Rule } from '../src/rules/define.ts';
import { defineRule } from '../src/rules/define.ts';
import { RULES } from '../src/rules/index.ts';
import { ruleResults, runFileRules } from '../src/rules/runner.ts';
import { findTables } from '../src/tables/tables.ts';
import { readInput } from './support/fixture.ts';
import { ROOT } from './support/paths.ts';
import { policyOf } from './support/policy.ts';

const policy = await policyOf('hohhot');

function workbookOf(rows: readonly (readonly (CellValue | undefined)[])[]): Workbook {
  const numbered = rows.map((cells, index) => ({ number: index + 1, cells, hidden: false }));
  const sheet = { name: '清单', hidden: false, merges: [], hiddenColumns: [], rows: () => numbered };
  return { format: 'xlsx', encoding: null, countedCells: null, sheets: [sheet] };
}

function check(rows: readonly (readonly (CellValue | undefined)[])[], rules: readonly Rule[] = RULES) {
  const workbook = workbookOf(rows);
  const tables = findTables('社区清单.xlsx', workbook, policy.vocabulary);
  const input = { ...readInput('社区清单.xlsx', workbook), sheets: tables.ledgers };
  return {
    tables,
    dataset: readRecords(tables),
    outcome: runFileRules(rules, input, readRecords(tables), policy),
    input,
  };
}

const items = [
  '协助维护社会治安',
  '协助做好禁毒防范',
  '社区矫正',
  '公共卫生',
  '协助维护社会治安',
  '',
  '负责城市管理执法',
];
const cell = fc.constantFrom(
  undefined,
  '',
  ' ',
  '序号',
  '事项名称',
  '主管部门',
  '合计',
  '注：略',
  '一、党的建设（3项）',
  '填报单位：',
  ...items,
  1,
  2,
  3,
);
const sheet = fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 25 });

const list = fc.array(fc.tuple(fc.constantFrom(...items), fc.constantFrom('公安局', '', '民政局3')), {
  minLength: 1,
  maxLength: 12,
});
const tableOf = (rows: readonly (readonly [string, string])[]) => [
  ['某社区依法协助政府工作事项清单'],
  ['序号', '事项名称', '主管部门'],
  ...rows.map(([text, department], index) => [index + 1, text, department]),
];

describe('nothing is lost', () => {
  it('every physical row has exactly one role', () => {
    fc.assert(
      fc.property(sheet, (rows) => {
        const { tables } = check(rows);
        const [ledger] = tables.ledgers;
        const last = rows.findLastIndex((cells) =>
          cells.some((one) => one !== undefined && String(one).trim() !== ''),
        );
        expect(Object.values(ledger?.rows ?? {}).reduce((sum, count) => sum + count, 0)).toBe(last + 1);
        // A row that two tables side by side share counts once.
        const data = new Set(tables.tables.flatMap((table) => table.rows.map(({ row }) => row)));
        expect(data.size).toBe(ledger?.rows.data);
        const stretches = tables.stretches[0] ?? [];
        expect(stretches.map(({ from }) => from)).toEqual([
          ...(last === -1 ? [] : [1]),
          ...stretches.slice(0, -1).map(({ to }) => to + 1),
        ]);
        expect(stretches.at(-1)?.to ?? 0).toBe(last + 1);
      }),
      { numRuns: 1500, seed: 20_261_121 },
    );
  });

  it('every data row of a duty list is in exactly one list', () => {
    fc.assert(
      fc.property(sheet, (rows) => {
        const { dataset } = check(rows);
        const inTables = dataset.tables
          .filter(({ kind }) => kind === 'duty-list')
          .flatMap((table) => table.rows.map(({ row }) => row));
        const inLists = dataset.dutyLists.flatMap((duties) => duties.items.map(({ row }) => row.row));
        expect(inLists.toSorted((a, b) => a - b)).toEqual(inTables.toSorted((a, b) => a - b));
      }),
      { numRuns: 800, seed: 20_261_121 },
    );
  });

  it('no rule throws on any of it, and every rule in force ends in one state', () => {
    fc.assert(
      fc.property(sheet, (rows) => {
        const { outcome } = check(rows);
        expect(outcome.faults).toEqual([]);
        expect(ruleResults(policy, [outcome]).map(({ id }) => id)).toEqual([...policy.rules.keys()]);
      }),
      { numRuns: 800, seed: 20_261_121 },
    );
  });
});

describe('true addresses', () => {
  /** What a finding says without its address. Messages may name the address of another row. */
  const facts = ({ rule, fingerprint, outcome, message: { id } }: Finding) =>
    `${rule} ${id} ${outcome} ${fingerprint}`;

  it('a blank row moves the addresses below it and changes nothing else', () => {
    fc.assert(
      fc.property(list, fc.nat(12), (rows, at) => {
        const before = tableOf(rows);
        const place = 2 + (at % (rows.length + 1));
        const after = [...before.slice(0, place), [undefined], ...before.slice(place)];
        const [plain, moved] = [check(before).outcome.findings, check(after).outcome.findings];
        expect(moved.map(facts)).toEqual(plain.map(facts));
        const shifted = plain.map(
          ({ origins: [origin] }) => (origin?.row ?? 0) + ((origin?.row ?? 0) > place ? 1 : 0),
        );
        expect(moved.map(({ origins: [origin] }) => origin?.row)).toEqual(shifted);
      }),
      { numRuns: 500, seed: 20_261_121 },
    );
  });

  it('an empty column to the left moves the columns and changes nothing else', () => {
    fc.assert(
      fc.property(list, (rows) => {
        const before = tableOf(rows);
        const [plain, moved] = [check(before), check(before.map((cells) => [undefined, ...cells]))].map(
          ({ outcome }) => outcome.findings,
        );
        expect(moved?.map(facts)).toEqual(plain?.map(facts));
        expect(moved?.map(({ origins: [origin] }) => origin?.column)).toEqual(
          plain?.map(({ origins: [origin] }) => (origin?.column ?? 0) + 1),
        );
      }),
      { numRuns: 300, seed: 20_261_121 },
    );
  });
});

describe('the outcomes do not mix', () => {
  const rule = (id: string) => RULES.filter((candidate) => candidate.id === id);
  const basis = [
    ['某社区依法协助政府工作事项清单'],
    ['序号', '事项名称', '主管部门', '依据'],
    [1, '协助维护社会治安', '', ''],
  ];

  it('must → breach, should → advice, by the pack and not by the rule', () => {
    expect(check(basis, rule('department-missing')).outcome.findings.map(({ outcome }) => outcome)).toEqual([
      'breach',
    ]);
    expect(check(basis, rule('basis-missing')).outcome.findings.map(({ outcome }) => outcome)).toEqual([
      'advice',
    ]);
  });

  it('a missing column is a skip, never a pass', () => {
    const { outcome } = check(tableOf([['协助维护社会治安', '公安局']]), rule('basis-missing'));
    expect(outcome.findings).toEqual([]);
    expect(outcome.skips.map(({ reason }) => reason)).toEqual([
      { id: 'column-missing', args: { field: 'legalBasis' } },
    ]);
    expect(ruleResults(policy, [outcome]).find(({ id }) => id === 'basis-missing')?.state).toBe('skipped');
  });

  it('a rule that throws is a fault by name, and the others still run', () => {
    const broken = defineRule({
      id: 'serial-gap',
      scope: 'duty-list',
      messages: {},
      check() {
        throw new Error('on purpose');
      },
    });
    const { outcome } = check(basis, [broken, ...rule('department-missing')]);
    expect(outcome.faults).toEqual([
      { rule: 'serial-gap', file: '社区清单.xlsx', error: 'Error: on purpose' },
    ]);
    expect(outcome.findings).toHaveLength(1);
    expect(ruleResults(policy, [outcome]).find(({ id }) => id === 'serial-gap')?.state).toBe('crashed');
  });
});

describe('policy is data', () => {
  it('no number of a regulation stands in a rule', () => {
    const numbers = [...policy.parameters.values()]
      .map(({ value }) => Number(value))
      .filter((value) => value > 10);
    expect(numbers.length).toBeGreaterThan(8);
    const found = RULES.flatMap(({ id }) => {
      const [file] = [
        'duty',
        'community',
        'certificate',
        'basis',
        'department',
        'cell',
        'serial',
        'header',
        'table',
        'file',
      ]
        .map((group) => path.join(ROOT, 'src/rules', group, `${id}.ts`))
        .flatMap((candidate) => {
          try {
            return [readFileSync(candidate, 'utf8')];
          } catch {
            return [];
          }
        });
      const literals =
        (file ?? '')
          .replace(/'[^']*'|`[^`]*`|\/[^/\n]+\/|\/\*[\s\S]*?\*\//g, '')
          .match(/\b\d+(?:\.\d+)?\b/g) ?? [];
      return literals
        .filter((literal) => numbers.includes(Number(literal)))
        .map((literal) => `${id}: ${literal}`);
    });
    expect(found).toEqual([]);
  });
});
