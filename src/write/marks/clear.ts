import { RESULT_SHEET } from '../../model/result-sheet.ts';
import { Package } from '../package.ts';
import { attribute, plainAttribute, tagsOf } from '../package-xml.ts';
import { shifted } from './first-sheet.ts';
import { AUTHOR, MARK_FORMULA, RECIPE } from './mark.ts';
import { BOOK, relations, relationsOf, sheetParts, TYPES, textOf } from './parts.ts';
import { tailOf } from './sheet-place.ts';

/** `original`: byte for byte what was sent in; `edited`: saved since, so that only the marks were taken out. */
export type Clearing = 'none' | 'original' | 'edited';

export interface Cleared {
  readonly bytes: Buffer;
  readonly how: Clearing;
}

/** A workbook without the marks of ours; nothing else of it changes. */
export function clearMarks(bytes: Buffer): Cleared {
  const pack = new Package(bytes);
  const recipe = pack.content(RECIPE);
  const original = recipe === null ? null : pack.original(recipe);
  if (original !== null) return { bytes: original, how: 'original' };
  const parts = sheetParts(pack);
  const ours = [...parts].filter(([name]) => RESULT_SHEET.test(name));
  for (const [name] of ours.toReversed()) removeSheet(pack, name, parts.get(name) ?? '');
  for (const [name, part] of parts) if (!RESULT_SHEET.test(name)) clearSheet(pack, part);
  if (recipe !== null) removePart(pack, RECIPE);
  return pack.changedNames().length > 0 ? { bytes: pack.toBytes(), how: 'edited' } : { bytes, how: 'none' };
}

function removePart(pack: Package, part: string): void {
  pack.remove(part);
  const types = textOf(pack, TYPES);
  const [tag = ''] = tagsOf(types, 'Override').filter(
    (one) => plainAttribute(attribute(one, 'PartName') ?? '').replace(/^\//, '') === part,
  );
  pack.put(TYPES, types.replace(tag, ''));
}

function removeSheet(pack: Package, name: string, part: string): void {
  const book = textOf(pack, BOOK);
  const tags = tagsOf(book, 'sheet');
  const index = tags.findIndex((tag) => plainAttribute(attribute(tag, 'name') ?? '') === name);
  const relation = relations(pack, BOOK).find(({ target }) => target === part);
  const own = new RegExp(
    `<definedName\\s[^>]*localSheetId=["']${index}["'][^>]*>[\\s\\S]*?</definedName>`,
    'g',
  );
  const without = book
    .replace(tags[index] ?? '', '')
    .replace(own, '')
    .replace('<definedNames></definedNames>', '');
  pack.put(BOOK, index === 0 ? shifted(without, -1) : shiftedFrom(without, index));
  const from = relationsOf(BOOK);
  pack.put(from, textOf(pack, from).replace(relation?.tag ?? '', ''));
  const below = relationsOf(part);
  if (pack.has(below)) pack.remove(below);
  removePart(pack, part);
}

/** Someone has moved our sheet: only what stood behind it moves up. */
function shiftedFrom(book: string, index: number): string {
  const up = (number: string) => String(Number(number) > index ? Number(number) - 1 : Number(number));
  return book
    .replace(/<definedName\b[^>]*>/g, (tag) =>
      tag.replace(/(\slocalSheetId=["'])(\d+)/, (_, before: string, number: string) => before + up(number)),
    )
    .replace(/<workbookView\b[^>]*>/g, (tag) =>
      tag.replace(
        /(\s(?:activeTab|firstSheet)=["'])(\d+)/g,
        (_, before: string, number: string) => before + up(number),
      ),
    );
}

function clearSheet(pack: Package, part: string): void {
  const sheet = textOf(pack, part);
  const formulas = [MARK_FORMULA, MARK_FORMULA.replaceAll('"', '&quot;')];
  const rules = (tailOf(sheet)?.elements ?? []).filter(({ name, start, end }) => {
    const text = sheet.slice(start, end);
    return name === 'conditionalFormatting' && formulas.some((formula) => text.includes(formula));
  });
  let made = sheet;
  for (const { start, end } of rules.toReversed()) {
    made = made.slice(0, start) + withoutRule(made.slice(start, end)) + made.slice(end);
  }
  if (made !== sheet) pack.put(part, made);
  const related = relations(pack, part);
  const comments = related.find(({ type }) => type === 'comments')?.target;
  if (comments !== undefined)
    clearComments(pack, comments, related.find(({ type }) => type === 'vmlDrawing')?.target);
}

/** Our rule may have been joined with others of the same cells. */
function withoutRule(element: string): string {
  const formulas = [MARK_FORMULA, MARK_FORMULA.replaceAll('"', '&quot;')];
  const left = element.replace(/<cfRule\b[\s\S]*?<\/cfRule>/g, (rule) =>
    formulas.some((formula) => rule.includes(formula)) ? '' : rule,
  );
  return left.includes('<cfRule') ? left : '';
}

/** Comments are ours by their author, and where a program has lost the author by how they end. */
const OUR_END = /\S+（jianfu）\s*$/u;

function clearComments(pack: Package, part: string, drawing: string | undefined): void {
  const comments = textOf(pack, part);
  const authors = [...comments.matchAll(/<author\s*\/>|<author>([\s\S]*?)<\/author>/g)].map(
    ([, name]) => name ?? '',
  );
  const gone: string[] = [];
  const made = comments.replace(/<comment\s[\s\S]*?<\/comment>/g, (comment) => {
    const [tag = ''] = tagsOf(comment, 'comment');
    const texts = [...comment.matchAll(/<t(?:\s[^>]*)?>([\s\S]*?)<\/t>/g)].map(([, text]) => text ?? '');
    const isOurs = authors[Number(attribute(tag, 'authorId'))] === AUTHOR || OUR_END.test(texts.join(''));
    if (!isOurs) return comment;
    gone.push(attribute(tag, 'ref') ?? '');
    return '';
  });
  if (gone.length === 0) return;
  pack.put(part, made);
  if (drawing !== undefined) pack.put(drawing, withoutShapes(textOf(pack, drawing), gone));
}

function withoutShapes(drawing: string, cells: readonly string[]): string {
  const places = new Set(cells.map(placeOfCell));
  return drawing.replace(/<(\w+):shape\s[\s\S]*?<\/\1:shape>/g, (shape) => {
    const number = (name: string) => new RegExp(`<\\w+:${name}>\\s*(\\d+)`).exec(shape)?.[1] ?? '';
    return shape.includes('ObjectType="Note"') && places.has(`${number('Row')},${number('Column')}`)
      ? ''
      : shape;
  });
}

function placeOfCell(a1: string): string {
  const [, letters = '', row = '0'] = /^\$?([A-Z]+)\$?(\d+)$/.exec(a1) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return `${Number(row) - 1},${column - 1}`;
}
