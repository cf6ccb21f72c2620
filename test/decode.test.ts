import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeChunks, decodeText, detectEncoding } from '../src/read/decode.ts';
import { encodingNamed } from '../src/read/encodings.ts';
import { UnreadableError } from '../src/read/unreadable.ts';

const TEXT = '序号,事项名称\r\n1,协助调解（一般）\r\n2,“一老一小”服务　登记\r\n';

/** 序号,事项名称 ⏎ 1,协助〈㐀𠀀〉 ⏎ with characters of two and of four bytes. */
const GB18030 = Buffer.from(
  'd0f2bac52ccac2cfeec3fbb3c60a312cd0ad d6fa a1b4 8139ee39 95328236 a1b5 0a'.replaceAll(' ', ''),
  'hex',
);

const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();

describe('decodeText', () => {
  it('reads GB18030 with characters of two and four bytes', () => {
    expect(decodeText(GB18030)).toEqual({
      text: '序号,事项名称\n1,协助〈㐀𠀀〉\n',
      encoding: 'gb18030',
      from: 'not-utf-8',
      skip: 0,
    });
  });

  it('takes a short GBK table for GB18030, never for Big5', () => {
    const bytes = Buffer.from('c9e7c7f8b4fac2eb2cc9e7c7f8c3fbb3c60a', 'hex');
    expect(decodeText(bytes)).toMatchObject({ text: '社区代码,社区名称\n', encoding: 'gb18030' });
  });

  it('reads UTF-8', () => {
    expect(decodeText(Buffer.from(TEXT))).toEqual({ text: TEXT, encoding: 'utf-8', from: 'valid', skip: 0 });
  });

  it('reads UTF-8 with mark and leaves the mark out', () => {
    expect(decodeText(Buffer.from(`\ufeff${TEXT}`))).toEqual({
      text: TEXT,
      encoding: 'utf-8',
      from: 'mark',
      skip: 3,
    });
  });

  it('reads bare ASCII as UTF-8', () => {
    expect(decodeText(Buffer.from('a,b\n1,2\n'))).toMatchObject({
      text: 'a,b\n1,2\n',
      encoding: 'utf-8',
      from: 'valid',
    });
  });

  it.each([
    ['utf-16le', (text: string) => Buffer.from(text, 'utf16le')],
    ['utf-16be', utf16be],
  ] as const)('reads %s with mark and leaves the mark out', (encoding, encode) => {
    expect(decodeText(encode(`\ufeff${TEXT}`))).toEqual({ text: TEXT, encoding, from: 'mark', skip: 2 });
  });

  // 一 is U+4E00 and the wide blank U+3000: their NUL bytes stand on the other side.
  it.each([
    ['utf-16le', '序号,事项\n1,二级\n', (text: string) => Buffer.from(text, 'utf16le')],
    ['utf-16be', '序号,事项\n1,二级\n', utf16be],
    ['utf-16le', TEXT, (text: string) => Buffer.from(text, 'utf16le')],
    ['utf-16be', TEXT, utf16be],
  ] as const)('reads %s without mark: %j', (encoding, text, encode) => {
    expect(decodeText(encode(text))).toEqual({ text, encoding, from: 'pattern', skip: 0 });
  });

  it('takes the encoding the person names, with or against its mark', () => {
    const big5 = Buffer.from('aac0b0cf2ca4e1a4e10a', 'hex');
    expect(decodeText(big5, 'big5')).toMatchObject({ text: '社區,戶戶\n', encoding: 'big5', from: 'named' });
    expect(decodeText(Buffer.from(`\ufeff${TEXT}`), 'utf-8')).toMatchObject({ text: TEXT, skip: 3 });
    expect(() => decodeText(GB18030, 'utf-8')).toThrow(UnreadableError);
  });

  it('leaves a second mark in the text, to be told', () => {
    expect(decodeText(Buffer.from('\ufeff\ufeff序号\n')).text).toBe('\ufeff序号\n');
  });

  it('refuses half a character at the end', () => {
    expect(() => decodeText(GB18030.subarray(0, 1))).toThrow(UnreadableError);
    expect(() => decodeText(Buffer.from('\ufeff序').subarray(0, -1))).toThrow(UnreadableError);
  });
});

describe('the names of encodings', () => {
  it.each([
    ['GBK', 'gb18030'],
    ['gb2312', 'gb18030'],
    ['UTF8', 'utf-8'],
    ['utf_16le', 'utf-16le'],
    ['Big5', 'big5'],
    ['latin1', null],
  ])('%s is %s', (name, encoding) => {
    expect(encodingNamed(name)).toBe(encoding);
  });
});

describe('any text of Chinese characters survives', () => {
  const between = (from: number, to: number) =>
    fc.integer({ min: from, max: to }).map((point) => String.fromCodePoint(point));
  const character = fc.oneof(
    { weight: 6, arbitrary: between(0x4e00, 0x9fff) },
    { weight: 1, arbitrary: between(0x3400, 0x4dbf) },
    { weight: 1, arbitrary: between(0x20000, 0x2a6df) },
    { weight: 2, arbitrary: fc.constantFrom(...'，。、；：（）《》〈〉〔〕“”　０９Ａｚ') },
    { weight: 2, arbitrary: fc.constantFrom(...'0123456789,"\t\r\n ') },
  );
  const text = fc.array(character, { maxLength: 200 }).map((characters) => characters.join(''));

  it('in UTF-8', () => {
    fc.assert(fc.property(text, (written) => decodeText(Buffer.from(written)).text === written));
  });

  it('in UTF-8 with mark', () => {
    fc.assert(fc.property(text, (written) => decodeText(Buffer.from(`\ufeff${written}`)).text === written));
  });

  it('in UTF-16LE with mark', () => {
    fc.assert(
      fc.property(text, (written) => decodeText(Buffer.from(`\ufeff${written}`, 'utf16le')).text === written),
    );
  });

  it('in UTF-16BE with mark', () => {
    fc.assert(fc.property(text, (written) => decodeText(utf16be(`\ufeff${written}`)).text === written));
  });

  it('in pieces of any size as well as whole', () => {
    const encoders = [
      (written: string) => Buffer.from(written),
      (written: string) => Buffer.from(`\ufeff${written}`, 'utf16le'),
      (written: string) => utf16be(`\ufeff${written}`),
    ];
    fc.assert(
      fc.property(
        text,
        fc.constantFrom(...encoders),
        fc.integer({ min: 1, max: 9 }),
        (written, encode, size) => {
          const bytes = encode(written);
          expect([...decodeChunks(bytes, detectEncoding(bytes), size)].join('')).toBe(written);
        },
      ),
    );
    for (let size = 1; size <= 9; size++) {
      expect([...decodeChunks(GB18030, detectEncoding(GB18030), size)].join('')).toBe(
        decodeText(GB18030).text,
      );
    }
  });
});
