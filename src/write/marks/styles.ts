import { inserted } from './sheet-place.ts';

/** A cell that is marked: light red, dark red letters, as spreadsheets show what is bad. */
const RED =
  '<dxf><font><color rgb="FF9C0006"/></font><fill><patternFill patternType="solid"><fgColor rgb="FFFFC7CE"/><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf>';

const FONT = (inside: string) => `<font>${inside}<name val="宋体"/><charset val="134"/></font>`;
const FONTS = {
  plain: FONT('<sz val="11"/>'),
  bold: FONT('<b/><sz val="11"/>'),
  title: FONT('<b/><sz val="16"/>'),
  link: FONT('<u/><sz val="11"/><color rgb="FF0563C1"/>'),
} as const;
const FILL =
  '<fill><patternFill patternType="solid"><fgColor rgb="FFD9E1F2"/><bgColor indexed="64"/></patternFill></fill>';
const SIDE = (side: string) => `<${side} style="thin"><color rgb="FFBFBFBF"/></${side}>`;
const BORDER = `<border>${['left', 'right', 'top', 'bottom'].map(SIDE).join('')}<diagonal/></border>`;

/** Indexes of the styles of the sheet of results, in the styles of the workbook. */
export interface ResultStyles {
  readonly title: number;
  readonly note: number;
  readonly header: number;
  readonly text: number;
  readonly link: number;
}

export interface MarkStyles {
  readonly xml: string;
  readonly red: number;
  readonly cells: ResultStyles;
}

/** The styles of a workbook with those of the marks behind its own; `null` for a part that is not known for certain. */
export function withMarkStyles(styles: string): MarkStyles | null {
  let xml = withList(styles, 'dxfs');
  const add = (list: string, item: string): number => {
    const made = xml === null ? null : appended(xml, list, item);
    xml = made?.xml ?? null;
    return made?.index ?? 0;
  };
  const red = add('dxfs', RED);
  const fonts = Object.fromEntries(
    Object.entries(FONTS).map(([name, font]) => [name, add('fonts', font)]),
  ) as Record<keyof typeof FONTS, number>;
  const [fill, border] = [add('fills', FILL), add('borders', BORDER)];
  const style = (font: number, frame: boolean, filled: boolean, wrap: boolean) =>
    add(
      'cellXfs',
      `<xf numFmtId="49" fontId="${font}" fillId="${filled ? fill : 0}" borderId="${frame ? border : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="${filled ? 'center' : 'top'}"${wrap ? ' wrapText="1"' : ''}/></xf>`,
    );
  const cells = {
    title: style(fonts.title, false, false, false),
    note: style(fonts.plain, false, false, true),
    header: style(fonts.bold, true, true, true),
    text: style(fonts.plain, true, false, true),
    link: style(fonts.link, true, false, true),
  };
  return xml === null ? null : { xml, red, cells };
}

/** The list is there, if only with nothing in it. */
function withList(xml: string, list: string): string | null {
  if (new RegExp(`<${list}[\\s/>]`).test(xml)) return xml;
  const before = /<\/cellStyles>|<cellStyles[^>]*\/>/.exec(xml) ?? /<\/cellXfs>/.exec(xml);
  return before === null
    ? null
    : inserted(xml, before.index + before[0].length, `<${list} count="0"></${list}>`);
}

/** The item behind those of its list, or where one just like it stands already. */
function appended(
  xml: string,
  list: string,
  item: string,
): { readonly xml: string; readonly index: number } | null {
  const found = new RegExp(`<${list}(\\s[^>]*?)?(?:/>|>([\\s\\S]*?)</${list}>)`).exec(xml);
  if (found === null) return null;
  const [whole, attributes = '', inside = ''] = found;
  const name = list === 'cellXfs' ? 'xf' : list.slice(0, -1);
  const index = [...inside.matchAll(new RegExp(`<${name}[\\s/>]`, 'g'))].length;
  const at = inside.indexOf(item);
  if (at !== -1)
    return { xml, index: [...inside.slice(0, at).matchAll(new RegExp(`<${name}[\\s/>]`, 'g'))].length };
  const counted = attributes.replace(/\scount=["']\d+["']/, '');
  const made = `<${list} count="${index + 1}"${counted}>${inside}${item}</${list}>`;
  return { xml: xml.slice(0, found.index) + made + xml.slice(found.index + whole.length), index };
}
