import type { WrittenNumber } from '../model/claims.ts';
import { writtenNumbers } from './written-numbers.ts';

/** A paragraph ready to be searched. Offsets count in `text`. */
export interface Passage {
  /** From 1. */
  readonly paragraph: number;
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly numbers: readonly WrittenNumber[];
}

export interface Sentence {
  readonly start: number;
  readonly end: number;
}

export function passagesOf(paragraphs: readonly string[]): Passage[] {
  return paragraphs.map((raw, index) => {
    const text = plainText(raw);
    return { paragraph: index + 1, text, sentences: sentencesOf(text), numbers: writtenNumbers(text) };
  });
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
