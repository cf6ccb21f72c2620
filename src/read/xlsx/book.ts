import path from 'node:path';
import { overLimit } from '../limits.ts';
import { UnreadableError } from '../unreadable.ts';
import { type PartPlace, Tags } from './tags.ts';
import { Broken, Unfamiliar } from './unfamiliar.ts';

/** Namespaces of the same names: what all programs write, and the strict form of the standard. */
export const MAIN = [
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  'http://purl.oclc.org/ooxml/spreadsheetml/main',
];
const RELATIONS = ['http://schemas.openxmlformats.org/package/2006/relationships'];

export interface BookSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Part name of the worksheet; `null` for a chart sheet or dialog. */
  readonly part: string | null;
}

export interface Book {
  readonly date1904: boolean;
  readonly sheets: readonly BookSheet[];
  /** Part names; `null` where the workbook has none. */
  readonly strings: string | null;
  readonly styles: string | null;
}

/** The sheets of a workbook in their order, each with the part that holds it. */
export function readBook(workbook: Buffer, targets: Targets, place: PartPlace): Book {
  const sheets: BookSheet[] = [];
  let date1904 = false;
  const tags = new Tags(workbook, place);
  if (!tags.openRoot('workbook', MAIN)) throw new Broken();
  while (tags.next()) {
    if (tags.isClosing) continue;
    if (tags.is('workbookPr')) date1904 = isTrue(tags.attributes().get('date1904'));
    else if (tags.is('sheet')) sheets.push(toSheet(tags.attributes(), targets));
    if (sheets.length > place.limits.sheets) throw overLimit(place.limits, 'sheets', sheets.length);
  }
  tags.assertEnd();
  if (sheets.length === 0) throw new Unfamiliar('structure');
  const partOf = (type: string) => {
    const target = [...targets.values()].find((candidate) => candidate.type === type);
    return target === undefined ? null : partOfFile(target);
  };
  return { date1904, sheets, strings: partOf('sharedStrings'), styles: partOf('styles') };
}

/** Part name of the workbook by the relations of the whole file; `null` where they name none. */
export function workbookPart(relations: Buffer, place: PartPlace): string | null {
  return (
    [...readTargets(relations, '', place).values()].find(({ type }) => type === 'officeDocument')?.part ??
    null
  );
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

/** By relation id. */
export type Targets = ReadonlyMap<string, Target>;

interface Target {
  /** Last word of the relation's type: worksheet, styles … */
  readonly type: string;
  /** Relative to the root of the file; one that leads out of it begins with `..`. */
  readonly part: string;
  readonly isExternal: boolean;
}

function toSheet(attributes: ReadonlyMap<string, string>, targets: Targets): BookSheet {
  const id = [...attributes].find(([name]) => name.endsWith(':id'))?.[1];
  if (id === undefined) throw new Unfamiliar('structure');
  const target = targets.get(id);
  if (target === undefined || target.isExternal) throw new Broken();
  const state = attributes.get('state') ?? 'visible';
  const part = target.type === 'worksheet' ? partOfFile(target) : null;
  return { name: attributes.get('name') ?? '', hidden: state !== 'visible', part };
}

function partOfFile({ part }: Target): string {
  if (part.startsWith('..')) throw new UnreadableError('unsafe', { what: 'name', part });
  return part;
}

/** What each relation id leads to. Targets are relative to `folder` unless they begin at the root. */
export function readTargets(relations: Buffer, folder: string, place: PartPlace): Targets {
  const targets = new Map<string, Target>();
  let count = 0;
  const tags = new Tags(relations, place);
  if (!tags.openRoot('Relationships', RELATIONS)) throw new Broken();
  while (tags.next()) {
    if (!tags.is('Relationship') || tags.isClosing) continue;
    const attributes = tags.attributes();
    // Each leads to an entry of the container, which holds no more.
    if (++count > place.limits.entries) throw overLimit(place.limits, 'entries', count, place.part);
    const type = attributes.get('Type')?.split('/').at(-1) ?? '';
    const isExternal = attributes.get('TargetMode') === 'External';
    targets.set(attributes.get('Id') ?? '', {
      type,
      part: partName(folder, attributes.get('Target') ?? ''),
      isExternal,
    });
  }
  tags.assertEnd();
  return targets;
}

function partName(folder: string, target: string): string {
  return target.startsWith('/')
    ? path.posix.normalize(target).slice(1)
    : path.posix.normalize(folder + target);
}
