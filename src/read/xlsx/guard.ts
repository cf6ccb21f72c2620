const [LESS, GREATER, SLASH, SPACE, BANG, DASH, COLON] = [0x3c, 0x3e, 0x2f, 0x20, 0x21, 0x2d, 0x3a];
const [C, F, I, R, S, V] = [0x63, 0x66, 0x69, 0x72, 0x73, 0x76];

/** The least that stands before the end of a cell's address. */
const REFERENCE = ' r="A1'.length;

/**
 * Counts the cells of a worksheet that hold a value, an inline string or a formula, by nothing but the first
 * letters of its tags: a count made apart from the reader's own, against which the reader is held. It shares
 * no code with the reader, and should not.
 */
export class CellCount {
  cells = 0;
  private isPending = false;
  /** What ends a comment or CDATA that is open. */
  private until: string | null = null;

  /**
   * Counts in bytes that begin after a `>` and end with one. `prefix` is how many letters stand before each
   * name, colon included.
   */
  count(xml: Buffer, from: number, to: number, prefix: number): void {
    let { cells, isPending } = this;
    for (let at = this.until === null ? from : this.skip(xml, from, to); at < to; at++) {
      if (xml[at] !== LESS) continue;
      let name = at + 1;
      const first = xml[name];
      if (first === BANG) {
        const isComment = xml[at + 2] === DASH;
        // Text in CDATA is content.
        if (!isComment && isPending) cells++;
        isPending = isPending && isComment;
        this.until = isComment ? '-->' : ']]>';
        at = this.skip(xml, at + (isComment ? 4 : 9), to) - 1;
        continue;
      }
      const isClosing = first === SLASH;
      if (isClosing) name++;
      if (prefix !== 0) {
        name += prefix;
        if (xml[name - 1] !== COLON) continue;
      }
      const letter = xml[name];
      const after = xml[name + 1] as number;
      if (letter === C && !isClosing) {
        if (after <= SPACE || after === GREATER) isPending = true;
        // No tag opens within ` r="A1"`.
        if (xml[name + 2] === R) name += REFERENCE;
      } else if (
        isPending &&
        holdsContent(xml, at, from, isClosing, letter, after, xml[name + 2] as number)
      ) {
        cells++;
        isPending = false;
      }
      // Nor within a name.
      at = name;
    }
    this.cells = cells;
    this.isPending = isPending;
  }

  /** Behind the comment or CDATA that is open, or at the end of the bytes. */
  private skip(xml: Buffer, from: number, to: number): number {
    const end = this.until === null ? from : xml.indexOf(this.until, from, 'latin1');
    if (end === -1 || end + 3 > to) return to;
    this.until = null;
    return end + 3;
  }
}

/** `…</v>`, `<f>`, `<f/>` or `<is>`; `<v></v>` and `<v/>` hold nothing. */
function holdsContent(
  xml: Buffer,
  at: number,
  from: number,
  isClosing: boolean,
  letter: number | undefined,
  after: number,
  third: number,
): boolean {
  if (isClosing) return letter === V && after === GREATER && at > from && xml[at - 1] !== GREATER;
  if (letter === F) return after <= SPACE || after === GREATER || after === SLASH;
  return letter === I && after === S && (third <= SPACE || third === GREATER);
}
