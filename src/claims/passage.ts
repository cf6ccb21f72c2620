import type { WrittenNumber } from '../model/claims.ts';
import { writtenNumbers } from './written-numbers.ts';

/** A paragraph ready to be searched. Offsets count in `text`. */
export interface Passage {
  /** From 1. */
  readonly paragraph: number;
  /** Sentences of the paragraph that stand in earlier passages. */
  readonly sentencesBefore: number;
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly numbers: readonly WrittenNumber[];
}

export interface Sentence {
  readonly start: number;
  readonly end: number;
}

export function passagesOf(paragraphs: readonly string[]): Passage[] {
  return paragraphs.flatMap((raw, index) => {
    let sentencesBefore = 0;
    return piecesOf(plainText(raw)).map((text): Passage => {
      const sentences = sentencesOf(text);
      const passage = {
        paragraph: index + 1,
        sentencesBefore,
        text,
        sentences,
        numbers: writtenNumbers(text),
      };
      sentencesBefore += sentences.length;
      return passage;
    });
  });
}

/** Looking for claims compares numbers with all others near them, so that what is near has an end. */
const LONGEST = 4000;

/** A paragraph as a whole, or an endless one in pieces that end with a sentence where one ends. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > LONGEST) {
    const stop = rest.lastIndexOf('。', LONGEST - 1);
    const end = stop === -1 ? LONGEST : stop + 1;
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return rest === '' ? pieces : [...pieces, rest];
}

/** The characters right in front of a place, as far as a pattern may reach back. */
export function ahead(text: string, at: number, reach: number, from = 0): string {
  return text.slice(Math.max(from, at - reach), at);
}

/** Numbers of one sentence, or of any other stretch. */
export function numbersIn({ numbers }: Passage, { start, end }: Sentence): WrittenNumber[] {
  return numbers.filter((number) => number.start >= start && number.end <= end);
}

/** Digits, letters and signs of numbers in half width, marks between Chinese words in full width, no blanks that only part them. */
export function plainText(raw: string): string {
  return raw
    .replace(/\p{Cf}/gu, '')
    .replace(/[０-９Ａ-Ｚａ-ｚ％．＋－＝～]/gu, (sign) =>
      String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH),
    )
    .replace(/\s+/gu, ' ')
    .replace(/ ?([\p{Script=Han}，。；：、“”（）《》—]) ?/gu, '$1')
    .replace(/,(?!\d{3}(?!\d))/g, '，')
    .replace(/;/g, '；')
    .replace(/:(?!\d)|(?<!\d):/g, '：')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）')
    .replace(/-{2,}|[–―]+/g, '—')
    .trim();
}

const FULL_WIDTH = 0xfee0;

function sentencesOf(text: string): Sentence[] {
  const found: Sentence[] = [];
  let start = 0;
  for (const { index } of text.matchAll(/[。！？!?]/gu)) {
    found.push({ start, end: index + 1 });
    start = index + 1;
  }
  if (start < text.length) found.push({ start, end: text.length });
  return found;
}
