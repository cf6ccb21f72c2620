import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { canonicalText, digestOf } from '../src/model/digest.ts';
import { ROOT } from './support/paths.ts';
import { jianfu } from './support/run.ts';

const LIST = '社区依法协助政府工作事项清单\n序号,事项名称,主管部门\n1,协助维护 社会治安,公安局\n';

/** A folder with a pack of one's own and two files, checked; and the report. */
function checked(...more: string[]) {
  const folder = mkdtempSync(path.join(tmpdir(), 'verify-'));
  const [root, pack, out] = ['in', 'pack', 'run.json'].map((name) => path.join(folder, name)) as [
    string,
    string,
    string,
  ];
  cpSync(path.join(ROOT, 'packs/hohhot'), pack, { recursive: true });
  cpSync(path.join(ROOT, 'fixtures/cities/hohhot-sample/回民区'), root, { recursive: true });
  writeFileSync(path.join(root, '甲社区.csv'), LIST);
  jianfu(['check', root, '--policy', pack, '--out', `json=${out}`, ...more]);
  const verify = (...args: string[]) => jianfu(['verify', out, '--root', root, '--policy', pack, ...args]);
  const facts = (...args: string[]) => JSON.parse(verify('--out', 'json', ...args).stdout);
  return { root, pack, out, verify, facts };
}

describe('jianfu verify', () => {
  it('says 一致 where nothing changed, with the options of then', () => {
    const { verify, out } = checked('--no-values', '--limit', 'rows=1000', '--measures', '--sheet', '*');
    const { seal } = JSON.parse(readFileSync(out, 'utf8'));
    const { code, stdout } = verify('--jobs', '2');
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: `一致：重新检查得到同样的结果，封签 ${seal.code.match(/.{4}/g).join('-')}。\n`,
    });
    expect(verify('--lang', 'en').stdout).toContain('Same: ');
  });

  it('names a file whose content changed, and the findings that differ', () => {
    const { root, verify, facts } = checked();
    writeFileSync(path.join(root, '甲社区.csv'), LIST.replace('维护 社会', '维护社会'));
    expect(verify().code).toBe(1);
    const { changed, missing, onlyBefore, onlyNow, policy } = facts();
    expect({ changed, missing, onlyNow, policy }).toEqual({
      changed: ['甲社区.csv'],
      missing: [],
      onlyNow: [],
      policy: [],
    });
    expect(onlyBefore).toHaveLength(1);
    expect(verify().stdout).toContain('内容变了的文件（1）');
  });

  it('names files that are gone, and says which it did not count', () => {
    const { root, facts } = checked();
    rmSync(path.join(root, '甲社区.csv'));
    writeFileSync(path.join(root, '乙社区.csv'), LIST);
    expect(facts()).toMatchObject({ isSame: false, missing: ['甲社区.csv'], besides: ['乙社区.csv'] });
  });

  it('names the part of the pack that changed', () => {
    const { pack, verify, facts } = checked();
    const file = path.join(pack, 'pack.yaml');
    const before = readFileSync(file, 'utf8');
    const after = before.replace('rules:', 'rules:\n  serial-gap: {severity: error}');
    expect(after).not.toBe(before);
    writeFileSync(file, after);
    expect(verify().code).toBe(1);
    expect(facts()).toMatchObject({ isSame: false, policy: ['rules'], changed: [], missing: [] });
  });

  it('refuses a report that was edited, and a folder without its files', () => {
    const { out, root } = checked();
    expect(jianfu(['verify', out, '--root', path.join(ROOT, 'schemas')])).toMatchObject({ code: 2 });
    const text = readFileSync(out, 'utf8');
    writeFileSync(out, text.replace('"severity": "warning"', '"severity": "info"'));
    const { code, stderr } = jianfu(['verify', out, '--root', root]);
    expect(code).toBe(2);
    expect(stderr).toContain('写出以后被改动过');
  });
});

describe('a run with waivers and a baseline', () => {
  it('is made again with those of then; one of new findings only is refused', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'verify-'));
    const list = `${LIST}2,协助 开展禁毒工作,公安局\n`;
    writeFileSync(path.join(folder, '甲社区.csv'), list);
    const check = (name: string, ...more: string[]) => {
      jianfu(['check', '甲社区.csv', '--policy', 'hohhot', '--out', `json=${name}`, ...more], {
        cwd: folder,
      });
      return JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
    };
    const { findings } = check('a.json', '--baseline', 'base.json', '--update-baseline');
    const first = findings.find(({ rule }: { rule: string }) => rule === 'cell-inner-space');
    writeFileSync(path.join(folder, '甲社区.csv'), `${list}3,协助 开展消防工作,公安局\n`);
    const waiver = {
      fingerprint: first.fingerprint,
      reason: '见会议纪要',
      approver: '王科长',
      expires: '2099-12-31',
    };
    writeFileSync(path.join(folder, 'w.yaml'), JSON.stringify({ waivers: [waiver] }));
    const more = ['--waivers', 'w.yaml', '--baseline', 'base.json'];
    const { waivers, baseline } = check('b.json', ...more);
    expect([waivers.waived.length, baseline.fresh > 0, baseline.known > 0]).toEqual([1, true, true]);
    const verify = (name: string) => jianfu(['verify', name], { cwd: folder });
    expect(verify('b.json').stdout).toContain('一致：');
    check('c.json', ...more, '--new-only');
    expect(verify('c.json')).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('the seal', () => {
  it('is the same in every language and format, and another for other facts', () => {
    const { root, out } = checked();
    const { seal } = JSON.parse(readFileSync(out, 'utf8'));
    const report = (...more: string[]) => jianfu(['check', root, '--policy', 'hohhot', ...more]).stdout;
    const code = seal.code.match(/.{4}/g).join('-');
    const english = JSON.parse(report('--out', 'json', '--lang', 'en'));
    // The pack of one's own differs by its folder in nothing.
    expect(english.seal).toEqual(seal);
    expect(report()).toContain(code);
    expect(report('--no-values')).not.toContain(code);
  });

  it('digests do not depend on the order of keys, and do on everything else', () => {
    const same = [
      { a: 1, b: [1, { x: 'y', z: undefined }] },
      { b: [1, { x: 'y' }], a: 1 },
    ];
    expect(digestOf(same[0])).toBe(digestOf(same[1]));
    const others = [
      { a: 1, b: [1, { x: 'y' }, []] },
      { a: '1', b: [1, { x: 'y' }] },
      { a: 1, b: [] },
      { a: 1 },
      [],
      {},
      null,
      '',
    ];
    expect(new Set([same[0], ...others].map(digestOf)).size).toBe(others.length + 1);
    expect(canonicalText({ b: new Map([['k', 1]]), a: null })).toBe('{"a":null,"b":[["k",1]]}');
  });
});
