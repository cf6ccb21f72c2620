const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]/;
/** Characters kept on either side of the place, so that the line fits on a terminal. */
const BEFORE = 40;
const AFTER = 24;

/** The line around `offset` with a mark under it. Wide characters are followed by wide blanks, so the mark stands right. */
export function caretUnder(source: string, offset: number): string {
  const place = Math.min(offset, source.length);
  const start = source.lastIndexOf('\n', place - 1) + 1;
  const end = source.indexOf('\n', place);
  const line = source.slice(start, end === -1 ? source.length : end);
  const column = place - start;
  const from = Math.max(0, column - BEFORE);
  const to = Math.min(line.length, column + AFTER);
  const before = `${from > 0 ? '…' : ''}${line.slice(from, column)}`;
  const shown = `${before}${line.slice(column, to)}${to < line.length ? '…' : ''}`;
  const indent = [...before].map((mark) => (mark === '\t' ? '\t' : WIDE.test(mark) ? '　' : ' ')).join('');
  return `${shown}\n${indent}^`;
}
