import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { checkFile } from '../src/check-file.ts';
import { NO_PINS } from '../src/model/pins.ts';
import type { UnreadableReason } from '../src/model/workbook.ts';
import { DEFAULT_LIMITS } from '../src/read/limits.ts';
import { readWorkbook } from '../src/read/read.ts';
import { UnreadableError } from '../src/read/unreadable.ts';
import { zipEntries } from '../src/read/zip.ts';
import { rule } from '../src/rules/file/file-unreadable.ts';
import { policyOf } from './support/policy.ts';
import { zipOf } from './support/zip.ts';

/** What people send instead of a table, made byte by byte, with the reason it has to be refused for. */
interface Case {
  readonly what: string;
  readonly bytes: () => Buffer;
  readonly reason: UnreadableReason;
  readonly args?: Readonly<Record<string, string | number>>;
  readonly name?: string;
}

const WORKSHEET = 'xl/worksheets/sheet1.xml';
const STRINGS = 'xl/sharedStrings.xml';
const ODS = 'application/vnd.oasis.opendocument.spreadsheet';

const CASES: readonly Case[] = [
  { what: 'no bytes at all', bytes: () => Buffer.alloc(0), reason: 'empty' },
  { what: 'nothing but blanks', bytes: () => Buffer.from(' \r\n\t\n'), reason: 'empty', name: '清单.csv' },
  {
    what: 'OLE2 with an EncryptedPackage',
    bytes: () => ole({ EncryptedPackage: 'sealed', EncryptionInfo: 'how' }),
    reason: 'encrypted',
  },
  { what: 'ZIP with sealed entries', bytes: () => sealed(xlsx()), reason: 'encrypted' },
  { what: 'ODS sealed with a password', bytes: sealedOds, reason: 'encrypted', name: '清单.ods' },
  {
    what: 'ODS whose content is no XML',
    bytes: () => zip({ mimetype: ODS, 'content.xml': 'rubbish' }),
    reason: 'damaged',
    name: '清单.ods',
  },
  { what: 'PDF named .xlsx', bytes: () => Buffer.from('%PDF-1.7\n%\xe2\xe3\n', 'latin1'), reason: 'pdf' },
  {
    what: 'docx',
    bytes: () => zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' }),
    reason: 'word',
  },
  {
    what: 'OLE2 .doc named .xls',
    bytes: () => ole({ WordDocument: 'text' }),
    reason: 'word',
    name: '清单.xls',
  },
  {
    what: 'text document in ODF',
    bytes: () => zip({ mimetype: 'application/vnd.oasis.opendocument.text' }),
    reason: 'word',
  },
  {
    what: 'pptx',
    bytes: () => zip({ '[Content_Types].xml': '<Types/>', 'ppt/presentation.xml': '<p/>' }),
    reason: 'presentation',
  },
  { what: 'OLE2 .ppt', bytes: () => ole({ 'PowerPoint Document': 'slides' }), reason: 'presentation' },
  { what: 'PNG', bytes: () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), reason: 'image' },
  { what: 'JPEG', bytes: () => Buffer.from('ffd8ffe000104a464946', 'hex'), reason: 'image' },
  { what: 'RAR', bytes: () => Buffer.from('Rar!\x1a\x07\x01\x00', 'latin1'), reason: 'archive' },
  { what: '7z', bytes: () => Buffer.from('377abcaf271c0004', 'hex'), reason: 'archive' },
  { what: 'ZIP of tables', bytes: () => zip({ '清单.xlsx': 'x' }), reason: 'archive', name: '清单.zip' },
  {
    what: 'HTML table named .xls',
    bytes: () => Buffer.from('\ufeff<html><body><table><tr><td>序号</td></tr></table></body></html>'),
    reason: 'html',
    name: '清单.xls',
  },
  { what: 'HTML table without a page', bytes: () => Buffer.from('\n<TABLE><TR><TD>1'), reason: 'html' },
  {
    what: 'web page archive named .xls',
    bytes: () => Buffer.from('MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n'),
    reason: 'mht',
    name: '清单.xls',
  },
  { what: 'RTF', bytes: () => Buffer.from('{\\rtf1\\ansi 清单}'), reason: 'word', name: '清单.xls' },
  {
    what: 'flat XML of Word',
    bytes: () =>
      Buffer.from('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>'),
    reason: 'unknown',
    name: '清单.xml',
  },
  {
    what: 'Visio drawing',
    bytes: () => zip({ '[Content_Types].xml': '<Types/>', 'visio/document.xml': '<v/>' }),
    reason: 'unknown',
  },
  { what: 'gzip', bytes: () => Buffer.from('1f8b0800000000000003', 'hex'), reason: 'archive' },
  { what: 'TIFF', bytes: () => Buffer.from('49492a0008000000', 'hex'), reason: 'image' },
  { what: 'WebP', bytes: () => Buffer.from('RIFF\x10\0\0\0WEBPVP8 ', 'latin1'), reason: 'image' },
  { what: 'HEIC of a phone', bytes: () => Buffer.from('\0\0\0\x18ftypheic', 'latin1'), reason: 'image' },
  { what: 'BMP', bytes: () => Buffer.from('424d0a00000000000000', 'hex'), reason: 'image' },
  {
    what: 'two workbooks glued together',
    bytes: () => Buffer.concat([xlsx(), xlsx()]),
    reason: 'unsafe',
    args: { what: 'glued', part: '' },
  },
  {
    what: 'something before the first entry',
    bytes: () => shifted(xlsx(), 16),
    reason: 'unsafe',
    args: { what: 'leading' },
  },
  {
    what: 'something behind the end',
    bytes: () => Buffer.concat([xlsx(), Buffer.from('more')]),
    reason: 'unsafe',
    args: { what: 'trailing' },
  },
  {
    what: 'two parts of one name',
    bytes: () =>
      zipOf([
        [WORKSHEET, '<a/>'],
        [WORKSHEET, '<b/>'],
      ]),
    reason: 'unsafe',
    args: { what: 'duplicate', part: WORKSHEET },
  },
  {
    what: 'two parts whose names differ in case',
    bytes: () =>
      zipOf([
        [WORKSHEET, '<a/>'],
        ['XL\\worksheets/SHEET1.xml', '<b/>'],
      ]),
    reason: 'unsafe',
    args: { what: 'duplicate' },
  },
  {
    what: 'two entries over the same bytes',
    bytes: () =>
      overlapping(
        zipOf([
          ['a.xml', '<a/>'],
          ['a.xml'.replace('a', 'b'), '<b/>'],
        ]),
      ),
    reason: 'unsafe',
    args: { what: 'overlap' },
  },
  {
    what: 'a part registered under two names',
    bytes: () => {
      const bytes = zipOf([['a.xml', '<a/>']]);
      bytes.write('b', 30);
      return bytes;
    },
    reason: 'unsafe',
    args: { what: 'local', part: 'a.xml' },
  },
  {
    what: 'a part whose name leads out of the file',
    bytes: () =>
      zipOf([
        ['xl/workbook.xml', '<a/>'],
        ['../../a.xml', '<a/>'],
      ]),
    reason: 'unsafe',
    args: { what: 'name', part: '../../a.xml' },
  },
  {
    what: 'a part packed in an unknown way',
    bytes: () => packedBy(xlsx(), WORKSHEET, 12),
    reason: 'unsafe',
    args: { what: 'method', part: WORKSHEET },
  },
  {
    what: 'ZIP64',
    bytes: () => {
      const bytes = xlsx();
      bytes.writeUInt32LE(0xffffffff, endOfDirectory(bytes) + 16);
      return bytes;
    },
    reason: 'unsafe',
    args: { what: 'zip64' },
  },
  { what: 'xlsx cut in half', bytes: () => xlsx().subarray(0, xlsx().length >> 1), reason: 'damaged' },
  { what: 'xlsx without its last byte', bytes: () => xlsx().subarray(0, -1), reason: 'damaged' },
  {
    what: 'xlsx with a flipped byte in a packed worksheet',
    bytes: () => flipped(xlsx({ compression: true }), WORKSHEET),
    reason: 'damaged',
    args: { part: WORKSHEET },
  },
  {
    what: 'xlsx with a flipped byte in a stored worksheet',
    bytes: () => flipped(xlsx({ compression: false }), WORKSHEET),
    reason: 'damaged',
    args: { part: WORKSHEET },
  },
  {
    what: 'xlsx with a flipped byte in its stored strings',
    bytes: () => flipped(xlsx({ compression: false }), STRINGS),
    reason: 'damaged',
    args: { part: STRINGS },
  },
  {
    what: 'ZIP that promises too many entries',
    bytes: () => {
      const bytes = Buffer.from(xlsx());
      bytes.writeUInt16LE(60_000, endOfDirectory(bytes) + 10);
      return bytes;
    },
    reason: 'too-large',
    args: { limit: 'entries', where: 'none', found: '60000', allowed: '4096', raise: 'entries=120000' },
  },
  {
    what: 'ZIP with a worksheet of four gigabytes',
    bytes: () => {
      const bytes = Buffer.from(xlsx());
      bytes.writeUInt32LE(0xfffffffe, directoryEntry(bytes, WORKSHEET) + 24);
      return bytes;
    },
    reason: 'too-large',
    args: { limit: 'part', where: WORKSHEET, found: '4GiB', allowed: '256MiB', raise: 'part=4GiB' },
  },
  {
    what: 'CSV with a row of more than a million characters',
    bytes: () => Buffer.from(`序号,事项名称\n1,"${'长'.repeat(1_048_600)}"\n`),
    reason: 'too-large',
    args: { limit: 'record', allowed: '1MiB' },
  },
  {
    what: 'GB18030 with a byte that stands for nothing',
    bytes: () => joined('d0f2bac52ccac2cfee0a', '312cd0ad0a', '322c', 'ff', '0a'),
    reason: 'encoding',
    args: { encoding: 'UTF-8 / GB18030', offset: 18, line: 3 },
    name: '清单.csv',
  },
  {
    what: 'UTF-8 with mark and a broken character',
    bytes: () =>
      Buffer.concat([
        Buffer.from('\ufeff序号,事项\n1,协'),
        Buffer.from([0xe5, 0x8a]),
        Buffer.from('\n2,调解\n'),
      ]),
    reason: 'encoding',
    args: { encoding: 'UTF-8', line: 2 },
    name: '清单.csv',
  },
  {
    // Read as GB18030, 居委会 leaves half a character before the comma; the fault is on line 3 all the same.
    what: 'UTF-8 with a byte that stands for nothing',
    bytes: () =>
      Buffer.concat([Buffer.from('居委会,事项\n1,协助\n2,'), Buffer.from([0xff]), Buffer.from('\n')]),
    reason: 'encoding',
    args: { offset: 29, line: 3 },
    name: '清单.csv',
  },
  {
    what: 'CSV with a quotation mark that is never closed',
    bytes: () => Buffer.from('序号,事项名称\n1,"协助\n2,调解\n3,宣传\n'),
    reason: 'broken-quote',
    args: { line: 2 },
    name: '清单.csv',
  },
  { what: 'text with NUL bytes', bytes: () => Buffer.from('a,b\n1,\0\0\0\n2,\0\n'), reason: 'unknown' },
  { what: 'OLE2 of no known kind', bytes: () => ole({ Contents: 'x' }), reason: 'unknown' },
];

/** What no bytes alone bring about: `isolated`, `spreadsheet` and `inputs` in this folder have the cases. */
const ELSEWHERE = [
  'too-slow',
  'too-much-memory',
  'reader-died',
  'no-reader',
  'sheets-of-one-name',
  'not-a-file',
  'changed',
];

describe('readWorkbook refuses', () => {
  it.each(CASES)('$what as $reason', async ({ bytes, name, reason, args }) => {
    const error = await readWorkbook(bytes(), name ?? '清单.xlsx').then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(UnreadableError);
    expect((error as UnreadableError).reason).toBe(reason);
    expect((error as UnreadableError).args).toMatchObject(args ?? {});
  });
});

describe('file-unreadable', () => {
  const check = async (bytes: () => Promise<Buffer>) => {
    const { input, outcome } = await checkFile(
      { path: '新城区/清单.xlsx', absolute: '', skipped: null, bytes },
      { policy: await policyOf('base'), limits: DEFAULT_LIMITS, encoding: null, pins: NO_PINS },
      [rule],
    );
    return { input, outcome };
  };

  it.each(CASES)(
    'reports $what once, at the file, with the reason as its message',
    async ({ bytes, reason }) => {
      const { input, outcome } = await check(() => Promise.resolve(bytes()));
      expect(input.state).toBe('unreadable');
      expect(outcome.faults).toEqual([]);
      expect(outcome.findings.map(({ message }) => message)).toEqual([
        { id: reason, args: input.unreadable?.args },
      ]);
      expect(outcome.findings[0]?.origins).toMatchObject([
        { file: '新城区/清单.xlsx', sheet: null, a1: null, role: 'file' },
      ]);
      expect(Object.keys(rule.messages)).toContain(reason);
    },
  );

  it('names the code of a file that cannot be opened', async () => {
    const { outcome } = await check(() =>
      Promise.reject(Object.assign(new Error('locked'), { code: 'EBUSY' })),
    );
    expect(outcome.findings.map(({ message }) => message)).toEqual([
      { id: 'no-access', args: { code: 'EBUSY' } },
    ]);
  });

  it('refuses a file over the limit before it is parsed', async () => {
    const found = DEFAULT_LIMITS.file + 1;
    const { outcome } = await check(() => Promise.resolve({ length: found } as Buffer));
    expect(outcome.findings.map(({ message }) => message)).toEqual([
      {
        id: 'too-large',
        args: { limit: 'file', where: 'none', found: '64.1MiB', allowed: '64MiB', raise: 'file=128MiB' },
      },
    ]);
  });

  it('is silent on a file that is read', async () => {
    const { input, outcome } = await check(() => Promise.resolve(xlsx()));
    expect(input.state).toBe('read');
    expect(outcome.findings).toEqual([]);
  });

  it('has a case for every reason it words', () => {
    const shown = new Set<string>([...CASES.map(({ reason }) => reason), 'no-access', ...ELSEWHERE]);
    expect(Object.keys(rule.messages).filter((reason) => !shown.has(reason))).toEqual([]);
  });
});

function xlsx({ compression = true } = {}): Buffer {
  const rows = [
    ['序号', '事项名称'],
    ...Array.from({ length: 40 }, (_, index) => [index + 1, `协助事项${index}`]),
  ];
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), '清单');
  return XLSX.write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true, compression }) as Buffer;
}

function container(parts: Readonly<Record<string, string>>, fileType: 'cfb' | 'zip'): Buffer {
  const file = XLSX.CFB.utils.cfb_new();
  for (const [name, content] of Object.entries(parts)) {
    XLSX.CFB.utils.cfb_add(file, `/${name}`, Buffer.from(content));
  }
  return Buffer.from(XLSX.CFB.write(file, { type: 'buffer', fileType }) as Buffer);
}

function ole(streams: Readonly<Record<string, string>>): Buffer {
  return container(streams, 'cfb');
}

function zip(parts: Readonly<Record<string, string>>): Buffer {
  return container(parts, 'zip');
}

/** Sets the encryption bit of the first entry. */
function sealed(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const at = copy.readUInt32LE(endOfDirectory(copy) + 16) + 8;
  copy.writeUInt16LE(copy.readUInt16LE(at) | 1, at);
  return copy;
}

/** ODF says in its manifest, not in the zipDirectory, which parts are sealed. */
function sealedOds(): Buffer {
  const entry =
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml" manifest:size="900">' +
    '<manifest:encryption-data manifest:checksum-type="SHA256/1K"/></manifest:file-entry>';
  return zip({
    mimetype: ODS,
    'content.xml': '\u0001\u0002sealed',
    'styles.xml': '\u0001\u0002sealed',
    'META-INF/manifest.xml': `<manifest:manifest>${entry}</manifest:manifest>`,
  });
}

/** Changes one bit in the middle of a part's bytes. */
function flipped(bytes: Buffer, part: string): Buffer {
  const copy = Buffer.from(bytes);
  const entry = zipEntries(copy, DEFAULT_LIMITS).find(({ name }) => name === part);
  if (entry === undefined) throw new Error(`no part ${part}`);
  const middle = entry.start + (entry.packedSize >> 1);
  copy[middle] = (copy[middle] ?? 0) ^ 1;
  return copy;
}

/** Puts bytes before a ZIP and corrects its offsets, as a self-extracting archive does. */
function shifted(bytes: Buffer, by: number): Buffer {
  const copy = Buffer.concat([Buffer.alloc(by, 'PK\x03\x04', 'latin1'), bytes]);
  const end = endOfDirectory(copy);
  copy.writeUInt32LE(copy.readUInt32LE(end + 16) + by, end + 16);
  for (let at = copy.readUInt32LE(end + 16); at < end; ) {
    copy.writeUInt32LE(copy.readUInt32LE(at + 42) + by, at + 42);
    at += 46 + copy.readUInt16LE(at + 28) + copy.readUInt16LE(at + 30) + copy.readUInt16LE(at + 32);
  }
  return copy;
}

/** Makes the first of two stored entries reach into the second. */
function overlapping(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const first = copy.readUInt32LE(endOfDirectory(copy) + 16);
  copy.writeUInt32LE(copy.readUInt32LE(first + 20) + 8, first + 20);
  return copy;
}

/** Changes the method of a part in both places where it stands. */
function packedBy(bytes: Buffer, part: string, method: number): Buffer {
  const copy = Buffer.from(bytes);
  const at = directoryEntry(copy, part);
  copy.writeUInt16LE(method, at + 10);
  copy.writeUInt16LE(method, copy.readUInt32LE(at + 42) + 8);
  return copy;
}

function endOfDirectory(bytes: Buffer): number {
  return bytes.lastIndexOf(Buffer.from('504b0506', 'hex'));
}

function directoryEntry(bytes: Buffer, part: string): number {
  return bytes.lastIndexOf(Buffer.from(part)) - 46;
}

function joined(...hex: string[]): Buffer {
  return Buffer.from(hex.join(''), 'hex');
}
