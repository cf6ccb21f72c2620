import { maskIdentities } from '../model/personal.ts';

/**
 * Makes control and formatting characters of submitted text visible, so that no cell can move the cursor,
 * recolour the terminal or turn the reading direction: ESC becomes `<U+001B>`. Line breaks stay. Identity numbers
 * are masked here too, so that no drawing shows them.
 */
export function visible(text: string): string {
  return maskIdentities(text)
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (character) => {
      if (character === '\n') return character;
      return `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;
    })
    .toWellFormed();
}
