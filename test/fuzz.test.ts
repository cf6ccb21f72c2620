import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../src/read/read.ts';
import { UnreadableError } from '../src/read/unreadable.ts';
import { readRecords } from '../src/records/records.ts';
import { findTables } from '../src/tables/tables.ts';
import { xlsxOf } from './support/parts.ts';
import { ROOT } from './support/paths.ts';
import { policyOf } from './support/policy.ts';

const SEED = 20_261_121;
const policy = await policyOf('base');

function sample(ending: string): Buffer {
  const folder = path.join(ROOT, 'fixtures/cities/hohhot-sample');
  const name =
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((file) => file.endsWith(ending)) ?? '';
  return readFileSync(path.join(folder, name));
}

/** Reads, understands and types; the only way out besides success is a refusal that says why. */
async function journey(bytes: Buffer, name: string): Promise<'read' | 'told' | 'refused'> {
  try {
    const workbook = await readWorkbook(bytes, name);
    const tables = findTables(name, workbook, policy.vocabulary);
    readRecords(tables);
    const delivered = tables.ledgers.reduce((sum, { cells }) => sum + cells, 0);
    // Fewer cells than a second way of counting finds is what the rule cells-lost tells.
    return workbook.countedCells !== null && delivered < workbook.countedCells ? 'told' : 'read';
  } catch (error) {
    if (error instanceof UnreadableError) return 'refused';
    throw error;
  }
}

interface Edit {
  readonly at: number;
  readonly kind: 'flip' | 'cut' | 'repeat' | 'zero';
  readonly length: number;
}

const edits = fc.array(
  fc.record<Edit>({
    at: fc.nat(1_000_000),
    kind: fc.constantFrom('flip', 'cut', 'repeat', 'zero'),
    length: fc.integer({ min: 1, max: 40 }),
  }),
  { minLength: 1, maxLength: 4 },
);

function edited(bytes: Buffer, all: readonly Edit[]): Buffer {
  return all.reduce((now, { at, kind, length }) => {
    const from = at % Math.max(1, now.length);
    const part = now.subarray(from, from + length);
    const rest = now.subarray(from + length);
    if (kind === 'cut') return Buffer.concat([now.subarray(0, from), rest]);
    if (kind === 'repeat') return Buffer.concat([now.subarray(0, from), part, part, rest]);
    const copy = Buffer.from(now);
    if (kind === 'zero') copy.fill(0, from, Math.min(from + length, copy.length));
    else copy[from] = (copy[from] ?? 0) ^ (1 << (length % 8));
    return copy;
  }, bytes);
}

async function survive(name: string, whole: Buffer, runs: number): Promise<void> {
  const seen = { read: 0, told: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(edits, async (all) => {
      seen[await journey(edited(whole, all), name)]++;
    }),
    { numRuns: runs, seed: SEED },
  );
  expect(seen.refused).toBeGreaterThan(0);
}

describe('bytes changed at random are read or refused, never anything else', () => {
  it('in a workbook', () => survive('清单.xlsx', sample('事项清单(最终版).xlsx'), 1500));
  it('in an old workbook', () => survive('清单.xls', sample('.xls'), 150));
  it('in an OpenDocument sheet', () => survive('清单.ods', sample('.ods'), 150));
  it('in a CSV in GB18030', () => survive('清单.csv', sample('修改版2）.csv'), 1500));
});

describe('XML changed at random behind a right CRC', () => {
  const sheet =
    '<cols><col min="1" max="2" hidden="1"/></cols><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>' +
    '<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="inlineStr"><is><t>协助维护社会治安</t></is></c><c r="C2" s="1"><f>A2+1</f><v>45000</v></c></row></sheetData>' +
    '<mergeCells><mergeCell ref="A3:B4"/></mergeCells>';
  const strings = '<si><t>序号</t></si><si><r><t>事项</t></r><r><t>名称</t></r></si>';
  const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>';

  it('is read or refused, never anything else', async () => {
    const seen = { read: 0, told: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('sheet', 'strings', 'styles'), edits, async (part, all) => {
        const change = (name: string, text: string) =>
          name === part ? edited(Buffer.from(text), all).toString('utf8') : text;
        const bytes = xlsxOf({
          sheet: change('sheet', sheet),
          strings: change('strings', strings),
          styles: change('styles', styles),
        });
        seen[await journey(bytes, '清单.xlsx')]++;
      }),
      { numRuns: 2500, seed: SEED },
    );
    expect(seen.read).toBeGreaterThan(100);
    expect(seen.refused).toBeGreaterThan(100);
  });
});
