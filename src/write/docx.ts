import {
  AlignmentType,
  Document,
  DocumentGridType,
  Paragraph as DocxParagraph,
  Footer,
  HeadingLevel,
  type IParagraphOptions,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  TextRun,
} from 'docx';
import JSZip from 'jszip';
import { type TableLook, toTable } from './docx-table.ts';
import { looked, runs } from './docx-text.ts';
import type { Paper, PaperPages, PaperPart, Paragraph } from './paper.ts';

/** GB/T 9704-2012: body layout in twentieths of a point, type in half points. No red head and no seal. */
const PAGE = { width: 11906, height: 16838 };
const MARGIN = { top: 2098, bottom: 1984, left: 1588, right: 1474, footer: 1587 };
/** The same page lying on its left side: what was its head is its left. */
const TURNED_MARGIN = { top: 1588, bottom: 1474, left: 1984, right: 2098, footer: 1000 };
/** One page has no number, and the room of it; a little more above. */
const DENSE_MARGIN = { ...MARGIN, top: 1800, bottom: 1600, footer: 800 };
/** 225 mm over 22 lines. */
const LINE = 579;
const TITLE_LINE = 700;
const BODY = 32;
const TITLE = 44;
const PAGE_NUMBER = 28;

interface Look {
  readonly font: string;
  readonly size: number;
  readonly line: number;
  readonly paragraph: IParagraphOptions;
}

const [SONG, HEI, KAI, FANG] = ['方正小标宋简体', '黑体', '楷体_GB2312', '仿宋_GB2312'] as const;
/** Two characters in. */
const INDENT = { indent: { firstLineChars: 200, firstLine: 2 * 320 } };
const CENTRE = { alignment: AlignmentType.CENTER };

const LOOKS: Readonly<Record<Paragraph['rank'], Look>> = {
  title: look(SONG, TITLE, { ...CENTRE, heading: HeadingLevel.TITLE, spacing: { after: LINE } }, TITLE_LINE),
  section: look(HEI, BODY, { ...INDENT, heading: HeadingLevel.HEADING_1, keepNext: true }),
  clause: look(KAI, BODY, { ...INDENT, heading: HeadingLevel.HEADING_2, keepNext: true }),
  text: look(FANG, BODY, INDENT),
  flush: look(FANG, BODY, {}),
  caption: look(HEI, 24, { ...CENTRE, keepNext: true }, 480),
  remark: look(FANG, 21, INDENT, 360),
  attached: look(FANG, BODY, INDENT),
  label: look(HEI, BODY, {}),
  headline: look(
    SONG,
    36,
    { ...CENTRE, heading: HeadingLevel.HEADING_1, spacing: { after: 200 } },
    TITLE_LINE,
  ),
  // Four characters in from the right.
  date: look(FANG, BODY, {
    alignment: AlignmentType.RIGHT,
    indent: { right: 4 * 320 },
    spacing: { before: LINE },
  }),
};

/** To have all of it on one page: smaller type on narrower lines, and no blank line below the title. */
const DENSE: Readonly<Partial<Record<Paragraph['rank'], Look>>> = {
  title: look(SONG, 40, { ...CENTRE, heading: HeadingLevel.TITLE, spacing: { after: 80 } }, 520),
  section: look(HEI, 26, { heading: HeadingLevel.HEADING_1, keepNext: true, spacing: { before: 40 } }, 380),
  text: look(FANG, 24, { indent: { firstLineChars: 200, firstLine: 2 * 240 } }, 320),
  date: look(FANG, 24, { alignment: AlignmentType.RIGHT, indent: { right: 4 * 240 } }, 340),
};

function look(font: string, size: number, paragraph: IParagraphOptions, line = LINE): Look {
  return { font, size, line, paragraph };
}

/** A Word document in the layout of an official paper. The bytes depend on the paper alone. */
export async function toDocx(paper: Paper): Promise<Buffer> {
  const pictures = { last: 0 };
  const document = new Document({
    evenAndOddHeaderAndFooters: true,
    features: { updateFields: false },
    styles: { default: { document: { run: { font: FANG, size: BODY } } } },
    sections: paper.map((pages) => section(pages, pictures)),
  });
  return await finished(await Packer.toBuffer(document));
}

function section({ layout, parts }: PaperPages, pictures: TableLook['pictures']): ISectionOptions {
  const isTurned = layout === 'sideways';
  const size = isTurned ? { ...PAGE, orientation: PageOrientation.LANDSCAPE } : PAGE;
  const isDense = layout === 'dense';
  const margin = isTurned ? TURNED_MARGIN : isDense ? DENSE_MARGIN : MARGIN;
  const width = (isTurned ? PAGE.height : PAGE.width) - margin.left - margin.right;
  return {
    properties: {
      page: { size, margin },
      // LibreOffice would set the narrow lines of a dense page on the wide grid.
      ...(isDense ? {} : { grid: { type: DocumentGridType.LINES, linePitch: LINE } }),
    },
    ...(isDense
      ? {}
      : { footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) } }),
    children: parts.map((part) =>
      toChild(part, layout, { width, size: layout === 'upright' ? 24 : 21, pictures }),
    ),
  };
}

function toChild(part: PaperPart, layout: PaperPages['layout'], table: TableLook) {
  if (part.rank === 'table') return toTable(part, table);
  const { font, size, line, paragraph } = (layout === 'dense' ? DENSE[part.rank] : null) ?? LOOKS[part.rank];
  return new DocxParagraph({
    ...paragraph,
    spacing: { before: 0, ...paragraph.spacing, line, lineRule: LineRuleType.EXACT },
    children: runs(part.text, font, size),
  });
}

/** The packer writes down when it ran; the same paper made twice is to be the same file. */
const NO_MOMENT = new Date(Date.UTC(2000, 0, 1));

async function finished(bytes: Buffer): Promise<Buffer> {
  const zip = await JSZip.loadAsync(bytes);
  const properties = zip.file('docProps/core.xml');
  if (properties !== null) {
    const stamped = /\d{4}-\d{2}-\d{2}T[\d:.]+Z/g;
    zip.file(properties.name, (await properties.async('string')).replace(stamped, NO_MOMENT.toISOString()));
  }
  const text = zip.file('word/document.xml');
  if (text !== null) zip.file(text.name, offTheGrid(await text.async('string')));
  for (const file of Object.values(zip.files)) file.date = NO_MOMENT;
  return await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

/** Lines of tables do not keep to the 22 lines of a page; the library has no word for it. */
function offTheGrid(xml: string): string {
  return xml.replace(/<w:tbl>.*?<\/w:tbl>/gs, (table) =>
    table.replaceAll('<w:pPr><w:spacing ', '<w:pPr><w:snapToGrid w:val="0"/><w:spacing '),
  );
}

/** — 1 —, outside, one character in. */
function pageNumber(alignment: (typeof AlignmentType)[keyof typeof AlignmentType]): Footer {
  const indent = alignment === AlignmentType.RIGHT ? { right: 280 } : { left: 280 };
  return new Footer({
    children: [
      new DocxParagraph({
        alignment,
        indent,
        children: [
          new TextRun({ ...looked('宋体', PAGE_NUMBER), children: ['— ', PageNumber.CURRENT, ' —'] }),
        ],
      }),
    ],
  });
}
