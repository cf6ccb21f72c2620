import { overLimit } from '../limits.ts';
import type { PartPlace } from './tags.ts';
import { cellText } from './text.ts';

/** The shared strings of a workbook, by their index. */
export interface StringTable {
  readonly count: number;
  /** The text of an index below `count`. */
  at(index: number): string;
}

/** Texts of a part that is small enough to be held as strings. */
export class ReadyStrings implements StringTable {
  private readonly texts: string[] = [];

  constructor(private readonly place: PartPlace) {}

  get count(): number {
    return this.texts.length;
  }

  add(text: string): void {
    const { limits, part } = this.place;
    if (this.texts.length >= limits.strings) throw overLimit(limits, 'strings', this.count + 1, part);
    if (text.length > limits.text) throw overLimit(limits, 'text', text.length, part);
    this.texts.push(text);
  }

  at(index: number): string {
    return this.texts[index] as string;
  }
}

/** Bytes of one segment, as a power of two, so that a place in all of them is one number of 32 bits. */
const SEGMENT_BITS = 22;
const SEGMENT = 2 ** SEGMENT_BITS;
/** Texts kept once they were asked for: of those that share a slot, the last. */
const KEPT = 2 ** 16;

/**
 * Texts of a large part: kept as bytes, made a string when a cell asks. A register of a million rows has as
 * many texts, nearly none of them twice, and as strings they would not fit beside it.
 */
export class PackedStrings implements StringTable {
  count = 0;
  private starts = new Uint32Array(1024);
  private lengths = new Uint32Array(1024);
  private readonly segments: Buffer[] = [];
  private used = SEGMENT;
  /** Texts of several runs, joined when they were read. */
  private readonly joined = new Map<number, string>();
  private readonly keys = new Int32Array(KEPT).fill(-1);
  private readonly kept: string[] = new Array(KEPT).fill('');

  constructor(private readonly place: PartPlace) {}

  /** Text of its own bytes, as it stands between two tags. */
  addBytes(bytes: Buffer, from: number, to: number): void {
    const length = to - from;
    if (length > SEGMENT) {
      this.add(cellText(bytes, from, to, this.place));
      return;
    }
    const index = this.next();
    if (this.used + length > SEGMENT) {
      this.segments.push(Buffer.allocUnsafeSlow(SEGMENT));
      this.used = 0;
    }
    bytes.copy(this.segments.at(-1) as Buffer, this.used, from, to);
    this.lengths[index] = length;
    this.starts[index] = (this.segments.length - 1) * SEGMENT + this.used;
    this.used += length;
  }

  add(text: string): void {
    const index = this.next();
    // An empty one is no bytes; millions of them would fill the map.
    if (text !== '') this.joined.set(index, text);
  }

  private next(): number {
    const { limits, part } = this.place;
    if (this.count >= limits.strings) throw overLimit(limits, 'strings', this.count + 1, part);
    if (this.count === this.starts.length) {
      this.starts = grown(this.starts);
      this.lengths = grown(this.lengths);
    }
    return this.count++;
  }

  at(index: number): string {
    const slot = index & (KEPT - 1);
    if (this.keys[slot] !== index) {
      this.kept[slot] = this.make(index);
      this.keys[slot] = index;
    }
    return this.kept[slot] as string;
  }

  private make(index: number): string {
    const joined = this.joined.size === 0 ? undefined : this.joined.get(index);
    if (joined !== undefined) return joined;
    const start = this.starts[index] as number;
    const from = start & (SEGMENT - 1);
    const bytes = this.segments[start >>> SEGMENT_BITS] as Buffer;
    return cellText(bytes, from, from + (this.lengths[index] as number), this.place);
  }
}

function grown(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
}
