import { zip } from '../container.ts';
import { kindsOf, SOUND } from '../kind.ts';
import {
  LIST_ROWS,
  LIST_STRINGS,
  listSheet,
  MAIN,
  parts,
  RELATIONS,
  STRINGS,
  STYLES,
  sst,
  WORKBOOK,
  withSheet,
  worksheet,
  xlsx,
} from '../workbook.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const LAUGHS = `<!DOCTYPE x [<!ENTITY a "ha">${'bcdefghij'
  .split('')
  .map((name, index) => `<!ENTITY ${name} "${`&${'abcdefghi'[index]};`.repeat(10)}">`)
  .join('')}]>`;
const OUTSIDE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>';
const inline = (text: string) => `t="inlineStr"><is><t>${text}</t></is></c>`;
/** A fourth row of the list, whose department is what is odd. */
const cell = (inner: string) =>
  listSheet({
    rows: `<row r="6"><c r="A6"><v>4</v></c><c r="B6" ${inline('协助做好统计工作')}<c r="C6" ${inner}</row>`,
  });
const utf16 = (text: string, isBig = false) => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return isBig ? bytes.swap16() : bytes;
};
/** UTF-7: `<` and `>` written so that no guard for `<!DOCTYPE` sees them. */
const utf7 = (text: string) =>
  `<?xml version="1.0" encoding="UTF-7"?>${text.replaceAll('<', '+ADw-').replaceAll('>', '+AD4-')}`;
const prefixed = (xml: string) => xml.replaceAll(/<(\/?)(\w)/g, '<$1x:$2').replace('xmlns=', 'xmlns:x=');

/** Document types, encodings and tags that do not match. */
export const XML = kindsOf('清单.xlsx', [
  [
    'doctype',
    'a document type',
    () => withSheet(`${HEAD}<!DOCTYPE worksheet>${listSheet()}`),
    'refused unsafe what=doctype part=xl/worksheets/sheet1.xml',
  ],
  [
    'doctype-laughs',
    'entities that grow to ten billion characters',
    () => withSheet(`${HEAD}${LAUGHS}${cell(inline('&j;'))}`),
    'refused unsafe what=doctype part=xl/worksheets/sheet1.xml',
  ],
  [
    'doctype-file',
    'an entity that would read a file',
    () => withSheet(`${HEAD}${OUTSIDE}${cell(inline('&e;'))}`),
    'refused unsafe what=doctype part=xl/worksheets/sheet1.xml',
  ],
  [
    'doctype-strings',
    'a document type in the strings',
    () => xlsx({ [STRINGS]: { content: `${HEAD}${OUTSIDE}${sst(LIST_STRINGS)}` } }),
    'refused unsafe what=doctype part=xl/sharedStrings.xml',
  ],
  [
    'doctype-styles',
    'a document type in the styles',
    () =>
      xlsx({
        [STYLES]: {
          content: `${HEAD}${LAUGHS}${String(parts().find(({ name }) => name === STYLES)?.content)}`,
        },
      }),
    'refused unsafe what=doctype part=xl/styles.xml',
  ],
  [
    'doctype-workbook',
    'a document type in the workbook',
    () =>
      xlsx({
        [WORKBOOK]: {
          content: `${HEAD}${OUTSIDE}${String(parts().find(({ name }) => name === WORKBOOK)?.content)}`,
        },
      }),
    'refused unsafe what=doctype part=xl/workbook.xml',
  ],
  [
    'doctype-relations',
    'a document type in the relations',
    () =>
      xlsx({
        [RELATIONS]: {
          content: `${HEAD}${OUTSIDE}${String(parts().find(({ name }) => name === RELATIONS)?.content)}`,
        },
      }),
    'refused unsafe what=doctype part=xl/_rels/workbook.xml.rels',
  ],
  [
    'doctype-utf16le',
    'a document type in UTF-16',
    () => withSheet(utf16(`<?xml version="1.0" encoding="UTF-16"?>${LAUGHS}${cell(inline('&j;'))}`)),
    'refused unsafe what=doctype part=xl/worksheets/sheet1.xml',
  ],
  [
    'doctype-utf16be',
    'a document type in UTF-16 of the other order',
    () => withSheet(utf16(`<?xml version="1.0" encoding="UTF-16"?>${LAUGHS}${cell(inline('&j;'))}`, true)),
    'refused unsafe what=doctype part=xl/worksheets/sheet1.xml',
  ],
  [
    'doctype-utf7',
    'a document type in the disguise of UTF-7',
    () => withSheet(utf7(`${LAUGHS}${cell(inline('&j;'))}`)),
    'refused damaged part=xl/worksheets/sheet1.xml',
  ],
  [
    'doctype-late',
    'a document type behind the rows',
    () => withSheet(`${listSheet()}${LAUGHS}`),
    'refused unsafe what=doctype part=xl/worksheets/sheet1.xml',
  ],
  [
    'encoding-utf16',
    'a sheet in UTF-16, without more',
    () => withSheet(utf16(`<?xml version="1.0" encoding="UTF-16"?>${listSheet()}`)),
    'read 13 cells',
  ],
  [
    'encoding-gbk',
    'a sheet that says it is in GBK',
    () => withSheet(`<?xml version="1.0" encoding="GBK"?>${listSheet()}`),
    'read 13 cells',
  ],
  ['encoding-mark', 'a sheet with a byte order mark', () => withSheet(`\ufeff${HEAD}${listSheet()}`), SOUND],
  [
    'encoding-broken',
    'a text that is no UTF-8',
    () => withSheet(Buffer.from(cell(inline('\u00e4')), 'latin1')),
    'refused damaged part=xl/worksheets/sheet1.xml',
  ],
  [
    'nested-tags',
    '200,000 tags one inside the other',
    () => withSheet(listSheet({ after: `${'<x>'.repeat(200_000)}${'</x>'.repeat(200_000)}` })),
    'refused too-large limit=depth where=xl/worksheets/sheet1.xml found=257 allowed=256 raise=depth=520',
  ],
  [
    'nested-rich',
    '50,000 runs one inside the other in a cell',
    () =>
      withSheet(cell(`t="inlineStr"><is>${'<r>'.repeat(50_000)}<t>a</t>${'</r>'.repeat(50_000)}</is></c>`)),
    'refused too-large limit=depth where=xl/worksheets/sheet1.xml found=257 allowed=256 raise=depth=520',
  ],
  [
    'unclosed-tags',
    '300,000 tags that nothing closes',
    () => withSheet(listSheet({ rows: '<row><c>'.repeat(300_000) })),
    'refused damaged part=xl/worksheets/sheet1.xml',
  ],
  [
    'unclosed-angle',
    'a tag without an end',
    () => withSheet(`${listSheet().slice(0, -12)}<row r="6`),
    'refused damaged part=xl/worksheets/sheet1.xml',
  ],
  [
    'unclosed-angles',
    'a million opening angles',
    () => withSheet(listSheet({ rows: '<'.repeat(1_000_000) })),
    'refused damaged part=xl/worksheets/sheet1.xml',
  ],
  [
    'unclosed-quote',
    'an attribute that nothing closes',
    () => withSheet(listSheet({ rows: '<row r="6><c r="A6"><v>4</v></c></row>' })),
    'refused damaged part=xl/worksheets/sheet1.xml',
  ],
  [
    'unclosed-comment',
    'a comment that nothing closes',
    () => withSheet(listSheet({ rows: '<!-- ' })),
    'refused damaged part=xl/worksheets/sheet1.xml',
  ],
  [
    'crossed-tags',
    'tags closed in the wrong order',
    () => withSheet(listSheet({ rows: '<row r="6"><c r="D6"><v>4</c></v></row>' })),
    'refused damaged part=xl/worksheets/sheet1.xml',
  ],
  [
    'comment-hides',
    'cells inside a comment',
    () => withSheet(listSheet({ rows: '<!-- <row r="6"><c r="A6"><v>4</v></c></row> -->' })),
    'read 13 cells',
  ],
  [
    'comment-shows',
    'comments between the cells',
    () =>
      withSheet(worksheet(`<sheetData>${LIST_ROWS.replaceAll('</row>', '<!-- > --></row>')}</sheetData>`)),
    SOUND,
  ],
  [
    'cdata',
    'a text in a CDATA section with tags in it',
    () => withSheet(cell(inline('<![CDATA[<c r="Z9"><v>1</v></c>]]>'))),
    'read 16 cells',
  ],
  [
    'instruction',
    'an instruction among the rows',
    () => withSheet(listSheet({ rows: '<?php echo "<row>"; ?>' })),
    SOUND,
  ],
  [
    'angle-in-attribute',
    'an attribute that holds a tag end',
    () =>
      withSheet(
        listSheet({
          rows: '<row r="6" x="a>b"><c r="A6" y="/>"><v>4</v></c><c r="B6" t="str"><v>协助做好统计工作</v></c><c r="C6" t="str"><v>统计局</v></c></row>',
        }),
      ),
    'read 16 cells',
  ],
  ['quotes-single', 'attributes in single quotes', () => withSheet(listSheet().replaceAll('"', "'")), SOUND],
  [
    'spaces-in-tags',
    'blanks and line ends inside tags',
    () => withSheet(listSheet().replaceAll(' r="', '\n\t r = "').replaceAll('">', '" >')),
    SOUND,
  ],
  [
    'attribute-twice',
    'an attribute that comes twice',
    () => withSheet(listSheet({ rows: '<row r="6" r="9"><c><v>4</v></c></row>' })),
    'refused damaged part=xl/worksheets/sheet1.xml',
  ],
  ['prefixed', 'tags with a prefix', () => withSheet(prefixed(listSheet())), SOUND],
  [
    'prefix-other',
    'rows of a namespace that is none of a workbook',
    () =>
      withSheet(listSheet({ rows: '<y:row xmlns:y="urn:y" r="6"><y:c r="A6"><y:v>4</y:v></y:c></y:row>' })),
    'refused damaged part=xl/worksheets/sheet1.xml',
  ],
  [
    'strict',
    'the namespaces of strict Open XML',
    () =>
      zip(
        parts().map((part) => ({
          ...part,
          content: String(part.content)
            .replaceAll(MAIN, 'http://purl.oclc.org/ooxml/spreadsheetml/main')
            .replaceAll(
              'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
              'http://purl.oclc.org/ooxml/officeDocument/relationships',
            ),
        })),
      ),
    SOUND,
  ],
  [
    'entity-unknown',
    'an entity that nobody declared',
    () => withSheet(cell(inline('a&nbsp;b'))),
    'read 16 cells',
  ],
  [
    'entity-bare',
    'an ampersand that begins nothing',
    () => withSheet(cell(inline('R & D'))),
    'refused damaged part=xl/worksheets/sheet1.xml',
  ],
  [
    'entity-nul',
    'a character reference to NUL',
    () => withSheet(cell(inline('a&#0;b'))),
    'read 16 cells; cell-invisible-character invisible C6 text=a<U+0000>b positions=2',
  ],
  [
    'entity-surrogate',
    'a character reference to half a character',
    () => withSheet(cell(inline('a&#xD800;b'))),
    'refused damaged part=xl/worksheets/sheet1.xml',
  ],
  [
    'entity-beyond',
    'a character reference beyond all characters',
    () => withSheet(cell(inline('a&#x110000;b'))),
    'refused damaged part=xl/worksheets/sheet1.xml',
  ],
  [
    'escape-surrogate',
    'half a character in the notation of Excel',
    () => withSheet(cell(inline('a_xD800_b'))),
    'read 16 cells',
  ],
  [
    'escape-nul',
    'a NUL in the notation of Excel',
    () => withSheet(cell(inline('a_x0000_b'))),
    'read 16 cells; cell-invisible-character invisible C6 text=a<U+0000>b positions=2',
  ],
  [
    'escape-terminal',
    'the start of a terminal command',
    () => withSheet(cell(inline('a_x001B_]0;x_x0007_b'))),
    'read 16 cells; cell-invisible-character invisible C6 text=a<U+001B>]0;x<U+0007>b positions=2、7',
  ],
  [
    'text-bidi',
    'a text that turns the reading direction',
    () => withSheet(cell(inline('a\u202eb'))),
    'read 16 cells; cell-invisible-character invisible C6 text=a<U+202E>b positions=2',
  ],
  [
    'text-long',
    'a text of 32,767 characters, the longest there is',
    () => withSheet(cell(inline('长'.repeat(32_767)))),
    'read 16 cells',
  ],
  [
    'text-too-long',
    'a text of 40,000 characters',
    () => withSheet(cell(inline('长'.repeat(40_000)))),
    'refused too-large limit=text where=xl/worksheets/sheet1.xml found=40000 allowed=32767 raise=text=80000',
  ],
  [
    'part-empty',
    'a sheet without a byte',
    () => withSheet(''),
    'refused damaged part=xl/worksheets/sheet1.xml',
  ],
  [
    'part-text',
    'a sheet that is no XML',
    () => withSheet('rubbish'),
    'refused damaged part=xl/worksheets/sheet1.xml',
  ],
  [
    'part-html',
    'a sheet that is a web page',
    () => withSheet('<html><body>404</body></html>'),
    'refused damaged part=xl/worksheets/sheet1.xml',
  ],
  [
    'workbook-empty',
    'a workbook without a byte',
    () => xlsx({ [WORKBOOK]: { content: '' } }),
    'refused damaged part=xl/workbook.xml',
  ],
  [
    'strings-text',
    'strings that are no XML',
    () => xlsx({ [STRINGS]: { content: 'rubbish' } }),
    'refused damaged part=xl/sharedStrings.xml',
  ],
]);

/** Values that are no values. */
export const VALUES = kindsOf('清单.xlsx', [
  [
    'value-word',
    'a number that is a word',
    () => withSheet(cell('><v>5x</v></c>')),
    'read 16 cells; cell-error-value error C6 code=5x',
  ],
  [
    'value-nan',
    'a number that is none',
    () => withSheet(cell('><v>NaN</v></c>')),
    'read 16 cells; cell-error-value error C6 code=NaN',
  ],
  [
    'value-infinity',
    'an infinite number',
    () => withSheet(cell('><v>Infinity</v></c>')),
    'read 16 cells; cell-error-value error C6 code=Infinity',
  ],
  [
    'value-huge',
    'a number beyond all numbers',
    () => withSheet(cell('><v>1e999</v></c>')),
    'read 16 cells; cell-error-value error C6 code=1e999',
  ],
  [
    'value-hex',
    'a number in hexadecimal',
    () => withSheet(cell('><v>0x10</v></c>')),
    'read 16 cells; cell-error-value error C6 code=0x10',
  ],
  [
    'value-digits',
    'a number of a million digits',
    () => withSheet(cell(`><v>${'9'.repeat(1_000_000)}</v></c>`)),
    'read 16 cells; cell-error-value error C6 code=9999999999999999999999999999999999999999999999999999999999999999',
  ],
  [
    'value-twice',
    'a cell with two values',
    () => withSheet(cell('><v>1</v><v>2</v></c>')),
    'refused damaged part=xl/worksheets/sheet1.xml',
  ],
  [
    'value-type',
    'a type that nobody knows',
    () => withSheet(cell('t="zz"><v>5</v></c>')),
    'refused damaged part=xl/worksheets/sheet1.xml C6',
  ],
  [
    'value-boolean',
    'a truth that is neither',
    () => withSheet(cell('t="b"><v>7</v></c>')),
    'read 16 cells; cell-error-value error C6 code=7',
  ],
  [
    'value-error',
    'an error that nobody knows',
    () => withSheet(cell('t="e"><v>#BAD!</v></c>')),
    'read 16 cells; cell-error-value error C6 code=#BAD!',
  ],
  [
    'value-no-result',
    'a formula without a result',
    () => withSheet(cell('><f>A3+1</f></c>')),
    'read 16 cells; cell-formula-without-value unstored C6 formula==A3+1',
  ],
  ['date-negative', 'a date before all dates', () => withSheet(cell('s="1"><v>-5</v></c>')), 'read 16 cells'],
  [
    'date-beyond',
    'a date after the year 9999',
    () => withSheet(cell('s="1"><v>2958466</v></c>')),
    'read 16 cells',
  ],
  [
    'date-leap',
    'the 29th of February 1900, which never was',
    () => withSheet(cell('s="1"><v>60</v></c>')),
    'read 16 cells',
  ],
  [
    'date-text',
    'a date written as ISO',
    () => withSheet(cell('t="d"><v>2024-03-08</v></c>')),
    'read 16 cells',
  ],
  [
    'date-text-bad',
    'a date that the calendar does not have',
    () => withSheet(cell('t="d"><v>2024-13-45</v></c>')),
    'read 16 cells; cell-error-value error C6 code=2024-13-45',
  ],
  [
    'date-text-february',
    'a 31st of February',
    () => withSheet(cell('t="d"><v>2024-02-31</v></c>')),
    'read 16 cells; cell-error-value error C6 code=2024-02-31',
  ],
  [
    'date-text-word',
    'a date that is a word',
    () => withSheet(cell('t="d"><v>昨天</v></c>')),
    'read 16 cells; cell-error-value error C6 code=昨天',
  ],
]);
