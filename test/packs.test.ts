import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadPolicy, shippedPacks } from '../src/policy/load.ts';
import { PackError } from '../src/policy/pack-error.ts';
import { SHELF } from './support/paths.ts';

const KNOWN = new Set(['duty-item-count', 'header-missing']);
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

  it('a key written twice', async () => {
    const found = await mistakeIn({ 'pack.yaml': `${HEAD}id: again\n` });
    expect(found).toMatchObject({ mistake: 'yaml', line: 4 });
  });

  it('an alias, the way to make a small file huge', async () => {
    const found = await mistakeIn({ 'pack.yaml': `${HEAD}extends: &a [x]\nregion: *a\n` });
    expect(found.mistake).toBe('yaml');
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
    expect(found).toMatchObject({ mistake: 'unknown-citation', args: { found: 'c2', suggestion: 'c1' } });
  });

  it('a rule that does not exist', async () => {
    const found = await mistakeIn({ 'pack.yaml': `${HEAD}rules:\n  header-mising: {severity: error}\n` });
    expect(found).toMatchObject({ mistake: 'unknown-rule', args: { suggestion: 'header-missing' } });
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

  it('without a day asked for, take the latest review, never the clock', async () => {
    expect((await load(draft({ ...base, ...over }))).asOf).toBe('2024-01-01');
  });
});

describe('shipped packs', () => {
  it('load, and base holds no parameter', async () => {
    const packs = await shippedPacks(SHELF);
    expect(packs).toEqual(['base', 'hohhot', 'national']);
    const everything = { has: () => true } as unknown as ReadonlySet<string>;
    for (const policy of packs) {
      const pack = await loadPolicy({ policy, asOf: null, knownRules: everything }, SHELF);
      expect(pack.layers.at(-1)?.id).toBe(policy);
      if (policy === 'base') expect(pack.parameters.size).toBe(0);
    }
  });
});
