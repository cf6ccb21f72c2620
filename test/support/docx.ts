import { SaxesParser } from 'saxes';
import { DEFAULT_LIMITS } from '../../src/read/limits.ts';
import { zipContent, zipEntries } from '../../src/read/zip.ts';

/** A Word document as a person meets it: paragraphs and tables in their order, each cell as text. */
export interface DocxText {
  readonly xml: string;
  readonly blocks: readonly (string | readonly (readonly string[])[])[];
  readonly paragraphs: readonly string[];
  readonly tables: readonly (readonly (readonly string[])[])[];
  /** Names of all parts of the package. */
  readonly parts: readonly string[];
}

/** Read by a strict parser: what is not well-formed throws. */
export function readDocx(bytes: Buffer): DocxText {
  const entries = zipEntries(bytes, DEFAULT_LIMITS);
  const contents = new Map(entries.map((entry) => [entry.name, zipContent(bytes, entry, DEFAULT_LIMITS)]));
  for (const [name, content] of contents)
    if (/\.(?:xml|rels)$/.test(name)) strictly(content.toString('utf8'));
  const xml = contents.get('word/document.xml')?.toString('utf8') ?? '';
  const blocks = blocksOf(xml);
  return {
    xml,
    blocks,
    paragraphs: blocks.filter((block) => typeof block === 'string'),
    tables: blocks.filter((block) => typeof block !== 'string'),
    parts: [...contents.keys()],
  };
}

function strictly(xml: string): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
}

function blocksOf(xml: string): (string | string[][])[] {
  const blocks: (string | string[][])[] = [];
  let [text, isText] = ['', false];
  let cell: string[] | null = null;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => {
    if (name === 'w:tbl') blocks.push([]);
    if (name === 'w:tr') (blocks.at(-1) as string[][]).push([]);
    if (name === 'w:tc') cell = [];
    if (name === 'w:p') text = '';
    if (name === 'w:br') text += '\n';
    isText = name === 'w:t';
  });
  parser.on('text', (piece) => {
    if (isText) text += piece;
  });
  parser.on('closetag', ({ name }) => {
    isText = false;
    if (name === 'w:p') {
      if (cell === null) blocks.push(text);
      else cell.push(text);
    }
    if (name !== 'w:tc') return;
    (blocks.at(-1) as string[][]).at(-1)?.push((cell ?? []).join('\n'));
    cell = null;
  });
  parser.write(xml).close();
  return blocks;
}
