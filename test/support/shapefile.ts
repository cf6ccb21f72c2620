import iconv from 'iconv-lite';

interface Ring extends ReadonlyArray<readonly number[]> {}

/** Polygons with one text each as the bytes of a .shp and a .dbf; the name of the column is cut at ten bytes, as programs do. */
export function shapefileOf(
  rings: readonly Ring[],
  column: string,
  texts: readonly string[],
  encoding: 'gbk' | 'utf-8',
): { readonly shp: Buffer; readonly dbf: Buffer } {
  return { shp: shpOf(rings), dbf: dbfOf(column, texts, encoding) };
}

function shpOf(rings: readonly Ring[]): Buffer {
  const records = rings.map((given, index) => {
    // Outer rings run clockwise in a shapefile.
    const ring = area(given) > 0 ? [...given].reverse() : given;
    const body = Buffer.alloc(48 + 16 * ring.length);
    body.writeInt32LE(5, 0);
    const [xs, ys] = [ring.map(([x = 0]) => x), ring.map(([, y = 0]) => y)];
    for (const [at, value] of [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)].entries())
      body.writeDoubleLE(value, 4 + 8 * at);
    body.writeInt32LE(1, 36);
    body.writeInt32LE(ring.length, 40);
    for (const [at, [x = 0, y = 0]] of ring.entries()) {
      body.writeDoubleLE(x, 48 + 16 * at);
      body.writeDoubleLE(y, 56 + 16 * at);
    }
    const head = Buffer.alloc(8);
    head.writeInt32BE(index + 1, 0);
    head.writeInt32BE(body.length / 2, 4);
    return Buffer.concat([head, body]);
  });
  const all = Buffer.concat(records);
  const header = Buffer.alloc(100);
  header.writeInt32BE(9994, 0);
  header.writeInt32BE((100 + all.length) / 2, 24);
  header.writeInt32LE(1000, 28);
  header.writeInt32LE(5, 32);
  return Buffer.concat([header, all]);
}

function area(ring: Ring): number {
  let twice = 0;
  for (const [at, [x = 0, y = 0]] of ring.entries()) {
    const [u = 0, v = 0] = ring[at + 1] ?? [];
    if (at + 1 < ring.length) twice += x * v - u * y;
  }
  return twice;
}

const WIDTH = 40;

function dbfOf(column: string, texts: readonly string[], encoding: 'gbk' | 'utf-8'): Buffer {
  const header = Buffer.alloc(32);
  header.writeUInt8(3, 0);
  header.writeUInt32LE(texts.length, 4);
  header.writeUInt16LE(32 + 32 + 1, 8);
  header.writeUInt16LE(1 + WIDTH, 10);
  const field = Buffer.alloc(32);
  iconv.encode(column, encoding).copy(field, 0, 0, 10);
  field.write('C', 11, 'latin1');
  field.writeUInt8(WIDTH, 16);
  const rows = texts.map((text) => {
    const row = Buffer.alloc(1 + WIDTH, 0x20);
    iconv.encode(text, encoding).copy(row, 1);
    return row;
  });
  return Buffer.concat([header, field, Buffer.from([0x0d]), ...rows, Buffer.from([0x1a])]);
}
