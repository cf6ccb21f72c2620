import { type PartPlace, Tags } from './xlsx/tags.ts';
import { asUtf8 } from './xlsx/text.ts';
import { Broken, refusalOf } from './xlsx/unfamiliar.ts';

/**
 * Goes over the tags of XML that the spreadsheet library is to read, before it sees it: the library passes over a
 * document type and reads what breaks off as far as it goes. Throws `UnreadableError` for both, for elements closed in
 * the wrong order and for those nested too deep. The text has to be in UTF-8 already, whatever it says of itself.
 */
export function assertXml(bytes: Buffer, place: PartPlace): void {
  refusing(place, () => walk(new Tags(bytes, place)));
}

/** A part of a ZIP as UTF-8, in which the library takes it, once its tags were looked at. */
export function guardedXml(bytes: Buffer, place: PartPlace): Buffer {
  const xml = refusing(place, () => asUtf8(bytes));
  assertXml(xml, place);
  return xml;
}

function refusing<T>({ part }: PartPlace, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw refusalOf(error, part) ?? error;
  }
}

function walk(tags: Tags): void {
  const open: [from: number, to: number][] = [];
  let hasRoot = false;
  while (tags.next()) {
    const { nameStart, nameEnd, isClosing, isEmpty, bytes } = tags;
    // What stands behind the root would be a second one.
    if (open.length === 0 && hasRoot) throw new Broken();
    hasRoot = true;
    if (isEmpty) continue;
    if (!isClosing) open.push([nameStart, nameEnd]);
    else {
      const [from, to] = open.pop() ?? [0, 0];
      if (bytes.compare(bytes, from, to, nameStart, nameEnd) !== 0) throw new Broken();
    }
  }
  tags.assertEnd();
  if (!hasRoot) throw new Broken();
}
