import { type Part, repeated, zip } from '../container.ts';
import { kindsOf, SOUND } from '../kind.ts';
import {
  book,
  LIST_STRINGS,
  listSheet,
  MAIN,
  RELATIONS,
  RELATIONSHIPS,
  relation,
  SHEET,
  SHEETS,
  STRINGS,
  STYLES,
  styleSheet,
  WORKBOOK,
  withSheet,
  xlsx,
} from '../workbook.ts';

const MIB = 1_048_576;
const block = (text: string, size: number) => Buffer.from(text.repeat(Math.ceil(size / text.length)));
const START = `<worksheet xmlns="${MAIN}"><sheetData>`;
const END = '</sheetData></worksheet>';

/** `mebibytes` of `text` again and again, packed, with XML around it. */
function mass(start: string, text: string, mebibytes: number, end: string) {
  return repeated(start, block(text, 4 * MIB), mebibytes / 4, end);
}

const manySheets = (count: number) => {
  const numbers = Array.from({ length: count }, (_, index) => index + 2);
  return xlsx(
    {
      [WORKBOOK]: {
        content: book(
          SHEETS + numbers.map((n) => `<sheet name="表${n}" sheetId="${n}" r:id="s${n}"/>`).join(''),
        ),
      },
      [RELATIONS]: {
        content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${RELATIONSHIPS}${numbers.map((n) => relation(`s${n}`, 'worksheet', `worksheets/sheet${n}.xml`)).join('')}</Relationships>`,
      },
    },
    numbers.map((n): Part => ({ name: `xl/worksheets/sheet${n}.xml`, content: `${START}${END}` })),
  );
};

/** Every listed entry leads to the same bytes (D. Fifield's bomb without its quoting). */
function overlapping(): Buffer {
  const kernel = repeated('', block(' ', 4 * MIB), 8, '');
  const first: Part = { name: '清单0.csv', content: kernel };
  const others = Array.from(
    { length: 250 },
    (_, n): Part => ({
      name: `清单${n + 1}.csv`,
      content: { ...kernel, packed: Buffer.alloc(0) },
      claims: { offset: 0, packedSize: kernel.packed.length },
    }),
  );
  return zip([first, ...others]);
}

export const BOMBS = kindsOf('清单.xlsx', [
  [
    'bomb-spaces',
    '512 MiB of blanks among the rows',
    () => withSheet(mass(START, ' ', 512, END)),
    'refused too-large limit=part where=xl/worksheets/sheet1.xml found=512.1MiB allowed=256MiB raise=part=1GiB',
  ],
  [
    'bomb-cells',
    '200 MiB of cells',
    () => withSheet(mass(START, '<row><c><v>1</v></c></row>', 200, END)),
    'refused too-large limit=rows where=xl/worksheets/sheet1.xml found=1048577 allowed=1048576 raise=rows=2100000',
  ],
  [
    'bomb-wide-rows',
    '20 million cells in a million rows of 20',
    () =>
      withSheet(
        repeated(START, Buffer.from(`<row>${'<c><v>1</v></c>'.repeat(20)}</row>`.repeat(10_000)), 100, END),
      ),
    'refused too-large limit=part where=xl/worksheets/sheet1.xml found=296.6MiB allowed=256MiB raise=part=512MiB',
  ],
  [
    'bomb-one-cell',
    '250 MiB of text in one cell',
    () => withSheet(mass(`${START}<row><c t="inlineStr"><is><t>`, '长', 252, `</t></is></c></row>${END}`)),
    'refused too-large limit=part where=xl/worksheets/sheet1.xml found=756.1MiB allowed=256MiB raise=part=1GiB',
  ],
  [
    'bomb-strings',
    '300 MiB of shared strings',
    () =>
      xlsx({
        [STRINGS]: {
          content: mass(`<sst xmlns="${MAIN}">${LIST_STRINGS}`, '<si><t>a</t></si>', 300, '</sst>'),
        },
      }),
    'refused too-large limit=part where=xl/sharedStrings.xml found=300.1MiB allowed=256MiB raise=part=512MiB',
  ],
  [
    'bomb-many-strings',
    'four million empty shared strings in 60 MiB',
    () =>
      xlsx({
        [STRINGS]: { content: mass(`<sst xmlns="${MAIN}">${LIST_STRINGS}`, '<si><t/></si>  ', 60, '</sst>') },
      }),
    'refused too-large limit=strings where=xl/sharedStrings.xml found=3000001 allowed=3000000 raise=strings=6100000',
  ],
  [
    'bomb-one-string',
    '200 MiB in one shared string',
    () =>
      xlsx({
        [STRINGS]: {
          content: mass(`<sst xmlns="${MAIN}">${LIST_STRINGS}<si><t>`, 'a', 200, '</t></si></sst>'),
        },
      }),
    'refused too-large limit=text where=xl/sharedStrings.xml found=32768 allowed=32767 raise=text=66000',
  ],
  [
    'bomb-rich-text',
    'one shared string of two million runs',
    () =>
      xlsx({
        [STRINGS]: {
          content: repeated(
            `<sst xmlns="${MAIN}">${LIST_STRINGS}<si>`,
            Buffer.from('<r><t>a</t></r>'.repeat(100_000)),
            20,
            '</si></sst>',
          ),
        },
      }),
    'refused too-large limit=text where=xl/sharedStrings.xml found=32768 allowed=32767 raise=text=66000',
  ],
  [
    'bomb-styles',
    'a million cell formats',
    () => xlsx({ [STYLES]: { content: styleSheet('<xf numFmtId="14"/>'.repeat(1_000_000)) } }),
    'refused too-large limit=styles where=xl/styles.xml found=100001 allowed=100000 raise=styles=210000',
  ],
  [
    'bomb-merges',
    'half a million merged ranges',
    () =>
      withSheet(
        listSheet({
          after: `<mergeCells>${Array.from({ length: 500_000 }, (_, n) => `<mergeCell ref="A${n + 10}:B${n + 10}"/>`).join('')}</mergeCells>`,
        }),
      ),
    'refused too-large limit=merges where=xl/worksheets/sheet1.xml found=100001 allowed=100000 raise=merges=210000',
  ],
  [
    'bomb-hyperlinks',
    'half a million hyperlinks',
    () =>
      withSheet(
        listSheet({
          after: `<hyperlinks>${'<hyperlink ref="A1" location="清单!A1"/>'.repeat(500_000)}</hyperlinks>`,
        }),
      ),
    'read 13 cells',
  ],
  [
    'bomb-cols',
    'a million column formats',
    () =>
      withSheet(
        listSheet({ before: `<cols>${'<col min="1" max="16384" width="9"/>'.repeat(1_000_000)}</cols>` }),
      ),
    'refused too-large limit=columns where=xl/worksheets/sheet1.xml found=16385 allowed=16384 raise=columns=33000',
  ],
  [
    'bomb-names',
    'a million defined names',
    () =>
      xlsx({
        [WORKBOOK]: {
          content: book(
            SHEETS,
            `<definedNames>${'<definedName name="a">清单!$A$1</definedName>'.repeat(1_000_000)}</definedNames>`,
          ),
        },
      }),
    'read 13 cells',
  ],
  [
    'bomb-relations',
    'a million relations',
    () =>
      xlsx({
        [RELATIONS]: {
          content: `<Relationships>${RELATIONSHIPS}${relation('x', 'theme', 'a.xml').repeat(1_000_000)}</Relationships>`,
        },
      }),
    'refused too-large limit=entries where=xl/_rels/workbook.xml.rels found=4097 allowed=4096 raise=entries=8200',
  ],
  [
    'bomb-workbook',
    '300 MiB of blanks in the list of sheets',
    () => xlsx({ [WORKBOOK]: { content: mass(`<workbook xmlns="${MAIN}">`, ' ', 300, '</workbook>') } }),
    'refused too-large limit=part where=xl/workbook.xml found=300.1MiB allowed=256MiB raise=part=512MiB',
  ],
  [
    'bomb-attributes',
    'a tag with a million attributes',
    () =>
      withSheet(
        listSheet({
          rows: `<row r="9" ${Array.from({ length: 1_000_000 }, (_, n) => `a${n}="1"`).join(' ')}/>`,
        }),
      ),
    'refused too-large limit=tag where=xl/worksheets/sheet1.xml found=1.3MiB allowed=1MiB raise=tag=2MiB',
  ],
  [
    'bomb-attribute',
    'an attribute of 100 MiB',
    () => withSheet(mass(`${START}<row a="`, 'a', 100, `"/>${END}`)),
    'refused too-large limit=tag where=xl/worksheets/sheet1.xml found=1.3MiB allowed=1MiB raise=tag=2MiB',
  ],
  [
    'bomb-empty-rows',
    'every row there can be, all of them empty',
    () =>
      withSheet(
        repeated(`<worksheet xmlns="${MAIN}"><sheetData>`, Buffer.from('<row/>'.repeat(65_536)), 16, END),
      ),
    'read 0 cells; sheet-without-table blank',
  ],
  [
    'bomb-styled-cells',
    'two million cells that only carry a format',
    () =>
      withSheet(
        repeated(START, Buffer.from(`<row>${'<c s="1"/>'.repeat(10)}</row>`.repeat(10_000)), 20, END),
      ),
    'read 0 cells; sheet-without-table blank',
  ],
  [
    'bomb-media',
    'a picture of 1 GiB, which nobody has to look at',
    () => xlsx({}, [{ name: 'xl/media/image1.png', content: mass('', '\0', 1024, '') }]),
    'read 13 cells',
  ],
  [
    'bomb-comments',
    '512 MiB of comments, which nobody has to look at',
    () => xlsx({}, [{ name: 'xl/comments1.xml', content: mass('<comments>', ' ', 512, '</comments>') }]),
    'read 13 cells',
  ],
  [
    'bomb-total',
    'three sheets of 200 MiB of blanks, each below the limit of a part',
    () => threeSheets(200),
    'refused too-large limit=total where=none found=600.1MiB allowed=384MiB raise=total=1GiB',
  ],
  [
    'bomb-entries',
    '60,000 entries',
    () =>
      xlsx(
        {},
        Array.from({ length: 60_000 }, (_, n) => ({ name: `xl/media/${n}.png`, content: '', method: 0 })),
      ),
    'refused too-large limit=entries where=none found=60007 allowed=4096 raise=entries=130000',
  ],
  [
    'bomb-sheets',
    '5,000 sheets',
    () => manySheets(5_000),
    'refused too-large limit=entries where=none found=5007 allowed=4096 raise=entries=11000',
  ],
  ['many-sheets', '200 sheets, as a yearbook may have', () => manySheets(200), SOUND],
  [
    'bomb-zip64',
    'a part that claims a size only ZIP64 can hold',
    () => xlsx({ [SHEET]: { claims: { size: 0xffffffff, packedSize: 0xffffffff } } }),
    'refused unsafe what=zip64 part=xl/worksheets/sheet1.xml',
  ],
]);

function threeSheets(mebibytes: number): Buffer {
  const content = mass(START, ' ', mebibytes, END);
  const sheet = (n: number): Part => ({ name: `xl/worksheets/sheet${n}.xml`, content });
  return xlsx(
    {
      [WORKBOOK]: {
        content: book(
          `${SHEETS}<sheet name="二" sheetId="2" r:id="s2"/><sheet name="三" sheetId="3" r:id="s3"/>`,
        ),
      },
      [RELATIONS]: {
        content: `<Relationships>${RELATIONSHIPS}${relation('s2', 'worksheet', 'worksheets/sheet2.xml')}${relation('s3', 'worksheet', 'worksheets/sheet3.xml')}</Relationships>`,
      },
      [SHEET]: { content },
    },
    [sheet(2), sheet(3)],
  );
}

export const ARCHIVE_BOMBS = kindsOf('报送.zip', [
  [
    'zip-overlapping',
    '250 entries that lead to the same 32 MiB',
    overlapping,
    'refused unsafe what=local part=清单1.csv',
  ],
  [
    'zip-of-zips',
    'ten archives of ten archives',
    () => nested(3),
    'refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive; refused archive',
  ],
  [
    'zip-bomb-csv',
    'a text of 1 GiB',
    () => zip([{ name: '清单.csv', content: mass('', '1,2\n', 1024, '') }]),
    'refused too-large limit=part where=清单.csv found=1GiB allowed=256MiB raise=part=2GiB',
  ],
  [
    'zip-many-bombs',
    'twenty texts of 60 MiB',
    () =>
      zip(Array.from({ length: 20 }, (_, n) => ({ name: `清单${n}.csv`, content: mass('', ' ', 60, '') }))),
    'refused too-large limit=total where=none found=1.2GiB allowed=384MiB raise=total=2GiB',
  ],
  [
    'zip-inner-bomb',
    'an archive of 1 GiB inside an archive',
    () => zip([{ name: '内.zip', content: mass('PK\x03\x04', '\0', 1024, '') }]),
    'refused too-large limit=part where=内.zip found=1.1GiB allowed=256MiB raise=part=2GiB',
  ],
]);

function nested(depth: number): Buffer {
  if (depth === 0) return Buffer.from('1,2\n');
  const content = nested(depth - 1);
  return zip(
    Array.from({ length: 10 }, (_, n) => ({ name: depth === 1 ? `${n}.csv` : `${n}.zip`, content })),
  );
}
