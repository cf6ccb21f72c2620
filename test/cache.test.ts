import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { entriesOf, openStore } from '../src/cache/store.ts';
import { ROOT } from './support/paths.ts';

const SAMPLE = path.join(ROOT, 'fixtures/cities/hohhot-sample');
const ODS = '新城区/海拉尔东路街道/长海社区居委会上报表.ods';

const temporary = () => mkdtempSync(path.join(tmpdir(), 'cache-'));

/** The real program with a cache of its own. */
function jianfu(cache: string, ...args: readonly string[]) {
  return spawnSync(process.execPath, [path.join(ROOT, 'bin/jianfu.js'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, JIANFU_CACHE: cache },
    maxBuffer: 1 << 28,
  });
}

const checkOf = (cache: string, folder: string, ...more: readonly string[]) =>
  jianfu(cache, 'check', folder, '--policy', 'hohhot', '--out', 'json', ...more);

/** Not `toBe` on whole reports: a difference would print both. */
const isSame = (left: { stdout: string }, right: { stdout: string }) => left.stdout === right.stdout;

describe('the cache', () => {
  it('changes nothing of a report, cold or warm, in one thread or in two', () => {
    const cache = temporary();
    const without = checkOf('off', SAMPLE);
    expect(JSON.parse(without.stdout).findings.length).toBeGreaterThan(10);
    const runs = [
      checkOf(cache, SAMPLE),
      checkOf(cache, SAMPLE),
      checkOf(cache, SAMPLE, '--jobs', '2'),
      checkOf(cache, SAMPLE, '--no-cache'),
    ];
    expect(runs.map((run) => [run.status, isSame(run, without)])).toEqual(runs.map(() => [1, true]));
    expect(entriesOf(cache).length).toBeGreaterThan(15);
  });

  it('is what a warm run is made of: what an entry says is what the report says', () => {
    const [cache, folder] = [temporary(), temporary()];
    writeFileSync(path.join(folder, '清单.csv'), LIST.replace('2,', '3,'));
    const messages = () =>
      JSON.parse(jianfu(cache, 'check', folder, '--policy', 'base', '--out', 'json').stdout).findings.map(
        ({ message }: { message: { args: unknown } }) => message.args,
      );
    expect(messages()).toEqual([{ expected: 2, found: 3 }]);
    const { file } = entriesOf(cache)[0] as { readonly file: string };
    const checked = deserialize(readFileSync(file).subarray(4));
    checked.outcome.findings[0].message.args.found = 33;
    const content = serialize(checked);
    const checksum = Buffer.alloc(4);
    checksum.writeUInt32LE(crc32(content));
    writeFileSync(file, Buffer.concat([checksum, content]));
    expect(messages()).toEqual([{ expected: 2, found: 33 }]);
    renameSync(path.join(folder, '清单.csv'), path.join(folder, '别的.csv'));
    expect(messages()).toEqual([{ expected: 2, found: 3 }]);
  });

  it('takes a file anew when its content, the pack, its day or a setting is another', () => {
    const [cache, folder] = [temporary(), temporary()];
    const file = path.join(folder, '清单.csv');
    const entries = () => entriesOf(cache).length;
    const check = (policy: string, ...more: readonly string[]) =>
      jianfu(cache, 'check', folder, '--policy', policy, ...more);
    writeFileSync(file, LIST);
    check('hohhot');
    expect(entries()).toBe(1);
    check('hohhot', '--out', 'json');
    expect(entries()).toBe(1);
    writeFileSync(file, LIST.replace('2,', '3,'));
    expect(check('hohhot').stdout).toContain('缺号');
    expect(entries()).toBe(2);
    check('national');
    check('hohhot', '--as-of', '2024-01-01');
    check('hohhot', '--limit', 'rows=50');
    check('hohhot', '--measures');
    expect(entries()).toBe(6);
  });

  it('reads what a pack of one’s own says now', () => {
    const [cache, folder] = [temporary(), temporary()];
    const pack = path.join(folder, 'pack');
    cpSync(path.join(ROOT, 'packs/base'), path.join(folder, 'base'), { recursive: true });
    renameSync(path.join(folder, 'base'), pack);
    writeFileSync(path.join(folder, '清单.csv'), LIST.replace('2,', '3,'));
    const severities = () => {
      const { stdout } = jianfu(
        cache,
        'check',
        path.join(folder, '清单.csv'),
        '--policy',
        pack,
        '--out',
        'json',
      );
      return JSON.parse(stdout).findings.map(({ severity }: { severity: string }) => severity);
    };
    expect(severities()).toEqual(['warning']);
    const yaml = path.join(pack, 'pack.yaml');
    const changed = readFileSync(yaml, 'utf8').replace(/(serial-gap:[^\n]*)warning/, '$1info');
    expect(changed).not.toBe(readFileSync(yaml, 'utf8'));
    writeFileSync(yaml, changed);
    expect(severities()).toEqual(['info']);
  });

  it('does without an entry that is damaged, and makes it whole', () => {
    const cache = temporary();
    const whole = checkOf(cache, SAMPLE);
    for (const { file } of entriesOf(cache)) {
      const bytes = readFileSync(file);
      bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
      writeFileSync(file, bytes);
    }
    expect(isSame(checkOf(cache, SAMPLE), whole)).toBe(true);
    for (const { file } of entriesOf(cache)) writeFileSync(file, 'x');
    expect(isSame(checkOf(cache, SAMPLE), whole)).toBe(true);
    expect(entriesOf(cache).every(({ bytes }) => bytes > 100)).toBe(true);
  });

  it.runIf(process.platform !== 'win32')('makes an interrupted run go on where it was', async () => {
    const [cache, folder] = [temporary(), temporary()];
    for (let index = 0; index < 400; index++) writeFileSync(path.join(folder, `${index}.csv`), LIST);
    const program = spawn(process.execPath, [path.join(ROOT, 'bin/jianfu.js'), 'check', folder], {
      env: { ...process.env, JIANFU_CACHE: cache },
    });
    let said = '';
    program.stderr.on('data', (piece) => {
      said += piece;
    });
    const ended = new Promise<number | null>((resolve) => program.once('close', resolve));
    while (entriesOf(cache).length < 3) await new Promise((resolve) => setTimeout(resolve, 5));
    program.kill('SIGINT');
    expect(await ended).toBe(130);
    const kept = entriesOf(cache);
    expect(kept.length).toBeLessThan(400);
    expect(said).toMatch(/400 个文件做了 \d+ 个.*已存入缓存/);
    const touched = new Map(kept.map(({ file, used }) => [file, used]));
    const whole = jianfu(cache, 'check', folder, '--out', 'json');
    expect(isSame(whole, jianfu('off', 'check', folder, '--out', 'json'))).toBe(true);
    const after = new Map(entriesOf(cache).map(({ file, used }) => [file, used]));
    expect(after.size).toBe(400);
    // Not written a second time.
    expect([...touched].filter(([file, used]) => after.get(file) !== used)).toEqual([]);
  });

  it('that cannot be written is done without, in silence', () => {
    const folder = temporary();
    const blocked = path.join(folder, 'a-file');
    writeFileSync(blocked, '');
    const run = checkOf(blocked, path.join(SAMPLE, ODS));
    expect([run.status, run.stderr]).toEqual([checkOf('off', path.join(SAMPLE, ODS)).status, '']);
  });

  it('says where it is and what it holds, and is emptied', () => {
    const cache = temporary();
    checkOf(cache, path.join(SAMPLE, ODS));
    expect(jianfu(cache, 'cache').stdout).toContain(`${cache}，存有 1 个文件`);
    expect(jianfu(cache, 'cache', 'clean', '--lang', 'en').stdout).toMatch(/what 1 files gave, 0\.\d MB/);
    expect(entriesOf(cache)).toEqual([]);
    expect(jianfu('off', 'cache').stdout).toContain('JIANFU_CACHE=off');
  });

  it('is its owner’s alone, as it holds what submissions say', () => {
    if (process.platform === 'win32') return;
    const cache = temporary();
    checkOf(cache, path.join(SAMPLE, ODS));
    const modes = entriesOf(cache).map(({ file }) => [
      statSync(file).mode & 0o777,
      statSync(path.dirname(file)).mode & 0o777,
    ]);
    expect(modes).toEqual([[0o600, 0o700]]);
  });
});

describe('a store', () => {
  const entry = (store: ReturnType<typeof openStore>, key: string, size: number) =>
    store.put(key, Buffer.alloc(size, key));

  it('keeps within its bound: what was not used for longest goes first', () => {
    const folder = temporary();
    const store = openStore(folder, 10_000);
    for (const key of ['aa1', 'bb2', 'cc3']) entry(store, key, 3000);
    for (const { file } of entriesOf(folder)) {
      if (file.includes('aa')) utimesSync(file, 1, 1);
    }
    entry(store, 'dd4', 3000);
    expect(['aa1', 'bb2', 'cc3', 'dd4'].map((key) => store.get(key) !== null)).toEqual([
      false,
      true,
      true,
      true,
    ]);
  });

  it('counts use as use: an old entry that is asked for stays', () => {
    const folder = temporary();
    const store = openStore(folder, 10_000);
    for (const key of ['aa1', 'bb2', 'cc3']) entry(store, key, 3000);
    for (const { file } of entriesOf(folder))
      utimesSync(file, file.includes('aa') ? 1 : 2, file.includes('aa') ? 1 : 2);
    expect(store.get('aa1')?.length).toBe(3000);
    entry(store, 'dd4', 3000);
    expect(['aa1', 'bb2', 'cc3', 'dd4'].map((key) => store.get(key) !== null)).toEqual([
      true,
      false,
      true,
      true,
    ]);
  });

  it('leaves no part of an entry behind', () => {
    const folder = temporary();
    const store = openStore(folder, 10_000);
    entry(store, 'aa1', 10);
    entry(store, 'aa1', 10);
    expect(readdirSync(path.join(folder, 'aa'))).toEqual(['1']);
  });
});

const LIST =
  '社区依法协助政府工作事项清单\n序号,事项名称,主管部门\n1,协助维护社会治安,公安局\n2,协助开展人口普查,统计局\n';
