import { a1Of } from '../../model/origin.ts';
import type { Package } from '../package.ts';
import { attribute, tagsOf } from '../package-xml.ts';
import { DECLARATION, MAIN, OFFICE, TYPE, xmlText } from '../xlsx-parts.ts';
import { type Sizes, sizesOf } from './box.ts';
import { AUTHOR, type CellMark } from './mark.ts';
import { addType, behind, freePart, relate, relations, TYPES, textOf, UnsureError } from './parts.ts';
import { newDrawing, withShapes } from './shapes.ts';
import { inserted, placeOf } from './sheet-place.ts';

/** Comments of one sheet that programs still show without delay; cells beyond are red and stand in the sheet of results. */
const MOST_COMMENTS = 2000;

/**
 * Puts a classic comment on each cell and returns the sheet that shows them. A cell that has a comment keeps it and gets
 * none of ours.
 */
export function addComments(pack: Package, part: string, marks: readonly CellMark[]): void {
  const related = relations(pack, part);
  const own = related.find(({ type }) => type === 'comments')?.target;
  const before = own === undefined ? null : textOf(pack, own);
  const taken = new Set(tagsOf(before ?? '', 'comment').map((tag) => attribute(tag, 'ref')));
  const free = marks.filter(({ row, column }) => !taken.has(a1Of(row, column))).slice(0, MOST_COMMENTS);
  if (free.length === 0) return;
  const sheet = textOf(pack, part);
  const drawing = drawingOf(sheet, related);
  // Comments that no drawing shows were written by a program whose ways are not known.
  if (before !== null && drawing === null) throw new UnsureError('comments');
  if (own === undefined) {
    const made = freePart(pack, 'xl/comments', '.xml');
    pack.put(made, withComments(EMPTY, free));
    addType(pack, made, `${TYPE}.comments+xml`);
    relate(pack, part, 'comments', made);
  } else pack.put(own, withComments(before ?? '', free));
  draw(pack, part, sheet, drawing, free);
}

function drawingOf(sheet: string, related: ReturnType<typeof relations>): string | null {
  const [tag] = tagsOf(sheet, 'legacyDrawing');
  const id = tag === undefined ? null : /\s\w+:id=["']([^"']*)["']/.exec(tag)?.[1];
  return related.find((one) => one.id === id)?.target ?? null;
}

function draw(
  pack: Package,
  part: string,
  sheet: string,
  drawing: string | null,
  marks: readonly CellMark[],
): void {
  const sizes: Sizes = sizesOf(sheet);
  if (drawing !== null) {
    const made = withShapes(textOf(pack, drawing), marks, sizes);
    if (made === null) throw new UnsureError('comments');
    pack.put(drawing, made);
    return;
  }
  const made = freePart(pack, 'xl/drawings/vmlDrawing', '.vml');
  pack.put(made, withShapes(newDrawing(pack), marks, sizes) ?? '');
  addDrawingType(pack);
  const id = relate(pack, part, 'vmlDrawing', made);
  const at = placeOf(sheet, 'legacyDrawing');
  if (at === null) throw new UnsureError('structure');
  pack.put(part, inserted(sheet, at, `<legacyDrawing xmlns:r="${OFFICE}" r:id="${id}"/>`));
}

function addDrawingType(pack: Package): void {
  const types = textOf(pack, TYPES);
  if (/\sExtension=["']vml["']/i.test(types)) return;
  const type =
    '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>';
  pack.put(
    TYPES,
    types.replace(/<Types\b[^>]*>/, (open) => open + type),
  );
}

const EMPTY = `${DECLARATION}<comments xmlns="${MAIN}"><authors></authors><commentList></commentList></comments>`;

/** The comments with ours behind them, by an author of our own. */
function withComments(comments: string, marks: readonly CellMark[]): string {
  if (!comments.includes(MAIN)) throw new UnsureError('comments');
  const opened = comments
    .replace(/<authors\s*\/>/, '<authors></authors>')
    .replace(/<commentList\s*\/>/, '<commentList></commentList>');
  const author = tagsOf(opened, 'author').length;
  const written = marks.map(
    ({ row, column, text }) =>
      `<comment ref="${a1Of(row, column)}" authorId="${author}"><text><r><rPr><sz val="9"/><rFont val="宋体"/><charset val="134"/></rPr><t xml:space="preserve">${xmlText(text)}</t></r></text></comment>`,
  );
  const named = behind(opened, '</authors>', `<author>${AUTHOR}</author>`);
  return behind(named, '</commentList>', written.join(''));
}
