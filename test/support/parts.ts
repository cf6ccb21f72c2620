import { CFB } from 'xlsx';

const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

export interface Parts {
  /** What stands inside `<worksheet>`. */
  readonly sheet: string;
  readonly strings?: string;
  readonly styles?: string;
  /** Whole parts that replace the usual ones, by name. */
  readonly replace?: Readonly<Record<string, string | Buffer>>;
  /** Where the relations of the workbook lead. */
  readonly target?: string;
}

/** An .xlsx of one sheet written part by part, for XML that no library writes. */
export function xlsxOf({
  sheet,
  strings,
  styles,
  replace = {},
  target = 'worksheets/sheet1.xml',
}: Parts): Buffer {
  const relation = (id: string, type: string, to: string) =>
    `<Relationship Id="${id}" Type="${RELATION}/${type}" Target="${to}"/>`;
  const parts: Record<string, string | Buffer> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>' +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>' +
      '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>' +
      (strings === undefined
        ? ''
        : '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>') +
      (styles === undefined
        ? ''
        : '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>') +
      '</Types>',
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATION}"><sheets><sheet name="清单" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('r1', 'worksheet', target)}${
      strings === undefined ? '' : relation('r2', 'sharedStrings', 'sharedStrings.xml')
    }${styles === undefined ? '' : relation('r3', 'styles', 'styles.xml')}</Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}">${sheet}</worksheet>`,
    ...(strings === undefined ? {} : { 'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${strings}</sst>` }),
    ...(styles === undefined
      ? {}
      : { 'xl/styles.xml': `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>` }),
    ...replace,
  };
  const archive = CFB.utils.cfb_new();
  for (const [name, content] of Object.entries(parts))
    CFB.utils.cfb_add(archive, `/${name}`, Buffer.from(content as string));
  return Buffer.from(CFB.write(archive, { fileType: 'zip', type: 'buffer' }) as Uint8Array);
}
