import stringWidth from 'string-width';

const NARROW = /^[\x20-\x7e]*$/;
const WIDE = /^[\u3000-\u303e\u4e00-\u9fff\uff01-\uff60]*$/;

/**
 * Terminal columns of a text. Plain ASCII and plain Chinese, nearly all there is, are counted by length:
 * the library's tables of emoji cost more to load than a small check takes.
 */
export function columnsOf(text: string): number {
  if (NARROW.test(text)) return text.length;
  return WIDE.test(text) ? text.length * 2 : stringWidth(text);
}
