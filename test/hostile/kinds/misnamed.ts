import { gzipSync } from 'node:zlib';
import { CFB } from 'xlsx';
import { zip } from '../container.ts';
import { kindsOf } from '../kind.ts';
import { TYPES } from '../workbook.ts';

const hex = (head: string, length = 600) =>
  Buffer.concat([Buffer.from(head, 'hex'), Buffer.alloc(length, 0x81)]);
const text = (content: string) => Buffer.from(content);
const office = (part: string) =>
  zip([
    { name: TYPES, content: '<Types/>' },
    { name: part, content: '<x/>' },
  ]);
const odf = (type: string) =>
  zip([
    { name: 'mimetype', content: `application/${type}`, method: 0 },
    { name: 'content.xml', content: '<x/>' },
  ]);

export function ole(streams: Readonly<Record<string, string | Buffer>>): Buffer {
  const file = CFB.utils.cfb_new();
  for (const [name, content] of Object.entries(streams))
    CFB.utils.cfb_add(file, `/${name}`, Buffer.from(content as string));
  return Buffer.from(CFB.write(file, { type: 'buffer' }) as Buffer);
}

/** A tape archive of one file, whose head is its name. */
function tar(): Buffer {
  const bytes = Buffer.alloc(2048);
  bytes.write('qingdan.csv');
  bytes.write('ustar', 257);
  return bytes;
}

const PAGE = '<html><body><table><tr><td>序号</td><td>事项名称</td></tr></table></body></html>';
const WORD_2003 =
  '<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body/></w:wordDocument>';
const FLAT_WORD =
  '<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"/>';
const MHT =
  'MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<html></html>\r\n--x--\r\n';

/** Files that are something else, all of them called 清单.xlsx or .xls. */
export const MISNAMED = kindsOf('清单.xls', [
  ['docx', 'a text document', () => office('word/document.xml'), 'refused word'],
  [
    'docx-cfb',
    'a text document of the old kind',
    () => ole({ WordDocument: 'x'.repeat(5000) }),
    'refused word',
  ],
  ['docx-2003', 'a text document in XML', () => text(WORD_2003), 'refused unknown'],
  ['docx-flat', 'a text document in one XML', () => text(FLAT_WORD), 'refused unknown'],
  ['rtf', 'a text document as RTF', () => text('{\\rtf1\\ansi\\ansicpg936 \\u31038?}'), 'refused word'],
  ['odt', 'a text document of LibreOffice', () => odf('vnd.oasis.opendocument.text'), 'refused word'],
  [
    'ofd',
    'a page document of the national standard',
    () =>
      zip([
        { name: 'OFD.xml', content: '<ofd:OFD/>' },
        { name: 'Doc_0/Document.xml', content: '<x/>' },
      ]),
    'refused word',
  ],
  ['pptx', 'a presentation', () => office('ppt/presentation.xml'), 'refused presentation'],
  [
    'ppt',
    'a presentation of the old kind',
    () => ole({ 'PowerPoint Document': 'x'.repeat(5000) }),
    'refused presentation',
  ],
  [
    'odp',
    'a presentation of LibreOffice',
    () => odf('vnd.oasis.opendocument.presentation'),
    'refused presentation',
  ],
  ['odg', 'a drawing of LibreOffice', () => odf('vnd.oasis.opendocument.graphics'), 'refused unknown'],
  ['odf-database', 'a database of LibreOffice', () => odf('vnd.oasis.opendocument.base'), 'refused unknown'],
  ['vsdx', 'a drawing of Visio', () => office('visio/document.xml'), 'refused unknown'],
  [
    'vsd',
    'a drawing of Visio of the old kind',
    () => ole({ VisioDocument: 'x'.repeat(5000) }),
    'refused unknown',
  ],
  ['msg', 'a mail', () => ole({ __nameid_version1: 'x', '__substg1.0_0037001F': 'x' }), 'refused unknown'],
  ['thumbs', 'a store of thumbnails', () => ole({ Catalog: 'x' }), 'refused unknown'],
  ['ole-empty', 'an OLE2 file without streams', () => ole({}), 'refused unknown'],
  [
    'epub',
    'a book',
    () => zip([{ name: 'mimetype', content: 'application/epub+zip', method: 0 }]),
    'refused unknown',
  ],
  [
    'jar',
    'a program',
    () =>
      zip([
        { name: 'META-INF/MANIFEST.MF', content: 'x' },
        { name: 'a.class', content: 'x' },
      ]),
    'refused archive',
  ],
  ['pdf', 'a PDF', () => text('%PDF-1.7\n%\u00e2\u00e3\n1 0 obj'), 'refused pdf'],
  ['pdf-late', 'a PDF behind a line of a scanner', () => text('\n%PDF-1.4\n1 0 obj'), 'refused pdf'],
  ['png', 'a picture', () => hex('89504e470d0a1a0a'), 'refused image'],
  ['jpeg', 'a photograph', () => hex('ffd8ffe1'), 'refused image'],
  ['gif', 'a GIF', () => hex('474946383961'), 'refused image'],
  ['bmp', 'a bitmap', () => hex('424d600200000000'), 'refused image'],
  ['tiff', 'a scan', () => hex('49492a0008000000'), 'refused image'],
  ['tiff-mac', 'a scan of another make', () => hex('4d4d002a00000008'), 'refused image'],
  ['webp', 'a picture from a chat', () => hex('524946460002000057454250'), 'refused image'],
  [
    'heic',
    'a photograph of a telephone',
    () => hex('0000002066747970686569630000000068656963'),
    'refused image',
  ],
  [
    'svg',
    'a drawing in XML',
    () => text('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
    'refused unknown',
  ],
  ['mp4', 'a film', () => hex('00000020667479706d703432'), 'refused unknown'],
  ['mp3', 'a recording', () => hex('494433030000'), 'refused unknown'],
  ['rar4', 'an archive of WinRAR', () => hex('526172211a0700'), 'refused archive'],
  ['rar5', 'an archive of a newer WinRAR', () => hex('526172211a070100'), 'refused archive'],
  ['7z', 'an archive of 7-Zip', () => hex('377abcaf271c0004'), 'refused archive'],
  ['gz', 'a packed text', () => gzipSync('1,2\n'), 'refused archive'],
  ['bz2', 'another packed text', () => hex('425a68393141592653'), 'refused archive'],
  ['xz', 'a third packed text', () => hex('fd377a585a0000'), 'refused archive'],
  ['zst', 'a fourth packed text', () => hex('28b52ffd'), 'refused archive'],
  ['cab', 'an archive of Windows', () => hex('4d53434600000000'), 'refused archive'],
  ['tar', 'a tape archive', tar, 'refused unknown'],
  [
    'zip-of-tables',
    'an archive of tables under the name of one',
    () => zip([{ name: '清单.csv', content: '1,2\n' }]),
    'refused archive',
  ],
  ['exe', 'a program of Windows', () => hex('4d5a90000300000004000000ffff0000'), 'refused unknown'],
  ['elf', 'a program of Linux', () => hex('7f454c4602010100'), 'refused unknown'],
  [
    'sqlite',
    'a database',
    () => Buffer.concat([text('SQLite format 3\0'), Buffer.alloc(500)]),
    'refused unknown',
  ],
  [
    'mdb',
    'a database of Access',
    () => Buffer.concat([Buffer.from('\0\x01\0\0Standard Jet DB\0', 'latin1'), Buffer.alloc(500)]),
    'refused unknown',
  ],
  [
    'lnk',
    'a shortcut to the file instead of the file',
    () => hex('4c0000000114020000000000c000000000000046'),
    'refused unknown',
  ],
  ['html', 'a web page', () => text(PAGE), 'refused html'],
  ['html-bom', 'a web page with a mark', () => text(`\ufeff<!DOCTYPE html>\n${PAGE}`), 'refused html'],
  ['html-utf16', 'a web page in UTF-16', () => Buffer.from(`\ufeff${PAGE}`, 'utf16le'), 'refused html'],
  ['html-comment', 'a web page behind a comment', () => text(`<!-- 导出 -->\n${PAGE}`), 'refused html'],
  [
    'html-xhtml',
    'a web page in XML',
    () => text(`<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "x">${PAGE}`),
    'refused html',
  ],
  [
    'html-office',
    'a web page as Excel saves it',
    () => text(`<html xmlns:x="urn:schemas-microsoft-com:office:excel">${PAGE}</html>`),
    'refused html',
  ],
  ['html-table', 'a table without a page', () => text('<table><tr><td>序号'), 'refused html'],
  [
    'html-meta',
    'a page that begins with its character set',
    () => text(`<meta http-equiv="Content-Type" content="text/html">${PAGE}`),
    'refused html',
  ],
  [
    'html-spans',
    'a table with cells that span a billion columns',
    () =>
      text(`<table>${'<tr><td colspan="1000000000" rowspan="1000000000">1</td></tr>'.repeat(1000)}</table>`),
    'refused html',
  ],
  ['mht', 'a web archive as Excel saves it', () => text(MHT), 'refused mht'],
  [
    'xml',
    'XML of another kind',
    () => text('<?xml version="1.0"?><清单><事项>1</事项></清单>'),
    'refused unknown',
  ],
  [
    'xml-bare',
    'XML without a head',
    () => text('<feed xmlns="http://www.w3.org/2005/Atom"><title>a</title></feed>'),
    'refused unknown',
  ],
  [
    'fods-empty',
    'a table of LibreOffice in one XML, with nothing in it',
    () =>
      text(
        '<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"/>',
      ),
    'refused damaged part=workbook',
  ],
  [
    'json',
    'data of a program',
    () => text('[{"序号":1,"事项名称":"协助维护社会治安"}]'),
    'read 2 cells; sheet-without-table unread A1 sheet=清单 rows=1',
  ],
  ['empty', 'nothing', () => Buffer.alloc(0), 'refused empty'],
  ['one-byte', 'one byte', () => text('P'), 'read 1 cells; sheet-without-table unread A1 sheet=清单 rows=1'],
  [
    'pk',
    'the first two bytes of a workbook',
    () => text('PK'),
    'read 1 cells; sheet-without-table unread A1 sheet=清单 rows=1',
  ],
  [
    'mz-text',
    'a text that begins as programs and recordings do',
    () => text('MZ0001,ID3\n'),
    'read 2 cells; sheet-without-table unread A1 sheet=清单 rows=1',
  ],
  [
    'less-text',
    'a text that begins with a sign of less',
    () => text('<60岁,xmlns\n'),
    'read 2 cells; sheet-without-table unread A1 sheet=清单 rows=1',
  ],
  ['one-nul', 'one NUL', () => Buffer.alloc(1), 'refused unknown'],
  ['nuls', 'a million NULs', () => Buffer.alloc(1_048_576), 'refused unknown'],
  ['blanks', 'nothing but blanks and line ends', () => text(' \r\n\t\n\u3000\n'), 'refused empty'],
  ['mark-only', 'a byte order mark and nothing else', () => text('\ufeff'), 'refused empty'],
  ['mark-utf16-only', 'a mark of UTF-16 and nothing else', () => Buffer.from([0xff, 0xfe]), 'refused empty'],
  ['mark-utf32', 'text in UTF-32', () => utf32('序号,事项名称\n1,协助\n'), 'refused unknown'],
  ['noise', 'a mebibyte of noise', noise, 'refused encoding encoding=UTF-8 / GB18030 offset=3 line=1'],
  [
    'noise-high',
    'bytes that stand in no table of characters',
    () => Buffer.alloc(4096, 0xff),
    'refused encoding encoding=UTF-8 / GB18030 offset=1 line=1',
  ],
]);

function utf32(content: string): Buffer {
  const bytes = Buffer.alloc(4 * (content.length + 1));
  for (const [index, character] of [...`\ufeff${content}`].entries())
    bytes.writeUInt32LE(character.codePointAt(0) ?? 0, index * 4);
  return bytes;
}

function noise(): Buffer {
  let state = 20_261_124;
  return Buffer.from(
    Uint8Array.from({ length: 1_048_576 }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state >>> 24;
    }),
  );
}
