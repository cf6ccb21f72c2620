import { type Limits, overLimit } from '../limits.ts';
import { Markup } from './markup.ts';

/**
 * Cells of an XML 2003 workbook that hold a value or a formula. On the way it holds what the file says of places against the
 * limits: the library would walk to them cell by cell. Throws `UnreadableError`.
 */
export function xml2003Cells(xml: string, limits: Limits): number {
  const tags = new Markup(xml);
  let cells = 0;
  let merged = 0;
  let isCounted = true;
  while (tags.next()) {
    if (tags.isClosing) continue;
    if (tags.name === 'Comment') tags.skip();
    else if (tags.name === 'Cell') {
      isCounted = tags.attribute('Formula') !== null;
      if (isCounted) cells++;
      hold(limits, 'columns', tags, 'Index');
      merged += areaOf(tags, limits);
      if (merged > limits.grid) throw overLimit(limits, 'grid', merged, 'ss:MergeAcross');
    } else if (tags.name === 'Data' && !isCounted && holdsText(tags)) {
      cells++;
      isCounted = true;
    } else if (tags.name === 'Row') {
      hold(limits, 'rows', tags, 'Index');
      hold(limits, 'rows', tags, 'Span');
    } else if (tags.name === 'Column') {
      hold(limits, 'columns', tags, 'Index');
      hold(limits, 'columns', tags, 'Span');
    }
  }
  return cells;
}

function areaOf(tags: Markup, limits: Limits): number {
  const across = hold(limits, 'columns', tags, 'MergeAcross');
  const down = hold(limits, 'rows', tags, 'MergeDown');
  return across === 0 && down === 0 ? 0 : (across + 1) * (down + 1);
}

function hold(limits: Limits, limit: 'rows' | 'columns', tags: Markup, name: string): number {
  const text = tags.attribute(name);
  const value = text === null ? 0 : Number(text);
  if (value > limits[limit]) throw overLimit(limits, limit, value, `ss:${name}`);
  return value;
}

function holdsText({ isEmpty, text, end }: Markup): boolean {
  return !isEmpty && !text.startsWith('</', end);
}
