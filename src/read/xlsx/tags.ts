import { type Limits, overLimit } from '../limits.ts';
import { textBetween, wholeNumber } from './text.ts';
import { Broken, DocumentType, Unfamiliar } from './unfamiliar.ts';

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const BANG = 0x21;
const QUESTION = 0x3f;
const COLON = 0x3a;

/** The part that is read, as refusals name it, and the limits it is held to. */
export interface PartPlace {
  readonly part: string;
  readonly limits: Limits;
}

/**
 * Walks over the tags of one XML part, byte by byte, without building anything. Offsets into `bytes` stand
 * in the fields; text between two tags runs from `textStart` to the next tag's `tagStart`. The part may come
 * in pieces: what is cut off at the end of one is left, and `refill` goes on with it.
 * Throws `DocumentType` for one, `Broken` for what is no tag and for elements closed too often.
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
  /** Where the walk goes on; after the last whole tag, the start of what is cut off or the end. */
  position: number;
  /** Elements open at `position`. */
  depth = 0;
  /** What stands before every name of the part's own namespace, with its colon. */
  prefix = '';
  private isOwn = true;
  private attributesFrom = 0;
  private attributesTo = 0;

  constructor(
    public bytes: Buffer,
    private readonly place: PartPlace,
    private to = bytes.length,
  ) {
    this.position = 0;
  }

  /** Goes on with other bytes, of which those up to `to` are valid. */
  refill(bytes: Buffer, from: number, to: number): void {
    this.bytes = bytes;
    this.position = from;
    this.to = to;
  }

  /** Moves to the next whole tag; `false` when none is left. */
  next(): boolean {
    const { bytes, to } = this;
    for (;;) {
      let at = this.position;
      while (at < to && bytes[at] !== LESS) at++;
      this.position = at;
      if (at + 1 >= to) return false;
      const mark = bytes[at + 1];
      if (mark === BANG || mark === QUESTION) {
        const end = this.endOfSpecial(at);
        if (end === -1) return false;
        this.position = end;
        continue;
      }
      return this.readTag(at, mark === SLASH);
    }
  }

  /** Comments, CDATA and processing instructions are passed over; `-1` when cut off. */
  private endOfSpecial(at: number): number {
    const { bytes, to } = this;
    const starts = (mark: string) => bytes.toString('latin1', at, Math.min(at + mark.length, to));
    if (bytes[at + 1] === QUESTION) return this.endAfter('?>', at + 2);
    if (starts('<!--') === '<!--') return this.endAfter('-->', at + 4);
    if (starts('<![CDATA[') === '<![CDATA[') return this.endAfter(']]>', at + 9);
    if (at + 9 > to) return -1;
    throw starts('<!DOCTYPE').toUpperCase() === '<!DOCTYPE' ? new DocumentType() : new Broken();
  }

  private endAfter(mark: string, from: number): number {
    const end = this.bytes.indexOf(mark, from, 'latin1');
    return end === -1 || end + mark.length > this.to ? -1 : end + mark.length;
  }

  private readTag(start: number, isClosing: boolean): boolean {
    const { bytes, to } = this;
    const from = isClosing ? start + 2 : start + 1;
    let at = from;
    while (at < to && (bytes[at] as number) > 0x20 && bytes[at] !== GREATER && bytes[at] !== SLASH) {
      if (bytes[at] === LESS) throw new Broken();
      at++;
    }
    const nameEnd = at;
    let quote = 0;
    while (at < to) {
      const byte = bytes[at] as number;
      if (quote !== 0) {
        if (byte === quote) quote = 0;
      } else if (byte === GREATER) break;
      else if (byte === QUOTE || byte === APOSTROPHE) quote = byte;
      else if (byte === LESS) throw new Broken();
      at++;
    }
    if (at - start > this.place.limits.tag) throw this.overTag(at - start);
    if (at >= to) return false;
    if (nameEnd === from) throw new Broken();
    this.tagStart = start;
    this.isClosing = isClosing;
    this.isEmpty = !isClosing && bytes[at - 1] === SLASH;
    this.nameStart = from;
    this.nameEnd = nameEnd;
    this.attributesFrom = nameEnd;
    this.attributesTo = this.isEmpty ? at - 1 : at;
    this.position = at + 1;
    this.textStart = at + 1;
    if (this.prefix !== '') this.stripPrefix();
    this.countDepth();
    return true;
  }

  private overTag(found: number): Error {
    return overLimit(this.place.limits, 'tag', found, this.place.part);
  }

  private stripPrefix(): void {
    const end = this.nameStart + this.prefix.length;
    this.isOwn = end < this.nameEnd && this.reads(this.prefix, this.nameStart, end);
    if (this.isOwn) this.nameStart = end;
  }

  private countDepth(): void {
    if (this.isClosing) this.depth--;
    else if (!this.isEmpty) this.depth++;
    if (this.depth < 0) throw new Broken();
    const { limits, part } = this.place;
    if (this.depth > limits.depth) throw overLimit(limits, 'depth', this.depth, part);
  }

  /**
   * Moves to the root, which has to be called `name` in one of `namespaces`, and learns under what prefix
   * the part writes it. `false` when it has not come whole. Throws `Broken` for any other root and
   * `Unfamiliar` for another namespace.
   */
  openRoot(name: string, namespaces: readonly string[]): boolean {
    if (!this.next()) return false;
    const colon = this.bytes.subarray(this.nameStart, this.nameEnd).indexOf(COLON);
    const prefix = this.bytes.toString('latin1', this.nameStart, this.nameStart + colon + 1);
    if (!this.reads(name, this.nameStart + prefix.length, this.nameEnd)) throw new Broken();
    const declared = [...this.attributes()].filter(([attribute]) => /^xmlns(?::|$)/.test(attribute));
    const bound = declared
      .filter(([, value]) => namespaces.includes(value))
      .map(([attribute]) => (attribute === 'xmlns' ? '' : `${attribute.slice('xmlns:'.length)}:`));
    const isUndeclared =
      prefix === '' && bound.length === 0 && !declared.some(([attribute]) => attribute === 'xmlns');
    // Two prefixes for one namespace would give every name two spellings.
    if (!isUndeclared && (bound.length !== 1 || bound[0] !== prefix)) throw new Unfamiliar('namespace');
    this.prefix = prefix;
    return true;
  }

  /** Throws `Broken` unless the part has been walked to its end and all elements are closed. */
  assertEnd(): void {
    if (this.position < this.to || this.depth !== 0) throw new Broken();
  }

  /** Whether the tag is one of another namespace than the part's own. */
  get isForeign(): boolean {
    if (!this.isOwn) return true;
    for (let at = this.nameStart; at < this.nameEnd; at++) if (this.bytes[at] === COLON) return true;
    return false;
  }

  /** Whether the tag is called `name` (ASCII) in the part's own namespace. */
  is(name: string): boolean {
    return this.isOwn && this.reads(name, this.nameStart, this.nameEnd);
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
    if (at >= attributesTo) throw new Broken();
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

  /** The current attribute's value as a whole number without sign; `-1` for anything else. */
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
      const name = this.bytes.toString('latin1', this.attributeStart, this.attributeEnd);
      if (found.has(name)) throw new Broken();
      found.set(name, this.value());
    }
    return found;
  }
}
