/** A document as paragraphs with a rank each; how a rank looks is the writer's business. */
export interface Paragraph {
  /** `section` 一、 `clause` （一） `text` the body under either. */
  readonly rank: 'title' | 'section' | 'clause' | 'text';
  readonly text: string;
}

const MARKS: Readonly<Record<Paragraph['rank'], string>> = {
  title: '# ',
  section: '## ',
  clause: '### ',
  text: '',
};

/** Markdown, one blank line between paragraphs. Characters that Markdown would read as its own are escaped. */
export function toMarkdown(paragraphs: readonly Paragraph[]): string {
  return `${paragraphs.map(({ rank, text }) => `${MARKS[rank]}${escaped(text)}`).join('\n\n')}\n`;
}

function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, (mark) => `\\${mark}`);
}
