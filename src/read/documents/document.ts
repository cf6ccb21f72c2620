import type { TextDocument } from '../../model/claims.ts';
import { decodeText } from '../decode.ts';
import { type Limits, overLimit } from '../limits.ts';
import { sniff } from '../sniff.ts';
import { UnreadableError } from '../unreadable.ts';
import { partKey, type ZipEntry, zipEntries } from '../zip.ts';
import { readDocx, WORD_PART } from './docx.ts';

/** A readable file that is no draft: a spreadsheet, or a text in a format other than .docx. */
export class NotADraft extends Error {
  constructor(readonly found: 'spreadsheet' | 'other-text') {
    super(found);
  }
}

/**
 * Bytes of a draft → paragraphs. The format is told by content; `name` only tells Markdown from plain text.
 * Throws `UnreadableError`, and `NotADraft` for what can be read as something else.
 */
export function readDocument(bytes: Buffer, name: string, limits: Limits): TextDocument {
  if (bytes.length > limits.file) throw overLimit(limits, 'file', bytes.length);
  const entries = isZip(bytes) ? zipEntries(bytes, limits) : [];
  if (entries.some(({ name: part }) => partKey(part) === WORD_PART)) {
    if (entries.some(({ encrypted }) => encrypted)) throw new UnreadableError('encrypted');
    return { format: 'docx', paragraphs: filled(readDocx(bytes, entries as ZipEntry[], limits)) };
  }
  assertText(bytes, limits);
  const lines = decodeText(bytes).text.split(/\r\n?|\n/);
  const isMarkdown = /\.(?:md|markdown)$/i.test(name);
  return {
    format: isMarkdown ? 'markdown' : 'text',
    paragraphs: filled(isMarkdown ? lines.map(withoutMarks) : lines),
  };
}

function isZip(bytes: Buffer): boolean {
  return bytes.toString('latin1', 0, 2) === 'PK';
}

function assertText(bytes: Buffer, limits: Limits): void {
  try {
    if (sniff(bytes, limits).format !== 'text') throw new NotADraft('spreadsheet');
  } catch (error) {
    if (error instanceof UnreadableError && error.reason === 'word') throw new NotADraft('other-text');
    throw error;
  }
}

function filled(lines: readonly string[]): string[] {
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

/** Marks of headings, lists, quotations, emphasis and tables say nothing of numbers. */
function withoutMarks(line: string): string {
  return line
    .replace(/^\s*(?:#{1,6}|>+|[-*+])\s+/, '')
    .replace(/^\s*\|?[\s:|-]+\|[\s:|-]*$/, '')
    .replace(/\*\*|__|`/g, '')
    .replace(/\s*\|\s*/g, ' ');
}
