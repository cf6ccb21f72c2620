import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sayPackError } from '../src/cli/say.ts';
import { PACK_MISTAKES } from '../src/cli/texts.ts';
import { loadPolicy } from '../src/policy/load.ts';
import { PackError } from '../src/policy/pack-error.ts';
import { SHELF } from './support/paths.ts';
import { jianfu } from './support/run.ts';

const HEAD = "id: draft\ntitle: {zh-CN: 草案, en: Draft}\nreviewed: '2024-01-01'\n";
const CITATIONS = 'citations:\n  - {id: c1, title: 某文件, source: 原文}\n';

function draft(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'guard-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

async function errorOf(folder: string): Promise<PackError> {
  const request = { policy: folder, asOf: null, knownRules: new Map([['serial-gap', {}]]) };
  const error = await loadPolicy(request, SHELF).catch((thrown: unknown) => thrown);
  if (!(error instanceof PackError)) throw new Error(`expected a PackError, got ${String(error)}`);
  return error;
}

const many = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('');
const values = (text: string) =>
  `parameters:\n  - {id: a, unit: 项, values: [{from: '2024-01-01', value: ${text}, form: true}]}\n`;

/** Name, file, its text, then what must be said: mistake, line, column, and what was found. */
const GUARDED: readonly (readonly [string, string, string, string, number, number, object])[] = [
  ['a key written twice', 'pack.yaml', `${HEAD}id: again\n`, 'repeated-key', 4, 1, { found: 'id' }],
  ['an alias', 'pack.yaml', `${HEAD}extends: &a [x]\nregion: *a\n`, 'alias', 5, 9, { found: '*a' }],
  [
    'an alias bomb',
    'pack.yaml',
    `${HEAD}a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c]\n`,
    'alias',
    5,
    8,
    { found: '*a' },
  ],
  [
    'a tag of another language',
    'pack.yaml',
    `${HEAD}region: !!js/function 'f'\n`,
    'tag',
    4,
    9,
    { found: '!!js/function' },
  ],
  ['a tag of ones own', 'pack.yaml', `${HEAD}region: !city x\n`, 'tag', 4, 9, { found: '!city' }],
  [
    'a tag YAML knows',
    'pack.yaml',
    `${HEAD}region: {city: !!binary aGk=}\n`,
    'tag',
    4,
    25,
    { found: '!!binary' },
  ],
  ['a merge key', 'pack.yaml', `${HEAD}region:\n  <<: {city: x}\n`, 'merge-key', 5, 3, { found: '<<' }],
  ['an older YAML', 'pack.yaml', `%YAML 1.1\n---\n${HEAD}`, 'directive', 1, 1, { found: '%YAML 1.1' }],
  ['several documents', 'pack.yaml', `${HEAD}---\nid: other\n`, 'several-documents', 4, 1, {}],
  [
    '__proto__',
    'pack.yaml',
    `${HEAD}rules:\n  __proto__: {severity: error}\n`,
    'reserved-key',
    5,
    3,
    { found: '__proto__' },
  ],
  [
    'constructor',
    'pack.yaml',
    `${HEAD}rules: {constructor: {}}\n`,
    'reserved-key',
    4,
    9,
    { found: 'constructor' },
  ],
  ['prototype', 'pack.yaml', `${HEAD}rules: {prototype: {}}\n`, 'reserved-key', 4, 9, { found: 'prototype' }],
  [
    'a key that is a number',
    'pack.yaml',
    `${HEAD}rules: {010: {}}\n`,
    'unquoted',
    4,
    9,
    { found: '010', expected: "'010'" },
  ],
  [
    'a key that is a list',
    'pack.yaml',
    `${HEAD}rules:\n  ? [a]\n  : {}\n`,
    'unquoted',
    5,
    5,
    { found: '[a]' },
  ],
  [
    'a code with a leading zero',
    'parameters.yaml',
    values('010'),
    'unquoted',
    2,
    59,
    { found: '010', expected: "'010'" },
  ],
  ['a code that looks like 1e5', 'parameters.yaml', values('1e5'), 'unquoted', 2, 59, { expected: "'1e5'" }],
  ['a code in hexadecimal', 'parameters.yaml', values('0x1F'), 'unquoted', 2, 59, { expected: "'0x1F'" }],
  [
    'a code of 12 digits',
    'parameters.yaml',
    values('150102001001'),
    'unquoted',
    2,
    59,
    { expected: "'150102001001'" },
  ],
  [
    'a code of 18 digits, whose last ones would be lost',
    'parameters.yaml',
    values('123456789012345678'),
    'unquoted',
    2,
    59,
    { expected: "'123456789012345678'" },
  ],
  [
    'a day without quotes',
    'pack.yaml',
    HEAD.replaceAll("'", ''),
    'unquoted',
    3,
    11,
    { expected: "'2024-01-01'" },
  ],
  [
    'a number where text belongs',
    'pack.yaml',
    `${HEAD}region: {city: 150100}\n`,
    'unquoted',
    4,
    16,
    { expected: "'150100'" },
  ],
  [
    'a number in a list of names',
    'catalogue.yaml',
    'catalogues:\n  - {id: codes, entries: [甲, 150100]}\n',
    'unquoted',
    2,
    30,
    { expected: "'150100'" },
  ],
  [
    'true where text belongs',
    'pack.yaml',
    `${HEAD}region: {city: true}\n`,
    'unquoted',
    4,
    16,
    { expected: "'true'" },
  ],
  [
    'a map of 50,000 keys',
    'pack.yaml',
    `${HEAD}rules:\n${many(50_000, (index) => `  k${index}: {}\n`)}`,
    'too-many-entries',
    20_000,
    13,
    { expected: 20_000 },
  ],
  [
    'a list of 340,000 items on one line',
    'pack.yaml',
    `${HEAD}extends: [${many(340_000, () => 'a,')}]\n`,
    'too-many-entries',
    4,
    40_004,
    {},
  ],
  [
    'brackets 100,000 deep',
    'pack.yaml',
    `${HEAD}extends: ${'['.repeat(100_000)}\n`,
    'too-deep',
    4,
    210,
    { expected: 32 },
  ],
  [
    'a list 2,000 deep on one line',
    'pack.yaml',
    `${HEAD}extends:\n  ${'- '.repeat(2000)}a\n`,
    'too-deep',
    5,
    4002,
    {},
  ],
  [
    'maps 500 deep',
    'pack.yaml',
    `${HEAD}region:\n${many(500, (depth) => `${' '.repeat(depth + 1)}a:\n`)}`,
    'too-deep',
    204,
    200,
    {},
  ],
  [
    'a list 40 deep',
    'pack.yaml',
    `${HEAD}extends: ${'['.repeat(40)}${']'.repeat(40)}\n`,
    'too-deep',
    4,
    42,
    {},
  ],
  [
    'a file of more than 1 MiB',
    'pack.yaml',
    `${HEAD}# ${'x'.repeat(1_048_576)}\n`,
    'too-large',
    0,
    0,
    { expected: 1_048_576 },
  ],
  [
    'an address on the web',
    'pack.yaml',
    `${HEAD}extends: ['https://example.org/pack']\n`,
    'extends-address',
    4,
    11,
    {},
  ],
  ['an absolute path', 'pack.yaml', `${HEAD}extends: [/etc]\n`, 'extends-address', 4, 11, { found: '/etc' }],
  ['a drive of Windows', 'pack.yaml', `${HEAD}extends: ['C:\\packs\\base']\n`, 'extends-address', 4, 11, {}],
  [
    'a pack below that is not there',
    'pack.yaml',
    `${HEAD}extends: [nationl]\n`,
    'not-found',
    4,
    11,
    { suggestion: 'national' },
  ],
];

describe('what a pack may not hold', () => {
  it.each(GUARDED)('%s', async (_name, file, text, mistake, line, column, args) => {
    const error = await errorOf(draft({ 'pack.yaml': HEAD, [file]: text }));
    expect({ mistake: error.mistake, ...error.place, args: error.args }).toMatchObject({
      mistake,
      line,
      column,
      file: expect.stringContaining(file),
      args,
    });
    for (const locale of ['zh-CN', 'en'] as const) {
      expect(sayPackError(error, locale)).not.toMatch(/[{}]|undefined|\bnone\b/);
      expect(PACK_MISTAKES[error.mistake]).toBeDefined();
    }
  });

  it('numbers that mean what they look like need no quotes', async () => {
    for (const number of ['18', '0', '-3', '12345678', '36.88', '0.5']) {
      const folder = draft({ 'pack.yaml': HEAD, 'parameters.yaml': values(number) });
      const { parameters } = await loadPolicy({ policy: folder, asOf: null, knownRules: new Map() }, SHELF);
      expect(parameters.get('a')?.value).toBe(Number(number));
    }
  });

  it('a file that is a link to elsewhere', async () => {
    const elsewhere = draft({ 'secret.yaml': 'parameters: []\n' });
    const folder = draft({ 'pack.yaml': HEAD });
    symlinkSync(path.join(elsewhere, 'secret.yaml'), path.join(folder, 'parameters.yaml'));
    expect(await errorOf(folder)).toMatchObject({
      mistake: 'outside',
      args: { found: expect.stringContaining('secret.yaml') },
    });
  });

  it('a pack below that is a link to elsewhere', async () => {
    const elsewhere = draft({ 'pack.yaml': HEAD.replace('id: draft', 'id: b') });
    const folder = draft({ 'pack.yaml': `${HEAD}extends: [./b]\n` });
    symlinkSync(elsewhere, path.join(folder, 'b'));
    expect(await errorOf(folder)).toMatchObject({
      mistake: 'extends-address',
      place: { line: 4, column: 11 },
    });
  });

  it('packs that extend one another in a circle, told at the line that closes it', async () => {
    const folder = draft({
      'pack.yaml': `${HEAD}extends: [./b]\n`,
      'b/pack.yaml': `${HEAD.replace('id: draft', 'id: b')}extends:\n  - ../\n`,
    });
    expect(await errorOf(folder)).toMatchObject({
      mistake: 'circular',
      place: { file: path.join(folder, 'b/pack.yaml'), line: 5, column: 5 },
      args: { found: 'draft → b → draft' },
    });
  });

  it('packs that extend one another more than 16 deep, and 16 two-way steps at once', async () => {
    const chain = (depth: number, parents: (index: number) => string) =>
      Object.fromEntries(
        Array.from({ length: depth }, (_, index) => [
          index === 0 ? 'pack.yaml' : `p${index}/pack.yaml`,
          `${HEAD.replace('id: draft', `id: p${index}`)}${index + 1 < depth ? `extends: [${parents(index)}]\n` : ''}`,
        ]),
      );
    const next = (index: number) => (index === 0 ? './p1' : `../p${index + 1}`);
    const long = await errorOf(draft(chain(17, next)));
    expect(long).toMatchObject({
      mistake: 'extends-too-long',
      args: { expected: 16 },
      place: { line: 4, column: 11 },
    });
    // Reading a pack once for each way that leads to it would mean 65,536 readings.
    const twice = draft(chain(16, (index) => `${next(index)}, ${next(index)}`));
    const { layers } = await loadPolicy({ policy: twice, asOf: null, knownRules: new Map() }, SHELF);
    expect(layers.map(({ id }) => id)).toEqual(Array.from({ length: 16 }, (_, index) => `p${15 - index}`));
  });
});

describe('calendar.yaml', () => {
  const year = (body: string) => `years:\n  - {year: 2024, citation: c1, ${body}}\n`;
  const cases: readonly (readonly [string, string, string, number, object])[] = [
    [
      'a day of another year',
      year("off: ['2025-01-01'], work: []"),
      'not-in-year',
      38,
      { found: '2025-01-01', expected: '2024' },
    ],
    [
      'a day that does not exist',
      year("off: ['2024-02-30'], work: []"),
      'no-such-day',
      38,
      { found: '2024-02-30' },
    ],
    [
      'a span that ends before it begins',
      year("off: ['2024-02-03/2024-02-01'], work: []"),
      'ends-before',
      38,
      {},
    ],
    [
      'a span over the end of the year',
      year("off: ['2024-12-30/2025-01-01'], work: []"),
      'not-in-year',
      38,
      { found: '2025-01-01' },
    ],
    [
      'a day that is not well formed',
      year("off: ['2024/1/1'], work: []"),
      'pattern',
      38,
      { found: '2024/1/1' },
    ],
    ['a year without its work days', year("off: ['2024-01-01']"), 'missing-key', 5, { expected: 'work' }],
    [
      'a citation nobody wrote down',
      year('off: [], work: []').replace('c1', 'c2'),
      'unknown-citation',
      28,
      { found: 'c2' },
    ],
  ];

  it.each(cases)('%s', async (_name, text, mistake, column, args) => {
    const error = await errorOf(
      draft({ 'pack.yaml': HEAD, 'citations.yaml': CITATIONS, 'calendar.yaml': text }),
    );
    expect({ mistake: error.mistake, ...error.place, args: error.args }).toMatchObject({
      mistake,
      line: 2,
      column,
      args,
    });
  });

  it('a year given twice', async () => {
    const text = `${year('off: [], work: []')}  - {year: 2024, citation: c1, off: [], work: []}\n`;
    const error = await errorOf(
      draft({ 'pack.yaml': HEAD, 'citations.yaml': CITATIONS, 'calendar.yaml': text }),
    );
    expect(error).toMatchObject({ mistake: 'repeated-id', place: { line: 3, column: 12 } });
  });

  it('a later layer replaces a year as a whole and leaves the others', async () => {
    const folder = draft({
      'pack.yaml': `${HEAD}extends: [./b]\n`,
      'calendar.yaml': year("off: ['2024-01-01'], work: []"),
      'citations.yaml': CITATIONS,
      'b/pack.yaml': HEAD.replace('id: draft', 'id: b'),
      'b/citations.yaml': CITATIONS,
      'b/calendar.yaml': `${year("off: ['2024-02-10/2024-02-12'], work: ['2024-02-04']")}  - {year: 2023, citation: c1, off: [], work: []}\n`,
    });
    const { calendar } = await loadPolicy({ policy: folder, asOf: null, knownRules: new Map() }, SHELF);
    expect(calendar.get(2024)).toEqual({
      year: 2024,
      off: ['2024-01-01'],
      work: [],
      citation: 'c1',
      pack: 'draft',
    });
    expect(calendar.get(2023)?.pack).toBe('b');
  });
});

describe('the program', () => {
  const list = draft({ '清单.csv': '社区依法协助政府工作事项清单\n序号,事项名称\n1,协助维护社会治安\n' });
  const shown: readonly (readonly [string, string, string])[] = [
    [`${HEAD}extends: &a [x]\nregion: *a\n`, ':5:9', '不能用别名“*a”'],
    [`${HEAD}rules:\n  __proto__: {}\n`, ':5:3', '不能用“__proto__”作项名'],
    [`${HEAD}region: {city: 010}\n`, ':4:16', "请写成 '010'"],
    [`${HEAD}region: !!js/function 'f'\n`, ':4:9', '不能用标签“!!js/function”'],
    [`${HEAD}extends: ['https://example.org/x']\n`, ':4:11', '不能是网址'],
    [`${HEAD}rules:\n${many(50_000, (index) => `  k${index}: {}\n`)}`, ':20000:13', '超过 20000 个'],
    [`${HEAD}extends: [nationl]\n`, ':4:11', '找不到政策包“nationl”。您是不是想写“national”？'],
  ];

  it.each(shown)('says so, with the place, and exits 2 (%#)', (text, place, sentence) => {
    const folder = draft({ 'pack.yaml': text });
    const { code, stdout, stderr } = jianfu(['check', list, '--policy', folder]);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(`pack.yaml${place}\n`);
    expect(stderr).toContain(sentence);
  });
});
