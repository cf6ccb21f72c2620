import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { faultsNamed } from '../scripts/city/faults.ts';
import { COMMUNITY_LAYOUTS } from '../scripts/city/layouts.ts';
import { ARRANGED_LAYOUTS } from '../scripts/city/layouts-arranged.ts';
import { readPlaces } from '../scripts/city/places.ts';
import { makeRng } from '../scripts/city/prng.ts';
import type { ListKind, Row } from '../scripts/city/types.ts';
import { makeDraft, placeDraft, spoil } from '../scripts/city/workbook.ts';
import { writePlacement } from '../scripts/city/writers.ts';
import { cellText } from '../src/model/cell-text.ts';
import { DEFAULT_LIMITS } from '../src/read/limits.ts';
import { beginReading } from '../src/read/read.ts';
import { jianfu } from './support/run.ts';

/** One source, twelve ways to lay it out; each workbook has a slip or two that can be put right in one way only. */
const LAYOUTS = [...COMMUNITY_LAYOUTS, ...ARRANGED_LAYOUTS].slice(0, 12);
const SAFE = ['cell-inner-space', 'cell-full-width', 'basis-prefix', 'basis-brackets'];
const LABELS: Readonly<Record<ListKind, string>> = {
  own: '依法履行职责事项清单',
  assist: '依法协助政府工作事项清单',
  refuse: '不应承担的工作事项清单',
  certificate: '不应出具的证明事项清单',
};
const FIELDS = {
  text: 'text',
  department: 'leadDepartment',
  basis: 'legalBasis',
  category: 'category',
} as const;

const cwd = mkdtempSync(path.join(tmpdir(), 'twelve-'));
const places = readPlaces().filter(({ name }) => name.includes('社区'));
/** What the source says, by file, in the order of the rows: list and fields the layout has a column for. */
const answers = new Map<string, Record<string, string>[]>();
const planted: string[] = [];

function answerOf(kind: ListKind, fields: readonly string[], row: Row): Record<string, string> {
  const told = Object.entries(FIELDS).flatMap(([field, id]) => {
    const value = row[field as keyof typeof FIELDS] ?? null;
    return !fields.includes(field) || value === null || typeof value === 'object'
      ? []
      : [[id, String(value)]];
  });
  return { list: LABELS[kind], ...Object.fromEntries(told) };
}

beforeAll(() => {
  mkdirSync(path.join(cwd, '报送'));
  for (const [at, layout] of LAYOUTS.entries()) {
    const place = places[at];
    if (place === undefined) throw new Error('too few places');
    const job = { place, layout, format: 'xlsx' as const, roster: null };
    const make = () => makeDraft(job, makeRng(2024).fork(layout.id));
    const file = `${place.name}20240308.xlsx`;
    const clean = make().sub.lists;
    answers.set(
      file,
      clean.flatMap(({ kind, rows }) => rows.map((row) => answerOf(kind, layout.fields(kind), row))),
    );
    const draft = make();
    const { marks } = spoil(draft, SAFE.flatMap(faultsNamed), 2);
    planted.push(...marks.map(({ rule }) => rule));
    writeFileSync(path.join(cwd, '报送', file), writePlacement(placeDraft(draft), 'xlsx'));
  }
});

const run = (command: string, ...args: string[]) => jianfu([command, ...args, '--policy', 'hohhot'], { cwd });
const linesIn = (file: string) =>
  readFileSync(path.join(cwd, file), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('the same city in twelve layouts', () => {
  it('safe fixes clear the findings they promise to clear, and a second run changes nothing', () => {
    expect(LAYOUTS.map(({ id }) => id)).toHaveLength(12);
    expect(planted.length).toBeGreaterThan(12);
    const told = JSON.parse(run('fix', '报送', '-o', '改好', '--out', 'json').stdout).files as {
      edits: { rules: string[] }[];
    }[];
    const cleared = told.flatMap(({ edits }) => edits.flatMap(({ rules }) => rules));
    expect(cleared.filter((rule) => SAFE.includes(rule)).sort()).toEqual([...planted].sort());
    cpSync(path.join(cwd, '报送'), path.join(cwd, '全部'), { recursive: true });
    cpSync(path.join(cwd, '改好'), path.join(cwd, '全部'), { recursive: true });
    const { findings } = JSON.parse(run('check', '全部', '--out', 'json').stdout) as {
      findings: { rule: string }[];
    };
    expect(findings.filter(({ rule }) => SAFE.includes(rule))).toEqual([]);
    expect(run('fix', '全部', '--diff').code).toBe(0);
  });

  it('comes out as one clean table that says what the source says', () => {
    expect(run('convert', '全部', '-o', '总表.ndjson', '--with-origin').stderr).toBe('');
    const [, ...rejects] = readFileSync(path.join(cwd, '总表.rejects.csv'), 'utf8').trimEnd().split('\r\n');
    // What somebody wrote on a sheet of its own, without a table, and what was put right.
    const known = /"(?:工作表里没有找到表头|是 fix 的修改记录)"/u;
    expect(rejects.filter((line) => !known.test(line))).toEqual([]);
    const made = new Map<string, Record<string, string>[]>();
    for (const { source, requester, ...row } of linesIn('总表.ndjson')) {
      // Some layouts head the department of a certificate 要求开具单位.
      row.leadDepartment ??= requester;
      const fields = Object.entries(row).filter(
        ([id, value]) => value != null && ['list', ...Object.values(FIELDS)].includes(id),
      );
      made.set(source.file, [
        ...(made.get(source.file) ?? []),
        Object.fromEntries(fields) as Record<string, string>,
      ]);
    }
    expect([...made.keys()].sort()).toEqual([...answers.keys()].sort());
    for (const [file, rows] of answers) {
      const asked = new Set(rows.flatMap((row) => Object.keys(row)));
      const found = (made.get(file) ?? []).map((row) =>
        Object.fromEntries(Object.entries(row).filter(([id]) => asked.has(id))),
      );
      const sorted = (all: readonly object[]) =>
        all.map((one) => JSON.stringify(Object.entries(one).sort())).sort();
      expect(sorted(found), file).toEqual(sorted(rows));
    }
  });

  it('every cell can be traced back to one that says the same', async () => {
    const [head, ...lines] = linesIn('总表.lineage.ndjson');
    const rows = linesIn('总表.ndjson');
    expect(head.inputs).toHaveLength(12);
    expect(lines).toHaveLength(rows.length);
    const texts = new Map<string, string>();
    for (const { path: file } of head.inputs) {
      const bytes = readFileSync(path.join(cwd, '全部', file));
      const workbook = await beginReading({ bytes, name: file, limits: DEFAULT_LIMITS, encoding: null })();
      for (const sheet of workbook.sheets) {
        for (const { number, cells } of sheet.rows()) {
          for (const [at, cell] of cells.entries()) {
            texts.set(
              `${file} ${sheet.name}!${String.fromCharCode(65 + at)}${number}`,
              cellText(cell).trim(),
            );
          }
        }
      }
    }
    let compared = 0;
    for (const [at, { source, cells }] of lines.entries()) {
      const { source: _, others: __, ...values } = rows[at];
      const filled = Object.keys(values).filter((id) => values[id] !== null);
      expect(filled.filter((id) => cells[id] === undefined)).toEqual([]);
      for (const id of filled) {
        const { from, steps } = cells[id] as { from: string[]; steps: string[] };
        if (from.length === 0) {
          expect(steps.some((step) => step.startsWith('from-'))).toBe(true);
          continue;
        }
        const said = from.map((address) => texts.get(`${source.file} ${source.sheet}!${address}`) ?? '');
        expect(
          said.every((text) => text !== ''),
          `${source.file} ${id} ${from}`,
        ).toBe(true);
        if (steps.some((step) => step.startsWith('from-'))) continue;
        expect(said.join('\n')).toBe(String(values[id]));
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(3000);
  });

  it('converted again, as a workbook, it is the same bytes', () => {
    run('convert', '全部', '-o', '一.xlsx');
    expect(run('convert', '一.xlsx', '-o', '二.xlsx').code).toBe(0);
    expect(readFileSync(path.join(cwd, '二.xlsx')).equals(readFileSync(path.join(cwd, '一.xlsx')))).toBe(
      true,
    );
  });
});
