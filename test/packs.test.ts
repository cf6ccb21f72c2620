import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isRight, runExamples } from '../src/examples.ts';
import { loadPolicy, shippedPacks } from '../src/policy/load.ts';
import { PackError } from '../src/policy/pack-error.ts';
import { RULES } from '../src/rules/index.ts';
import { SHELF } from './support/paths.ts';

const KNOWN = new Map<string, Record<string, unknown>>([
  ['duty-item-count', {}],
  ['header-missing', { share: 0.8 }],
]);
/** Shipped packs name every rule there is, so drafts here extend nothing. */
const HEAD = "id: draft\ntitle: {zh-CN: 草案, en: Draft}\nreviewed: '2024-01-01'\n";
const CITATIONS = 'citations:\n  - {id: c1, title: 某文件, source: 原文}\n';

function draft(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'pack-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

function load(folder: string, asOf: string | null = null) {
  return loadPolicy({ policy: folder, asOf, knownRules: KNOWN }, SHELF);
}

async function mistakeIn(files: Readonly<Record<string, string>>) {
  const error = await load(draft(files)).catch((thrown: unknown) => thrown);
  if (!(error instanceof PackError)) throw new Error(`expected a PackError, got ${String(error)}`);
  const { mistake, place, args } = error;
  return {
    mistake,
    line: place.line,
    column: place.column,
    file: path.basename(place.file),
    path: place.path,
    args,
  };
}

describe('a broken pack says where and what', () => {
  it('unknown key, with the key meant', async () => {
    const found = await mistakeIn({ 'pack.yaml': `${HEAD}rules:\n  header-missing: {severty: error}\n` });
    expect(found).toMatchObject({
      mistake: 'unknown-key',
      line: 5,
      column: 20,
      path: 'rules.header-missing.severty',
    });
    expect(found.args).toMatchObject({ found: 'severty', suggestion: 'severity' });
  });

  it('a value outside its list, with the value found and the one meant', async () => {
    const found = await mistakeIn({ 'pack.yaml': `${HEAD}rules:\n  header-missing:\n    severity: eror\n` });
    expect(found).toMatchObject({ mistake: 'not-allowed', line: 6, column: 15 });
    expect(found.args).toMatchObject({
      found: 'eror',
      expected: 'error | warning | info | off',
      suggestion: 'error',
    });
  });

  it('broken YAML', async () => {
    const found = await mistakeIn({ 'pack.yaml': `${HEAD}rules: {a: [}\n` });
    expect(found).toMatchObject({ mistake: 'yaml', line: 4 });
  });

  it('a parameter without unit', async () => {
    const parameters = 'parameters:\n  - id: a\n    values: [{from: "2024-01-01", value: 1, form: true}]\n';
    const found = await mistakeIn({ 'pack.yaml': HEAD, 'parameters.yaml': parameters });
    expect(found).toMatchObject({ mistake: 'missing-key', file: 'parameters.yaml', line: 2 });
    expect(found.args).toMatchObject({ expected: 'unit' });
  });

  it('a value without origin', async () => {
    const parameters =
      'parameters:\n  - id: a\n    unit: 项\n    values:\n      - {from: "2024-01-01", value: 1}\n';
    const found = await mistakeIn({ 'pack.yaml': HEAD, 'parameters.yaml': parameters });
    expect(found).toMatchObject({ mistake: 'no-origin', line: 5 });
  });

  it('a date that is not one', async () => {
    const found = await mistakeIn({ 'pack.yaml': HEAD.replace("'2024-01-01'", '2024/1/1') });
    expect(found).toMatchObject({ mistake: 'pattern', line: 3, path: 'reviewed' });
  });

  it('a citation nobody wrote down', async () => {
    const found = await mistakeIn({
      'pack.yaml': `${HEAD}rules:\n  header-missing: {citations: [c2]}\n`,
      'citations.yaml': CITATIONS,
    });
    expect(found).toMatchObject({
      mistake: 'unknown-citation',
      line: 5,
      args: { found: 'c2', suggestion: 'c1' },
    });
  });

  it('a rule that does not exist', async () => {
    const found = await mistakeIn({ 'pack.yaml': `${HEAD}rules:\n  header-mising: {severity: error}\n` });
    expect(found).toMatchObject({ mistake: 'unknown-rule', line: 5, args: { suggestion: 'header-missing' } });
  });

  it('an option the rule does not have', async () => {
    const found = await mistakeIn({ 'pack.yaml': `${HEAD}rules:\n  header-missing: {options: {shar: 1}}\n` });
    expect(found).toMatchObject({
      mistake: 'unknown-option',
      line: 5,
      args: { found: 'shar', expected: 'share' },
    });
  });

  it('a day that does not exist, and one that ends before it begins', async () => {
    const bad = await mistakeIn({ 'pack.yaml': HEAD.replace('2024-01-01', '2024-02-30') });
    expect(bad).toMatchObject({ mistake: 'no-such-day', line: 3, column: 11 });
    const parameters =
      'parameters:\n  - id: a\n    unit: 项\n    values:\n      - {from: "2024-01-02", to: "2024-01-01", value: 1, form: true}\n';
    const turned = await mistakeIn({ 'pack.yaml': HEAD, 'parameters.yaml': parameters });
    expect(turned).toMatchObject({ mistake: 'ends-before', file: 'parameters.yaml', line: 5 });
  });

  it('one id for two parameters', async () => {
    const one = '  - id: a\n    unit: 项\n    values: [{from: "2024-01-02", value: 1, form: true}]\n';
    const found = await mistakeIn({ 'pack.yaml': HEAD, 'parameters.yaml': `parameters:\n${one}${one}` });
    expect(found).toMatchObject({ mistake: 'repeated-id', line: 5, args: { found: 'a' } });
  });

  it('an entry to remove that nobody has', async () => {
    const catalogue = 'catalogues:\n  - {id: names, add: [招商引资], remove: [招商引姿]}\n';
    const found = await mistakeIn({ 'pack.yaml': HEAD, 'catalogue.yaml': catalogue });
    expect(found).toMatchObject({ mistake: 'unknown-entry', line: 2, args: { suggestion: '招商引资' } });
  });

  it('a province by its short name', async () => {
    const catalogue = 'catalogues:\n  - {id: region.province, entries: [江苏省, 浙江省]}\n';
    const found = await mistakeIn({
      'pack.yaml': `${HEAD}region: {province: 江苏}\n`,
      'catalogue.yaml': catalogue,
    });
    expect(found).toMatchObject({ mistake: 'unknown-province', line: 4, args: { suggestion: '江苏省' } });
  });

  it('a file that is not UTF-8', async () => {
    const folder = draft({ 'pack.yaml': HEAD });
    writeFileSync(path.join(folder, 'pack.yaml'), Buffer.from('id: x\ntitle: \xb2\xdd', 'latin1'));
    await expect(load(folder)).rejects.toMatchObject({ mistake: 'not-utf8' });
  });

  it('packs that extend one another in a circle', async () => {
    const folder = draft({ 'pack.yaml': `${HEAD}extends: [./b]\n` });
    mkdirSync(path.join(folder, 'b'));
    writeFileSync(
      path.join(folder, 'b/pack.yaml'),
      HEAD.replace('id: draft', 'id: b').concat('extends: [../]\n'),
    );
    await expect(load(folder)).rejects.toMatchObject({ mistake: 'circular' });
  });

  it('a pack that is not there, with the name meant', async () => {
    const request = { policy: 'hohot', asOf: null, knownRules: KNOWN };
    await expect(loadPolicy(request, SHELF)).rejects.toMatchObject({
      mistake: 'not-found',
      args: { suggestion: 'hohhot' },
    });
  });
});

describe('layers', () => {
  const base = {
    'base/pack.yaml':
      "id: b\ntitle: {zh-CN: 底, en: Base}\nreviewed: '2023-01-01'\nrules:\n  header-missing: {severity: error, modality: must, citations: [c1]}\n  duty-item-count: {severity: error}\n",
    'base/citations.yaml': CITATIONS,
    'base/parameters.yaml':
      'parameters:\n  - id: limit\n    unit: 户\n    values:\n      - {from: "2020-01-01", to: "2022-12-31", value: 3000, citation: c1}\n      - {from: "2023-01-01", value: 4000, citation: c1}\n',
    'base/catalogue.yaml': 'catalogues:\n  - {id: names, citation: c1, entries: [甲, 乙, 丙]}\n',
  };
  const over = {
    'pack.yaml': `${HEAD}extends: [./base]\nrules:\n  header-missing: {severity: warning}\n  duty-item-count: {severity: 'off'}\n`,
    'catalogue.yaml': 'catalogues:\n  - {id: names, add: [丁, {name: 甲, synonyms: [甲一]}], remove: [乙]}\n',
  };

  it('override what they name and leave the rest standing', async () => {
    const pack = await load(draft({ ...base, ...over }));
    expect(pack.rules.get('header-missing')).toMatchObject({
      severity: 'warning',
      modality: 'must',
      citations: ['c1'],
    });
    expect(pack.rules.has('duty-item-count')).toBe(false);
    expect(pack.layers.map(({ id }) => id)).toEqual(['b', 'draft']);
  });

  const clauses = (said: string) => ({
    ...base,
    'pack.yaml': `${HEAD}extends: [./base]\nrules:\n  header-missing: {citations: ${said}}\n`,
    'citations.yaml': 'citations:\n  - {id: c2, title: 另一文件, source: 原文}\n',
  });

  it.each([
    ['[c2]', ['c2']],
    ['{add: [c2]}', ['c1', 'c2']],
    ['{add: [c2], remove: [c1]}', ['c2']],
    ['{remove: [c1]}', []],
    ['{add: [c1]}', ['c1']],
  ])('rest a rule on other clauses: %s', async (said, expected) => {
    const pack = await load(draft(clauses(said)));
    expect(pack.rules.get('header-missing')?.citations).toEqual(expected);
  });

  it('cannot add a clause nobody wrote down, nor take away one the rule does not rest on', async () => {
    expect(await mistakeIn(clauses('{add: [c3]}'))).toMatchObject({
      mistake: 'unknown-citation',
      line: 6,
      column: 38,
      args: { found: 'c3' },
    });
    expect(await mistakeIn(clauses('{remove: [c2]}'))).toMatchObject({
      mistake: 'not-resting-on',
      line: 6,
      column: 41,
      args: { found: 'c2', expected: 'c1' },
    });
  });

  it('edit catalogues by add and remove', async () => {
    const { catalogues } = await load(draft({ ...base, ...over }));
    expect(catalogues.get('names')?.entries.map(({ name, synonyms }) => [name, ...synonyms])).toEqual([
      ['丙'],
      ['丁'],
      ['甲', '甲一'],
    ]);
  });

  it.each([
    ['2019-12-31', undefined],
    ['2020-01-01', 3000],
    ['2022-12-31', 3000],
    ['2023-01-01', 4000],
  ])('on %s the limit is %s', async (day, value) => {
    const pack = await load(draft({ ...base, ...over }), day);
    expect(pack.parameters.get('limit')?.value).toBe(value);
  });

  it('leave what lies below in force until their own first day', async () => {
    const parameters =
      'parameters:\n  - {id: limit, unit: 户, values: [{from: "2024-01-01", value: 5000, citation: c1}]}\n';
    const folder = draft({ ...base, ...over, 'parameters.yaml': parameters });
    expect((await load(folder, '2023-06-01')).parameters.get('limit')?.value).toBe(4000);
    expect((await load(folder, '2024-01-01')).parameters.get('limit')?.value).toBe(5000);
  });

  it('take a pack by its pack.yaml as well', async () => {
    const folder = draft({ ...base, ...over });
    expect((await load(path.join(folder, 'pack.yaml'))).layers).toHaveLength(2);
  });

  it('without a day asked for, take the latest review, never the clock', async () => {
    expect((await load(draft({ ...base, ...over }))).asOf).toBe('2024-01-01');
  });
});

describe('examples of shipped packs', () => {
  it.each(shippedPacks(SHELF))(
    '%s does what its examples say, and tries every check both ways',
    async (policy) => {
      const knownRules = new Map(RULES.map(({ id, options }) => [id, options]));
      const { results, untried } = await runExamples({ policy, asOf: null, knownRules }, SHELF);
      const wrong = results.filter((result) => !isRight(result));
      expect(wrong.map(({ example, ...rest }) => ({ id: example.id, ...rest }))).toEqual([]);
      expect(untried).toEqual([]);
    },
  );
});

describe('shipped packs', () => {
  it('load, and base holds no parameter', async () => {
    const packs = shippedPacks(SHELF);
    expect(packs).toEqual([
      'base',
      'beijing',
      'changning',
      'chengdong',
      'hohhot',
      'national',
      'shanghai',
      'xuhui',
    ]);
    const knownRules = new Map(RULES.map(({ id, options }) => [id, options]));
    for (const policy of packs) {
      const pack = await loadPolicy({ policy, asOf: null, knownRules }, SHELF);
      expect(pack.layers.at(-1)?.id).toBe(policy);
      if (policy === 'base') expect(pack.parameters.size).toBe(0);
    }
  });
});
