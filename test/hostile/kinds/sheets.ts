import { kindsOf, SOUND } from '../kind.ts';
import {
  book,
  LIST_ROWS,
  LIST_STRINGS,
  listSheet,
  RELATIONS,
  RELATIONSHIPS,
  relation,
  relations,
  SHEET,
  SHEETS,
  STRINGS,
  STYLES,
  sst,
  styleSheet,
  WORKBOOK,
  withSheet,
  worksheet,
  xlsx,
} from '../workbook.ts';

const rows = (xml: string) => withSheet(listSheet({ rows: xml }));
const around = (before: string, after = '') => withSheet(listSheet({ before, after }));
const inline = (text: string) => `t="inlineStr"><is><t>${text}</t></is></c>`;
/** A row 6 of the list that goes on in order, with something odd about it. */
const fourth = (attributes: string, cells: string) => rows(`<row ${attributes}>${cells}</row>`);
const FOURTH = `<c r="A6"><v>4</v></c><c r="B6" ${inline('协助做好统计工作')}<c r="C6" ${inline('统计局')}`;

/** Dimensions, rows and columns that lie. */
export const ADDRESSES = kindsOf('清单.xlsx', [
  [
    'dimension-huge',
    'a dimension of the whole sheet',
    () => around('<dimension ref="A1:XFD1048576"/>'),
    SOUND,
  ],
  ['dimension-small', 'a dimension of one cell', () => around('<dimension ref="A1"/>'), SOUND],
  [
    'dimension-bad',
    'a dimension that is none',
    () => around('<dimension ref="ZZZZ9999999999:#REF!"/>'),
    SOUND,
  ],
  [
    'cell-last',
    'a cell in the last corner of the sheet',
    () => rows('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    'read 14 cells; row-unclear neither XFD1048576 row=1048576 text=1',
  ],
  [
    'row-2e9',
    'a row with the number 2,000,000,000',
    () => rows('<row r="2000000000"><c r="A2000000000"><v>1</v></c></row>'),
    'refused too-large limit=rows where=xl/worksheets/sheet1.xml found=2000000000 allowed=1048576 raise=rows=4000000000',
  ],
  [
    'row-2e32',
    'a row with the number 2 to the 32nd and one',
    () => rows('<row r="4294967297"><c r="A4294967297"><v>1</v></c></row>'),
    'refused too-large limit=rows where=xl/worksheets/sheet1.xml found=4294967297 allowed=1048576 raise=rows=8600000000',
  ],
  [
    'row-1e300',
    'a row with a number of 300 digits',
    () => rows(`<row r="${'9'.repeat(300)}"><c><v>1</v></c></row>`),
    'refused too-large limit=rows where=xl/worksheets/sheet1.xml found=1.0000000000000002e+300 allowed=1048576 raise=rows=2.1e+300',
  ],
  [
    'row-0',
    'a row with the number 0',
    () => rows('<row r="0"><c r="A0"><v>1</v></c></row>'),
    'read 13 cells; cells-lost fewer counted=14 delivered=13',
  ],
  [
    'row-negative',
    'a row with the number -5',
    () => rows('<row r="-5"><c r="A-5"><v>1</v></c></row>'),
    'read 13 cells; cells-lost fewer counted=14 delivered=13; serial-duplicate repeated A5 number=1 first=A3',
  ],
  [
    'row-fraction',
    'a row with the number 6.5',
    () => fourth('r="6.5"', FOURTH),
    'refused damaged part=xl/worksheets/sheet1.xml',
  ],
  [
    'row-words',
    'a row with a name instead of a number',
    () => fourth('r="abc"', '<c><v>4</v></c>'),
    'read 13 cells; cells-lost fewer counted=14 delivered=13',
  ],
  [
    'row-beyond',
    'the row after the last',
    () => rows('<row r="1048577"><c r="A1048577"><v>1</v></c></row>'),
    'refused too-large limit=rows where=xl/worksheets/sheet1.xml found=1048577 allowed=1048576 raise=rows=2100000',
  ],
  [
    'row-twice',
    'a row that comes twice',
    () => rows('<row r="5"><c r="D5"><v>1</v></c></row>'),
    'refused damaged part=xl/worksheets/sheet1.xml',
  ],
  [
    'row-back',
    'rows that run backwards',
    () =>
      withSheet(
        worksheet(
          `<sheetData>${LIST_ROWS.split(/(?=<row )/)
            .reverse()
            .join('')}</sheetData>`,
        ),
      ),
    'read 13 cells',
  ],
  [
    'row-none',
    'rows and cells without references',
    () => withSheet(worksheet(`<sheetData>${LIST_ROWS.replaceAll(/ r="[^"]*"/g, '')}</sheetData>`)),
    SOUND,
  ],
  [
    'column-ZZZZ',
    'a column ZZZZ',
    () => rows('<row r="6"><c r="ZZZZ6"><v>1</v></c></row>'),
    'refused too-large limit=columns where=xl/worksheets/sheet1.xml found=475254 allowed=16384 raise=columns=960000',
  ],
  [
    'column-ZZZZZZZ',
    'a column ZZZZZZZ',
    () => rows('<row r="6"><c r="ZZZZZZZ6"><v>1</v></c></row>'),
    'read 13 cells; cells-lost fewer counted=14 delivered=13',
  ],
  [
    'column-XFE',
    'the column after the last',
    () => rows('<row r="6"><c r="XFE6"><v>1</v></c></row>'),
    'refused too-large limit=columns where=xl/worksheets/sheet1.xml found=16385 allowed=16384 raise=columns=33000',
  ],
  [
    'column-many',
    'a row of 20,000 cells without references',
    () => rows(`<row>${'<c><v>1</v></c>'.repeat(20_000)}</row>`),
    'refused too-large limit=columns where=xl/worksheets/sheet1.xml found=16385 allowed=16384 raise=columns=33000',
  ],
  [
    'reference-small',
    'references in small letters',
    () =>
      withSheet(
        worksheet(
          `<sheetData>${LIST_ROWS.replaceAll(/r="([ABC])(\d)"/g, (_, column: string, row: string) => `r="${column.toLowerCase()}${row}"`)}</sheetData>`,
        ),
      ),
    SOUND,
  ],
  [
    'reference-fixed',
    'references with dollar signs',
    () =>
      withSheet(
        worksheet(`<sheetData>${LIST_ROWS.replaceAll(/r="([ABC])(\d)"/g, 'r="$$$1$$$2"')}</sheetData>`),
      ),
    'read 13 cells',
  ],
  [
    'reference-other-row',
    'a cell that claims another row',
    () => fourth('r="6"', '<c r="A9"><v>4</v></c>'),
    'refused damaged part=xl/worksheets/sheet1.xml',
  ],
  [
    'reference-twice',
    'two cells with one reference',
    () => fourth('r="6"', `${FOURTH}<c r="C6" ${inline('公安局')}`),
    'read 16 cells; cells-lost fewer counted=17 delivered=16',
  ],
  [
    'reference-back',
    'cells that run backwards',
    () =>
      fourth(
        'r="6"',
        `<c r="C6" ${inline('统计局')}<c r="B6" ${inline('协助做好统计工作')}<c r="A6"><v>4</v></c>`,
      ),
    'read 16 cells',
  ],
  [
    'reference-empty',
    'an empty reference',
    () => fourth('r="6"', '<c r=""><v>4</v></c>'),
    'read 13 cells; cells-lost fewer counted=14 delivered=13',
  ],
  [
    'reference-bad',
    'a reference without a number',
    () => fourth('r="6"', '<c r="A"><v>4</v></c>'),
    'read 13 cells; cells-lost fewer counted=14 delivered=13',
  ],
  [
    'reference-full-width',
    'a reference in full-width digits',
    () => fourth('r="6"', '<c r="A６"><v>4</v></c>'),
    'read 13 cells; cells-lost fewer counted=14 delivered=13',
  ],
]);

/** Elements beside the cells. */
export const RANGES = kindsOf('清单.xlsx', [
  [
    'hyperlink-whole',
    'a hyperlink over the whole sheet',
    () => around('', '<hyperlinks><hyperlink ref="A1:XFD1048576" location="清单!A1"/></hyperlinks>'),
    SOUND,
  ],
  [
    'hyperlink-script',
    'a hyperlink that runs a script',
    () => around('', '<hyperlinks><hyperlink ref="A1" location="javascript:alert(1)"/></hyperlinks>'),
    SOUND,
  ],
  [
    'merge-whole',
    'a merged range over the whole sheet',
    () => around('', '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
    'read 13 cells',
  ],
  [
    'merge-beyond',
    'a merged range that ends beyond the sheet',
    () => around('', '<mergeCells><mergeCell ref="A9:XFE2000000000"/></mergeCells>'),
    'read 13 cells',
  ],
  [
    'merge-back',
    'a merged range whose corners are exchanged',
    () => around('', '<mergeCells><mergeCell ref="C1:A1"/></mergeCells>'),
    'read 13 cells',
  ],
  [
    'merge-bad',
    'a merged range that is none',
    () => around('', '<mergeCells><mergeCell ref="#REF!"/></mergeCells>'),
    'read 13 cells',
  ],
  [
    'merge-empty',
    'a merged range without a reference',
    () => around('', '<mergeCells><mergeCell/></mergeCells>'),
    'read 13 cells',
  ],
  [
    'merge-overlap',
    'merged ranges one over the other',
    () => around('', '<mergeCells><mergeCell ref="A8:C9"/><mergeCell ref="B8:D10"/></mergeCells>'),
    SOUND,
  ],
  [
    'merge-thousand',
    'a thousand merged ranges of the whole sheet',
    () => around('', `<mergeCells>${'<mergeCell ref="A7:XFD1048576"/>'.repeat(1000)}</mergeCells>`),
    'read 13 cells',
  ],
  [
    'validation-whole',
    'a drop-down over the whole sheet',
    () =>
      around(
        '',
        '<dataValidations><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"是,否"</formula1></dataValidation></dataValidations>',
      ),
    SOUND,
  ],
  [
    'format-whole',
    'a conditional format over the whole sheet',
    () =>
      around(
        '',
        '<conditionalFormatting sqref="A1:XFD1048576"><cfRule type="expression" priority="1"><formula>1</formula></cfRule></conditionalFormatting>',
      ),
    SOUND,
  ],
  [
    'columns-hidden',
    'every column hidden',
    () => around('<cols><col min="1" max="16384" hidden="1"/></cols>'),
    'read 13 cells; hidden-content columns sheet=清单 dataRows=3 rows=0 headers=序号、事项名称、主管部门',
  ],
  [
    'columns-beyond',
    'columns that reach to two billion',
    () => around('<cols><col min="4" max="2000000000" hidden="1"/></cols>'),
    'read 13 cells',
  ],
  [
    'columns-back',
    'columns that end before they begin',
    () => around('<cols><col min="9" max="2" hidden="1"/></cols>'),
    SOUND,
  ],
  ['filter', 'a filter over the whole sheet', () => around('', '<autoFilter ref="A2:XFD1048576"/>'), SOUND],
  [
    'extension',
    'an extension that nobody knows',
    () => around('', '<extLst><ext uri="{x}"><x:y xmlns:x="x"><c r="A1"/></x:y></ext></extLst>'),
    SOUND,
  ],
]);

const sheet = (name: string, id: number, relationId: string) =>
  `<sheet name="${name}" sheetId="${id}" r:id="${relationId}"/>`;
/** The list under each name, every sheet in a part of its own; the second one holds another list. */
function named(names: readonly string[]): Buffer {
  return xlsx(
    {
      [WORKBOOK]: { content: book(names.map((name, index) => sheet(name, index + 1, `s${index}`)).join('')) },
      [RELATIONS]: {
        content: relations(
          names
            .map((_, index) => relation(`s${index}`, 'worksheet', `worksheets/sheet${index + 1}.xml`))
            .join('') + relation('x', 'sharedStrings', 'sharedStrings.xml'),
        ),
      },
    },
    names.slice(1).map((_, index) => ({
      name: `xl/worksheets/sheet${index + 2}.xml`,
      content: worksheet(`<sheetData>${otherList(index)}</sheetData>`),
    })),
  );
}

/** The list with items that stand in no other sheet. */
const otherList = (index: number) =>
  LIST_ROWS.replaceAll(
    /<c r="(B[345])" t="s"><v>\d+<\/v><\/c>/g,
    (_, at: string) => `<c r="${at}" ${inline(`协助做好第${index}类${at}调查`)}`,
  );

/** Sheets and what the workbook says of them. */
export const SHEET_KINDS = kindsOf('清单.xlsx', [
  [
    'sheet-names-same',
    'two sheets of one name',
    () => named(['清单', '清单']),
    'refused sheets-of-one-name sheet=清单',
  ],
  [
    'sheet-names-case',
    'two sheets whose names differ in case only',
    () => named(['List', 'LIST']),
    'read 26 cells',
  ],
  ['sheet-name-proto', 'a sheet called __proto__', () => named(['__proto__']), SOUND],
  [
    'sheet-name-constructor',
    'sheets called as everything in the language is',
    () => named(['constructor', 'toString']),
    'read 26 cells',
  ],
  ['sheet-name-none', 'a sheet without a name', () => named(['']), SOUND],
  ['sheet-name-long', 'a name of 3,000 characters', () => named(['长'.repeat(3000)]), SOUND],
  [
    'sheet-name-control',
    'a name that would clear the terminal',
    () => named(['a&#x1b;[2Jb']),
    'read 13 cells',
  ],
  ['sheet-name-path', 'a name that is a path', () => named(['../../etc/passwd']), SOUND],
  ['sheet-name-bidi', 'a name that turns the reading direction', () => named(['清单\u202efdp']), SOUND],
  [
    'sheet-part-shared',
    'two sheets in one part',
    () => xlsx({ [WORKBOOK]: { content: book(SHEETS + sheet('二', 2, 'r1')) } }),
    'refused damaged part=xl/workbook.xml',
  ],
  [
    'sheet-part-none',
    'a sheet whose relation does not exist',
    () => xlsx({ [WORKBOOK]: { content: book(SHEETS + sheet('二', 2, 'r99')) } }),
    'refused damaged part=xl/workbook.xml',
  ],
  [
    'sheet-part-missing',
    'a sheet whose part does not exist',
    () =>
      xlsx({
        [WORKBOOK]: { content: book(SHEETS + sheet('二', 2, 'r9')) },
        [RELATIONS]: {
          content: relations(RELATIONSHIPS + relation('r9', 'worksheet', 'worksheets/sheet9.xml')),
        },
      }),
    'refused damaged part=xl/worksheets/sheet9.xml',
  ],
  [
    'sheet-part-itself',
    'a sheet whose part is the workbook',
    () =>
      xlsx({
        [RELATIONS]: { content: relations(RELATIONSHIPS.replace('worksheets/sheet1.xml', 'workbook.xml')) },
      }),
    'refused damaged part=xl/workbook.xml',
  ],
  [
    'sheet-part-outside',
    'a sheet whose part lies outside',
    () =>
      xlsx({
        [RELATIONS]: {
          content: relations(RELATIONSHIPS.replace('worksheets/sheet1.xml', '../../../etc/passwd')),
        },
      }),
    'refused unsafe what=name part=../../etc/passwd',
  ],
  [
    'sheet-part-web',
    'a sheet on a web server',
    () =>
      xlsx({
        [RELATIONS]: {
          content: relations(
            RELATIONSHIPS.replace(
              '"worksheets/sheet1.xml"',
              '"http://127.0.0.1:9/a.xml" TargetMode="External"',
            ),
          ),
        },
      }),
    'refused damaged part=xl/workbook.xml',
  ],
  [
    'sheet-none',
    'no sheet at all',
    () => xlsx({ [WORKBOOK]: { content: book('') } }),
    'refused damaged part=workbook',
  ],
  [
    'sheet-hidden',
    'the only sheet hidden',
    () => xlsx({ [WORKBOOK]: { content: book(SHEETS.replace('sheetId', 'state="hidden" sheetId')) } }),
    'read 13 cells; hidden-content sheet sheet=清单 dataRows=3 rows=0 headers=',
  ],
  [
    'sheet-very-hidden',
    'the only sheet hidden from the menu too',
    () => xlsx({ [WORKBOOK]: { content: book(SHEETS.replace('sheetId', 'state="veryHidden" sheetId')) } }),
    'read 13 cells; hidden-content sheet sheet=清单 dataRows=3 rows=0 headers=',
  ],
  [
    'sheet-state-bad',
    'a sheet whose state nobody knows',
    () => xlsx({ [WORKBOOK]: { content: book(SHEETS.replace('sheetId', 'state="maybe" sheetId')) } }),
    'read 13 cells; hidden-content sheet sheet=清单 dataRows=3 rows=0 headers=',
  ],
  [
    'sheet-chart',
    'only a chart',
    () => xlsx({ [RELATIONS]: { content: relations(RELATIONSHIPS.replace('/worksheet"', '/chartsheet"')) } }),
    'read 0 cells; sheet-without-table blank',
  ],
  [
    'sheet-empty',
    'a sheet without rows',
    () => withSheet(worksheet('<sheetData/>')),
    'read 0 cells; sheet-without-table blank',
  ],
  [
    'sheet-no-data',
    'a sheet without the element of rows',
    () => withSheet(worksheet('')),
    'read 0 cells; sheet-without-table blank',
  ],
  [
    'sheet-two-data',
    'a sheet with two elements of rows',
    () =>
      withSheet(
        worksheet(
          `<sheetData>${LIST_ROWS}</sheetData><sheetData><row r="9"><c r="A9"><v>9</v></c></row></sheetData>`,
        ),
      ),
    'read 13 cells; cells-lost fewer counted=14 delivered=13',
  ],
  [
    'strings-bad-index',
    'a cell that names a string that does not exist',
    () => fourth('r="6"', '<c r="A6" t="s"><v>999999</v></c>'),
    'refused damaged part=xl/worksheets/sheet1.xml A6',
  ],
  [
    'strings-negative',
    'a cell that names the string -1',
    () => fourth('r="6"', '<c r="A6" t="s"><v>-1</v></c>'),
    'refused damaged part=xl/worksheets/sheet1.xml A6',
  ],
  [
    'strings-fraction',
    'a cell that names the string 1.5',
    () => fourth('r="6"', '<c r="A6" t="s"><v>1.5</v></c>'),
    'refused damaged part=xl/worksheets/sheet1.xml A6',
  ],
  [
    'strings-word',
    'a cell that names the string abc',
    () => fourth('r="6"', '<c r="A6" t="s"><v>abc</v></c>'),
    'refused damaged part=xl/worksheets/sheet1.xml A6',
  ],
  [
    'strings-none',
    'strings that are not there',
    () => xlsx({ [STRINGS]: { content: sst('') } }),
    'refused damaged part=xl/worksheets/sheet1.xml A1',
  ],
  [
    'strings-count',
    'strings that claim to be four billion',
    () =>
      xlsx({
        [STRINGS]: {
          content: sst(LIST_STRINGS).replace('<sst ', '<sst count="4294967295" uniqueCount="4294967295" '),
        },
      }),
    SOUND,
  ],
  [
    'styles-bad-index',
    'a cell with a format that does not exist',
    () => fourth('r="6"', FOURTH.replace('r="A6"', 'r="A6" s="99"')),
    'read 16 cells',
  ],
  [
    'styles-loop',
    'a format that rests on itself',
    () => xlsx({ [STYLES]: { content: styleSheet('<xf numFmtId="0" xfId="0"/>') } }),
    SOUND,
  ],
  [
    'macros',
    'a workbook with macros',
    () => xlsx({}, [{ name: 'xl/vbaProject.bin', content: 'Attribute VB_Name' }]),
    SOUND,
  ],
  [
    'link-outside',
    'a workbook that draws on another on a server',
    () => xlsx({}, [{ name: 'xl/externalLinks/externalLink1.xml', content: '<externalLink/>' }]),
    SOUND,
  ],
  [
    'formula-command',
    'a formula that would start a program',
    () => fourth('r="6"', FOURTH.replace('<v>4</v>', "<f>cmd|'/C calc'!A0</f><v>4</v>")),
    'read 16 cells',
  ],
  [
    'sheet-cut',
    'a sheet that breaks off under a right checksum',
    () => xlsx({ [SHEET]: { content: listSheet().slice(0, -60) } }),
    'refused damaged part=xl/worksheets/sheet1.xml',
  ],
]);
