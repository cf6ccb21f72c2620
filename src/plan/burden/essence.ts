import { contentOf, type Phrasing } from './phrasing.ts';

/** What an item says once the words that every item shares are gone: its characters, weighed, in pairs of neighbours. */
export interface Essence {
  /** The content as one text, for equality. */
  readonly text: string;
  /** For each character its weight. */
  readonly weights: Float32Array;
  readonly weight: number;
  /** For each character the number of the pair it begins, or −1 at the end of a run. A run of one character is its own pair. */
  readonly pairs: Int32Array;
}

/** A word that many duties share says a third of what the object says. */
const LIGHT_WEIGHT = 1 / 3;

/** Numbers the pairs of characters it meets, so that comparing is counting. */
export class EssenceReader {
  private readonly numbers = new Map<string, number>();
  /** A city writes the same item hundreds of times. */
  private readonly known = new Map<string, Essence>();

  constructor(private readonly phrasing: Phrasing) {}

  get pairCount(): number {
    return this.numbers.size;
  }

  read(key: string): Essence {
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const essence = this.readNew(key);
    this.known.set(key, essence);
    return essence;
  }

  private readNew(key: string): Essence {
    const runs = contentOf(key, this.phrasing);
    // 其他有关事项 is all frame: then the words themselves are what there is.
    const content = runs.length > 0 ? runs : [[{ text: key, isLight: false }]];
    const weights: number[] = [];
    const pairs: number[] = [];
    for (const run of content) {
      const text = run.map((piece) => piece.text).join('');
      for (const { text: part, isLight } of run)
        for (let count = 0; count < part.length; count++) weights.push(isLight ? LIGHT_WEIGHT : 1);
      if (text.length === 1) pairs.push(this.numberOf(text));
      else
        for (let at = 0; at < text.length; at++)
          pairs.push(at + 1 < text.length ? this.numberOf(text.slice(at, at + 2)) : -1);
    }
    // 社区服务 is nothing but shared words; between such items they are all there is.
    if (!weights.includes(1)) weights.fill(1);
    return {
      text: content.map((run) => run.map((piece) => piece.text).join('')).join(' '),
      weights: Float32Array.from(weights),
      weight: weights.reduce((sum, weight) => sum + weight, 0),
      pairs: Int32Array.from(pairs),
    };
  }

  private numberOf(pair: string): number {
    const known = this.numbers.get(pair);
    if (known !== undefined) return known;
    this.numbers.set(pair, this.numbers.size);
    return this.numbers.size - 1;
  }
}
