import { crc32, deflateRawSync, constants as zlib } from 'node:zlib';

/** Packed bytes whose plain form may be far too large to hold. Sizes in bytes. */
export interface Packed {
  readonly packed: Buffer;
  readonly size: number;
  readonly crc: number;
}

/** One entry of a ZIP, and where its headers are to lie about it. */
export interface Part {
  readonly name: string | Buffer;
  readonly content: string | Buffer | Packed;
  /** 8 unless said otherwise; 0 stores. */
  readonly method?: number;
  /** What the headers say instead of the truth. */
  readonly claims?: {
    readonly size?: number;
    readonly packedSize?: number;
    readonly crc?: number;
    readonly method?: number;
    readonly offset?: number;
    readonly flags?: number;
    /** Only in the local header. */
    readonly localName?: string;
    readonly localSize?: number;
  };
  readonly extra?: Buffer;
  /** Damages the packed bytes. */
  readonly damage?: (packed: Buffer) => Buffer;
  /** Written as a stream: sizes and checksum stand behind the packed bytes, and are 0 in front of them. */
  readonly streamed?: boolean;
  /** Leaves the entry out of the directory. */
  readonly unlisted?: boolean;
}

export interface Frame {
  readonly before?: Buffer;
  readonly after?: Buffer;
  readonly comment?: Buffer;
  readonly count?: number;
  readonly directoryOffset?: number;
}

export function zip(parts: readonly Part[], frame: Frame = {}): Buffer {
  const body: Buffer[] = [];
  const directory: Buffer[] = [];
  // As a self-extracting archive does it: what stands before is counted.
  let at = frame.before?.length ?? 0;
  for (const part of parts) {
    const { local, central } = entry(part, at);
    body.push(local);
    if (part.unlisted !== true) directory.push(central);
    at += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = endOfDirectory({
    count: frame.count ?? directory.length,
    size: listed.length,
    offset: frame.directoryOffset ?? at,
    comment: frame.comment ?? Buffer.alloc(0),
  });
  return Buffer.concat([
    frame.before ?? Buffer.alloc(0),
    ...body,
    listed,
    end,
    frame.after ?? Buffer.alloc(0),
  ]);
}

function entry(part: Part, at: number): { readonly local: Buffer; readonly central: Buffer } {
  const name = Buffer.from(part.name as string);
  const { packed: whole, size, crc } = pack(part.content, part.method ?? 8);
  const packed = part.damage?.(whole) ?? whole;
  const extra = part.extra ?? Buffer.alloc(0);
  const says = part.claims ?? {};
  const isStreamed = part.streamed === true;
  const facts = (plainSize: number, nameLength: number, isLater = false) => {
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(says.flags ?? (isStreamed ? 0x808 : 0x800), 2);
    head.writeUInt16LE(says.method ?? part.method ?? 8, 4);
    if (!isLater) head.writeUInt32LE(says.crc ?? crc, 10);
    if (!isLater) head.writeUInt32LE(says.packedSize ?? packed.length, 14);
    if (!isLater) head.writeUInt32LE(plainSize, 18);
    head.writeUInt16LE(nameLength, 22);
    head.writeUInt16LE(extra.length, 24);
    return head;
  };
  const localName = says.localName === undefined ? name : Buffer.from(says.localName);
  const place = Buffer.alloc(14);
  place.writeUInt32LE(says.offset ?? at, 10);
  return {
    local: Buffer.concat([
      Buffer.from('PK\x03\x04'),
      facts(says.localSize ?? says.size ?? size, localName.length, isStreamed),
      localName,
      extra,
      packed,
      isStreamed ? descriptor(crc, packed.length, size) : Buffer.alloc(0),
    ]),
    central: Buffer.concat([
      Buffer.from('PK\x01\x02\x14\x00'),
      facts(says.size ?? size, name.length),
      place,
      name,
      extra,
    ]),
  };
}

function descriptor(crc: number, packedSize: number, size: number): Buffer {
  const bytes = Buffer.from('PK\x07\x08'.padEnd(16, '\0'), 'latin1');
  bytes.writeUInt32LE(crc, 4);
  bytes.writeUInt32LE(packedSize, 8);
  bytes.writeUInt32LE(size, 12);
  return bytes;
}

function pack(content: Part['content'], method: number): Packed {
  if (typeof content === 'object' && 'packed' in content) return content;
  const plain = Buffer.from(content as string);
  return {
    packed: method === 0 ? plain : deflateRawSync(plain),
    size: plain.length,
    crc: crc32(plain),
  };
}

export function endOfDirectory(facts: {
  readonly count: number;
  readonly size: number;
  readonly offset: number;
  readonly comment: Buffer;
}): Buffer {
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(facts.count, 8);
  end.writeUInt16LE(facts.count, 10);
  end.writeUInt32LE(facts.size, 12);
  end.writeUInt32LE(facts.offset, 16);
  end.writeUInt16LE(facts.comment.length, 20);
  return Buffer.concat([end, facts.comment]);
}

/**
 * `head`, then `times` × `block`, then `tail`, packed without ever being held: a block flushed in full can be
 * repeated as it is. This is how a few kilobytes become gigabytes.
 */
export function repeated(head: string, block: Buffer, times: number, tail: string): Packed {
  const flushed = (plain: Buffer) => deflateRawSync(plain, { level: 9, finishFlush: zlib.Z_FULL_FLUSH });
  const one = flushed(block);
  let crc = crc32(Buffer.from(head));
  for (let count = 0; count < times; count++) crc = crc32(block, crc);
  const packed = [flushed(Buffer.from(head)), ...Array.from({ length: times }, () => one)];
  return {
    packed: Buffer.concat([...packed, deflateRawSync(Buffer.from(tail))]),
    size: Buffer.byteLength(head) + block.length * times + Buffer.byteLength(tail),
    crc: crc32(Buffer.from(tail), crc),
  };
}
