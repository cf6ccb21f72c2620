import { crc32 } from 'node:zlib';

export interface StoredPart {
  readonly name: string;
  readonly content: Buffer;
}

const VERSION = 20;
const UTF8_NAMES = 0x0800;

/** A ZIP container with its parts as they are, not packed: for a reader that is to inflate nothing itself. */
export function storedZip(parts: readonly StoredPart[]): Buffer {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of parts) {
    const encoded = Buffer.from(name);
    const facts = factsOf(encoded, content);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    local.push(signature('PK\x03\x04'), facts, encoded, content);
    directory.push(signature('PK\x01\x02\x14\x00'), facts, place, encoded);
    offset += 30 + encoded.length + content.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(lengthOf(directory), 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, ...directory, signature('PK\x05\x06'), end]);
}

/** What stands in the local header and in the directory alike: version, flags, method 0, time, CRC, sizes, length of the name. */
function factsOf(name: Buffer, content: Buffer): Buffer {
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(VERSION, 0);
  facts.writeUInt16LE(UTF8_NAMES, 2);
  facts.writeUInt32LE(crc32(content), 10);
  facts.writeUInt32LE(content.length, 14);
  facts.writeUInt32LE(content.length, 18);
  facts.writeUInt16LE(name.length, 22);
  return facts;
}

function signature(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}

function lengthOf(pieces: readonly Buffer[]): number {
  return pieces.reduce((sum, { length }) => sum + length, 0);
}
