import stringWidth from 'string-width';

const NARROW = /^[\x20-\x7e]*$/;
/** ASCII, Chinese, and the marks that go with them: nothing that joins with its neighbour or takes no room. */
const PLAIN =
  /^[\x20-\x7e\u00a7\u00b0\u00b7\u00d7\u2014\u2018-\u201d\u2026\u2192\u2264\u2265\u23ce\u2423\u2460-\u2473\u3000-\u3029\u3030-\u303e\u4e00-\u9fff\uff01-\uff60]*$/;
const FIRST_WIDE = 0x3000;

/**
 * Terminal columns of a text. Plain texts, nearly all there are, are counted here: the library's tables of
 * emoji cost more to load than a small check takes.
 */
export function columnsOf(text: string): number {
  if (NARROW.test(text)) return text.length;
  if (!PLAIN.test(text)) return stringWidth(text);
  let columns = text.length;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) >= FIRST_WIDE) columns++;
  return columns;
}
