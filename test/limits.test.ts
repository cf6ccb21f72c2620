import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentence } from '../src/i18n/messages.ts';
import { LOCALES, type LocalText } from '../src/model/policy.ts';
import {
  DEFAULT_LIMITS,
  LIMIT_IDS,
  LIMITS,
  type LimitId,
  overLimit,
  parseLimit,
  shownLimit,
} from '../src/read/limits.ts';
import { rule } from '../src/rules/file/file-unreadable.ts';
import { ROOT } from './support/paths.ts';
import { jianfu } from './support/run.ts';

describe('a limit', () => {
  it.each(LOCALES)('has a name in %s, and its refusal says found, allowed and how to raise it', (locale) => {
    const names = LIMIT_IDS.map((id) => {
      const { args } = overLimit(DEFAULT_LIMITS, id, DEFAULT_LIMITS[id] + 1, 'xl/sheet');
      const text = sentence(rule.messages['too-large'] as LocalText, args, locale, {});
      expect(text).toContain('xl/sheet');
      expect(text).toContain(`--limit ${id}=`);
      expect(text).toContain(shownLimit(id, LIMITS[id].value));
      return text.split(/[（( ]xl|超过上限/)[0];
    });
    expect(new Set(names).size).toBe(LIMIT_IDS.length);
    expect(names.filter((name) => LIMIT_IDS.some((id) => id === name))).toEqual([]);
  });

  it.each<[LimitId, string, number | null]>([
    ['part', '400MiB', 400 * 1024 * 1024],
    ['part', '400m', 400 * 1024 * 1024],
    ['part', '1 GB', 1024 ** 3],
    ['part', '65536', 65_536],
    ['part', '64b', 64],
    ['cells', '9,000,000', 9_000_000],
    ['cells', '9MiB', null],
    ['part', '0', null],
    ['part', '-1', null],
    ['part', '1.5MiB', null],
    ['part', '1e9', null],
    ['part', '', null],
    ['part', '9999999999999999', null],
  ])('%s=%s is %s', (id, text, expected) => {
    expect(parseLimit(id, text)).toBe(expected);
  });

  it('is shown as it can be typed, and what is over it never looks like it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...LIMIT_IDS), fc.integer({ min: 1, max: 1e9 }), (id, more) => {
        const found = DEFAULT_LIMITS[id] + more;
        const { args } = overLimit(DEFAULT_LIMITS, id, found);
        const raised = parseLimit(id, String(args.raise).slice(id.length + 1));
        expect(raised).toBeGreaterThan(found);
        expect(args.found).not.toBe(args.allowed);
      }),
      { seed: 20_261_124 },
    );
  });

  it('stands in docs/reading.md with its value', () => {
    const rows = [
      ...readFileSync(path.join(ROOT, 'docs/reading.md'), 'utf8').matchAll(/^\| `([\w-]+)` \| (\S+) \|/gm),
    ];
    expect(rows.map(([, id, value]) => `${id}=${value}`)).toEqual(
      LIMIT_IDS.map((id) => `${id}=${shownLimit(id, LIMITS[id].value)}`),
    );
  });
});

describe('--limit', () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'limits-')), '清单.csv');
  writeFileSync(file, `序号,事项名称\n1,${'协'.repeat(600)}\n`);

  it.each(['check', 'tables'])('holds in %s', (command) => {
    const refused = jianfu([command, file, '--limit', 'file=1KiB']);
    expect(refused.code).toBe(1);
    expect(refused.stdout.replace(/\s/g, '')).toContain('--limitfile=1MiB');
    expect(jianfu([command, file, '--limit', 'file=1KiB', '--limit', 'file=1MiB']).stdout).toContain('清单');
  });

  it.each([
    ['parts=1MiB', '您是不是想写“part”'],
    ['part', 'part=256MiB'],
    ['cells=3MiB', 'cells=3000000'],
  ])('%s is told', (value, expected) => {
    const { code, stderr } = jianfu(['check', file, '--limit', value]);
    expect(code).toBe(2);
    expect(stderr).toContain(expected);
  });
});
