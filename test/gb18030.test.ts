import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { encodeGb18030 } from '../scripts/city/gb18030.ts';
import { makeRng } from '../scripts/city/prng.ts';
import { decodeText, detectEncoding, rivalOf } from '../src/read/decode.ts';
import { ROOT } from './support/paths.ts';

interface Fixture {
  readonly twoByte: Readonly<Record<string, string>>;
  readonly fourByte: Readonly<Record<string, string>>;
}

/** What another implementation makes of the codes; the fixture says which and how it was drawn. */
const fixture = JSON.parse(
  readFileSync(path.join(ROOT, 'fixtures/encodings/gb18030.json'), 'utf8'),
) as Fixture;

/**
 * Where the two tables differ: the standard of 2022 took 18 codes out of the private use area, that of 2005 ḿ; A3A0
 * is read as the wide blank, as browsers do.
 */
const NEWER: Readonly<Record<string, string>> = {
  a3a0: '\ue5e5',
  a6d9: '\ue78d',
  a6da: '\ue78e',
  a6db: '\ue78f',
  a6dc: '\ue790',
  a6dd: '\ue791',
  a6de: '\ue792',
  a6df: '\ue793',
  a6ec: '\ue794',
  a6ed: '\ue795',
  a6f3: '\ue796',
  a8bc: '\ue7c7',
  fe59: '\ue81e',
  fe61: '\ue826',
  fe66: '\ue82b',
  fe67: '\ue82c',
  fe6d: '\ue832',
  fe7e: '\ue843',
  fe90: '\ue854',
  fea0: '\ue864',
};

const decoded = (bytes: Buffer) => decodeText(bytes, 'gb18030').text;

describe('GB18030', () => {
  it('all 23,940 codes of two bytes, lead byte by lead byte', () => {
    const trails = [...Array(0xff - 0x40).keys()]
      .map((offset) => 0x40 + offset)
      .filter((trail) => trail !== 0x7f);
    let count = 0;
    const wrong = Object.entries(fixture.twoByte).filter(([lead, expected]) => {
      const codes = trails.map((trail) => Buffer.from([Number.parseInt(lead, 16), trail]));
      count += codes.length;
      const characters = [...decoded(Buffer.concat(codes))];
      const row = codes.map((code, index) => NEWER[code.toString('hex')] ?? characters[index]).join('');
      return createHash('sha256').update(row).digest('hex').slice(0, 16) !== expected;
    });
    expect(count).toBe(23_940);
    expect(wrong).toEqual([]);
  });

  it('six hundred codes of four bytes', () => {
    const codes = Object.entries(fixture.fourByte);
    expect(codes).toHaveLength(600);
    const wrong = codes.filter(
      ([code, point]) =>
        decoded(Buffer.from(code, 'hex')) !== String.fromCodePoint(Number.parseInt(point, 16)),
    );
    expect(wrong).toEqual([]);
  });
});

describe('two characters of GBK or of UTF-8', () => {
  /** The 3,755 characters of daily use. */
  const daily = Array.from({ length: 0xd7 - 0xb0 + 1 }, (_, row) =>
    Array.from({ length: 94 }, (_, cell) => Buffer.from([0xb0 + row, 0xa1 + cell])),
  )
    .flat()
    .map((code) => decoded(code))
    .slice(0, 3755);

  it('are never read wrongly in silence', () => {
    const random = makeRng(20_261_124);
    const pick = () => random.pick(daily);
    const seen = { gbk: 0, told: 0, utf8: 0 };
    for (let drawn = 0; drawn < 20_000; drawn++) {
      const pair = pick() + pick();
      const gbk = encodeGb18030(pair);
      const detected = detectEncoding(gbk);
      if (detected.encoding === 'gb18030') {
        seen.gbk++;
        expect(decodeText(gbk).text).toBe(pair);
      } else {
        seen.told++;
        expect(rivalOf(gbk, detected)).toMatchObject({ encoding: 'gb18030', otherwise: pair });
      }
      expect(decodeText(Buffer.from(pair)).text).toBe(pair);
      seen.utf8++;
    }
    // Two bytes of UTF-8 each: some of every hundred pairs are valid in both.
    expect(seen.told).toBeGreaterThan(20);
    expect(seen.gbk).toBeGreaterThan(19_000);
  });

  it('a header and a row in either leave no doubt', () => {
    const text = '序号,社区名称,常住户数\n1,公主府社区居委会,1800\n';
    for (const bytes of [Buffer.from(text), encodeGb18030(text)]) {
      expect(decodeText(bytes).text).toBe(text);
      expect(rivalOf(bytes, detectEncoding(bytes))).toBeNull();
    }
  });
});
