import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readRegularFile } from '../src/read/regular-file.ts';
import { jianfu } from './support/run.ts';

const LIST = '社区依法协助政府工作事项清单\n序号,事项名称,主管部门\n1,协助维护社会治安,公安局\n';
const UNIX = process.platform !== 'win32';

function folder(): string {
  const root = mkdtempSync(path.join(tmpdir(), 'inputs-'));
  writeFileSync(path.join(root, '清单.csv'), LIST);
  return root;
}

function check(...args: readonly string[]) {
  const { stdout, stderr, code } = jianfu(['check', ...args, '--out', 'json']);
  const report = JSON.parse(stdout) as {
    inputs: { path: string; state: string; skipped: string | null }[];
    findings: { message: { id: string; args: unknown } }[];
    faults: unknown[];
  };
  return { report, stderr, code };
}

describe.runIf(UNIX)('what is no regular file is a finding, and nothing waits for it', () => {
  it.each([
    ['pipe', 'mkfifo "$1"'],
    ['device', 'ln -s /dev/zero "$1"'],
  ])('a %s called x.xlsx', (kind, make) => {
    const root = folder();
    execFileSync('bash', ['-c', make, 'bash', path.join(root, 'x.xlsx')]);
    const { report, code } = check(path.join(root, 'x.xlsx'), path.join(root, '清单.csv'));
    expect(report.findings.map(({ message }) => message)).toEqual([{ id: 'not-a-file', args: { kind } }]);
    expect(report.inputs.map(({ state }) => state)).toEqual(['unreadable', 'read']);
    expect(report.faults).toEqual([]);
    expect(code).toBe(1);
  });

  it('a pipe in a folder, which is not passed over in silence', () => {
    const root = folder();
    execFileSync('mkfifo', [path.join(root, '管道.xlsx')]);
    const { report } = check(root);
    expect(report.inputs.map(({ path: name, state }) => `${name} ${state}`)).toEqual([
      '清单.csv read',
      '管道.xlsx unreadable',
    ]);
  });

  it('a link in a folder is listed and not followed, out of the folder or in a circle', () => {
    const root = folder();
    const outside = path.join(folder(), '清单.csv');
    symlinkSync(outside, path.join(root, '外面.csv'));
    symlinkSync(root, path.join(root, '圈'));
    const { report, code } = check(root);
    expect(report.inputs.map(({ path: name, skipped }) => `${name} ${skipped}`)).toEqual([
      '圈 link',
      '外面.csv link',
      '清单.csv null',
    ]);
    expect(code).toBe(0);
  });
});

it('a folder called x.xlsx is a folder', () => {
  const root = folder();
  mkdirSync(path.join(root, 'x.xlsx'));
  writeFileSync(path.join(root, 'x.xlsx', '一.csv'), LIST);
  expect(check(root).report.inputs.map(({ path: name }) => name)).toEqual(['x.xlsx/一.csv', '清单.csv']);
});

it('lock files of Office and LibreOffice are listed as passed over', () => {
  const root = folder();
  for (const name of ['~$清单.xlsx', '.~lock.清单.ods#', '.~清单.et'])
    writeFileSync(path.join(root, name), 'x');
  const { inputs } = check(root).report;
  expect(inputs.map(({ skipped }) => skipped)).toEqual(['lock-file', 'lock-file', 'lock-file', null]);
});

describe('a file that changes while it is read is refused', () => {
  it.each([
    ['grows', (file: string) => appendFileSync(file, '2,新的一行,公安局\n')],
    ['is cut off', (file: string) => writeFileSync(file, '序号')],
  ])('when it %s', (_, change) => {
    const file = path.join(folder(), '清单.csv');
    expect(() => readRegularFile(file, () => change(file))).toThrow(/^changed/);
  });

  it('and one that does not is read whole', () => {
    const file = path.join(folder(), '清单.csv');
    expect(readRegularFile(file, () => {}).toString()).toBe(LIST);
  });
});
