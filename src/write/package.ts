import { createHash } from 'node:crypto';
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

/** A part as it lies in its package: its record in the directory, and its bytes from its own header to the next. */
interface Entry {
  readonly name: string;
  readonly record: Buffer;
  readonly chunk: Buffer;
}

const END = Buffer.from('PK\x05\x06', 'latin1');
const [END_SIZE, RECORD_SIZE, HEADER_SIZE] = [22, 46, 30];
/** 1 January 1980, the first day a ZIP knows: the same package is to be the same bytes whenever it is written. */
const NO_DAY = 0x21;
const UTF8 = 0x800;

/** How to make the first package out of a later one: names of parts to copy as they lie, and numbers of bytes kept beside. */
interface Recipe {
  readonly sha256: string;
  readonly chunks: readonly (string | number)[];
}

/**
 * The package of an .xlsx, of which some parts change. The others keep the very bytes they are packed in, and their
 * order. The package has been read before, so that its directory is sound.
 */
export class Package {
  private readonly entries: readonly Entry[];
  /** The directory and the end record. */
  private readonly tail: Buffer;
  private readonly changed = new Map<string, Buffer | null>();

  constructor(private readonly bytes: Buffer) {
    const end = bytes.lastIndexOf(END);
    const directory = bytes.readUInt32LE(end + 16);
    this.entries = entriesOf(bytes, directory, bytes.readUInt16LE(end + 10));
    this.tail = bytes.subarray(directory);
  }

  /** In the order of the directory; new parts last. */
  names(): string[] {
    const known = this.entries.map(({ name }) => name);
    const added = [...this.changed.keys()].filter((name) => !known.includes(name));
    return [...known, ...added].filter((name) => this.changed.get(name) !== null);
  }

  /** Parts that were put or removed. */
  changedNames(): readonly string[] {
    return [...this.changed.keys()];
  }

  has(name: string): boolean {
    const changed = this.changed.get(name);
    return changed === undefined ? this.entries.some((entry) => entry.name === name) : changed !== null;
  }

  /** `null` for a part that is not there. */
  content(name: string): Buffer | null {
    const changed = this.changed.get(name);
    if (changed !== undefined) return changed;
    const entry = this.entries.find((one) => one.name === name);
    return entry === undefined ? null : unpacked(entry);
  }

  /** The part as text; `null` for one that is not there or not UTF-8. */
  text(name: string): string | null {
    const content = this.content(name);
    const text = content?.toString('utf8') ?? null;
    return text !== null && content?.equals(Buffer.from(text)) === true ? text : null;
  }

  put(name: string, content: string | Buffer): void {
    this.changed.set(name, Buffer.from(content));
  }

  remove(name: string): void {
    this.changed.set(name, null);
  }

  /** The package with its changes. */
  toBytes(): Buffer {
    const records: Buffer[] = [];
    const chunks: Buffer[] = [];
    let offset = 0;
    for (const name of this.names()) {
      const content = this.changed.get(name) ?? null;
      const kept = this.entries.find((entry) => entry.name === name);
      const { record, chunk } =
        content === null && kept !== undefined ? kept : packed(name, content ?? Buffer.alloc(0));
      const placed = Buffer.from(record);
      placed.writeUInt32LE(offset, 42);
      records.push(placed);
      chunks.push(chunk);
      offset += chunk.length;
    }
    return Buffer.concat([...chunks, ...records, endRecord(records, offset)]);
  }

  /** What turns the package with its changes back into the bytes it was made of, to be kept as a part of it. */
  recipe(): Buffer {
    const inOrder = [...this.entries].sort((left, right) => left.chunk.byteOffset - right.chunk.byteOffset);
    const steps = inOrder.map(({ name, chunk }) => (this.changed.has(name) ? chunk : name));
    const kept = [...steps.filter((step): step is Buffer => typeof step !== 'string'), this.tail];
    const head: Recipe = {
      sha256: sha256(this.bytes),
      chunks: [...steps.map((step) => (typeof step === 'string' ? step : step.length)), this.tail.length],
    };
    return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...kept]);
  }

  /** The bytes that a recipe speaks of; `null` where the package is no longer the one it was written for. */
  original(recipe: Buffer): Buffer | null {
    const cut = recipe.indexOf('\n');
    const head = recipeIn(recipe.subarray(0, Math.max(0, cut)).toString('utf8'));
    if (head === null) return null;
    let at = cut + 1;
    const chunks = head.chunks.map((step) => {
      if (typeof step !== 'number') return this.entries.find(({ name }) => name === step)?.chunk;
      at += step;
      return recipe.subarray(at - step, at);
    });
    const made = Buffer.concat(chunks.filter((chunk) => chunk !== undefined));
    return sha256(made) === head.sha256 ? made : null;
  }
}

/** A new package of these parts, in their order; the same parts give the same bytes. */
export function packageOf(parts: Iterable<readonly [name: string, content: Buffer]>): Buffer {
  const records: Buffer[] = [];
  const chunks: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of parts) {
    const { record, chunk } = packed(name, content);
    record.writeUInt32LE(offset, 42);
    records.push(record);
    chunks.push(chunk);
    offset += chunk.length;
  }
  return Buffer.concat([...chunks, ...records, endRecord(records, offset)]);
}

function recipeIn(text: string): Recipe | null {
  try {
    const head = JSON.parse(text) as Partial<Recipe>;
    return typeof head.sha256 === 'string' && Array.isArray(head.chunks) ? (head as Recipe) : null;
  } catch {
    return null;
  }
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function entriesOf(bytes: Buffer, directory: number, count: number): Entry[] {
  const found: { readonly name: string; readonly record: Buffer; readonly offset: number }[] = [];
  for (let at = directory, number = 0; number < count; number++) {
    const nameEnd = at + RECORD_SIZE + bytes.readUInt16LE(at + 28);
    const end = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    const name = bytes.subarray(at + RECORD_SIZE, nameEnd).toString('utf8');
    found.push({ name, record: bytes.subarray(at, end), offset: bytes.readUInt32LE(at + 42) });
    at = end;
  }
  const starts = [...found.map(({ offset }) => offset), directory].sort((left, right) => left - right);
  return found.map(({ name, record, offset }) => {
    const next = starts.find((start) => start > offset) ?? directory;
    return { name, record, chunk: bytes.subarray(offset, next) };
  });
}

function unpacked({ record, chunk }: Entry): Buffer {
  const start = HEADER_SIZE + chunk.readUInt16LE(26) + chunk.readUInt16LE(28);
  const raw = chunk.subarray(start, start + record.readUInt32LE(20));
  return record.readUInt16LE(10) === 0 ? raw : inflateRawSync(raw);
}

function packed(name: string, content: Buffer): Pick<Entry, 'record' | 'chunk'> {
  const rawName = Buffer.from(name);
  const raw = deflateRawSync(content);
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt16LE(rawName.length === name.length ? 0 : UTF8, 2);
  facts.writeUInt16LE(8, 4);
  facts.writeUInt16LE(NO_DAY, 8);
  facts.writeUInt32LE(crc32(content), 10);
  facts.writeUInt32LE(raw.length, 14);
  facts.writeUInt32LE(content.length, 18);
  facts.writeUInt16LE(rawName.length, 22);
  return {
    record: Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, Buffer.alloc(14), rawName]),
    chunk: Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, rawName, raw]),
  };
}

function endRecord(records: readonly Buffer[], offset: number): Buffer {
  const end = Buffer.alloc(END_SIZE);
  END.copy(end);
  end.writeUInt16LE(records.length, 8);
  end.writeUInt16LE(records.length, 10);
  end.writeUInt32LE(
    records.reduce((sum, { length }) => sum + length, 0),
    12,
  );
  end.writeUInt32LE(offset, 16);
  return end;
}
