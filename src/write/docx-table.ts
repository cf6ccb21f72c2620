import {
  AlignmentType,
  BookmarkEnd,
  BookmarkStart,
  BorderStyle,
  Paragraph as DocxParagraph,
  ImageRun,
  LineRuleType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { runs, writable } from './docx-text.ts';
import type { BarColour, PaperBar, PaperCell, PaperTable } from './paper.ts';
import { solidPng } from './solid-png.ts';

/** Told apart in black and white too. */
const COLOURS: Readonly<Record<BarColour, Buffer>> = {
  error: solidPng('9C2B22'),
  warning: solidPng('E0A526'),
  info: solidPng('B9C0C7'),
  plain: solidPng('3F6591'),
};

/** Left and right of what a cell holds, in twentieths of a point. */
const PADDING = 80;
/** Heights of a bar, and twentieths of a point to a pixel of 96 to the inch. */
const BAR_PIXELS = 11;
const TWIPS_TO_PIXEL = 15;
const BAR_LINE = 190;
const LINE_TO_TYPE = 15;

const RULE = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const RULES = {
  top: RULE,
  bottom: RULE,
  left: RULE,
  right: RULE,
  insideHorizontal: RULE,
  insideVertical: RULE,
};

export interface TableLook {
  /** Of the page between its margins, in twentieths of a point. */
  readonly width: number;
  /** Of the type, in half points. */
  readonly size: number;
  /** Counts the pictures of the document, which are numbered. */
  readonly pictures: { last: number };
}

/** A row longer than this may go on over the page. */
const LONGEST_WHOLE = 100;

/** A ruled table as wide as the page. */
export function toTable(
  { head, rows, widths, centred, anchors }: PaperTable,
  { width, size, pictures }: TableLook,
): Table {
  const all = widths.reduce((sum, part) => sum + part, 0);
  const columns = widths.map((part) => Math.floor((width * part) / all));
  const draw = (
    cells: readonly PaperCell[],
    font: string,
    anchor: readonly [name: string, id: number] | null,
  ) =>
    cells.map((cell, column) => {
      const own = columns[column] ?? 0;
      const isCentred = font === HEAD || centred.includes(column);
      const children = typeof cell === 'string' ? runs(cell, font, size) : barRuns(cell, own, pictures);
      return new TableCell({
        width: { size: own, type: WidthType.DXA },
        margins: { left: PADDING, right: PADDING, top: 30, bottom: 30, marginUnitType: WidthType.DXA },
        verticalAlign: VerticalAlignTable.CENTER,
        children: [
          new DocxParagraph({
            alignment: isCentred ? AlignmentType.CENTER : AlignmentType.LEFT,
            spacing: {
              line: typeof cell === 'string' ? size * LINE_TO_TYPE : BAR_LINE,
              lineRule: LineRuleType.EXACT,
              before: 0,
              after: 0,
            },
            children:
              anchor === null || column > 0
                ? children
                : [new BookmarkStart(...anchor), ...children, new BookmarkEnd(anchor[1])],
          }),
        ],
      });
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: columns.reduce((sum, part) => sum + part, 0), type: WidthType.DXA },
    columnWidths: columns,
    borders: RULES,
    rows: [
      ...(head.length === 0
        ? []
        : [new TableRow({ tableHeader: true, cantSplit: true, children: draw(head, HEAD, null) })]),
      ...rows.map((cells, index) => {
        const name = anchors?.get(index);
        return new TableRow({
          cantSplit: cells.every((cell) => typeof cell !== 'string' || cell.length < LONGEST_WHOLE),
          children: draw(cells, BODY, name === undefined ? null : [name, index + 1]),
        });
      }),
    ],
  });
}

const [HEAD, BODY] = ['黑体', '仿宋_GB2312'] as const;

/** Pictures without letters, so that no font of the machine has a say in them; the numbers stand in cells. */
function barRuns({ parts, says }: PaperBar, width: number, pictures: { last: number }): ImageRun[] {
  const room = (width - 2 * PADDING) / TWIPS_TO_PIXEL;
  return parts.flatMap(({ colour, share }) => {
    if (share <= 0) return [];
    pictures.last += 1;
    const altText = {
      id: String(pictures.last),
      name: `bar ${pictures.last}`,
      title: '',
      description: writable(says),
    };
    return new ImageRun({
      type: 'png',
      data: COLOURS[colour],
      // Rounded down, so that several side by side never need a second line.
      transformation: { width: Math.max(1, Math.floor(room * share)), height: BAR_PIXELS },
      altText,
    });
  });
}
