const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const BANG = 0x21;
const QUESTION = 0x3f;
const DASH = 0x2d;

/** The XML is written in a way this reader does not know; the library is asked instead. */
export class Unfamiliar extends Error {}

/**
 * Walks over the tags of one XML part, byte by byte, without building anything. Offsets into `bytes` stand
 * in the fields; text between two tags runs from `textStart` to the next tag's `tagStart`.
 * Throws `Unfamiliar` for document types, CDATA and tags that do not end.
 */
export class Tags {
  tagStart = 0;
  textStart = 0;
  nameStart = 0;
  nameEnd = 0;
  isClosing = false;
  isEmpty = false;
  attributeStart = 0;
  attributeEnd = 0;
  valueStart = 0;
  valueEnd = 0;
  private position: number;
  private attributesFrom = 0;
  private attributesTo = 0;

  constructor(
    readonly bytes: Buffer,
    from = 0,
    private readonly to = bytes.length,
  ) {
    this.position = from;
  }

  /** Moves to the next tag; `false` at the end of the part. */
  next(): boolean {
    const { bytes, to } = this;
    for (;;) {
      let at = this.position;
      while (at < to && bytes[at] !== LESS) at++;
      if (at >= to) return false;
      const mark = bytes[at + 1];
      if (mark === BANG || mark === QUESTION) {
        this.position = this.skipSpecial(at, mark);
        continue;
      }
      this.tagStart = at;
      this.isClosing = mark === SLASH;
      this.readTag(this.isClosing ? at + 2 : at + 1);
      return true;
    }
  }

  /** Comments and processing instructions are passed over, anything else beginning with `<!` is not. */
  private skipSpecial(at: number, mark: number): number {
    if (mark === BANG && (this.bytes[at + 2] !== DASH || this.bytes[at + 3] !== DASH)) throw new Unfamiliar();
    const dashes = mark === BANG ? 2 : 0;
    const last = mark === BANG ? DASH : QUESTION;
    for (let end = at + 2 + 2 * dashes; end < this.to; end++) {
      const isEnd = this.bytes[end] === GREATER && this.bytes[end - 1] === last;
      if (isEnd && (dashes === 0 || this.bytes[end - 2] === DASH)) return end + 1;
    }
    throw new Unfamiliar();
  }

  private readTag(from: number): void {
    const { bytes, to } = this;
    let at = from;
    while (at < to && (bytes[at] as number) > 0x20 && bytes[at] !== GREATER && bytes[at] !== SLASH) at++;
    this.nameStart = from;
    this.nameEnd = at;
    this.attributesFrom = at;
    let quote = 0;
    while (at < to) {
      const byte = bytes[at] as number;
      if (quote !== 0) {
        if (byte === quote) quote = 0;
      } else if (byte === GREATER) break;
      else if (byte === QUOTE || byte === APOSTROPHE) quote = byte;
      at++;
    }
    if (at >= to) throw new Unfamiliar();
    this.isEmpty = bytes[at - 1] === SLASH;
    this.attributesTo = this.isEmpty ? at - 1 : at;
    this.position = at + 1;
    this.textStart = at + 1;
  }

  /** Whether the tag is called `name` (ASCII). */
  is(name: string): boolean {
    return this.reads(name, this.nameStart, this.nameEnd);
  }

  /** Moves to the next attribute of this tag; `false` after the last. */
  nextAttribute(): boolean {
    const { bytes, attributesTo } = this;
    let at = this.attributesFrom;
    while (at < attributesTo && (bytes[at] as number) <= 0x20) at++;
    if (at >= attributesTo) return false;
    this.attributeStart = at;
    while (at < attributesTo && bytes[at] !== EQUALS && (bytes[at] as number) > 0x20) at++;
    this.attributeEnd = at;
    while (at < attributesTo && bytes[at] !== QUOTE && bytes[at] !== APOSTROPHE) at++;
    const quote = bytes[at];
    this.valueStart = ++at;
    while (at < attributesTo && bytes[at] !== quote) at++;
    if (at >= attributesTo) throw new Unfamiliar();
    this.valueEnd = at;
    this.attributesFrom = at + 1;
    return true;
  }

  /** Whether the current attribute is called `name` (ASCII). */
  attributeIs(name: string): boolean {
    return this.reads(name, this.attributeStart, this.attributeEnd);
  }

  /** Whether the current attribute's value is `value` (ASCII). */
  valueIs(value: string): boolean {
    return this.reads(value, this.valueStart, this.valueEnd);
  }

  private reads(text: string, from: number, to: number): boolean {
    if (to - from !== text.length) return false;
    for (let index = 0; index < text.length; index++) {
      if (this.bytes[from + index] !== text.charCodeAt(index)) return false;
    }
    return true;
  }

  /** The current attribute's value as a whole number without sign. */
  valueNumber(): number {
    return wholeNumber(this.bytes, this.valueStart, this.valueEnd);
  }

  /** The current attribute's value as text. */
  value(): string {
    return textBetween(this.bytes, this.valueStart, this.valueEnd);
  }

  /** All attributes of this tag by name, for tags that are few. */
  attributes(): ReadonlyMap<string, string> {
    const found = new Map<string, string>();
    while (this.nextAttribute()) {
      found.set(this.bytes.toString('latin1', this.attributeStart, this.attributeEnd), this.value());
    }
    return found;
  }
}

/** Digits straight to a number: indexes of styles and strings are by far the most frequent values. */
export function wholeNumber(bytes: Buffer, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at++) {
    const digit = (bytes[at] as number) - 0x30;
    if (digit >= 0 && digit <= 9) number = number * 10 + digit;
    else if ((bytes[at] as number) > 0x20) throw new Unfamiliar();
  }
  return number;
}

/** Text of an XML part: UTF-8, entities resolved, line ends as XML wants them. */
export function textBetween(bytes: Buffer, from: number, to: number): string {
  if (from >= to) return '';
  const text = bytes.toString('utf8', from, to);
  const lines = text.includes('\r') ? text.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : text;
  return lines.includes('&') ? resolveEntities(lines) : lines;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function resolveEntities(text: string): string {
  let resolved = '';
  let from = 0;
  for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', from)) {
    const end = text.indexOf(';', at);
    if (end === -1) throw new Unfamiliar();
    resolved += text.slice(from, at) + entity(text.slice(at + 1, end));
    from = end + 1;
  }
  return resolved + text.slice(from);
}

function entity(name: string): string {
  if (!name.startsWith('#')) {
    const character = ENTITIES[name];
    if (character === undefined) throw new Unfamiliar();
    return character;
  }
  const isHex = name[1] === 'x' || name[1] === 'X';
  const code = isHex ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  if (!(code >= 0 && code <= 0x10ffff)) throw new Unfamiliar();
  return String.fromCodePoint(code);
}
