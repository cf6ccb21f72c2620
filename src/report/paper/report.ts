import { roundHalfUp } from '../../model/units.ts';
import type { Paper, PaperPart } from '../../write/paper.ts';

/** A finished paper with its body apart, which limits of length count. */
export interface Report {
  readonly body: readonly PaperPart[];
  readonly paper: Paper;
  /** Of work as a whole (综合性) or of one matter (专项): each has a limit of length of its own. */
  readonly kind: 'general' | 'specific';
}

/** In per cent, half up with two decimals; 0 of nothing is 0. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? '0.00' : roundHalfUp((100 * part) / whole).toFixed(2);
}

/** Words as a word processor counts them (字数): every Chinese character and mark is one, and so is a run of others. */
export function wordsOf(parts: readonly PaperPart[]): number {
  return parts.reduce((sum, part) => sum + textsOf(part).reduce((all, text) => all + words(text), 0), 0);
}

function textsOf(part: PaperPart): readonly string[] {
  if (part.rank !== 'table') return [part.text];
  return [...part.head, ...part.rows.flat().filter((cell) => typeof cell === 'string')];
}

const WIDE =
  /[\u2E80-\u9FFF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF\u3000-\u303F\u2014\u2018-\u201D\u2026]|[\u{20000}-\u{3FFFF}]/gu;

function words(text: string): number {
  const wide = text.match(WIDE)?.length ?? 0;
  const narrow = text.replace(WIDE, ' ').match(/\S+/g)?.length ?? 0;
  return wide + narrow;
}
