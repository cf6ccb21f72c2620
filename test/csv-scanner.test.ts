import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvScanner } from '../src/read/csv-scanner.ts';
import { DEFAULT_LIMITS } from '../src/read/limits.ts';
import { UnreadableError } from '../src/read/unreadable.ts';

interface ScanOptions {
  readonly delimiter?: string;
  /** Characters handed over at a time; all at once if left out. */
  readonly piece?: number;
}

function scan(text: string, { delimiter = ',', piece = Math.max(1, text.length) }: ScanOptions = {}) {
  const records: { fields: string[]; line: number }[] = [];
  const scanner = new CsvScanner(delimiter, DEFAULT_LIMITS, (fields, line) => records.push({ fields, line }));
  for (let at = 0; at < text.length; at += piece) scanner.push(text.slice(at, at + piece));
  scanner.end();
  return records;
}

const fieldsOf = (text: string, options: ScanOptions = {}) => scan(text, options).map(({ fields }) => fields);

function refusalOf(text: string, piece?: number): Pick<UnreadableError, 'reason' | 'args'> {
  try {
    scan(text, piece === undefined ? {} : { piece });
  } catch (error) {
    if (error instanceof UnreadableError) return { reason: error.reason, args: error.args };
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('records', () => {
  it.each<[string, string, string[][]]>([
    ['nothing', '', []],
    ['one field', 'a', [['a']]],
    [
      'an end without line end',
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['an empty last field', 'a,', [['a', '']]],
    ['blank lines of all kinds', '\n\r\n\ra', [[''], [''], [''], ['a']]],
    ['a doubled mark', '"a""b"', [['a"b']]],
    ['empty quotations', '"",""', [['', '']]],
    ['a mark inside a cell', 'a"b,c"', [['a"b', 'c"']]],
    ['words behind a quotation', '"a"b,c', [['"a"b', 'c']]],
    ['marks behind a quotation', '"a"b"c",d', [['"a"b"c"', 'd']]],
    ['delimiters and line ends in a quotation', '"a,\r\nb\nc",d', [['a,\r\nb\nc', 'd']]],
  ])('%s', (_, text, expected) => {
    expect(fieldsOf(text)).toEqual(expected);
  });

  it('say on which physical line they begin', () => {
    expect(scan('a\r\n"b\nc\r\nd\re"\nf\rg').map(({ line }) => line)).toEqual([1, 2, 6, 7]);
  });
});

describe('random tables', () => {
  const piece = fc.constantFrom('a', '社区', '"', '""', ',', ';', '\n', '\r', '\r\n', ' ', '=', '1');
  const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

  it('give the records of csv-parse, and are refused where it refuses them', () => {
    const seen = { read: 0, refused: 0 };
    fc.assert(
      fc.property(text, fc.constantFrom(',', ';'), (written, delimiter) => {
        const theirs = attempt(
          () =>
            parse(written, {
              delimiter,
              relax_column_count: true,
              relax_quotes: true,
              record_delimiter: ['\r\n', '\n', '\r'],
            }) as string[][],
        );
        const ours = attempt(() => fieldsOf(written, { delimiter }));
        expect(ours).toEqual(theirs);
        seen[ours === null ? 'refused' : 'read']++;
      }),
      { numRuns: 5000, seed: 20_261_124 },
    );
    expect(seen.read).toBeGreaterThan(500);
    expect(seen.refused).toBeGreaterThan(500);
  });

  it('give the same records and lines in pieces of any size', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 5 }), (written, size) => {
        const whole = attempt(() => scan(written));
        expect(attempt(() => scan(written, { piece: size }))).toEqual(whole);
      }),
      { numRuns: 3000, seed: 20_261_124 },
    );
  });

  const cell = fc.string({ unit: fc.constantFrom('a', '街', '"', ',', '\n', '\r', ' ', '0'), maxLength: 8 });
  const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 12 });

  it('come back as they were written', () => {
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n', '\r'), (rows, lineEnd) => {
        const quoted = (field: string) => `"${field.replaceAll('"', '""')}"`;
        const written = rows.map((fields) => fields.map(quoted).join(',') + lineEnd).join('');
        expect(fieldsOf(written)).toEqual(rows);
      }),
      { numRuns: 2000, seed: 20_261_124 },
    );
  });

  function attempt<T>(work: () => T): T | null {
    try {
      return work();
    } catch {
      return null;
    }
  }
});

describe('what has no end', () => {
  const KIB = 1024;
  const line = `${'甲'.repeat(20)},乙\n`;

  it('a quotation is refused by the line it opens on', () => {
    expect(refusalOf('a,b\n"c\nd",e\n1,"f\n2,g\n')).toEqual({ reason: 'broken-quote', args: { line: 4 } });
    expect(refusalOf('a,"b\n', 1)).toEqual({ reason: 'broken-quote', args: { line: 1 } });
  });

  it('at one mebibyte, not at the end of the file', () => {
    const scanner = new CsvScanner(',', DEFAULT_LIMITS, () => {});
    scanner.push('a,b\n1,"c\n');
    let pushed = 0;
    const feed = () => {
      for (; pushed < 64 * KIB * KIB; pushed += 64 * Buffer.byteLength(line)) scanner.push(line.repeat(64));
    };
    expect(feed).toThrow(expect.objectContaining({ reason: 'broken-quote', args: { line: 2 } }));
    expect(pushed).toBeLessThan(1.02 * KIB * KIB);
  });

  it('a line is refused as too long, whether in quotation marks or not', () => {
    const long = '长'.repeat(400 * KIB);
    for (const text of [`a\n${long}\n`, `a\n"${long}"\n`, `a\n"${long}`]) {
      for (const piece of [64 * KIB, undefined]) {
        if (text.endsWith('长') && piece === undefined) continue;
        expect(refusalOf(text, piece)).toMatchObject({
          reason: 'too-large',
          args: { limit: 'record', where: '2' },
        });
      }
    }
  });

  it('a record just within the limit is read, at no cost that grows with its square', () => {
    const long = 'x'.repeat(KIB * KIB - 4);
    expect(fieldsOf(`"${long}"\n`, { piece: 1000 })).toEqual([[long]]);
  });

  it('20,000 columns are refused by the limit, with the line', () => {
    expect(refusalOf(`a\n${'1,'.repeat(20_000)}\n`)).toMatchObject({
      reason: 'too-large',
      args: { limit: 'columns', found: '20001', where: '2' },
    });
  });
});
