const [QUOTE, APOSTROPHE, GREATER, SLASH] = [0x22, 0x27, 0x3e, 0x2f];

/**
 * Walks the tags of XML text, one after another, without building anything. Names are given without their prefix, so that it does
 * not matter which one the writer chose. Comments, CDATA and instructions are passed over. Made for counting: it shares
 * nothing with the reader it is held against.
 */
export class Markup {
  /** Name of the current tag without prefix. */
  name = '';
  isClosing = false;
  /** `<c/>`: opens and closes at once. */
  isEmpty = false;
  /** Where the current tag begins and where the text behind it does. */
  start = 0;
  end = 0;

  constructor(readonly text: string) {}

  /** Goes to the next tag; `false` at the end, also when the text breaks off inside a tag. */
  next(): boolean {
    for (;;) {
      this.start = this.text.indexOf('<', this.end);
      if (this.start === -1) return false;
      if (!this.text.startsWith('<!', this.start) && !this.text.startsWith('<?', this.start)) break;
      this.end = this.endOfAside();
    }
    this.end = this.endOfTag();
    this.isClosing = this.text.charCodeAt(this.start + 1) === SLASH;
    this.isEmpty = this.text.charCodeAt(this.end - 2) === SLASH;
    this.name = this.readName();
    return this.end <= this.text.length;
  }

  /** Goes behind the closing tag of the current element. */
  skip(): void {
    if (this.isEmpty) return;
    const { name } = this;
    let depth = 1;
    while (depth > 0 && this.next())
      if (this.name === name && !this.isEmpty) depth += this.isClosing ? -1 : 1;
  }

  /** Value of an attribute of the current tag by its name without prefix, as written; `null` when it has none. */
  attribute(name: string): string | null {
    // Only ever within the tag: a search that runs on to the end of the text for every tag takes hours.
    const tag = this.text.slice(this.start, this.end);
    for (let at = tag.indexOf(`${name}=`); at !== -1; at = tag.indexOf(`${name}=`, at + 1)) {
      if (!/[\s:]/.test(tag[at - 1] as string)) continue;
      const from = at + name.length + 2;
      return tag.slice(from, tag.indexOf(tag[from - 1] as string, from));
    }
    return null;
  }

  /** A whole number above 0 in an attribute, else 1. */
  count(name: string): number {
    const value = Number(this.attribute(name));
    return Number.isInteger(value) && value > 0 ? value : 1;
  }

  private readName(): string {
    const from = this.start + (this.isClosing ? 2 : 1);
    let at = from;
    let start = from;
    for (; at < this.end - 1; at++) {
      const code = this.text.charCodeAt(at);
      if (code === 0x3a) start = at + 1;
      else if (code <= 0x20 || code === SLASH) break;
    }
    return this.text.slice(start, at);
  }

  /** `>` may stand in an attribute: `table:formula="of:=[.A1]>5"`. */
  private endOfTag(): number {
    let quote = 0;
    for (let at = this.start + 1; at < this.text.length; at++) {
      const code = this.text.charCodeAt(at);
      if (quote !== 0) {
        if (code === quote) quote = 0;
      } else if (code === QUOTE || code === APOSTROPHE) quote = code;
      else if (code === GREATER) return at + 1;
    }
    return this.text.length + 1;
  }

  private endOfAside(): number {
    const close = this.text.startsWith('<!--', this.start)
      ? '-->'
      : this.text.startsWith('<![CDATA[', this.start)
        ? ']]>'
        : '>';
    const at = this.text.indexOf(close, this.start);
    return at === -1 ? this.text.length : at + close.length;
  }
}
