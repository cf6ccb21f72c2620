import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, ExpressionTypes } from '../src/expression/expression.ts';
import {
  answerTo,
  compiledAs,
  type Fields,
  mistakeIn,
  POLICY,
  reading,
  TYPES,
} from './support/expressions.ts';

const FULL: Fields = {
  name: '公主府社区',
  code: '150102001001',
  households: 3200,
  residents: 8000,
  area: 5.5,
  rate: 0.3688,
  founded: '2024-02-09',
  load: '工作负荷 过重',
  stable: true,
};
const EMPTY: Fields = { name: '赛马场社区' };

const value = (of: Extract<Answer, { is: 'value' }>['value']): Answer => ({ is: 'value', value: of });
const lacks = (...fields: string[]): Answer => ({
  is: 'unknown',
  lacks: fields.map((field) => ({ what: 'field', record: 'community', field })),
});

describe('an expression is answered', () => {
  it.each<[string, Answer]>([
    ['row.households > param("community.households.max")', value(true)],
    ['row.households * 1.1 > 3520.0', value(true)],
    ['row.residents / double(row.households)', value(2.5)],
    ['row.area / 2', value(2.75)],
    ['row.households == 3200.0 && 3200.0 == row.households', value(true)],
    ['row.households in [3200, 1]', value(true)],
    ['row.households % 100', value(0)],
    // A parameter in % is a fraction, as a percentage in a cell is.
    ['row.rate >= param("rate.floor")', value(true)],
    ['param("rate.floor")', value(0.3)],
    ['row.load.containsAny(catalogue("word.overloaded"))', value(true)],
    ['row.load.isAny(["工作负荷过重。"])', value(true)],
    ['row.load.isAny(catalogue("word.overloaded"))', value(false)],
    ['row.name.matches("^公.*社区$")', value(true)],
    ['row.code.matches(r"^\\d{12}$")', value(true)],
    ['row.name.matches("^\\\\p{Script=Han}+$")', value(true)],
    ['row.name.matches("^[\\\\u4e00-\\\\u9fa5]+$")', value(true)],
    ['row.code.startsWith("1501") && row.code.substring(0, 6) == "150102"', value(true)],
    ['row.name.size()', value(5)],
    ['size("\u{20000}a")', value(2)],
    ['row.founded < date("2024-02-10") && year(row.founded) == 2024', value(true)],
    ['days(row.founded, date("2024-03-01"))', value(21)],
    ['workdays(row.founded, date("2024-02-19"))', value(2)],
    ['row.founded', value('2024-02-09')],
    ['row.stable ? "稳定" : "不稳定"', value('稳定')],
    ['rows.filter(r, r.name.endsWith("社区")).size()', value(2)],
    ['rows.exists_one(r, r.name == "赛马场社区")', value(true)],
    ['rows.map(r, r.name)', value(['公主府社区', '赛马场社区'])],
    ['sum(rows.filter(r, has(r.households)).map(r, r.households))', value(3200)],
    ['sum(rows.filter(r, has(r.area)).map(r, r.area))', value(5.5)],
    ['rows.all(r, rows.exists(s, s.name == r.name))', value(true)],
    ['rows[1].name', value('赛马场社区')],
    ['staffPost.size() == 0 && sum(staffPost.map(p, p.posts)) == 0', value(true)],
    ['row . households\n  > 3000 // 条文第三条', value(true)],
  ])('%s', (source, expected) => {
    expect(answerTo(source, FULL, [EMPTY])).toEqual(expected);
  });

  it.each<[string, Answer]>([
    ['row.households > 3000', lacks('households')],
    ['row.households > 3000 && row.name == "x"', value(false)],
    ['row.name == "x" && row.households > 3000', value(false)],
    ['row.households > 3000 || row.name == "赛马场社区"', value(true)],
    ['row.households > 3000 || row.residents > 1', lacks('households', 'residents')],
    ['!(row.households > 3000)', lacks('households')],
    ['row.households > 3000 ? true : true', lacks('households')],
    ['has(row.households)', value(false)],
    ['has(row.households) && row.households > 3000', value(false)],
    ['!has(row.households) || row.households > 3000', value(true)],
    ['rows.exists(r, r.households > 3000)', value(true)],
    ['rows.exists(r, r.households > 9999)', lacks('households')],
    ['rows.all(r, r.households > 9999)', value(false)],
    ['rows.all(r, r.households > 1)', lacks('households')],
    ['rows.filter(r, r.households > 1).size() == 1', lacks('households')],
    ['sum(rows.map(r, r.households)) > 1', lacks('households')],
    ['row.name == param("word.plain")', { is: 'unknown', lacks: [{ what: 'parameter', id: 'word.plain' }] }],
    [
      'workdays(date("2024-12-01"), date("2025-01-06")) > 3',
      { is: 'unknown', lacks: [{ what: 'calendar', year: 2025 }] },
    ],
    ['workdays(date("2024-12-01"), date("2025-01-06")) > 3 && false', value(false)],
  ])('three-valued where a cell is missing: %s', (source, expected) => {
    expect(answerTo(source, EMPTY, [FULL])).toEqual(expected);
  });

  it.each<[string, Answer]>([
    ['row.area / 0', { is: 'none', why: 'division-by-zero' }],
    ['row.area / 0.0 > 3.0', { is: 'none', why: 'division-by-zero' }],
    ['row.area / (row.area - 5.5) > 3.0', { is: 'none', why: 'division-by-zero' }],
    ['row.households % 0 == 1', { is: 'none', why: 'division-by-zero' }],
    ['row.area / 0 > 3.0 && false', value(false)],
    ['row.households * 9223372036854775807 > 0', { is: 'none', why: 'out-of-range' }],
    ['sum([9223372036854775807, 1]) > 0', { is: 'none', why: 'out-of-range' }],
    ['rows[7].name', { is: 'none', why: 'out-of-range' }],
    ['row.name.substring(9)', { is: 'none', why: 'out-of-range' }],
  ])('with no value where there is none: %s', (source, expected) => {
    expect(answerTo(source, FULL)).toEqual(expected);
  });

  it('takes a cell that is not of its type for a missing one', () => {
    expect(answerTo('row.households > 1', { households: 12.5 })).toEqual(lacks('households'));
    expect(answerTo('row.founded > date("2024-01-01")', { founded: '2024-02-30' })).toEqual(lacks('founded'));
    expect(answerTo('row.rate > 0.1', { rate: Number.NaN })).toEqual(lacks('rate'));
  });

  it('says what it reads, fields told apart by the kind of table', () => {
    const { reads } = compiledAs(
      'rows.all(r, has(r.area) && r.name in catalogue("word.overloaded")) && workdays(row.founded, row.founded) < 3' +
        ' && staffPost.exists(p, double(p.posts) > param("rate.floor") && p.community == row.name)',
    );
    expect(reads).toEqual({
      fields: [
        { record: 'community', field: 'area' },
        { record: 'community', field: 'founded' },
        { record: 'community', field: 'name' },
        { record: 'staff-post', field: 'community' },
        { record: 'staff-post', field: 'posts' },
      ],
      parameters: ['rate.floor'],
      catalogues: ['word.overloaded'],
      calendar: true,
    });
  });

  it('reads a field once per row, and only when it is asked for', () => {
    const asked: string[] = [];
    const row = (field: string) => {
      asked.push(field);
      return FULL[field] ?? null;
    };
    compiledAs('row.name == "x" && row.area > 1.0 || row.households > 1 && row.households < 9').evaluate(
      { row, rows: [], staffPost: [] },
      POLICY,
    );
    expect(asked).toEqual(['name', 'households']);
  });
});

describe('a mistake in an expression', () => {
  it.each<[string, string, number, string, string]>([
    ['row.househols > 3', 'expression-field', 4, 'househols', 'households'],
    ['rows.all(r, r.nam == "x")', 'expression-field', 14, 'nam', 'name'],
    ['true || row.zzz > 1', 'expression-field', 12, 'zzz', ''],
    ['has(row.are)', 'expression-field', 8, 'are', 'area'],
    ['row.constructor', 'expression-field', 4, 'constructor', ''],
    ['rw.households > 3', 'expression-name', 0, 'rw', 'row'],
    ['row.name == 甲', 'expression-syntax', 12, '甲', ''],
    ['row.name = "x"', 'expression-syntax', 9, '=', '=='],
    ['row.stable and row.stable', 'expression-syntax', 11, 'and', '&&'],
    ['not row.stable', 'expression-syntax', 4, 'row', ''],
    ['row.households ＞ 3', 'expression-syntax', 15, '＞', '>'],
    ['row.households ≥ 3', 'expression-syntax', 15, '≥', '>='],
    ['row.name == “甲”', 'expression-syntax', 12, '“', '"'],
    ['row.households == null', 'expression-syntax', 18, 'null', '!has(…)'],
    ['row.households >', 'expression-syntax', 16, '', ''],
    ['(row.stable', 'expression-syntax', 11, '', ''],
    ['', 'expression-syntax', 0, '', ''],
    ['row.name == "甲', 'expression-syntax', 12, '"甲', ''],
    ['{"a": 1}.a == 1', 'expression-syntax', 0, '{', ''],
    ['row.name.matches("\\d")', 'expression-escape', 18, '\\d', ''],
    ['row.name.matchs("x")', 'expression-function', 9, 'matchs', 'matches'],
    ['sums([1])', 'expression-function', 0, 'sums', 'sum'],
    ['dyn(row.name) > 3', 'expression-function', 0, 'dyn', ''],
    ['cel.bind(x, 1, x)', 'expression-function', 4, 'bind', ''],
    ['row.toString()', 'expression-function', 4, 'toString', ''],
    ['now()', 'expression-function', 0, 'now', ''],
    ['timestamp("2024-01-01T00:00:00Z") < row.founded', 'expression-function', 0, 'timestamp', ''],
    ['size()', 'expression-arguments', 0, 'size()', ''],
    ['row.name.contains(3)', 'expression-arguments', 0, 'row.name.contains(3)', ''],
    ['has(row)', 'expression-arguments', 4, 'row', ''],
    ['double(row.name) > 1.0', 'expression-arguments', 0, 'double(row.name)', ''],
    ['row.households > "3"', 'expression-types', 0, 'row.households > "3"', ''],
    ['rows.name == "x"', 'expression-types', 5, 'name', ''],
    ['row["name"] == "x"', 'expression-types', 0, 'row["name"]', '.'],
    ['[1, "a"].size()', 'expression-types', 4, '"a"', ''],
    ['row.households && true', 'expression-condition', 0, 'row.households && true', ''],
    ['rows.all(r, r.name)', 'expression-condition', 14, 'name', ''],
    ['row', 'expression-condition', 0, 'row', ''],
    ['rows.filter(r, true)', 'expression-condition', 0, 'rows.filter(r, true)', ''],
    [
      'row.residents / row.households > 2',
      'expression-whole-division',
      0,
      'row.residents / row.households',
      '',
    ],
    ['row.name + "x" == "x"', 'expression-joining', 0, 'row.name + "x"', ''],
    ['size(rows + rows)', 'expression-joining', 5, 'rows + rows', ''],
    [
      'param("community.households.mx") > 1',
      'expression-parameter',
      6,
      'community.households.mx',
      'community.households.max',
    ],
    ['param(row.name) > 1', 'expression-literal', 6, 'row.name', ''],
    [
      'row.name in catalogue("word.overloded")',
      'expression-catalogue',
      22,
      'word.overloded',
      'word.overloaded',
    ],
    ['row.name.matches(row.load)', 'expression-literal', 17, 'row.load', ''],
    ['row.founded > date("2024-02-30")', 'expression-day', 19, '2024-02-30', ''],
    ['row.households > 99999999999999999999', 'expression-number', 17, '99999999999999999999', ''],
    ['row.name.matches("社(?=区)")', 'expression-pattern', 19, '(?=', ''],
    ['row.name.matches(r"(a)\\1")', 'expression-pattern', 22, '\\1', ''],
    ['row.name.matches("a{1001}")', 'expression-pattern', 19, '{1001}', ''],
    ['row.name.matches("\\\\u793e(?!区)")', 'expression-pattern', 25, '(?!', ''],
    [`row.households > ${'('.repeat(40)}1${')'.repeat(40)}`, 'expression-too-deep', 49, '', ''],
    [`${'1+'.repeat(600)}1 > 0`, 'expression-too-large', 0, '', ''],
    [`row.name == "${'x'.repeat(4000)}"`, 'expression-too-large', 4000, '', ''],
    ['rows.all(a, rows.all(b, rows.all(c, true)))', 'expression-too-deep', 24, 'rows.all(c, true)', ''],
  ])('%s', (source, mistake, offset, found, suggestion) => {
    const told = mistakeIn(source);
    expect({ mistake: told.mistake, offset: told.offset, suggestion: told.suggestion }).toEqual({
      mistake,
      offset,
      suggestion,
    });
    if (found !== '') expect(told.found).toBe(found);
  });

  it('in a condition: what comes to a number is none', () => {
    const types: ExpressionTypes = { ...TYPES, gives: 'flag' };
    expect(mistakeIn('row.households', types)).toMatchObject({ mistake: 'expression-condition', offset: 0 });
    expect(compiledAs('row.households > 1', types).reads.fields).toHaveLength(1);
  });

  it('has a mark under its place, on the line it stands on, as wide characters are wide', () => {
    expect(mistakeIn('row.name == "社区" && row.nam == "x"').caret).toBe(
      'row.name == "社区" && row.nam == "x"\n             　　          ^'.replace(
        '          ^',
        '         ^',
      ),
    );
    expect(mistakeIn('row.stable &&\n  row.nam == "x"').caret).toBe('  row.nam == "x"\n      ^');
    const { caret } = mistakeIn(`${'row.stable || '.repeat(20)}row.nam == "x"`);
    expect(caret.split('\n').every((line) => line.length < 70)).toBe(true);
    expect(caret.split('\n')[0]?.at(caret.split('\n')[1]?.indexOf('^') ?? -1)).toBe('n');
  });

  it('never throws, whatever is written', () => {
    const pieces = [
      'row',
      '.',
      'households',
      'rows',
      '(',
      ')',
      '[',
      ']',
      '{',
      '}',
      'r',
      ',',
      '"',
      "'",
      '\\',
      '&&',
      '!',
      '>',
      '1',
      '1.',
      '?',
      ':',
      'all',
      'map',
      'has',
      'in',
      '社',
      '\n',
      ' ',
      'matches',
      '-',
      '+',
      '/',
      'null',
      'param',
      '"x"',
      '[]',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 16 }), fc.string(), (parts, noise) => {
        for (const source of [parts.join(''), parts.join(' '), noise, `row.name${noise}`]) {
          try {
            const told = mistakeIn(source);
            expect(told.offset).toBeGreaterThanOrEqual(0);
            expect(told.offset).toBeLessThanOrEqual(source.length);
          } catch (error) {
            expect(String(error)).toContain('no mistake found');
          }
        }
      }),
      { numRuns: 1500 },
    );
  });
});

describe('what an expression may cost', () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, index) => reading({ name: `社区${index}`, households: index }));

  it('is bounded before it is tried', () => {
    const twice = compiledAs('rows.all(a, rows.exists(b, a.name == b.name && a.households != b.households))');
    const answer = twice.evaluate({ row: reading({}), rows: rows(5000), staffPost: [] }, POLICY);
    expect(answer).toMatchObject({ is: 'too-costly', limit: 5_000_000 });
    expect((answer as { steps: number }).steps).toBeGreaterThan(25_000_000);
  });

  it('lets a city through once, and a subdistrict against itself', () => {
    const city = rows(20_000);
    expect(
      compiledAs('rows.exists(r, r.households < 0)').evaluate(
        { row: reading({}), rows: city, staffPost: [] },
        POLICY,
      ),
    ).toEqual(value(false));
    const against = compiledAs('rows.all(a, rows.exists(b, a.name == b.name))');
    expect(against.evaluate({ row: reading({}), rows: city.slice(0, 400), staffPost: [] }, POLICY)).toEqual(
      value(true),
    );
  });

  it('cannot grow by chains: each step of a chain goes over the same number of items', () => {
    const chain = `rows${'.map(r, r)'.repeat(20)}.size()`;
    expect(compiledAs(chain).evaluate({ row: reading({}), rows: rows(100), staffPost: [] }, POLICY)).toEqual(
      value(100),
    );
  });
});
