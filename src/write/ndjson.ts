/** Lines put together at a time: all at once they take several times the room of the text. */
const LINES_A_PIECE = 1000;

/** One JSON value a line. The same values give the same bytes. */
export function toNdjson(values: Iterable<unknown>): Buffer {
  const pieces: Buffer[] = [];
  let lines: string[] = [];
  for (const value of values) {
    lines.push(`${JSON.stringify(value)}\n`);
    if (lines.length < LINES_A_PIECE) continue;
    pieces.push(Buffer.from(lines.join('')));
    lines = [];
  }
  return Buffer.concat([...pieces, Buffer.from(lines.join(''))]);
}
