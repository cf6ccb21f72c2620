/** An OLE2 container ([MS-CFB]) is a small file system: sectors, chained by a table. */
const HEADER_BYTES = 512;
const DIRECTORY_ENTRY_BYTES = 128;
const NAME_BYTES = 64;
const STREAM = 2;
const ROOT = 5;
const HEADER_DIFAT = 109;
/** Sector numbers from here on are marks, not sectors. */
const FIRST_MARK = 0xfffffffa;

/** A container that cannot be followed: a chain that turns back, or leads out of the file. */
class Untraceable extends Error {}

/**
 * The bytes of the first of the streams called `names` that an OLE2 container holds; `null` where there is none or the container
 * cannot be followed. Only walks, trusts no number: every chain ends after as many steps as there are sectors.
 */
export function compoundStream(bytes: Buffer, names: readonly string[]): Buffer | null {
  try {
    return new Container(bytes).stream(names);
  } catch (error) {
    if (error instanceof Untraceable || error instanceof RangeError) return null;
    throw error;
  }
}

class Container {
  private readonly sectorBytes: number;
  private readonly fat: Buffer;

  constructor(private readonly bytes: Buffer) {
    this.sectorBytes = 2 ** Math.min(bytes.readUInt16LE(30), 16);
    this.fat = Buffer.concat(this.fatSectors().map((sector) => this.sector(sector)));
  }

  stream(names: readonly string[]): Buffer | null {
    const directory = this.chain(this.bytes.readUInt32LE(48));
    const root = entryWhere(directory, (entry) => entry[66] === ROOT);
    for (const name of names) {
      const entry = entryWhere(
        directory,
        (candidate) => candidate[66] === STREAM && nameOf(candidate) === name,
      );
      if (entry !== null) return this.content(entry, root);
    }
    return null;
  }

  private content(entry: Buffer, root: Buffer | null): Buffer {
    const [start, size] = [entry.readUInt32LE(116), entry.readUInt32LE(120)];
    if (size >= this.bytes.readUInt32LE(56)) return this.chain(start).subarray(0, size);
    if (root === null) throw new Untraceable();
    return this.miniChain(start, this.chain(root.readUInt32LE(116))).subarray(0, size);
  }

  private sector(number: number): Buffer {
    const from =
      HEADER_BYTES +
      number * this.sectorBytes +
      (this.sectorBytes - HEADER_BYTES) * Number(this.sectorBytes > HEADER_BYTES);
    if (from >= this.bytes.length) throw new Untraceable();
    return this.bytes.subarray(from, from + this.sectorBytes);
  }

  /** The first 109 sectors of the table stand in the header, the rest in sectors of their own. */
  private fatSectors(): number[] {
    const sectors = numbersIn(this.bytes.subarray(76, 76 + 4 * HEADER_DIFAT));
    let next = this.bytes.readUInt32LE(68);
    for (let left = this.sectorCount; next < FIRST_MARK; left--) {
      if (left === 0) throw new Untraceable();
      const more = numbersIn(this.sector(next));
      next = more.pop() ?? FIRST_MARK;
      sectors.push(...more);
    }
    return sectors.filter((sector) => sector < FIRST_MARK);
  }

  private get sectorCount(): number {
    return Math.ceil(this.bytes.length / this.sectorBytes);
  }

  private chain(start: number): Buffer {
    return Buffer.concat(this.links(start, this.fat, this.sectorCount).map((sector) => this.sector(sector)));
  }

  private miniChain(start: number, stream: Buffer): Buffer {
    const size = 2 ** Math.min(this.bytes.readUInt16LE(32), 16);
    const table = this.chain(this.bytes.readUInt32LE(60));
    const links = this.links(start, table, Math.ceil(stream.length / size));
    return Buffer.concat(links.map((sector) => stream.subarray(sector * size, (sector + 1) * size)));
  }

  private links(start: number, table: Buffer, most: number): number[] {
    const links: number[] = [];
    for (let at = start; at < FIRST_MARK; at = table.readUInt32LE(4 * at)) {
      if (links.length > most) throw new Untraceable();
      links.push(at);
    }
    return links;
  }
}

function entryWhere(directory: Buffer, holds: (entry: Buffer) => boolean): Buffer | null {
  for (let at = 0; at + DIRECTORY_ENTRY_BYTES <= directory.length; at += DIRECTORY_ENTRY_BYTES) {
    const entry = directory.subarray(at, at + DIRECTORY_ENTRY_BYTES);
    if (holds(entry)) return entry;
  }
  return null;
}

function nameOf(entry: Buffer): string {
  const length = Math.min(entry.readUInt16LE(64), NAME_BYTES);
  return entry.toString('utf16le', 0, Math.max(0, length - 2));
}

function numbersIn(bytes: Buffer): number[] {
  return Array.from({ length: bytes.length >> 2 }, (_, index) => bytes.readUInt32LE(4 * index));
}
