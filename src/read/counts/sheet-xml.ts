import { Markup } from './markup.ts';

/**
 * Cells of a worksheet part of an .xlsx that hold a value, an inline text or a formula, whatever prefix its names have
 * and whatever stands between them.
 */
export function sheetXmlCells(xml: string): number {
  const tags = new Markup(xml);
  let cells = 0;
  let isPending = false;
  while (tags.next()) {
    if (tags.name === 'c') isPending = !tags.isClosing && !tags.isEmpty;
    else if (isPending && holdsContent(tags)) {
      cells++;
      isPending = false;
    }
  }
  return cells;
}

/** `<v/>` and `<v></v>` hold nothing. */
function holdsContent({ name, isClosing, isEmpty, text, end }: Markup): boolean {
  if (isClosing) return false;
  if (name === 'v') return !isEmpty && !text.startsWith('</', end);
  return name === 'f' || (name === 'is' && !isEmpty);
}
