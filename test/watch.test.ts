import { spawn } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { ROOT } from './support/paths.ts';
import { jianfu } from './support/run.ts';

const GOOD =
  '社区依法协助政府工作事项清单\n序号,事项名称,主管部门\n1,协助维护社会治安,公安局\n2,协助开展人口普查,统计局\n';
const BAD = GOOD.replace('2,', '3,');

const running: { kill: (signal: 'SIGKILL') => void }[] = [];
afterEach(() => {
  for (const program of running.splice(0)) program.kill('SIGKILL');
});

/** The real program, watching; `next` waits for the report after the last one that was taken. */
function watching(folder: string, ...more: readonly string[]) {
  const program = spawn(
    process.execPath,
    [path.join(ROOT, 'bin/jianfu.js'), 'check', folder, '--watch', '--policy', 'base', ...more],
    {
      env: { ...process.env, JIANFU_CACHE: mkdtempSync(path.join(tmpdir(), 'watch-cache-')) },
    },
  );
  running.push(program);
  let stdout = '';
  let stderr = '';
  program.stdout.on('data', (piece) => {
    stdout += piece;
  });
  program.stderr.on('data', (piece) => {
    stderr += piece;
  });
  let taken = 0;
  let rounds = 0;
  const next = async (): Promise<string> => {
    rounds++;
    while (stderr.split('正在守着').length - 1 < rounds)
      await new Promise((resolve) => setTimeout(resolve, 10));
    const report = stdout.slice(taken);
    taken = stdout.length;
    return report;
  };
  const ended = new Promise<number | null>((resolve) => program.once('close', resolve));
  return { program, next, ended, said: () => stderr };
}

describe('check --watch', () => {
  it('checks again when a file changes, comes, goes or is saved under its old name', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'watch-'));
    const file = path.join(folder, '清单.csv');
    writeFileSync(file, GOOD);
    const watch = watching(folder);
    expect(await watch.next()).not.toContain('serial-gap');
    writeFileSync(file, BAD);
    expect(await watch.next()).toContain('serial-gap');
    writeFileSync(path.join(folder, '新来.csv'), BAD);
    const two = await watch.next();
    expect(two).toContain('新来.csv');
    expect(two).toContain('清单.csv');
    rmSync(path.join(folder, '新来.csv'));
    expect(await watch.next()).not.toContain('新来.csv');
    writeFileSync(path.join(folder, '写.tmp'), GOOD);
    renameSync(path.join(folder, '写.tmp'), file);
    expect(await watch.next()).not.toContain('serial-gap');
  });

  it('goes on when there is nothing left to read, and ends when it is told to', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'watch-'));
    const file = path.join(folder, '清单.csv');
    writeFileSync(file, GOOD);
    const watch = watching(folder);
    await watch.next();
    rmSync(file);
    await watch.next();
    expect(watch.said()).toContain('没有');
    writeFileSync(file, BAD);
    expect(await watch.next()).toContain('serial-gap');
    watch.program.kill('SIGINT');
    expect(await watch.ended).toBe(130);
    expect(watch.said()).toContain('不再守着');
    expect(watch.said()).not.toContain('已中断');
  });

  it('takes what it writes itself for no change', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'watch-'));
    writeFileSync(path.join(folder, '清单.csv'), GOOD);
    const watch = watching(folder, '--out', `json=${path.join(folder, '结果.csv')}`);
    await watch.next();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(watch.said().split('正在守着')).toHaveLength(2);
  });

  it('refuses what cannot be watched', () => {
    const { code, stderr } = jianfu(['check', '-', '--watch']);
    expect([code, stderr.includes('标准输入')]).toEqual([2, true]);
  });
});
