import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';

/**
 * Makes the workbooks of the speed tests from a seed, as plain XML: `small` (450 files of four sheets as communities keep them),
 * or one register of as many rows as are asked for. Shares no code with the reader.
 *
 *   tsx bench/make-books.ts small FOLDER
 *   tsx bench/make-books.ts ROWS FOLDER
 */
const [kind = 'small', folder = 'books'] = process.argv.slice(2);
const SEED = 20_261_124;
const BOOKS = 450;
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Marsaglia's xorshift: the same numbers on every machine. */
let state = SEED;
function chance(below: number): number {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) % below;
}
const pick = <T>(of: readonly T[]): T => of[chance(of.length)] as T;

const PLACES = [
  '新城区',
  '海拉尔东路街道',
  '公主府社区',
  '赛马场社区',
  '体校巷社区',
  '东风路街道',
  '成吉思汗大街街道',
  '满都海社区',
];
const DEEDS = ['协助开展', '配合做好', '组织实施', '督促落实', '宣传引导', '排查上报'];
const MATTERS = [
  '社会治安综合治理',
  '流动人口登记',
  '养老服务需求摸底',
  '残疾人帮扶',
  '垃圾分类宣传',
  '消防安全隐患排查',
  '文明城市创建',
  '未成年人保护',
  '矛盾纠纷调解',
];
const OFFICES = [
  '公安局',
  '民政局',
  '卫生健康委',
  '住房和城乡建设局',
  '应急管理局',
  '人力资源和社会保障局',
  '司法局',
];
const NAMES = ['王', '李', '张', '刘', '陈', '杨', '赵', '乌日娜', '其其格', '巴特尔'];
const deed = () => `${pick(DEEDS)}${pick(MATTERS)}工作（${pick(PLACES)}第${chance(90) + 1}网格）`;
const phone = () => `1${3 + chance(6)}${String(chance(1_000_000_000)).padStart(9, '0')}`;

class Strings {
  readonly items: string[] = [];
  private readonly known = new Map<string, number>();
  uses = 0;

  index(text: string): number {
    this.uses++;
    const known = this.known.get(text);
    if (known !== undefined) return known;
    this.known.set(text, this.items.length);
    return this.items.push(text) - 1;
  }
}

const column = (index: number) => String.fromCharCode(0x41 + index);
const text = (at: string, style: number, value: string, strings: Strings) =>
  `<c r="${at}" s="${style}" t="s"><v>${strings.index(value)}</v></c>`;
const number = (at: string, style: number, value: number) => `<c r="${at}" s="${style}"><v>${value}</v></c>`;

const HEADERS = [
  '序号',
  '事项名称',
  '主管部门',
  '社区',
  '常住户数',
  '联系人',
  '联系电话',
  '启用时间',
  '备注',
];

/** One row of a register: serial, text, text, text, number, text, text, date and, in the wide form, a remark. */
function dataRow(at: number, serial: number, columns: number, strings: Strings, unique: boolean): string {
  const cells = [
    number(`A${at}`, 3, serial),
    text(`B${at}`, 4, unique ? `${deed()}${serial}` : deed(), strings),
    text(`C${at}`, 4, pick(OFFICES), strings),
    text(`D${at}`, 4, pick(PLACES), strings),
    number(`E${at}`, 3, chance(4) === 0 ? chance(300_000) / 100 : chance(3000)),
    text(`F${at}`, 4, pick(NAMES) + pick(NAMES), strings),
    text(`G${at}`, 5, phone(), strings),
    number(`H${at}`, 6, 44_000 + chance(1500)),
  ];
  if (columns > 8)
    cells.push(
      chance(3) === 0 ? text(`I${at}`, 4, `见附件${chance(200)}`, strings) : `<c r="I${at}" s="4"/>`,
    );
  return `<row r="${at}" spans="1:${columns}" ht="20.1" customHeight="1">${cells.join('')}</row>`;
}

function smallSheet(rows: number, columns: number, strings: Strings): string {
  const last = rows + 2;
  const end = column(columns - 1);
  const body: string[] = [
    `<row r="1" spans="1:${columns}" ht="30" customHeight="1">${text('A1', 1, `${pick(PLACES)}${pick(MATTERS)}工作台账`, strings)}${Array.from({ length: columns - 1 }, (_, index) => `<c r="${column(index + 1)}1" s="1"/>`).join('')}</row>`,
    `<row r="2" spans="1:${columns}">${HEADERS.slice(0, columns)
      .map((header, index) => text(`${column(index)}2`, 2, header, strings))
      .join('')}</row>`,
  ];
  const merges = [`A1:${end}1`];
  for (let at = 3; at <= last; at++) {
    body.push(dataRow(at, at - 2, columns, strings, false));
    if (at % 25 === 0 && at + 2 <= last) merges.push(`D${at}:D${at + 2}`);
  }
  return (
    `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:${end}${last}"/>` +
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    '<sheetFormatPr defaultRowHeight="14.25"/><cols><col min="1" max="1" width="6" customWidth="1"/><col min="2" max="2" width="40" customWidth="1"/></cols>' +
    `<sheetData>${body.join('')}</sheetData><autoFilter ref="A2:${end}${last}"/>` +
    `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` +
    `<conditionalFormatting sqref="E3:E${last}"><cfRule type="cellIs" dxfId="0" priority="1" operator="greaterThan"><formula>2500</formula></cfRule></conditionalFormatting>` +
    `<dataValidations count="1"><dataValidation type="list" allowBlank="1" sqref="C3:C${last}"><formula1>"${OFFICES.join(',')}"</formula1></dataValidation></dataValidations>` +
    '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape"/>' +
    '</worksheet>'
  );
}

const FONT = (name: string, more = '') =>
  `<font>${more}<sz val="11"/><name val="${name}"/><charset val="134"/></font>`;
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/></numFmts><fonts count="4">${FONT('等线')}${FONT('仿宋')}${FONT('黑体', '<b/>')}${FONT('宋体')}</fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFD9E1F2"/></patternFill></fill></fills><borders count="2"><border/><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0"/></cellStyleXfs><cellXfs count="7"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="0" fontId="2" fillId="2" borderId="1" xfId="0" applyFill="1"/><xf numFmtId="0" fontId="1" fillId="0" borderId="1" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="1" xfId="0" applyAlignment="1"><alignment wrapText="1"/></xf><xf numFmtId="49" fontId="1" fillId="0" borderId="1" xfId="0"/><xf numFmtId="176" fontId="1" fillId="0" borderId="1" xfId="0"/></cellXfs><dxfs count="1"><dxf><font><color rgb="FF9C0006"/></font></dxf></dxfs></styleSheet>`;
const COMMENTS = `${HEAD}<comments xmlns="${MAIN}"><authors><author>街道办</author></authors><commentList><comment ref="B3" authorId="0"><text><r><t>请核实</t></r></text></comment></commentList></comments>`;

function stringsPart({ items, uses }: Strings): string {
  const shown = items.map((item) => `<si><t>${item}</t></si>`);
  return `${HEAD}<sst xmlns="${MAIN}" count="${uses}" uniqueCount="${items.length}">${shown.join('')}</sst>`;
}

function bookParts(
  sheets: readonly (readonly [string, readonly Buffer[]])[],
  strings: Buffer[],
): [string, readonly Buffer[]][] {
  const type = (kind: string) => `application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml`;
  const override = (name: string, kind: string) =>
    `<Override PartName="/${name}" ContentType="${type(kind)}"/>`;
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`;
  const wrap = (inner: string) =>
    `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
  const one = (xml: string) => [Buffer.from(xml)];
  return [
    [
      '[Content_Types].xml',
      one(
        `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('xl/workbook.xml', 'sheet.main')}${sheets.map((_, index) => override(`xl/worksheets/sheet${index + 1}.xml`, 'worksheet')).join('')}${override('xl/styles.xml', 'styles')}${override('xl/sharedStrings.xml', 'sharedStrings')}</Types>`,
      ),
    ],
    ['_rels/.rels', one(wrap(relation('rId1', 'officeDocument', 'xl/workbook.xml')))],
    [
      'xl/workbook.xml',
      one(
        `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr/><sheets>${sheets.map(([name], index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
      ),
    ],
    [
      'xl/_rels/workbook.xml.rels',
      one(
        wrap(
          `${sheets.map((_, index) => relation(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`)).join('')}${relation('rIdS', 'styles', 'styles.xml')}${relation('rIdT', 'sharedStrings', 'sharedStrings.xml')}`,
        ),
      ),
    ],
    ...sheets.map(([, content], index): [string, readonly Buffer[]] => [
      `xl/worksheets/sheet${index + 1}.xml`,
      content,
    ]),
    ['xl/styles.xml', one(STYLES)],
    ['xl/sharedStrings.xml', strings],
  ];
}

/** A ZIP of deflated parts, each given in pieces. */
function zipOf(parts: readonly (readonly [string, readonly Buffer[]])[]): Buffer {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, pieces] of parts) {
    const content = Buffer.concat(pieces);
    const packed = deflateRawSync(content, { level: 6 });
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(crc32(content), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(content.length, 18);
    facts.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    local.push(Buffer.from('PK\x03\x04'), facts, Buffer.from(name), packed);
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), facts, place, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(
    directory.reduce((sum, part) => sum + part.length, 0),
    12,
  );
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, ...directory, end]);
}

function makeSmall(): number {
  let rows = 0;
  for (let book = 0; book < BOOKS; book++) {
    const strings = new Strings();
    const sheets = ['依法履职清单', '协助事项', '服务台账', '社区基本情况'].map(
      (name, index): [string, Buffer[]] => {
        const count = 105 + chance(90);
        rows += count + 2;
        return [name, [Buffer.from(smallSheet(count, index % 2 === 0 ? 9 : 8, strings))]];
      },
    );
    const parts = bookParts(sheets, [Buffer.from(stringsPart(strings))]);
    if (book % 10 === 0) {
      const target =
        '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="../comments1.xml"/>';
      parts.push(['xl/comments1.xml', [Buffer.from(COMMENTS)]]);
      parts.push([
        'xl/worksheets/_rels/sheet1.xml.rels',
        [
          Buffer.from(
            `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${target}</Relationships>`,
          ),
        ],
      ]);
    }
    const place = path.join(folder, `街道${String(book % 15).padStart(2, '0')}`);
    mkdirSync(place, { recursive: true });
    writeFileSync(path.join(place, `社区${String(book).padStart(3, '0')}清单.xlsx`), zipOf(parts));
  }
  return rows;
}

/** The whole sheet as one string would not fit: it is kept in pieces. */
function makeRegister(rows: number): number {
  const strings = new Strings();
  const pieces: Buffer[] = [];
  let body: string[] = [
    `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}"><dimension ref="A1:H${rows + 1}"/><sheetFormatPr defaultRowHeight="14.25"/><sheetData>`,
    `<row r="1" spans="1:8">${HEADERS.slice(0, 8)
      .map((header, index) => text(`${column(index)}1`, 2, header, strings))
      .join('')}</row>`,
  ];
  for (let at = 2; at <= rows + 1; at++) {
    body.push(dataRow(at, at - 1, 8, strings, true));
    if (at % 10_000 !== 0) continue;
    pieces.push(Buffer.from(body.join('')));
    body = [];
  }
  body.push(
    '</sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>',
  );
  pieces.push(Buffer.from(body.join('')));
  mkdirSync(folder, { recursive: true });
  const parts = bookParts([['台账', pieces]], [Buffer.from(stringsPart(strings))]);
  writeFileSync(path.join(folder, `台账${rows}.xlsx`), zipOf(parts));
  return rows + 1;
}

process.stdout.write(`${kind === 'small' ? makeSmall() : makeRegister(Number(kind))}\n`);
