import { type Frame, type Part, zip } from './container.ts';

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const SHEET = 'xl/worksheets/sheet1.xml';
export const STRINGS = 'xl/sharedStrings.xml';
export const STYLES = 'xl/styles.xml';
export const WORKBOOK = 'xl/workbook.xml';
export const RELATIONS = 'xl/_rels/workbook.xml.rels';
export const TYPES = '[Content_Types].xml';

/** A list without a fault, 13 cells: whatever a report says about a file made of it is about the file. */
export const LIST: readonly (readonly (string | number)[])[] = [
  ['社区依法协助政府工作事项清单'],
  ['序号', '事项名称', '主管部门'],
  [1, '协助维护社会治安', '公安局'],
  [2, '协助开展反恐怖主义工作', '公安局'],
  [3, '协助做好征兵工作', '人民武装部'],
];

const TEXTS = [...new Set(LIST.flat().filter((value) => typeof value === 'string'))];
export const LIST_STRINGS = TEXTS.map((text) => `<si><t>${text}</t></si>`).join('');

/** Rows of the list as XML, texts from the shared strings. */
export const LIST_ROWS = LIST.map((cells, row) => {
  const xml = cells.map((value, column) => {
    const at = `${'ABC'[column]}${row + 1}`;
    return typeof value === 'number'
      ? `<c r="${at}"><v>${value}</v></c>`
      : `<c r="${at}" t="s"><v>${TEXTS.indexOf(value)}</v></c>`;
  });
  return `<row r="${row + 1}">${xml.join('')}</row>`;
}).join('');

export const worksheet = (inner: string): string => `<worksheet xmlns="${MAIN}">${inner}</worksheet>`;

/** The list, with more rows below it and more elements around it. */
export function listSheet({ before = '', rows = '', after = '' } = {}): string {
  return worksheet(`${before}<sheetData>${LIST_ROWS}${rows}</sheetData>${after}`);
}

export const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${RELATION}/${type}" Target="${target}"/>`;

export const relations = (inner: string): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${inner}</Relationships>`;

export const book = (sheets: string, more = ''): string =>
  `<workbook xmlns="${MAIN}" xmlns:r="${RELATION}">${more}<sheets>${sheets}</sheets></workbook>`;

export const SHEETS = '<sheet name="清单" sheetId="1" r:id="r1"/>';
export const RELATIONSHIPS =
  relation('r1', 'worksheet', 'worksheets/sheet1.xml') +
  relation('r2', 'sharedStrings', 'sharedStrings.xml') +
  relation('r3', 'styles', 'styles.xml');

export const sst = (inner: string): string => `<sst xmlns="${MAIN}">${inner}</sst>`;
export const styleSheet = (xfs: string): string =>
  `<styleSheet xmlns="${MAIN}"><fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellXfs>${xfs}</cellXfs></styleSheet>`;

const override = (part: string, type: string) =>
  `<Override PartName="/${part}" ContentType="${TYPE}.${type}+xml"/>`;

/** The parts of a sound workbook that holds the list. */
export function parts(): Part[] {
  return [
    {
      name: TYPES,
      content:
        `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        `${override(WORKBOOK, 'sheet.main')}${override(SHEET, 'worksheet')}${override(STRINGS, 'sharedStrings')}${override(STYLES, 'styles')}</Types>`,
    },
    { name: '_rels/.rels', content: relations(relation('r1', 'officeDocument', WORKBOOK)) },
    { name: WORKBOOK, content: book(SHEETS) },
    { name: RELATIONS, content: relations(RELATIONSHIPS) },
    { name: STRINGS, content: sst(LIST_STRINGS) },
    { name: STYLES, content: styleSheet('<xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/>') },
    { name: SHEET, content: listSheet() },
  ];
}

/** The sound workbook with some of its parts changed and others added behind them. */
export function xlsx(
  changes: Readonly<Record<string, Partial<Part>>> = {},
  more: readonly Part[] = [],
  frame: Frame = {},
): Buffer {
  const unknown = Object.keys(changes).find((name) => !parts().some((part) => part.name === name));
  if (unknown !== undefined) throw new Error(`no part ${unknown}`);
  return zip([...parts().map((part) => ({ ...part, ...changes[part.name as string] })), ...more], frame);
}

/** The sound workbook with another worksheet. */
export const withSheet = (content: Part['content']): Buffer => xlsx({ [SHEET]: { content } });
