import { type Limits, overLimit } from '../limits.ts';
import { UnreadableError } from '../unreadable.ts';
import { type PartPlace, Tags } from '../xlsx/tags.ts';
import { asUtf8, textBetween } from '../xlsx/text.ts';
import { Broken, refusalOf, Unfamiliar } from '../xlsx/unfamiliar.ts';
import { assertNothingBetween, assertPartNames, partKey, type ZipEntry, zipContent } from '../zip.ts';

export const WORD_PART = 'word/document.xml';

const NAMESPACES = [
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
];
/** What stands a second time for older programs, and what a tracked change has moved away. */
const LEFT_OUT = /(?:^|:)(?:Fallback|moveFrom)$/;

/**
 * Paragraphs of the body, those in tables and text boxes among them; deleted text is not there any more. Notes, headers and
 * numbers that Word makes itself are not read. Throws `UnreadableError`.
 */
export function readDocx(bytes: Buffer, entries: readonly ZipEntry[], limits: Limits): string[] {
  assertPartNames(entries);
  assertNothingBetween(bytes, entries);
  const entry = entries.find(({ name }) => partKey(name) === WORD_PART);
  if (entry === undefined) throw new UnreadableError('damaged', { part: WORD_PART });
  if (entry.size > limits.part) throw overLimit(limits, 'part', entry.size, WORD_PART);
  try {
    return paragraphsIn(asUtf8(zipContent(bytes, entry, limits)), { part: WORD_PART, limits });
  } catch (error) {
    if (error instanceof Unfamiliar) throw new UnreadableError('damaged', { part: WORD_PART });
    throw refusalOf(error, WORD_PART) ?? error;
  }
}

function paragraphsIn(xml: Buffer, place: PartPlace): string[] {
  const tags = new Tags(xml, place);
  if (!tags.openRoot('document', NAMESPACES)) throw new Broken();
  const done: string[] = [];
  /** A text box stands within a paragraph and holds paragraphs of its own. */
  const open: string[] = [];
  let outside = Number.POSITIVE_INFINITY;
  const add = (text: string) => {
    if (open.length > 0 && tags.depth < outside) open[open.length - 1] += text;
  };
  while (tags.next()) {
    const isStart = !tags.isClosing;
    if (tags.depth < outside) outside = Number.POSITIVE_INFINITY;
    if (isStart && !tags.isEmpty && outside === Number.POSITIVE_INFINITY && LEFT_OUT.test(nameOf(tags)))
      outside = tags.depth;
    if (tags.is('p') && !tags.isEmpty) {
      if (isStart) open.push('');
      else done.push(open.pop() ?? '');
    } else if (isStart && (tags.is('tab') || tags.is('br') || tags.is('cr'))) add(' ');
    else if (isStart && !tags.isEmpty && tags.is('t')) {
      const from = tags.textStart;
      if (!tags.next() || !tags.is('t') || !tags.isClosing) throw new Broken();
      add(textBetween(xml, from, tags.tagStart));
    }
  }
  tags.assertEnd();
  return done;
}

function nameOf({ bytes, nameStart, nameEnd }: Tags): string {
  return bytes.toString('latin1', nameStart, nameEnd);
}
