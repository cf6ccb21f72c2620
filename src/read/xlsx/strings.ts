import { overLimit } from '../limits.ts';
import { MAIN } from './book.ts';
import type { PieceReader } from './pieces.ts';
import { PackedStrings, ReadyStrings } from './string-table.ts';
import { type PartPlace, Tags } from './tags.ts';
import { assertOpenText, cellText, plainText } from './text.ts';
import { Broken } from './unfamiliar.ts';

const LESS = 0x3c;
/** Around and between texts, as nearly all are written. */
const [OPEN, CLOSE] = ['<si><t>', '</t></si>'];
const [BEFORE, AFTER] = [Buffer.from(OPEN), Buffer.from(CLOSE)];

/** Reads a `sharedStrings.xml` that came whole. Where all texts are plain, cutting one string is all there is to do. */
export function readStrings(bytes: Buffer, place: PartPlace): ReadyStrings {
  const table = new ReadyStrings(place);
  const tags = new Tags(bytes, place);
  if (!tags.openRoot('sst', MAIN)) throw new Broken();
  const end = bytes.lastIndexOf('</sst>');
  const body = tags.prefix === '' && end >= tags.position ? bytes.toString('utf8', tags.position, end) : '';
  // A comment may hold what looks like the end of a text.
  if (body.startsWith(OPEN) && body.endsWith(CLOSE) && !body.includes('<!')) {
    addBetween(body.slice(OPEN.length, -CLOSE.length), table, place);
    tags.position = end;
  }
  addTexts(tags, table, place);
  return table;
}

/** Texts cut out of a string that begins within the first and ends within the last of them. */
function addBetween(body: string, table: ReadyStrings, place: PartPlace): void {
  const isPlain = !/[&\r]|_x/.test(body);
  for (const text of body.split(CLOSE + OPEN)) {
    if (text.includes('<')) addTexts(new Tags(Buffer.from(OPEN + text + CLOSE), place), table, place);
    else table.add(isPlain ? text : plainText(text));
  }
}

/** Texts of any make, to the end. */
function addTexts(tags: Tags, table: ReadyStrings, place: PartPlace): void {
  for (let text = nextText(tags, place); text !== null; text = nextText(tags, place)) table.add(text);
  tags.assertEnd();
}

/** The next text of any make; `null` when none has come whole. */
function nextText(tags: Tags, place: PartPlace): string | null {
  for (;;) {
    const { position, depth } = tags;
    if (!tags.next()) return null;
    if (!tags.is('si') || tags.isClosing) continue;
    const text = tags.isEmpty ? '' : readRuns(tags, 'si', place);
    // Cut off: begun anew when the rest has come.
    if (text === null) Object.assign(tags, { position, depth });
    return text;
  }
}

/** Reads a `sharedStrings.xml` that comes in pieces. */
export class StringScanner implements PieceReader {
  readonly table: PackedStrings;
  private readonly tags: Tags;
  private isOpen = false;

  constructor(private readonly place: PartPlace) {
    this.table = new PackedStrings(place);
    this.tags = new Tags(Buffer.alloc(0), place);
  }

  /** Reads as far as whole texts go; returns where it stopped. */
  push(bytes: Buffer, from: number, to: number, isLast: boolean): number {
    const { tags, table } = this;
    tags.refill(bytes, from, to);
    if (!this.isOpen) this.isOpen = tags.openRoot('sst', MAIN);
    while (this.isOpen) {
      if (tags.prefix === '') tags.position = this.plainTexts(bytes, tags.position, to);
      const text = nextText(tags, this.place);
      if (text === null) break;
      table.add(text);
    }
    if (isLast) tags.assertEnd();
    return tags.position;
  }

  /** Texts of one run without attributes, up to the first that is otherwise. */
  private plainTexts(bytes: Buffer, start: number, to: number): number {
    let at = start;
    for (;;) {
      if (!matches(bytes, at, BEFORE)) return at;
      const from = at + BEFORE.length;
      let end = from;
      while (end < to && bytes[end] !== LESS) end++;
      if (end + AFTER.length > to || !matches(bytes, end, AFTER)) return at;
      this.table.addBytes(bytes, from, end);
      at = end + AFTER.length;
    }
  }
}

function matches(bytes: Buffer, at: number, mark: Buffer): boolean {
  for (let index = 0; index < mark.length; index++) {
    if (bytes[at + index] !== mark[index]) return false;
  }
  return true;
}

/** Text up to the closing tag `end`: every `<t>` not in a phonetic run (注音); `null` when it is cut off. */
export function readRuns(tags: Tags, end: string, place: PartPlace): string | null {
  let text = '';
  let isPhonetic = false;
  let from = -1;
  while (tags.next()) {
    if (tags.isClosing) {
      if (tags.is('t')) {
        if (from !== -1) text += cellText(tags.bytes, from, tags.tagStart, place);
        if (text.length > place.limits.text) throw overLimit(place.limits, 'text', text.length, place.part);
        from = -1;
      } else if (tags.is('rPh')) isPhonetic = false;
      else if (tags.is(end)) return text;
    } else if (tags.is('t')) from = isPhonetic || tags.isEmpty ? -1 : tags.textStart;
    else if (tags.is('rPh')) isPhonetic = !tags.isEmpty;
  }
  if (from !== -1) assertOpenText(from, tags.position, place);
  return null;
}
