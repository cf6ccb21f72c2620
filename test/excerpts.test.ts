import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { excerptsOf } from '../src/excerpts.ts';
import { a1Of } from '../src/model/origin.ts';
import { NO_PINS } from '../src/model/pins.ts';
import type { PolicyPack } from '../src/model/policy.ts';
import type { Excerpt, Finding, Input } from '../src/model/run.ts';
import { DEFAULT_LIMITS } from '../src/read/limits.ts';
import type { Shown } from '../src/rules/masking.ts';
import { policyOf } from './support/policy.ts';

const HEAD = ['社区依法协助政府工作事项清单,,', '序号,事项名称,主管部门'];
const TABLE = [...HEAD, '1,协助甲,公安局', '2,协助乙,公安局', '3,协助丙,公安局', '4,协助丁,公安局'];

describe('excerpts', () => {
  let policy: PolicyPack;
  beforeAll(async () => {
    policy = await policyOf('base');
  });

  /** Excerpts of a CSV in which the cells, given by row and column, are at fault, each by a finding of its own. */
  async function excerptsIn(
    lines: readonly string[],
    cells: readonly (readonly [number, number])[],
    { shown = 'masked', checked = lines }: { shown?: Shown; checked?: readonly string[] } = {},
  ): Promise<readonly Excerpt[]> {
    const bytes = Buffer.from(lines.join('\n'));
    const sha256 = createHash('sha256').update(checked.join('\n')).digest('hex');
    const file = { path: '单.csv', absolute: '', skipped: null, bytes: () => Promise.resolve(bytes) };
    const findings = cells.map(([row, column]) => ({
      origins: [{ file: '单.csv', sheet: '单', row, column, a1: a1Of(row, column) }],
    }));
    const run = {
      findings: findings as unknown as readonly Finding[],
      inputs: [{ path: '单.csv', sha256 }] as unknown as readonly Input[],
    };
    const settings = { policy, limits: DEFAULT_LIMITS, encoding: null, pins: NO_PINS };
    return await excerptsOf(run, [file], settings, shown);
  }

  const rowsOf = ([excerpt]: readonly Excerpt[]) => excerpt?.rows.map(({ row, header }) => [row, header]);

  it('hold the header, the row above and the row itself, each row once', async () => {
    expect(rowsOf(await excerptsIn(TABLE, [[6, 2]]))).toEqual([
      [2, true],
      [5, false],
      [6, false],
    ]);
    expect(
      rowsOf(
        await excerptsIn(TABLE, [
          [5, 1],
          [6, 2],
          [6, 3],
        ]),
      ),
    ).toEqual([
      [2, true],
      [4, false],
      [5, false],
      [6, false],
    ]);
  });

  it('are of the table in which the cell stands, where a sheet has several', async () => {
    const two = [
      ...TABLE,
      ',,',
      '社区依法履行职责事项清单,,',
      '序号,事项名称,主管部门',
      '1,履行甲,公安局',
      '2,履行乙,公安局',
    ];
    expect(rowsOf(await excerptsIn(two, [[11, 2]]))).toEqual([
      [9, true],
      [10, false],
      [11, false],
    ]);
  });

  it('are not there for a file that is no longer what was checked', async () => {
    expect(await excerptsIn(TABLE, [[6, 2]], { checked: [...TABLE, ''] })).toEqual([]);
  });

  it('keep a cell at fault wherever it stands, and cut what is long', async () => {
    const wide = [...Array(60).keys()].map((index) => `列${index + 1}`).join(',');
    const long = `1,${'长'.repeat(100)},公安局${',x'.repeat(57)}`;
    const [excerpt] = await excerptsIn(
      [...HEAD.slice(0, 1), `序号,事项名称,主管部门,${wide}`, long],
      [[3, 55]],
    );
    const cells = excerpt?.rows.find(({ row }) => row === 3)?.cells ?? [];
    expect(cells.map(({ column }) => column)).toEqual([...Array(40).keys()].map((at) => at + 1).concat(55));
    expect(cells[1]?.text).toBe(`${'长'.repeat(60)}…`);
  });

  it('without values keep headers and the places of values', async () => {
    const [excerpt] = await excerptsIn(TABLE, [[3, 2]], { shown: 'none' });
    expect(excerpt?.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['序号', '事项名称', '主管部门'],
      ['***', '***', '***'],
    ]);
  });
});
