import { type PartPlace, Tags } from './xlsx/tags.ts';
import { asUtf8 } from './xlsx/text.ts';
import { Broken, refusalOf } from './xlsx/unfamiliar.ts';

/**
 * XML that the spreadsheet library is to read, as it can bear it: without comments and instructions, and with CDATA as other text. Before, its
 * tags are gone over, since the library passes over a document type and reads what breaks off as far as it goes. Throws
 * `UnreadableError` for both, for elements closed in the wrong order and for those nested too deep.
 * The text has to be in UTF-8 already, whatever it says of itself.
 */
export function guardedXml(xml: Buffer, place: PartPlace): Buffer {
  refusing(place, () => walk(new Tags(xml, place)));
  const holdsAsides = xml.includes('<!') || xml.includes('<?', 1);
  return holdsAsides ? Buffer.from(xml.toString('utf8').replace(ASIDE, plain)) : xml;
}

/** The same for a part of a ZIP, in whatever encoding it says it is. */
export function guardedPart(bytes: Buffer, place: PartPlace): Buffer {
  return guardedXml(
    refusing(place, () => asUtf8(bytes)),
    place,
  );
}

const ASIDE = /<\?(?!xml\s)[\s\S]*?\?>|<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>/g;

function plain(_: string, text = ''): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
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
