import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { ROOT } from './support/paths.ts';
import { jianfu } from './support/run.ts';

const HOOK = { NODE_OPTIONS: `--require ${path.join(ROOT, 'test/support/reader-faults.cjs')}` };
const LINUX = process.platform === 'linux';

/** A sound list; a sheet called `fault-…` makes the reader that takes it misbehave. */
function book(bookType: 'xls' | 'ods' | 'xlsx', second?: string): Buffer {
  const file = XLSX.utils.book_new();
  const rows = [
    ['社区依法协助政府工作事项清单'],
    ['序号', '事项名称', '主管部门'],
    [1, '协助维护社会治安', '公安局'],
  ];
  XLSX.utils.book_append_sheet(file, XLSX.utils.aoa_to_sheet(rows), '协助清单');
  if (second !== undefined) XLSX.utils.book_append_sheet(file, XLSX.utils.aoa_to_sheet([['x']]), second);
  return XLSX.write(file, { type: 'buffer', bookType }) as Buffer;
}

function folderWith(files: Readonly<Record<string, Buffer>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), '隔离 '));
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content);
  return folder;
}

interface Report {
  readonly inputs: readonly { path: string; state: string; countedCells: number | null }[];
  readonly findings: readonly {
    rule: string;
    message: { id: string; args: object };
    origins: { file: string }[];
  }[];
  readonly faults: readonly { file: string | null; error: string }[];
}

function check(folder: string, args: readonly string[] = [], env: Record<string, string> = HOOK) {
  const { code, stdout, stderr } = jianfu(['check', folder, '--out', 'json', ...args], { env });
  const report = JSON.parse(stdout) as Report;
  const unreadable = report.findings
    .filter(({ rule }) => rule === 'file-unreadable')
    .map(({ message, origins }) => [origins[0]?.file, message.id, message.args]);
  const states = report.inputs.map(({ path: name, state }) => `${name} ${state}`);
  return { code, stdout, stderr, report, states, unreadable };
}

describe('a file whose reader misbehaves is a finding, and the run goes on', () => {
  const limits = ['--limit', 'seconds=3', '--limit', 'memory=150MiB'];
  const patient = ['--limit', 'seconds=60', '--limit', 'memory=150MiB'];
  const tooMuch = { allowed: '150MiB', raise: 'memory=300MiB' };

  it.each([
    ['loops for ever', 'fault-loop', 'too-slow', limits, { allowed: '3', raise: 'seconds=6' }],
    ['allocates buffers for ever', 'fault-buffers', 'too-much-memory', patient, tooMuch],
    ['allocates objects for ever', 'fault-objects', 'too-much-memory', patient, tooMuch],
    ['aborts', 'fault-abort', 'reader-died', limits, {}],
    ['exits', 'fault-exit', 'reader-died', limits, { how: 'exit 0' }],
    ['answers garbage', 'fault-garbage', 'reader-died', limits, { how: 'garbage' }],
  ])('when it %s', (_, sheet, reason, given, args) => {
    const folder = folderWith({
      '1.xls': book('xls'),
      '2.xls': book('xls', sheet),
      '3.ods': book('ods'),
      '4.xlsx': book('xlsx'),
      '5.xls': book('xls'),
      '6.ods': book('ods', sheet),
      '7.xls': book('xls'),
    });
    const { code, stderr, states, unreadable, report } = check(folder, given);
    expect(states).toEqual([
      '1.xls read',
      '2.xls unreadable',
      '3.ods read',
      '4.xlsx read',
      '5.xls read',
      '6.ods unreadable',
      '7.xls read',
    ]);
    expect(unreadable).toMatchObject([
      ['2.xls', reason, args],
      ['6.ods', reason, args],
    ]);
    expect(report.faults).toEqual([]);
    expect(stderr).toBe('');
    expect(code).toBe(1);
  });

  it('says so in both languages, with a way on', () => {
    const folder = folderWith({ '1.xls': book('xls', 'fault-loop') });
    const told = (lang: string) =>
      jianfu(['check', folder, '--limit', 'seconds=1', '--lang', lang], { env: HOOK }).stdout.replace(
        /\s+/g,
        '',
      );
    expect(told('zh-CN')).toContain('读了1秒还没读完');
    expect(told('en')).toContain('--limitseconds=2');
  });
});

it('a file that would change what all objects share changes nothing', () => {
  const { states, unreadable } = check(
    folderWith({ '1.xls': book('xls', 'fault-change'), '2.ods': book('ods') }),
  );
  expect(unreadable).toEqual([]);
  expect(states).toEqual(['1.xls read', '2.ods read']);
});

describe('the run does not depend on which reader is done first', () => {
  it('same bytes when the first file takes longest', () => {
    const files = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => {
        const type = index % 3 === 1 ? 'ods' : index % 3 === 2 ? 'xlsx' : 'xls';
        return [`${10 + index}.${type}`, book(type, index % 4 === 0 ? 'fault-slow' : undefined)];
      }),
    );
    const folder = folderWith(files);
    expect(check(folder).stdout).toBe(check(folder, [], {}).stdout);
  });
});

describe('a reader that cannot be started', () => {
  const broken = { ...HOOK, READER_START: 'fails' };

  it('is a fault of the tool, told once; what needs no reader is checked', () => {
    const folder = folderWith({
      '1.xls': book('xls'),
      '2.xlsx': book('xlsx'),
      '3.ods': book('ods'),
      '4.xls': book('xls'),
    });
    const { code, states, report, unreadable } = check(folder, [], broken);
    expect(code).toBe(3);
    expect(states).toEqual(['1.xls unreadable', '2.xlsx read', '3.ods unreadable', '4.xls unreadable']);
    expect(report.faults).toHaveLength(1);
    expect(report.faults[0]?.error).toMatch(/^ReaderStartError: exit 9/);
    expect(unreadable.map(([, reason]) => reason)).toEqual(['no-reader', 'no-reader']);
  });

  it('is not noticed where none is needed: a small .xlsx or CSV starts no process', () => {
    const folder = folderWith({ '1.xlsx': book('xlsx'), '2.csv': Buffer.from('序号,事项名称\n1,协助\n') });
    expect(check(folder, [], broken).report.faults).toEqual([]);
  });
});

it('works from a folder with a Chinese name and blanks', () => {
  const home = path.join(mkdtempSync(path.join(tmpdir(), 'home-')), '减负 工具');
  mkdirSync(home);
  for (const part of ['bin', 'dist', 'packs', 'package.json', 'schemas']) {
    cpSync(path.join(ROOT, part), path.join(home, part), { recursive: true });
  }
  const args = [path.join(home, 'bin/jianfu.js'), 'check', folderWith({ '甲.xls': book('xls') })];
  expect(spawnSync(process.execPath, args).status).toBe(0);
  rmSync(path.join(home, 'dist/reader.js'));
  expect(spawnSync(process.execPath, args).status).toBe(3);
});

describe('interrupted', () => {
  async function started() {
    const folder = folderWith({ '1.xls': book('xls', 'fault-loop'), '2.xls': book('xls', 'fault-loop') });
    const target = path.join(folder, '结果.json');
    const program = spawn(
      process.execPath,
      [path.join(ROOT, 'bin/jianfu.js'), 'check', folder, '--out', `json=${target}`],
      { env: { ...process.env, ...HOOK } },
    );
    let stderr = '';
    program.stderr.on('data', (piece) => {
      stderr += piece;
    });
    await until(() => LINUX && readersOf(program.pid as number).length > 0);
    const readers = readersOf(program.pid as number);
    const ended = new Promise<number | null>((resolve) => program.once('close', resolve));
    return { program, readers, ended, target, said: () => stderr };
  }

  it.runIf(LINUX).each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('by %s: exit %i, no reader left, nothing written', async (signal, code) => {
    const { program, readers, ended, target, said } = await started();
    program.kill(signal);
    expect(await ended).toBe(code);
    expect(said()).toContain('已中断');
    await until(() => !readers.some(isAlive));
    expect(existsSync(target)).toBe(false);
  });

  it.runIf(LINUX)(
    'by a kill that it cannot hear: readers end by themselves, caught in a loop or not',
    async () => {
      const { program, readers, ended } = await started();
      program.kill('SIGKILL');
      await ended;
      await until(() => !readers.some(isAlive));
    },
  );

  it.runIf(LINUX)('by a reader of its output that has enough: exit 0 without a word', () => {
    const folder = folderWith({ '1.xls': book('xls') });
    const command = `"${process.execPath}" bin/jianfu.js check "${folder}" --out json | head -c 1 >/dev/null; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', command], { cwd: ROOT });
    expect([stdout.toString().trim(), stderr.toString()]).toEqual(['0', '']);
  });
});

function readersOf(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return children === '' ? [] : children.split(' ').map(Number);
}

/** A process that has ended and waits to be asked about it is not alive. */
function isAlive(pid: number): boolean {
  try {
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

async function until(holds: () => boolean): Promise<void> {
  for (let left = 200; !holds(); left--) {
    if (left === 0) throw new Error('it does not come about');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
