import {
  AlignmentType,
  Document,
  DocumentGridType,
  Paragraph as DocxParagraph,
  Footer,
  HeadingLevel,
  type IParagraphOptions,
  type IRunOptions,
  LineRuleType,
  Packer,
  PageNumber,
  TextRun,
} from 'docx';
import JSZip from 'jszip';
import type { Paragraph } from './paper.ts';

/** GB/T 9704-2012: body layout in twentieths of a point, type in half points. No red head and no seal. */
const PAGE = { width: 11906, height: 16838 };
const MARGIN = { top: 2098, bottom: 1984, left: 1588, right: 1474, footer: 1587 };
/** 225 mm over 22 lines. */
const LINE = 579;
const BODY = 32;
const TITLE = 44;
const PAGE_NUMBER = 28;

interface Look {
  readonly font: string;
  readonly size: number;
  readonly paragraph: IParagraphOptions;
}

const LOOKS: Readonly<Record<Paragraph['rank'], Look>> = {
  title: {
    font: '方正小标宋简体',
    size: TITLE,
    paragraph: { alignment: AlignmentType.CENTER, heading: HeadingLevel.TITLE },
  },
  section: { font: '黑体', size: BODY, paragraph: { heading: HeadingLevel.HEADING_1, keepNext: true } },
  clause: { font: '楷体_GB2312', size: BODY, paragraph: { heading: HeadingLevel.HEADING_2, keepNext: true } },
  text: { font: '仿宋_GB2312', size: BODY, paragraph: {} },
};

/** A Word document in the layout of an official paper. The bytes depend on the paragraphs alone. */
export async function toDocx(paragraphs: readonly Paragraph[]): Promise<Buffer> {
  const document = new Document({
    evenAndOddHeaderAndFooters: true,
    features: { updateFields: false },
    sections: [
      {
        properties: {
          page: { size: PAGE, margin: MARGIN },
          grid: { type: DocumentGridType.LINES, linePitch: LINE },
        },
        footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
        children: paragraphs.map(toParagraph),
      },
    ],
  });
  return await withoutMoment(await Packer.toBuffer(document));
}

/** The packer writes down when it ran; the same paper made twice is to be the same file. */
const NO_MOMENT = new Date(Date.UTC(2000, 0, 1));

async function withoutMoment(bytes: Buffer): Promise<Buffer> {
  const zip = await JSZip.loadAsync(bytes);
  const properties = zip.file('docProps/core.xml');
  if (properties !== null) {
    const stamped = /\d{4}-\d{2}-\d{2}T[\d:.]+Z/g;
    zip.file(properties.name, (await properties.async('string')).replace(stamped, NO_MOMENT.toISOString()));
  }
  for (const file of Object.values(zip.files)) file.date = NO_MOMENT;
  return await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

function toParagraph({ rank, text }: Paragraph): DocxParagraph {
  const { font, size, paragraph } = LOOKS[rank];
  const indent = rank === 'title' ? {} : { indent: { firstLineChars: 200, firstLine: 2 * 320 } };
  const after = rank === 'title' ? { after: LINE } : {};
  return new DocxParagraph({
    ...paragraph,
    ...indent,
    spacing: { line: rank === 'title' ? 700 : LINE, lineRule: LineRuleType.EXACT, before: 0, ...after },
    children: [run(text, font, size)],
  });
}

function run(text: string, font: string, size: number): TextRun {
  return new TextRun({ text, ...looked(font, size) });
}

/** Latin letters and digits go with the Chinese font, as printed papers have them. */
function looked(font: string, size: number): IRunOptions {
  const fonts = { ascii: font, hAnsi: font, eastAsia: font, cs: font };
  return { font: fonts, size, bold: false, italics: false, color: '000000' };
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
