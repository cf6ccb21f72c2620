import { CI_COMMAND } from './visible.ts';

/** JSON whose strings hold no character that a terminal or a log would act on, though they mean the same. */
export function jsonText(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent)
    .replace(/[\u007F-\u009F\p{Cf}\u2028\u2029]/gu, escaped)
    .replace(CI_COMMAND, (mark) => `${mark.slice(0, -1)}${escaped(mark.slice(-1))}`);
}

function escaped(character: string): string {
  return Array.from(
    { length: character.length },
    (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
  ).join('');
}
