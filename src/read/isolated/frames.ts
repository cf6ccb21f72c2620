import { deserialize, serialize } from 'node:v8';

const HEAD_BYTES = 4;
/** No workbook within the limits comes near this; a length beyond it is no length. */
const MAX_FRAME_BYTES = 1_073_741_824;

/** One message between the program and a reader: four bytes of length (big-endian), then the value as V8 writes it. */
export function toFrame(value: unknown): Buffer {
  const body = serialize(value);
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUInt32BE(body.length);
  return Buffer.concat([head, body]);
}

/** Puts messages together from the pieces in which a pipe delivers them. */
export class FrameReader {
  private pieces: Buffer[] = [];
  private held = 0;
  private wanted = HEAD_BYTES;
  private isHead = true;

  /** The messages that are complete with this piece. Throws on what is no message. */
  push(piece: Buffer): unknown[] {
    this.pieces.push(piece);
    this.held += piece.length;
    const messages: unknown[] = [];
    while (this.held >= this.wanted) {
      const part = this.take(this.wanted);
      if (this.isHead) this.wanted = lengthIn(part);
      else {
        messages.push(deserialize(part));
        this.wanted = HEAD_BYTES;
      }
      this.isHead = !this.isHead;
    }
    return messages;
  }

  private take(length: number): Buffer {
    const all = this.pieces.length === 1 ? (this.pieces[0] as Buffer) : Buffer.concat(this.pieces);
    this.pieces = all.length === length ? [] : [all.subarray(length)];
    this.held = all.length - length;
    return all.subarray(0, length);
  }
}

function lengthIn(head: Buffer): number {
  const length = head.readUInt32BE();
  if (length > MAX_FRAME_BYTES) throw new RangeError(`a message of ${length} bytes`);
  return length;
}
