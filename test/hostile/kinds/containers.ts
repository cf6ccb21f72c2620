import { crc32 } from 'node:zlib';
import { endOfDirectory, type Part, zip } from '../container.ts';
import { damaged, kindsOf, SOUND } from '../kind.ts';
import {
  LIST_STRINGS,
  listSheet,
  parts,
  RELATIONS,
  SHEET,
  STRINGS,
  STYLES,
  TYPES,
  WORKBOOK,
  xlsx,
} from '../workbook.ts';

const lie = (claims: Part['claims'] & object, part = SHEET) => xlsx({ [part]: { claims } });

/** What the directory says about sizes, offsets and checksums, against what is there. */
export const LIES = kindsOf('清单.xlsx', [
  [
    'lie-4gib',
    'a sheet that claims 4 GiB',
    () => lie({ size: 0xfffffffe }),
    'refused too-large limit=part where=xl/worksheets/sheet1.xml found=4GiB allowed=256MiB raise=part=4GiB',
  ],
  [
    'lie-2gib',
    'a sheet that claims 2 GiB',
    () => lie({ size: 0x7fffffff }),
    'refused too-large limit=part where=xl/worksheets/sheet1.xml found=2GiB allowed=256MiB raise=part=2GiB',
  ],
  [
    'lie-100mib',
    'a sheet that claims 100 MiB, below every limit',
    () => lie({ size: 104_857_600 }),
    damaged(SHEET),
  ],
  ['lie-zero', 'a sheet that claims to be empty', () => lie({ size: 0 }), damaged(SHEET)],
  ['lie-three', 'a sheet that claims 3 bytes', () => lie({ size: 3 }), damaged(SHEET)],
  [
    'lie-local-size',
    'a sheet whose own header claims 3 bytes, the directory the truth',
    () => lie({ localSize: 3 }),
    'refused damaged part=xl/worksheets/sheet1.xml',
  ],
  [
    'lie-packed-long',
    'packed bytes that reach beyond the file',
    () => lie({ packedSize: 0x7fffffff }),
    damaged(SHEET),
  ],
  [
    'lie-packed-short',
    'packed bytes cut short by the directory',
    () => lie({ packedSize: 40 }),
    damaged('zipDirectory'),
  ],
  ['lie-packed-zero', 'no packed bytes at all', () => lie({ packedSize: 0 }), damaged('zipDirectory')],
  ['lie-stored', 'packed bytes that claim to be stored', () => lie({ method: 0 }), damaged(SHEET)],
  [
    'lie-deflated',
    'stored bytes that claim to be packed',
    () => xlsx({ [SHEET]: { method: 0, claims: { method: 8 } } }),
    damaged(SHEET),
  ],
  [
    'method-deflate64',
    'packed in the way of large Windows folders',
    () => lie({ method: 9 }),
    'refused unsafe what=method part=xl/worksheets/sheet1.xml',
  ],
  [
    'method-bzip2',
    'packed with bzip2',
    () => lie({ method: 12 }),
    'refused unsafe what=method part=xl/worksheets/sheet1.xml',
  ],
  [
    'method-lzma',
    'packed with LZMA',
    () => lie({ method: 14 }),
    'refused unsafe what=method part=xl/worksheets/sheet1.xml',
  ],
  [
    'method-zstd',
    'packed with Zstandard',
    () => lie({ method: 93 }),
    'refused unsafe what=method part=xl/worksheets/sheet1.xml',
  ],
  ['method-aes', 'sealed with AES', () => lie({ method: 99, flags: 1 }), 'refused encrypted'],
  [
    'method-unneeded',
    'an unknown method on a picture only',
    () => xlsx({}, [{ name: 'xl/media/a.png', content: 'x', claims: { method: 14 } }]),
    SOUND,
  ],
  [
    'lie-offset-beyond',
    'a sheet that begins beyond the file',
    () => lie({ offset: 0x7ffffff0 }),
    damaged(SHEET),
  ],
  ['lie-offset-inside', 'a sheet that begins inside another part', () => lie({ offset: 3 }), damaged(SHEET)],
  [
    'lie-offset-other',
    'a sheet that begins where another part does',
    () => lie({ offset: 0 }),
    'refused unsafe what=local part=xl/worksheets/sheet1.xml',
  ],
  [
    'lie-local-name',
    'a sheet whose own header names it styles.xml',
    () => lie({ localName: STYLES }),
    'refused unsafe what=local part=xl/worksheets/sheet1.xml',
  ],
  [
    'lie-count-high',
    'a directory that promises 100 entries and holds 7',
    () => xlsx({}, [], { count: 100 }),
    damaged('zipDirectory'),
  ],
  [
    'lie-count-low',
    'a directory that admits 3 entries of 7',
    () => xlsx({}, [], { count: 3 }),
    'refused damaged part=zipDirectory',
  ],
  [
    'lie-count-zero',
    'a directory that admits nothing',
    () => xlsx({}, [], { count: 0 }),
    'refused damaged part=zipDirectory',
  ],
  [
    'lie-directory-beyond',
    'a directory that stands beyond the file',
    () => xlsx({}, [], { directoryOffset: 0x7ffffff0 }),
    damaged('zipDirectory'),
  ],
  [
    'lie-directory-start',
    'a directory that stands where the first part does',
    () => xlsx({}, [], { directoryOffset: 0 }),
    'refused unsafe what=glued part=',
  ],
  [
    'unlisted',
    'a part that the directory leaves out',
    () => xlsx({}, [{ name: 'xl/worksheets/sheet2.xml', content: 'x', unlisted: true }]),
    'refused damaged part=zipDirectory',
  ],
  ...[SHEET, STRINGS, STYLES, WORKBOOK, RELATIONS].map(
    (part) =>
      [
        `crc-${nick(part)}`,
        `a wrong checksum of ${part}`,
        () => lie({ crc: 1 }, part),
        damaged(part),
      ] as const,
  ),
  [
    'crc-media',
    'a wrong checksum of a picture, which nobody has to look at',
    () => xlsx({}, [{ name: 'xl/media/a.png', content: 'x', claims: { crc: 1 } }]),
    SOUND,
  ],
  [
    'deflate-zeroed',
    'packed bytes with a hole of zeros',
    () => xlsx({ [SHEET]: { damage: (bytes) => Buffer.from(bytes).fill(0, 40, 80) } }),
    damaged(SHEET),
  ],
  [
    'deflate-end',
    'packed bytes without their last ten',
    () => xlsx({ [SHEET]: { damage: (bytes) => bytes.subarray(0, -10) } }),
    damaged(SHEET),
  ],
  [
    'deflate-more',
    'packed bytes with more behind their end',
    () => xlsx({ [SHEET]: { damage: (bytes) => Buffer.concat([bytes, Buffer.alloc(50, 7)]) } }),
    'refused damaged part=xl/worksheets/sheet1.xml',
  ],
  [
    'thumbnail',
    'a damaged thumbnail, which nobody has to look at',
    () =>
      xlsx({}, [
        { name: 'docProps/thumbnail.jpeg', content: 'x'.repeat(999), damage: (bytes) => bytes.subarray(4) },
      ]),
    SOUND,
  ],
]);

function nick(part: string): string {
  return (part.split('/').at(-1) ?? part).replaceAll('.', '-');
}

const more = (name: string, content = '<x/>') => xlsx({}, [{ name, content }]);

/** Names, glue and order of the entries. */
export const NAMES = kindsOf('清单.xlsx', [
  [
    'duplicate-sheet',
    'two parts of one name',
    () => more(SHEET, '<worksheet/>'),
    'refused unsafe what=duplicate part=xl/worksheets/sheet1.xml',
  ],
  [
    'duplicate-case',
    'two parts whose names differ in case only',
    () => more('XL/Worksheets/Sheet1.xml'),
    'refused unsafe what=duplicate part=XL/Worksheets/Sheet1.xml',
  ],
  [
    'duplicate-media',
    'two pictures of one name',
    () =>
      xlsx(
        {},
        ['a', 'b'].map((content) => ({ name: 'xl/media/a.png', content })),
      ),
    'refused unsafe what=duplicate part=xl/media/a.png',
  ],
  [
    'glued',
    'two workbooks glued together',
    () => Buffer.concat([xlsx(), xlsx()]),
    'refused unsafe what=glued part=',
  ],
  [
    'glued-other',
    'a workbook behind a text document',
    () => Buffer.concat([zip([{ name: 'word/document.xml', content: '<w/>' }]), xlsx()]),
    'refused unsafe what=glued part=',
  ],
  [
    'junk-after',
    'junk behind the end',
    () => Buffer.concat([xlsx(), Buffer.from('junk'.repeat(50))]),
    'refused unsafe what=trailing part=',
  ],
  [
    'zeros-after',
    'zeros behind the end, as mail gateways leave',
    () => Buffer.concat([xlsx(), Buffer.alloc(512)]),
    'read 13 cells',
  ],
  [
    'junk-before-counted',
    'a program in front, with offsets that count it',
    () => xlsx({}, [], { before: Buffer.from(`MZ\x90\0${'\0'.repeat(200)}`, 'latin1') }),
    'refused unknown',
  ],
  [
    'junk-before',
    'a program in front, with offsets that do not',
    () => Buffer.concat([Buffer.from(`MZ\x90\0${'\0'.repeat(200)}`, 'latin1'), xlsx()]),
    'refused unknown',
  ],
  [
    'junk-between',
    'junk between the last part and the directory',
    () => between(),
    'refused damaged part=zipDirectory',
  ],
  ['comment', 'a comment of 65,535 bytes', () => xlsx({}, [], { comment: Buffer.alloc(65_535, 'x') }), SOUND],
  [
    'comment-end',
    'a comment that ends in another end of directory',
    () =>
      xlsx({}, [], { comment: endOfDirectory({ count: 0, size: 0, offset: 0, comment: Buffer.alloc(0) }) }),
    'refused unsafe what=glued part=',
  ],
  [
    'slip',
    'a name that leads out of the archive',
    () => more('../../etc/passwd'),
    'refused unsafe what=name part=../../etc/passwd',
  ],
  [
    'slip-backslash',
    'a name that leads out of it on Windows',
    () => more('..\\..\\Windows\\win.ini'),
    'refused unsafe what=name part=..\\..\\Windows\\win.ini',
  ],
  ['absolute', 'an absolute name', () => more('/etc/passwd'), 'refused unsafe what=name part=/etc/passwd'],
  [
    'drive',
    'a name with a drive letter',
    () => more('C:\\Windows\\win.ini'),
    'refused unsafe what=name part=C:\\Windows\\win.ini',
  ],
  ['nul-name', 'a name with a NUL', () => more(`${SHEET}\0.png`), 'refused damaged part=zipDirectory'],
  ['no-name', 'an entry without a name', () => more(''), 'refused unsafe what=name part='],
  ['long-name', 'a name of 60,000 characters', () => more('a'.repeat(60_000)), SOUND],
  [
    'bad-name',
    'a name that is no UTF-8, under the flag that says so',
    () => xlsx({}, [{ name: Buffer.from([0xff, 0xfe, 0x80]), content: '' }]),
    SOUND,
  ],
  [
    'backslashes',
    'every name with backslashes',
    () => zip(parts().map((part) => ({ ...part, name: String(part.name).replaceAll('/', '\\') }))),
    'read 13 cells',
  ],
  [
    'upper-case',
    'every name in capitals',
    () => zip(parts().map((part) => ({ ...part, name: String(part.name).toUpperCase() }))),
    SOUND,
  ],
  ['folders', 'folders among the entries', () => xlsx({}, [{ name: 'xl/', content: '', method: 0 }]), SOUND],
  ['stored', 'all parts stored', () => zip(parts().map((part) => ({ ...part, method: 0 }))), SOUND],
  ['reversed', 'the parts in reverse', () => zip(parts().reverse()), SOUND],
  [
    'extra-field',
    'an extra field of 60,000 bytes',
    () => xlsx({ [SHEET]: { extra: extraField(60_000) } }),
    SOUND,
  ],
  [
    'extra-lie',
    'an extra field that ends beyond itself',
    () => xlsx({ [SHEET]: { extra: Buffer.from([0x75, 0x70, 0xff, 0xff, 1]) } }),
    SOUND,
  ],
  [
    'extra-other-name',
    'a Unicode name beside the name, and another one',
    () => xlsx({ [SHEET]: { extra: unicodeName(SHEET, STYLES) } }),
    'refused unsafe what=duplicate part=xl/styles.xml',
  ],
  [
    'extra-new-name',
    'a Unicode name that is another one and that no other part has',
    () => xlsx({ [SHEET]: { extra: unicodeName(SHEET, 'xl/worksheets/sheet2.xml') } }),
    'refused unsafe what=local part=xl/worksheets/sheet1.xml',
  ],
  [
    'extra-same-name',
    'a Unicode name that says the same',
    () => xlsx({ [SHEET]: { extra: unicodeName(SHEET, SHEET) } }),
    SOUND,
  ],
  [
    'encrypted-all',
    'every part sealed',
    () => zip(parts().map((part) => ({ ...part, claims: { flags: 1 } }))),
    'refused encrypted',
  ],
  ['encrypted-one', 'one part sealed', () => lie({ flags: 1 }), 'refused encrypted'],
  ['encrypted-strong', 'sealed in the strong way', () => lie({ flags: 0x41 }), 'refused encrypted'],
  ['masked-directory', 'headers that are masked', () => lie({ flags: 0x2000 }), 'refused encrypted'],
  ['streamed', 'written as a stream: sizes behind the parts', streamed, SOUND],
  ['no-parts', 'an archive without entries', () => zip([]), 'refused archive'],
  [
    'types-only',
    'only the list of types',
    () => zip(parts().slice(0, 1)),
    'refused damaged part=xl/workbook.xml',
  ],
  [
    'no-workbook',
    'the workbook is missing',
    () => zip(parts().filter(({ name }) => name !== WORKBOOK)),
    'refused damaged part=xl/workbook.xml',
  ],
  [
    'workbook-elsewhere',
    'every part in another folder than usual',
    () =>
      zip(
        parts().map(({ name, content }) => ({
          name: String(name).replace(/^xl\//, 'office/'),
          content: String(content).replaceAll(/(["/])xl\//g, '$1office/'),
        })),
      ),
    'read 13 cells',
  ],
  [
    'no-relations',
    'the relations of the workbook are missing',
    () => zip(parts().filter(({ name }) => name !== RELATIONS)),
    'read 13 cells',
  ],
  [
    'no-sheet',
    'the sheet is missing',
    () => zip(parts().filter(({ name }) => name !== SHEET)),
    'refused damaged part=xl/worksheets/sheet1.xml',
  ],
  [
    'no-strings',
    'the strings are missing',
    () => zip(parts().filter(({ name }) => name !== STRINGS)),
    'refused damaged part=xl/sharedStrings.xml',
  ],
  [
    'no-strings-needed',
    'the strings are missing, and no cell asks for one',
    () =>
      zip(
        parts().flatMap((part) =>
          part.name === STRINGS ? [] : [part.name === SHEET ? { ...part, content: inlined() } : part],
        ),
      ),
    SOUND,
  ],
  [
    'no-styles',
    'the styles are missing, which spreadsheet programs do without',
    () => zip(parts().filter(({ name }) => name !== STYLES)),
    SOUND,
  ],
  [
    'no-types',
    'the list of types is missing',
    () => zip(parts().filter(({ name }) => name !== TYPES)),
    'read 13 cells',
  ],
]);

/** The list with its texts in the sheet itself. */
function inlined(): string {
  const texts = [...LIST_STRINGS.matchAll(/<t>(.*?)<\/t>/g)].map(([text]) => text);
  return listSheet().replaceAll(
    / t="s"><v>(\d+)<\/v>/g,
    (_, index: string) => ` t="inlineStr"><is>${texts[Number(index)]}</is>`,
  );
}

function extraField(length: number): Buffer {
  const field = Buffer.alloc(length);
  field.writeUInt16LE(0xcafe, 0);
  field.writeUInt16LE(length - 4, 2);
  return field;
}

/** Info-ZIP's field 0x7075: version, checksum of the plain name, name in UTF-8. */
function unicodeName(plain: string, name: string): Buffer {
  const head = Buffer.alloc(9);
  head.writeUInt16LE(0x7075, 0);
  head.writeUInt16LE(5 + name.length, 2);
  head.writeUInt8(1, 4);
  head.writeUInt32LE(crc32(plain), 5);
  return Buffer.concat([head, Buffer.from(name)]);
}

function between(): Buffer {
  const whole = xlsx();
  const at = whole.lastIndexOf('PK\x05\x06');
  const start = whole.readUInt32LE(at + 16);
  const end = Buffer.from(whole.subarray(at));
  end.writeUInt32LE(start + 200, 16);
  return Buffer.concat([whole.subarray(0, start), Buffer.alloc(200, 'j'), whole.subarray(start, at), end]);
}

function streamed(): Buffer {
  return zip(parts().map((part) => ({ ...part, streamed: true })));
}
