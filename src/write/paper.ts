/** A document as parts with a rank each; how a rank looks is the writer's business. */
export interface Paragraph {
  /**
   * `section` 一、 `clause` （一） `text` the body under either. `flush` begins at the margin: whom a letter is for.
   * `caption` stands over a table, `remark` below it. `attached` is a line of 附件：, `label` opens an attachment,
   * `headline` is its title. `date` closes the paper.
   */
  readonly rank:
    | 'title'
    | 'section'
    | 'clause'
    | 'text'
    | 'flush'
    | 'caption'
    | 'remark'
    | 'attached'
    | 'label'
    | 'headline'
    | 'date';
  readonly text: string;
}

export type BarColour = 'error' | 'warning' | 'info' | 'plain';

/** A picture of lengths side by side in one row; `share` is of the column's width, all of them at most 1. */
export interface PaperBar {
  readonly parts: readonly { readonly colour: BarColour; readonly share: number }[];
  /** The same in words, for those who do not see it. */
  readonly says: string;
}

export type PaperCell = string | PaperBar;

export interface PaperTable {
  readonly rank: 'table';
  /** Stands again on every page; none where the table is for the eye only. */
  readonly head: readonly string[];
  readonly rows: readonly (readonly PaperCell[])[];
  /** Of the columns, in any unit: they share out the width of the page. */
  readonly widths: readonly number[];
  /** Columns of numbers and short words, centred. */
  readonly centred: readonly number[];
  /** Names that lead to a row from elsewhere, by its index. */
  readonly anchors?: ReadonlyMap<number, string>;
}

export type PaperPart = Paragraph | PaperTable;

/** Pages laid out alike, from a new page on. `sideways` for wide tables, `dense` to have all of it on one page. */
export interface PaperPages {
  readonly layout: 'upright' | 'sideways' | 'dense';
  readonly parts: readonly PaperPart[];
}

export type Paper = readonly PaperPages[];

const MARKS: Readonly<Partial<Record<Paragraph['rank'], string>>> = {
  title: '# ',
  section: '## ',
  clause: '### ',
};

/** Markdown, one blank line between paragraphs. Characters that Markdown would read as its own are escaped. */
export function toMarkdown(paragraphs: readonly Paragraph[]): string {
  return `${paragraphs.map(({ rank, text }) => `${MARKS[rank] ?? ''}${escaped(text)}`).join('\n\n')}\n`;
}

function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, (mark) => `\\${mark}`);
}
