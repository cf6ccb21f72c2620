import { crc32 } from 'node:zlib';

/** What the directory says of an entry besides what is true of it. */
export interface EntryFacts {
  readonly flags?: number;
  readonly extra?: Buffer;
  readonly size?: number;
}

/** A ZIP with its parts stored as they are; names may be bytes in any encoding. */
export function zipOf(parts: readonly Part[]): Buffer {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [rawName, rawContent, { flags = 0, extra = Buffer.alloc(0), size }] of parts.map(withFacts)) {
    const [name, content] = [Buffer.from(rawName as string), Buffer.from(rawContent as string)];
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(flags, 2);
    facts.writeUInt32LE(crc32(content), 10);
    facts.writeUInt32LE(content.length, 14);
    facts.writeUInt32LE(content.length, 18);
    facts.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    local.push(Buffer.from('PK\x03\x04'), Buffer.from(facts), name, content);
    facts.writeUInt32LE(size ?? content.length, 18);
    facts.writeUInt16LE(extra.length, 24);
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), facts, place, name, extra);
    offset += 30 + name.length + content.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, ...directory, end]);
}

type Part = readonly [string | Buffer, string | Buffer, EntryFacts?];

function withFacts([name, content, facts = {}]: Part): readonly [
  string | Buffer,
  string | Buffer,
  EntryFacts,
] {
  return [name, content, facts];
}
