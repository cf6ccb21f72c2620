import { type BookType, utils, write } from 'xlsx';
import { encodeGb18030 } from '../../../scripts/city/gb18030.ts';
import { type Part, repeated, zip } from '../container.ts';
import { kindsOf, SOUND } from '../kind.ts';
import { LIST } from '../workbook.ts';
import { ole } from './misnamed.ts';

const ODS = 'application/vnd.oasis.opendocument.spreadsheet';
const NAMES = ['office', 'table', 'text', 'style']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');

const odsCell = (value: string | number) =>
  typeof value === 'number'
    ? `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`
    : `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`;
const ODS_ROWS = LIST.map(
  (cells) => `<table:table-row>${cells.map(odsCell).join('')}</table:table-row>`,
).join('');
const table = (rows: string, name = '清单') => `<table:table table:name="${name}">${rows}</table:table>`;
const content = (tables: string, head = '<?xml version="1.0" encoding="UTF-8"?>') =>
  `${head}<office:document-content ${NAMES}><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`;
const MANIFEST = `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="${ODS}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`;

export function ods(
  body: Part['content'],
  more: readonly Part[] = [],
  claims: Part['claims'] = {},
  styles = `<office:document-styles ${NAMES}/>`,
): Buffer {
  return zip([
    { name: 'mimetype', content: ODS, method: 0 },
    { name: 'content.xml', content: body, claims },
    { name: 'META-INF/manifest.xml', content: MANIFEST },
    { name: 'styles.xml', content: styles },
    ...more,
  ]);
}
const rows = (xml: string) => ods(content(table(ODS_ROWS + xml)));
const filled = odsCell(1);
const times = (count: string, xml: string, what: 'rows' | 'columns') =>
  what === 'rows'
    ? `<table:table-row table:number-rows-repeated="${count}">${xml}</table:table-row>`
    : `<table:table-row>${xml.replace('<table:table-cell', `<table:table-cell table:number-columns-repeated="${count}"`)}</table:table-row>`;
const EMPTY = '<table:table-cell/>';

export const soundOds = () => rows('');

export const ODS_KINDS = kindsOf('清单.ods', [
  ['ods-sound', 'a sound list', () => rows(''), SOUND],
  [
    'ods-rows-empty',
    'two billion empty rows, as the end of a sheet is written',
    () => rows(times('2000000000', EMPTY, 'rows')),
    SOUND,
  ],
  [
    'ods-columns-empty',
    'two billion empty columns',
    () => rows(times('2000000000', EMPTY, 'columns')),
    SOUND,
  ],
  [
    'ods-both-empty',
    'the whole sheet empty behind the list',
    () => rows(times('1048571', EMPTY.replace('/>', ' table:number-columns-repeated="16384"/>'), 'rows')),
    SOUND,
  ],
  [
    'ods-rows-filled',
    'two billion rows with a value',
    () => rows(times('2000000000', filled, 'rows')),
    'refused too-large limit=rows where=清单 found=2000000005 allowed=1048576 raise=rows=4100000000',
  ],
  [
    'ods-columns-filled',
    'two billion columns with a value',
    () => rows(times('2000000000', filled, 'columns')),
    'refused too-large limit=columns where=清单 found=2000000000 allowed=16384 raise=columns=4000000000',
  ],
  [
    'ods-both-filled',
    'the whole sheet filled',
    () =>
      rows(
        times(
          '1048571',
          filled.replace('<table:table-cell', '<table:table-cell table:number-columns-repeated="16384"'),
          'rows',
        ),
      ),
    'refused too-large limit=cells where=清单 found=17179787277 allowed=3000000 raise=cells=35000000000',
  ],
  [
    'ods-many-repeats',
    'ten thousand rows of ten thousand cells',
    () =>
      rows(
        times(
          '10000',
          filled.replace('<table:table-cell', '<table:table-cell table:number-columns-repeated="10000"'),
          'rows',
        ),
      ),
    'refused too-large limit=cells where=清单 found=100000013 allowed=3000000 raise=cells=210000000',
  ],
  [
    'ods-repeat-negative',
    'a row that comes -5 times',
    () => rows(times('-5', filled, 'rows')),
    'read 13 cells; cells-lost fewer counted=14 delivered=13',
  ],
  [
    'ods-repeat-word',
    'a row that comes abc times',
    () => rows(times('abc', filled, 'rows')),
    'read 14 cells; serial-duplicate repeated A6 number=1 first=A3; cell-required-empty empty B6 row=6 field=text',
  ],
  [
    'ods-spaces',
    'two billion blanks in a cell',
    () =>
      rows(
        `<table:table-row><table:table-cell office:value-type="string"><text:p>a<text:s text:c="2000000000"/>b</text:p></table:table-cell></table:table-row>`,
      ),
    'refused too-large limit=text where=text:s found=2000000000 allowed=32767 raise=text=4000000000',
  ],
  [
    'ods-many-spaces',
    'a thousand times a million blanks in a cell',
    () =>
      rows(
        `<table:table-row><table:table-cell office:value-type="string"><text:p>${'<text:s text:c="1000000"/>'.repeat(1000)}</text:p></table:table-cell></table:table-row>`,
      ),
    'refused too-large limit=text where=text:s found=1000000 allowed=32767 raise=text=2000000',
  ],
  [
    'ods-merge-huge',
    'a cell that spans the whole sheet',
    () =>
      rows(
        `<table:table-row><table:table-cell table:number-columns-spanned="16384" table:number-rows-spanned="1048576"/></table:table-row>`,
      ),
    SOUND,
  ],
  [
    'ods-names-same',
    'two sheets of one name',
    () => ods(content(table(ODS_ROWS) + table(ODS_ROWS.replaceAll('协助', '帮助')))),
    'refused sheets-of-one-name sheet=清单',
  ],
  ['ods-name-proto', 'a sheet called __proto__', () => ods(content(table(ODS_ROWS, '__proto__'))), SOUND],
  ['ods-no-table', 'no sheet at all', () => ods(content('')), 'refused damaged part=workbook'],
  [
    'ods-nested-table',
    'a table inside a cell',
    () =>
      rows(
        `<table:table-row><table:table-cell>${table(ODS_ROWS, '内')}</table:table-cell></table:table-row>`,
      ),
    'refused sheets-of-one-name sheet=内',
  ],
  [
    'ods-doctype',
    'a document type',
    () =>
      ods(
        content(
          table(ODS_ROWS),
          '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
        ),
      ),
    'refused unsafe what=doctype part=content.xml',
  ],
  [
    'ods-doctype-styles',
    'a document type in the styles',
    () => ods(content(table(ODS_ROWS)), [], {}, '<!DOCTYPE x><office:document-styles/>'),
    'refused unsafe what=doctype part=styles.xml',
  ],
  [
    'ods-cut',
    'content that breaks off',
    () => ods(content(table(ODS_ROWS)).slice(0, -200)),
    'refused damaged part=content.xml',
  ],
  [
    'ods-crossed',
    'tags closed in the wrong order',
    () => rows('<table:table-row><table:table-cell></table:table-row></table:table-cell>'),
    'refused damaged part=content.xml',
  ],
  [
    'ods-two-roots',
    'a second content behind the first',
    () => ods(content(table(ODS_ROWS)) + content(table(ODS_ROWS, '二'), '')),
    'refused damaged part=content.xml',
  ],
  [
    'ods-utf16',
    'content in UTF-16',
    () =>
      ods(
        Buffer.from(
          `\ufeff${content(table(ODS_ROWS), '<?xml version="1.0" encoding="UTF-16"?>')}`,
          'utf16le',
        ),
      ),
    SOUND,
  ],
  ['ods-nothing', 'content without a byte', () => ods(''), 'refused damaged part=content.xml'],
  [
    'ods-no-styles',
    'a list without the part of styles, which the standard allows',
    () =>
      zip([
        { name: 'mimetype', content: ODS, method: 0 },
        { name: 'content.xml', content: content(table(ODS_ROWS)) },
      ]),
    'read 13 cells',
  ],
  [
    'ods-no-content',
    'no content',
    () => zip([{ name: 'mimetype', content: ODS, method: 0 }]),
    'refused damaged part=content.xml',
  ],
  [
    'ods-crc',
    'a wrong checksum',
    () => ods(content(table(ODS_ROWS)), [], { crc: 1 }),
    'refused damaged part=content.xml',
  ],
  [
    'ods-bomb',
    '512 MiB of blanks',
    () => ods(repeated(content('').slice(0, -60), Buffer.alloc(4_194_304, ' '), 128, content('').slice(-60))),
    'refused too-large limit=part where=content.xml found=512.1MiB allowed=256MiB raise=part=1GiB',
  ],
  [
    'ods-sealed',
    'sealed with a password',
    () =>
      zip([
        { name: 'mimetype', content: ODS, method: 0 },
        { name: 'content.xml', content: 'x' },
        {
          name: 'META-INF/manifest.xml',
          content: MANIFEST.replace(
            'text/xml"/>',
            'text/xml"><manifest:encryption-data/></manifest:file-entry>',
          ),
        },
      ]),
    'refused encrypted',
  ],
  [
    'ods-unclosed',
    '200,000 cells that nothing closes',
    () => rows('<table:table-row><table:table-cell>'.repeat(200_000)),
    'refused too-large limit=depth where=content.xml found=257 allowed=256 raise=depth=520',
  ],
]);

const flat = (body: string, type = ODS, head = '<?xml version="1.0" encoding="UTF-8"?>') =>
  `${head}<office:document ${NAMES} office:version="1.3" office:mimetype="${type}"><office:body><office:spreadsheet>${body}</office:spreadsheet></office:body></office:document>`;

export const FODS = kindsOf('清单.fods', [
  ['fods-sound', 'a sound list in flat XML', () => Buffer.from(flat(table(ODS_ROWS))), SOUND],
  [
    'fods-namespaces',
    'a root of five kilobytes, as it is written with all its namespaces',
    () =>
      Buffer.from(
        flat(table(ODS_ROWS)).replace('<office:document ', `<office:document xmlns:x="${'x'.repeat(5000)}" `),
      ),
    SOUND,
  ],
  [
    'fods-rows-filled',
    'two billion rows with a value',
    () => Buffer.from(flat(table(ODS_ROWS + times('2000000000', filled, 'rows')))),
    'refused too-large limit=rows where=清单 found=2000000005 allowed=1048576 raise=rows=4100000000',
  ],
  [
    'fods-doctype',
    'a document type',
    () => Buffer.from(flat(table(ODS_ROWS), ODS, '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e "e">]>')),
    'refused unsafe what=doctype part=workbook',
  ],
  [
    'fods-cut',
    'flat XML that breaks off',
    () => Buffer.from(flat(table(ODS_ROWS)).slice(0, -200)),
    'refused damaged part=workbook',
  ],
  [
    'fods-text',
    'a text document in flat XML',
    () => Buffer.from(flat('', 'application/vnd.oasis.opendocument.text')),
    'refused word',
  ],
  [
    'fods-drawing',
    'a drawing in flat XML',
    () => Buffer.from(flat('', 'application/vnd.oasis.opendocument.graphics')),
    'refused unknown',
  ],
]);

function written(bookType: 'biff8' | 'xlsb'): Buffer {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(LIST.map((cells) => [...cells])), '清单');
  return write(book, { type: 'buffer', bookType, bookSST: true, compression: true }) as Buffer;
}
/**
 * The list in an old format with its texts in GBK, as Excel in Chinese wrote them. The library writes ASCII only: letters as
 * long as the texts hold their places.
 */
function inGbk(bookType: 'biff5' | 'biff4' | 'biff3' | 'biff2'): Buffer {
  const texts = [...new Set(['清单', ...LIST.flat().filter((value) => typeof value === 'string')])]
    .map((text) => encodeGb18030(text))
    .sort((left, right) => right.length - left.length);
  const held = (text: string) => {
    const index = texts.findIndex((gbk) => gbk.equals(encodeGb18030(text)));
    return String.fromCharCode(0x41 + index).repeat(texts[index]?.length ?? 0);
  };
  const cells = LIST.map((row) => row.map((value) => (typeof value === 'string' ? held(value) : value)));
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(cells), held('清单'));
  // The library's own list of types lacks biff4.
  const bytes = write(book, { type: 'buffer', bookType: bookType as BookType }) as Buffer;
  for (const [index, gbk] of texts.entries()) {
    const holder = String.fromCharCode(0x41 + index).repeat(gbk.length);
    for (let at = bytes.indexOf(holder); at !== -1; at = bytes.indexOf(holder, at)) gbk.copy(bytes, at);
  }
  const codePage = bytes.indexOf(Buffer.from('42000200', 'hex'));
  if (codePage !== -1) bytes.writeUInt16LE(936, codePage + 4);
  return bytes;
}

export const soundXls = () => written('biff8');
const xls = soundXls;
const patched = (change: (bytes: Buffer) => void, bytes = xls()) => {
  const copy = Buffer.from(bytes);
  change(copy);
  return copy;
};
const SECTOR = 512;
/** Where the first sector of the allocation table begins. */
const table0 = (bytes: Buffer) => (bytes.readUInt32LE(76) + 1) * SECTOR;
/** Where the first record of a type stands in the workbook stream, as found in the plain bytes of the file. */
function record(bytes: Buffer, type: number): number {
  const start = ((bytes.indexOf(Buffer.from([0x09, 0x08, 0x10, 0x00])) + SECTOR) % bytes.length) - SECTOR;
  for (let at = start; at + 4 <= bytes.length; at += 4 + bytes.readUInt16LE(at + 2))
    if (bytes.readUInt16LE(at) === type) return at;
  throw new Error(`no record ${type}`);
}
const [FILEPASS, WINDOW1, BOUNDSHEET, SST, DIMENSIONS] = [0x2f, 0x3d, 0x85, 0xfc, 0x200];

export const XLS = kindsOf('清单.xls', [
  ['xls-sound', 'a sound list', xls, SOUND],
  ['xls-biff5', 'a list of Excel 95 in the code page of Chinese Windows', () => inGbk('biff5'), SOUND],
  ['xls-biff4', 'a list of Excel 4, without a container', () => inGbk('biff4'), SOUND],
  ['xls-biff3', 'a list of Excel 3, without a container', () => inGbk('biff3'), SOUND],
  ['xls-biff2', 'a list of Excel 2, without a container', () => inGbk('biff2'), SOUND],
  [
    'xls-biff2-cut',
    'a list of Excel 2 that breaks off in a cell',
    () => inGbk('biff2').subarray(0, 250),
    'refused damaged part=Sheet1',
  ],
  [
    'xls-biff4-head',
    'the first record of Excel 4 and nothing else',
    () => inGbk('biff4').subarray(0, 10),
    'refused damaged part=Sheet1',
  ],
  [
    'xls-biff3-noise',
    'the first record of Excel 3 with noise behind it',
    () => Buffer.concat([inGbk('biff3').subarray(0, 10), Buffer.alloc(5000, 0xa7)]),
    'refused damaged part=Sheet1',
  ],
  [
    'xls-fat-loop',
    'an allocation table that runs in a circle',
    () =>
      patched((bytes) => {
        for (let n = 0; n < 128; n++) bytes.writeUInt32LE(n, table0(bytes) + n * 4);
      }),
    'refused damaged part=workbook',
  ],
  [
    'xls-fat-two',
    'two sectors that follow each other for ever',
    () =>
      patched((bytes) => {
        for (let n = 0; n < 128; n++) bytes.writeUInt32LE(n ^ 1, table0(bytes) + n * 4);
      }),
    'refused damaged part=workbook',
  ],
  [
    'xls-fat-beyond',
    'an allocation table that leads beyond the file',
    () =>
      patched((bytes) => {
        for (let n = 0; n < 128; n++) bytes.writeUInt32LE(0x00ffffff, table0(bytes) + n * 4);
      }),
    'refused damaged part=workbook',
  ],
  [
    'xls-fat-count',
    'an allocation table of two billion sectors',
    () => patched((bytes) => bytes.writeUInt32LE(0x7fffffff, 44)),
    'read 13 cells',
  ],
  [
    'xls-difat-loop',
    'a list of allocation tables that runs in a circle',
    () =>
      patched((bytes) => {
        bytes.writeUInt32LE(0, 68);
        bytes.writeUInt32LE(0x7fffffff, 72);
      }),
    'refused damaged part=workbook',
  ],
  [
    'xls-directory-loop',
    'a directory whose entries lead to themselves',
    () =>
      patched((bytes) => {
        const at = (bytes.readUInt32LE(48) + 1) * SECTOR;
        for (let n = 0; n < 4; n++)
          for (const field of [68, 72, 76]) bytes.writeUInt32LE(n, at + n * 128 + field);
      }),
    'refused damaged part=workbook',
  ],
  [
    'xls-directory-beyond',
    'a directory beyond the file',
    () => patched((bytes) => bytes.writeUInt32LE(0x00ffffff, 48)),
    'refused damaged part=oleDirectory',
  ],
  [
    'xls-sector-0',
    'sectors of one byte',
    () => patched((bytes) => bytes.writeUInt16LE(0, 30)),
    'refused damaged part=workbook',
  ],
  [
    'xls-sector-huge',
    'sectors of two billion bytes',
    () => patched((bytes) => bytes.writeUInt16LE(31, 30)),
    'refused damaged part=oleDirectory',
  ],
  [
    'xls-mini-loop',
    'a small allocation table at the start of the file',
    () =>
      patched((bytes) => {
        bytes.writeUInt32LE(0, 60);
        bytes.writeUInt32LE(0x7fffffff, 64);
      }),
    'refused damaged part=workbook',
  ],
  [
    'xls-stream-empty',
    'a workbook stream without a byte',
    () => ole({ Workbook: '' }),
    'refused damaged part=workbook',
  ],
  [
    'xls-stream-zeros',
    'a workbook stream of zeros',
    () => ole({ Workbook: Buffer.alloc(5000) }),
    'refused damaged part=workbook',
  ],
  [
    'xls-stream-noise',
    'a workbook stream of noise',
    () => ole({ Workbook: Buffer.alloc(5000, 0xa7) }),
    'refused damaged part=workbook',
  ],
  [
    'xls-strings-many',
    'strings that claim to be two billion',
    () =>
      patched((bytes) => {
        const at = record(bytes, SST);
        bytes.writeUInt32LE(0x7fffffff, at + 4);
        bytes.writeUInt32LE(0x7fffffff, at + 8);
      }),
    'read 13 cells',
  ],
  [
    'xls-strings-none',
    'strings that claim to be none',
    () =>
      patched((bytes) => {
        const at = record(bytes, SST);
        bytes.writeUInt32LE(0, at + 4);
        bytes.writeUInt32LE(0, at + 8);
      }),
    'refused damaged part=workbook',
  ],
  [
    'xls-string-long',
    'a string that claims 65,535 characters',
    () => patched((bytes) => bytes.writeUInt16LE(0xffff, record(bytes, SST) + 12)),
    'refused damaged part=workbook',
  ],
  [
    'xls-sheet-beyond',
    'a sheet that begins beyond the file',
    () => patched((bytes) => bytes.writeUInt32LE(0x7fffffff, record(bytes, BOUNDSHEET) + 4)),
    'refused damaged part=清单',
  ],
  [
    'xls-sheet-itself',
    'a sheet that begins where the workbook does',
    () => patched((bytes) => bytes.writeUInt32LE(0, record(bytes, BOUNDSHEET) + 4)),
    'refused damaged part=清单',
  ],
  [
    'xls-record-long',
    'a record that reaches beyond the file',
    () => patched((bytes) => bytes.writeUInt16LE(0xffff, record(bytes, SST) + 2)),
    'refused damaged part=workbook',
  ],
  [
    'xls-password',
    'a workbook sealed with a password',
    () =>
      patched((bytes) => {
        const at = record(bytes, WINDOW1);
        bytes.writeUInt16LE(FILEPASS, at);
        bytes.writeUInt16LE(0, at + 4);
      }),
    'refused encrypted',
  ],
  [
    'xls-dimension',
    'a dimension of two billion rows',
    () =>
      patched((bytes) => {
        bytes.writeUInt32LE(0x7fffffff, record(bytes, DIMENSIONS) + 8);
      }),
    SOUND,
  ],
  [
    'xls-sealed-package',
    'a newer workbook sealed with a password',
    () => ole({ EncryptionInfo: 'x'.repeat(300), EncryptedPackage: 'x'.repeat(5000) }),
    'refused encrypted',
  ],
  [
    'xls-magic-only',
    'the first eight bytes',
    () => xls().subarray(0, 8),
    'refused damaged part=oleDirectory',
  ],
  [
    'xls-header-only',
    'the header and nothing else',
    () => xls().subarray(0, SECTOR),
    'refused damaged part=oleDirectory',
  ],
  ['xlsb-sound', 'a sound list as .xlsb', () => written('xlsb'), SOUND],
]);

const XML_2003 = (body: string, head = '<?xml version="1.0"?>') =>
  `${head}<?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="清单"><Table>${body}</Table></Worksheet></Workbook>`;
const XML_ROWS = LIST.map(
  (cells) =>
    `<Row>${cells.map((value) => `<Cell><Data ss:Type="${typeof value === 'number' ? 'Number' : 'String'}">${value}</Data></Cell>`).join('')}</Row>`,
).join('');
const old = (body: string, head?: string) => Buffer.from(XML_2003(XML_ROWS + body, head));
const ONE = '<Data ss:Type="Number">1</Data>';

export const soundXml2003 = () => old('');

export const XML2003 = kindsOf('清单.xls', [
  ['xml2003-sound', 'a sound list', () => old(''), SOUND],
  [
    'xml2003-row-2e9',
    'a row with the number two billion',
    () => old(`<Row ss:Index="2000000000"><Cell>${ONE}</Cell></Row>`),
    'refused too-large limit=rows where=ss:Index found=2000000000 allowed=1048576 raise=rows=4000000000',
  ],
  [
    'xml2003-column-2e9',
    'a cell with the number two billion',
    () => old(`<Row><Cell ss:Index="2000000000">${ONE}</Cell></Row>`),
    'refused too-large limit=columns where=ss:Index found=2000000000 allowed=16384 raise=columns=4000000000',
  ],
  [
    'xml2003-across',
    'a cell that spans two billion columns',
    () => old(`<Row><Cell ss:MergeAcross="2000000000">${ONE}</Cell><Cell>${ONE}</Cell></Row>`),
    'refused too-large limit=columns where=ss:MergeAcross found=2000000000 allowed=16384 raise=columns=4000000000',
  ],
  [
    'xml2003-down',
    'a cell that spans two billion rows',
    () => old(`<Row><Cell ss:MergeDown="2000000000">${ONE}</Cell></Row>`),
    'refused too-large limit=rows where=ss:MergeDown found=2000000000 allowed=1048576 raise=rows=4000000000',
  ],
  [
    'xml2003-span',
    'a row that stands for two billion',
    () => old(`<Row ss:Span="2000000000"><Cell>${ONE}</Cell></Row>`),
    'refused too-large limit=rows where=ss:Span found=2000000000 allowed=1048576 raise=rows=4000000000',
  ],
  [
    'xml2003-index-negative',
    'a cell with the number -5',
    () => old(`<Row><Cell ss:Index="-5">${ONE}</Cell></Row>`),
    'read 13 cells; cells-lost fewer counted=14 delivered=13',
  ],
  [
    'xml2003-doctype',
    'a document type',
    () => old('', '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'),
    'refused unsafe what=doctype part=workbook',
  ],
  ['xml2003-cut', 'a list that breaks off', () => old('').subarray(0, -150), 'refused damaged part=workbook'],
  [
    'xml2003-unclosed',
    '200,000 cells that nothing closes',
    () => old('<Row><Cell>'.repeat(200_000)),
    'refused too-large limit=depth where=workbook found=257 allowed=256 raise=depth=520',
  ],
  [
    'xml2003-gbk',
    'a list in GBK that says so',
    () => encodeGb18030(XML_2003(XML_ROWS, '<?xml version="1.0" encoding="GBK"?>')),
    'read 13 cells',
  ],
]);
