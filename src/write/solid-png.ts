/**
 * A PNG of one colour, 8 × 8 pixels, whatever size it is drawn at. Written without compression: what compresses differs
 * from machine to machine, and the same report has to be the same bytes.
 */
export function solidPng(rgb: string): Buffer {
  const size = Buffer.from([0, 0, 0, SIDE, 0, 0, 0, SIDE]);
  // One bit for each pixel, with a palette.
  const header = Buffer.concat([size, Buffer.from([1, 3, 0, 0, 0])]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(rgb, 'hex')),
    chunk('IDAT', stored(Buffer.alloc(2 * SIDE))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const SIDE = 8;

/** One stored block of a zlib stream (RFC 1950, RFC 1951). */
function stored(bytes: Buffer): Buffer {
  const head = Buffer.alloc(7);
  head.set([0x78, 0x01, 0x01]);
  head.writeUInt16LE(bytes.length, 3);
  head.writeUInt16LE(0xffff - bytes.length, 5);
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(adler(bytes));
  return Buffer.concat([head, bytes, tail]);
}

function adler(bytes: Buffer): number {
  let [low, high] = [1, 0];
  for (const byte of bytes) {
    low = (low + byte) % 65_521;
    high = (high + low) % 65_521;
  }
  return high * 0x1_0000 + low;
}

function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(content.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc(body), body.length + 4);
  return whole;
}

/** ISO 3309, as PNG asks for. */
function crc(bytes: Buffer): number {
  let rest = 0xffff_ffff;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit += 1) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb8_8320 : 0);
  }
  return (rest ^ 0xffff_ffff) >>> 0;
}
