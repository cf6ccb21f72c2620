import { readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellValue, Merge, Row, Sheet, Workbook } from '../src/model/workbook.ts';
import { listInputs } from '../src/pipeline.ts';
import { readWorkbook } from '../src/read/read.ts';
import { readRecords } from '../src/records/records.ts';
import { RULES } from '../src/rules/index.ts';
import { runFileRules } from '../src/rules/runner.ts';
import { findTables } from '../src/tables/tables.ts';
import { loadFixture, readInput } from './support/fixture.ts';
import { ROOT } from './support/paths.ts';
import { policyOf } from './support/policy.ts';

/**
 * A sheet changed in a way that changes nothing of what it says gives the same findings, at the cells to which
 * the change has moved them. Seeds: the sample city and the fixtures of the rules.
 */
const policy = await policyOf('hohhot');
const RUNS = { numRuns: 60, seed: 20_261_124 };

/** Cells by `row:column`, so that a change is a change of addresses. */
interface Page {
  readonly name: string;
  readonly hidden: boolean;
  readonly cells: ReadonlyMap<string, CellValue>;
  readonly hiddenRows: ReadonlySet<number>;
  readonly merges: readonly Merge[];
  readonly hiddenColumns: readonly number[];
}

interface Seed {
  readonly file: string;
  readonly pages: readonly Page[];
}

/** A page with where each of its cells now stands. */
interface Moved {
  readonly page: Page;
  readonly at: (row: number, column: number) => readonly [number, number];
}

function pageOf(sheet: Sheet): Page {
  const cells = new Map<string, CellValue>();
  const hiddenRows = new Set<number>();
  for (const row of sheet.rows()) {
    if (row.hidden) hiddenRows.add(row.number);
    row.cells.forEach((cell, index) => {
      if (cell !== undefined) cells.set(`${row.number}:${index + 1}`, cell);
    });
  }
  const { name, hidden, merges, hiddenColumns } = sheet;
  return { name, hidden, cells, hiddenRows, merges, hiddenColumns };
}

function sheetOf({ name, hidden, cells, hiddenRows, merges, hiddenColumns }: Page): Sheet {
  const rows = new Map<number, (CellValue | undefined)[]>();
  for (const [key, cell] of cells) {
    const [row = 0, column = 0] = key.split(':').map(Number);
    const own = rows.get(row) ?? [];
    while (own.length < column) own.push(undefined);
    own[column - 1] = cell;
    rows.set(row, own);
  }
  const sorted = [...rows]
    .sort(([left], [right]) => left - right)
    .map(([number, own]): Row => ({ number, cells: own, hidden: hiddenRows.has(number) }));
  return { name, hidden, merges, hiddenColumns, rows: () => sorted };
}

/** Every cell, merge and hidden part at its new place. */
function move(page: Page, row: (row: number) => number, column: (column: number) => number): Moved {
  const cells = [...page.cells].map(([key, cell]): [string, CellValue] => {
    const [from = 0, left = 0] = key.split(':').map(Number);
    return [`${row(from)}:${column(left)}`, cell];
  });
  return {
    page: {
      ...page,
      cells: new Map(cells),
      hiddenRows: new Set([...page.hiddenRows].map(row)),
      hiddenColumns: page.hiddenColumns.map(column),
      merges: page.merges.map((merge) => ({
        top: row(merge.top),
        left: column(merge.left),
        bottom: row(merge.bottom),
        right: column(merge.right),
      })),
    },
    at: (from, left) => [row(from), column(left)],
  };
}

function understand(file: string, pages: readonly Page[]) {
  const workbook: Workbook = {
    format: 'xlsx',
    encoding: null,
    countedCells: null,
    sheets: pages.map(sheetOf),
  };
  const set = findTables(file, workbook, policy.vocabulary);
  const input = { ...readInput(file, workbook), sheets: set.ledgers };
  return { set, findings: runFileRules(RULES, input, readRecords(set), policy).findings };
}

type Place = (sheet: string | null, row: number | null, column: number | null) => string;

/** Rule, message and place of each finding; `place` puts addresses where a change has moved them. */
function factsOf(file: string, pages: readonly Page[], place: Place = plainPlace): string[] {
  return understand(file, pages)
    .findings.map(({ rule, message, origins: [origin] }) => {
      const where = place(origin?.sheet ?? null, origin?.row ?? null, origin?.column ?? null);
      return `${rule} ${message.id} ${where}`;
    })
    .sort();
}

const plainPlace: Place = (sheet, row, column) => `${sheet} ${row} ${column}`;

function placeIn(moved: Moved, sheet: string): Place {
  return (name, row, column) =>
    name === sheet && row !== null && column !== null
      ? plainPlace(name, ...moved.at(row, column))
      : plainPlace(name, row, column);
}

const SEEDS = await readSeeds();

async function readSeeds(): Promise<Seed[]> {
  const { files } = await listInputs([path.join(ROOT, 'fixtures/cities/hohhot-sample')]);
  const city: Seed[] = [];
  for (const file of files.filter(({ skipped }) => skipped === null)) {
    try {
      const workbook = await readWorkbook(await file.bytes(), path.basename(file.path));
      city.push({ file: file.path, pages: workbook.sheets.map(pageOf) });
    } catch {
      // The sample holds files that cannot be read.
    }
  }
  const folder = path.join(ROOT, 'fixtures/rules');
  const fixtures: Seed[] = [];
  for (const rule of readdirSync(folder)) {
    for (const name of ['good', 'bad'] as const) {
      const fixture = loadFixture(path.join(folder, rule), name);
      if (fixture.policy !== 'hohhot') continue;
      const workbook = await fixture.workbook((bytes, file) => readWorkbook(bytes, file));
      fixtures.push({ file: fixture.fileName, pages: workbook.sheets.map(pageOf) });
    }
  }
  return [...city, ...fixtures];
}

/** One sheet of a seed in which exactly one table stands. */
const single = SEEDS.flatMap(({ file, pages }) => {
  const { tables } = understand(file, pages).set;
  return pages.flatMap((page, index) => {
    const own = tables.filter(({ sheet }) => sheet === page.name);
    const [table] = own;
    return table === undefined || own.length > 1 || table.kind === null
      ? []
      : [{ file, pages, index, page, table }];
  });
});
const seed = fc.constantFrom(...single);

/** The findings of a seed in which one page was changed. */
function changed({ file, pages, index }: (typeof single)[number], page: Page): string[] {
  return factsOf(
    file,
    pages.map((own, at) => (at === index ? page : own)),
  );
}

function expectMoved(one: (typeof single)[number], moved: Moved, more: readonly string[] = []): void {
  const expected = [...factsOf(one.file, one.pages, placeIn(moved, one.page.name)), ...more].sort();
  expect({ file: one.file, sheet: one.page.name, facts: changed(one, moved.page) }).toEqual({
    file: one.file,
    sheet: one.page.name,
    facts: expected,
  });
}

const bodyRows = ({ table }: (typeof single)[number]) => table.rows.map(({ row }) => row);
const lastRow = ({ page }: (typeof single)[number]) =>
  Math.max(...[...page.cells.keys()].map((key) => Number(key.split(':')[0])));
const lastColumn = ({ page }: (typeof single)[number]) =>
  Math.max(...[...page.cells.keys()].map((key) => Number(key.split(':')[1])));

/** Characters that nobody sees. */
const UNSEEN = /[\p{Cf}\p{Cc}]/u;

describe('the same findings, moved', () => {
  it('has seeds enough to mean something', () => {
    expect(SEEDS.length).toBeGreaterThan(60);
    expect(single.length).toBeGreaterThan(60);
    expect(single.filter((one) => factsOf(one.file, one.pages).length > 0).length).toBeGreaterThan(30);
  });

  it('blank rows above and inside', () => {
    fc.assert(
      fc.property(seed, fc.nat(1000), fc.integer({ min: 1, max: 6 }), (one, place, count) => {
        const rows = bodyRows(one);
        // Never between two rows that a merge holds together: Excel would stretch it.
        const free = [1, ...rows].filter((row) =>
          one.page.merges.every(({ top, bottom }) => row <= top || row > bottom),
        );
        const at = free[place % free.length] ?? 1;
        expectMoved(
          one,
          move(
            one.page,
            (row) => (row >= at ? row + count : row),
            (column) => column,
          ),
        );
      }),
      RUNS,
    );
  });

  it('blank columns to the left', () => {
    fc.assert(
      fc.property(seed, fc.integer({ min: 1, max: 3 }), (one, count) => {
        expectMoved(
          one,
          move(
            one.page,
            (row) => row,
            (column) => column + count,
          ),
        );
      }),
      RUNS,
    );
  });

  it('a title row that says nothing of lists', () => {
    fc.assert(
      fc.property(seed, fc.constantFrom('附件1', '（征求意见稿）', '2024年第一季度'), (one, title) => {
        // The first line of a table is where findings about the whole of it point.
        const hasTitle = one.table.titles.length > 0;
        if (!hasTitle) return;
        const moved = move(
          one.page,
          (row) => row + 1,
          (column) => column,
        );
        const page = { ...moved.page, cells: new Map([...moved.page.cells, ['1:1', title]]) };
        const facts = changed(one, page);
        const expected = factsOf(one.file, one.pages, placeIn(moved, one.page.name));
        expect(facts.map(withoutPlace)).toEqual(expected.map(withoutPlace));
      }),
      RUNS,
    );
  });

  it('hidden columns are told, once a sheet, and read all the same', () => {
    fc.assert(
      fc.property(seed, fc.nat(20), (one, pick) => {
        const column = one.table.columns[pick % one.table.columns.length]?.column ?? 1;
        if (one.page.hidden || one.page.hiddenColumns.length > 0) return;
        const facts = changed(one, { ...one.page, hiddenColumns: [column] });
        const told = facts.filter((fact) => fact.startsWith('hidden-content'));
        const before = factsOf(one.file, one.pages);
        expect(facts.filter((fact) => !told.includes(fact))).toEqual(
          before.filter((fact) => !fact.startsWith('hidden-content')),
        );
        expect(told.length).toBeGreaterThan(0);
      }),
      RUNS,
    );
  });

  it('columns in another order', () => {
    fc.assert(
      fc.property(seed, fc.infiniteStream(fc.nat(1_000_000)), (one, random) => {
        const { table, page } = one;
        if (page.merges.some(({ left, right }) => left < right) || !isPlain(one)) return;
        const columns = table.columns.map(({ column }) => column);
        const order = columns
          .map((column) => ({ column, key: random.next().value as number }))
          .sort((left, right) => left.key - right.key)
          .map(({ column }) => column);
        const to = new Map(
          columns.map((column, index) => [
            column,
            order.indexOf(column) === -1 ? column : (columns[order.indexOf(column)] ?? index),
          ]),
        );
        const first = Math.min(...table.headerRows);
        const moved = move(
          page,
          (row) => row,
          (column) => to.get(column) ?? column,
        );
        // Titles stay where they are.
        const titles = [...page.cells].filter(([key]) => Number(key.split(':')[0]) < first);
        const cells = new Map([
          ...[...moved.page.cells].filter(([key]) => Number(key.split(':')[0]) >= first),
          ...titles,
        ]);
        const at = (row: number, column: number) =>
          row < first ? ([row, column] as const) : moved.at(row, column);
        const expected = factsOf(one.file, one.pages, placeIn({ page: moved.page, at }, page.name));
        const facts = changed(one, { ...moved.page, cells });
        // What concerns the header as a whole points at its first cell, whichever column that is.
        expect(facts.map(withoutColumn).sort()).toEqual(expected.map(withoutColumn).sort());
      }),
      RUNS,
    );
  });

  it('a column more is told as unknown, and nothing else', () => {
    fc.assert(
      fc.property(seed, (one) => {
        const column = lastColumn(one) + 1;
        const row = Math.max(...one.table.columns.map(({ headerRow }) => headerRow));
        if (one.page.merges.some(({ left, right }) => left < right) || one.table.confidence < 0.75) return;
        const cells = new Map([...one.page.cells, [`${row}:${column}`, '经办网格']]);
        for (const body of bodyRows(one)) cells.set(`${body}:${column}`, '第一网格');
        const facts = changed(one, { ...one.page, cells });
        const more = facts.filter((fact) => !factsOf(one.file, one.pages).includes(fact));
        expect(more.filter((fact) => !fact.startsWith('table-uncertain'))).toEqual([
          `header-unknown unknown ${one.page.name} ${row} ${column}`,
        ]);
      }),
      RUNS,
    );
  });

  it('a header given twice is told as ambiguous, and nothing else', () => {
    fc.assert(
      fc.property(seed, fc.nat(20), (one, pick) => {
        const known = one.table.columns.filter(({ field }) => field !== null);
        const twin = known[pick % known.length];
        if (twin === undefined || one.table.headerRows.length > 1 || one.table.confidence < 0.75) return;
        // What is wrong with the first is wrong with its twin.
        if (UNSEEN.test(twin.header)) return;
        const column = lastColumn(one) + 1;
        const cells = new Map([...one.page.cells, [`${twin.headerRow}:${column}`, twin.header]]);
        const expected = [
          ...factsOf(one.file, one.pages),
          `header-ambiguous taken ${one.page.name} ${twin.headerRow} ${column}`,
        ];
        expect(changed(one, { ...one.page, cells })).toEqual(expected.sort());
      }),
      RUNS,
    );
  });

  it('a stray cell far below is told as unclear, and nothing else', () => {
    fc.assert(
      fc.property(
        seed,
        fc.integer({ min: 12, max: 5000 }),
        fc.integer({ min: 0, max: 40 }),
        (one, below, right) => {
          const [row, column] = [lastRow(one) + below, 1 + right];
          if (one.table.columns.length === 1) return;
          const cells = new Map([...one.page.cells, [`${row}:${column}`, '略']]);
          const expected = [
            ...factsOf(one.file, one.pages),
            `row-unclear neither ${one.page.name} ${row} ${column}`,
          ];
          expect(changed(one, { ...one.page, cells })).toEqual(expected.sort());
        },
      ),
      RUNS,
    );
  });

  it('a second table beside, with a blank column between, changes nothing of the first', () => {
    const beside = ['序号', '社区名称', '常住户数', '常住人口'];
    fc.assert(
      fc.property(seed, fc.integer({ min: 0, max: 3 }), (one, down) => {
        // What stands in a hidden column is told.
        if (one.page.hiddenColumns.length > 0) return;
        const left = lastColumn(one) + 2;
        const first = Math.min(...one.table.headerRows) + down;
        const cells = new Map(one.page.cells);
        const rows: CellValue[][] = [
          beside,
          [1, '东街社区居委会', 1200, 3100],
          [2, '西街社区居委会', 1300, 3300],
        ];
        rows.forEach((row, index) => {
          row.forEach((cell, at) => {
            cells.set(`${first + index}:${left + at}`, cell);
          });
        });
        const facts = changed(one, { ...one.page, cells });
        expect(facts).toEqual(factsOf(one.file, one.pages));
      }),
      RUNS,
    );
  });

  it('a list continued on a second sheet is judged as one', () => {
    fc.assert(
      fc.property(seed, fc.nat(1000), (one, pick) => {
        const { table, page } = one;
        const rows = bodyRows(one);
        const serial = table.columns.find(({ field }) => field === 'serial')?.column;
        const at = rows[1 + (pick % Math.max(1, rows.length - 1))];
        const before = rows[rows.indexOf(at ?? 0) - 1];
        if (serial === undefined || at === undefined || before === undefined || !isPlain(one)) return;
        // The header stands on both sheets, and what is wrong with it is told on both.
        if (table.columns.some(({ header }) => UNSEEN.test(header))) return;
        const numberAt = (row: number) => page.cells.get(`${row}:${serial}`);
        const number = numberAt(at);
        // Five digits are a project code, which nobody counts on from.
        if (typeof number !== 'number' || number > 9999 || numberAt(before) !== number - 1) return;
        if (page.merges.some(({ top, bottom }) => top < at && bottom >= at) || table.kind !== 'duty-list')
          return;
        const [headerFrom = 1] = table.headerRows;
        const shift = at - headerFrom - table.headerRows.length;
        const isHeader = (row: number) => table.headerRows.includes(row);
        const first = new Map([...page.cells].filter(([key]) => Number(key.split(':')[0]) < at));
        const second = new Map(
          [...page.cells].flatMap(([key, cell]): [string, CellValue][] => {
            const [row = 0, column = 0] = key.split(':').map(Number);
            if (row >= at) return [[`${row - shift - headerFrom + 1}:${column}`, cell]];
            return isHeader(row) ? [[`${row - headerFrom + 1}:${column}`, cell]] : [];
          }),
        );
        const merges = page.merges.flatMap((merge) => {
          if (isHeader(merge.top))
            return [{ ...merge, top: merge.top - headerFrom + 1, bottom: merge.bottom - headerFrom + 1 }];
          const by = shift + headerFrom - 1;
          return merge.top < at ? [] : [{ ...merge, top: merge.top - by, bottom: merge.bottom - by }];
        });
        const parts = [
          { ...page, cells: first, merges: page.merges.filter(({ top }) => top < at) },
          { ...page, cells: second, merges, name: 'Sheet99' },
        ];
        const pages = one.pages.flatMap((own, index) => (index === one.index ? parts : [own]));
        const place: Place = (name, row, column) =>
          name === page.name && row !== null && row >= at
            ? plainPlace('Sheet99', row - shift - headerFrom + 1, column)
            : plainPlace(name, row, column);
        const told = ({ rule }: { rule: string }) => !PER_SHEET.has(rule);
        const of = (facts: readonly string[]) =>
          facts.filter((fact) => told({ rule: fact.split(' ')[0] ?? '' }));
        expect({ file: one.file, at, facts: of(factsOf(one.file, pages)) }).toEqual({
          file: one.file,
          at,
          facts: of(factsOf(one.file, one.pages, place)),
        });
      }),
      { ...RUNS, numRuns: 150 },
    );
  });
});

/** Said of each header and each sheet, so said twice of a list on two sheets. */
const PER_SHEET = new Set([
  'header-unknown',
  'header-ambiguous',
  'header-missing',
  'header-blank',
  'table-uncertain',
  'hidden-content',
]);

const withoutPlace = (fact: string) => fact.split(' ').slice(0, 2).join(' ');
const withoutColumn = (fact: string) => fact.replace(/ \d+$/, '');

/** No bands, notes or lone texts, whose columns mean something by themselves. */
function isPlain({ table }: (typeof single)[number]): boolean {
  const { notes, subtotals, unclear, sections, metas } = table;
  return notes.length + subtotals.length + unclear.length + metas.length === 0 && sections.length === 1;
}
