/**
 * A text that a spreadsheet would run as a formula when it opens a CSV file: after blanks and control characters
 * one of `= + - @ |`, in either width. Quotation marks that guarded such a text before count as part of it.
 */
const LIVE = /^'*[\s\p{Cc}\p{Cf}]*[=+\-@|＝＋－＠｜]/u;
const NUMBER = /^[+-]?\d+(?:\.\d+)?%?$/;

/** The text with `'` before it where a spreadsheet would run it. Numbers stay; `unguarded` gives the text back. */
export function guarded(text: string): string {
  return LIVE.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

/** Takes back what `guarded` put before a text, once. */
export function unguarded(text: string): string {
  return text.startsWith("'") && LIVE.test(text) ? text.slice(1) : text;
}
