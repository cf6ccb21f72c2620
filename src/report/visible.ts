import { maskIdentities } from '../model/personal.ts';

/**
 * Makes control and formatting characters of submitted text visible, so that no cell can move the cursor,
 * recolour the terminal or turn the reading direction: ESC becomes `<U+001B>`. Line breaks stay. Identity numbers
 * are masked here too, so that no drawing shows them.
 */
export function visible(text: string): string {
  return maskIdentities(text)
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (character) =>
      character === '\n' ? character : shown(character),
    )
    .replace(CI_COMMAND, (mark) => `${mark.slice(0, -1)}${shown(mark.slice(-1))}`)
    .toWellFormed();
}

/**
 * What programs that run checks take for commands when they read a log: GitHub `::error …` at the start of a line, which wrapping may
 * make of any place, and `##[…` anywhere; Azure `##vso[…`.
 */
export const CI_COMMAND = /::(?=[A-Za-z])|##(?=(?:vso)?\[)/gu;

function shown(character: string): string {
  return `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;
}
