import type { Package } from '../package.ts';
import { attribute, partName, plainAttribute, tagsOf } from '../package-xml.ts';
import { DECLARATION, OFFICE, PACKAGE, xmlText } from '../xlsx-parts.ts';

export const TYPES = '[Content_Types].xml';
export const BOOK = 'xl/workbook.xml';

/** Something in a package that is not known for certain, so that nothing is changed. */
export class UnsureError extends Error {
  constructor(readonly what: 'structure' | 'comments') {
    super(what);
  }
}

/** The part as text, or nothing is done. */
export function textOf(pack: Package, part: string): string {
  const text = pack.text(part);
  if (text === null) throw new UnsureError('structure');
  return text;
}

/** `xl/worksheets/sheet1.xml` → `xl/worksheets/_rels/sheet1.xml.rels`. */
export function relationsOf(part: string): string {
  const cut = part.lastIndexOf('/') + 1;
  return `${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`;
}

export interface Relation {
  readonly id: string;
  readonly type: string;
  /** The name of a part, whatever way it is written. */
  readonly target: string;
  readonly tag: string;
}

/** What a part leads to. */
export function relations(pack: Package, part: string): Relation[] {
  const from = relationsOf(part);
  if (!pack.has(from)) return [];
  const folder = part.slice(0, part.lastIndexOf('/'));
  return tagsOf(textOf(pack, from), 'Relationship').map((tag) => ({
    id: attribute(tag, 'Id') ?? '',
    type: (attribute(tag, 'Type') ?? '').replace(/^.*\//, ''),
    target: partName(plainAttribute(attribute(tag, 'Target') ?? ''), folder),
    tag,
  }));
}

/** Leads from one part to another and returns the id by which it does. */
export function relate(pack: Package, part: string, type: string, target: string): string {
  const from = relationsOf(part);
  const before = pack.has(from)
    ? textOf(pack, from)
    : `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships"></Relationships>`;
  const taken = new Set(relations(pack, part).map(({ id }) => id));
  const id = firstFree('jianfu', (name) => taken.has(name));
  const relation = `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="/${target}"/>`;
  pack.put(from, behind(before, '</Relationships>', relation));
  return id;
}

export function firstFree(stem: string, isTaken: (name: string) => boolean, tail = ''): string {
  for (let number = 1; ; number++) if (!isTaken(`${stem}${number}${tail}`)) return `${stem}${number}${tail}`;
}

/** A name for a new part that no part has, in whatever case. */
export function freePart(pack: Package, stem: string, tail: string): string {
  const taken = new Set(pack.names().map((name) => name.toLowerCase()));
  return firstFree(stem, (name) => taken.has(name.toLowerCase()), tail);
}

export function addType(pack: Package, part: string, type: string): void {
  const override = `<Override PartName="/${xmlText(part)}" ContentType="${type}"/>`;
  pack.put(TYPES, behind(textOf(pack, TYPES), '</Types>', override));
}

/** The text with a piece before its last closing tag. */
export function behind(text: string, closing: string, piece: string): string {
  const at = text.lastIndexOf(closing);
  if (at === -1) throw new UnsureError('structure');
  return text.slice(0, at) + piece + text.slice(at);
}

/** Parts of the sheets by name, in their order. */
export function sheetParts(pack: Package): ReadonlyMap<string, string> {
  const targets = new Map(relations(pack, BOOK).map(({ id, target }) => [id, target]));
  const parts = new Map<string, string>();
  for (const tag of tagsOf(textOf(pack, BOOK), 'sheet')) {
    const target = targets.get(/\s\w+:id=["']([^"']*)["']/.exec(tag)?.[1] ?? '');
    const name = attribute(tag, 'name');
    if (target === undefined || name === null || !pack.has(target)) throw new UnsureError('structure');
    parts.set(plainAttribute(name), target);
  }
  return parts;
}
