import path from 'node:path';
import { Tags, Unfamiliar } from './tags.ts';

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
export function readBook(workbook: Buffer, relations: Buffer): Book {
  const targets = readTargets(relations);
  const sheets: BookSheet[] = [];
  let date1904 = false;
  const tags = new Tags(workbook);
  if (!tags.next() || !tags.is('workbook')) throw new Unfamiliar();
  while (tags.next()) {
    if (tags.isClosing) continue;
    if (tags.is('workbookPr')) date1904 = isTrue(tags.attributes().get('date1904'));
    else if (tags.is('sheet')) sheets.push(toSheet(tags.attributes(), targets));
  }
  if (sheets.length === 0) throw new Unfamiliar();
  const partOf = (type: string) => [...targets.values()].find((target) => target.type === type)?.part ?? null;
  return { date1904, sheets, strings: partOf('sharedStrings'), styles: partOf('styles') };
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

interface Target {
  /** Last word of the relation's type: worksheet, styles … */
  readonly type: string;
  readonly part: string;
}

function toSheet(attributes: ReadonlyMap<string, string>, targets: ReadonlyMap<string, Target>): BookSheet {
  const id = [...attributes].find(([name]) => name.endsWith(':id'))?.[1];
  const target = id === undefined ? undefined : targets.get(id);
  if (target === undefined) throw new Unfamiliar();
  const state = attributes.get('state') ?? 'visible';
  const part = target.type === 'worksheet' ? target.part : null;
  return { name: attributes.get('name') ?? '', hidden: state !== 'visible', part };
}

/** What each relation id of the workbook leads to. */
function readTargets(relations: Buffer): ReadonlyMap<string, Target> {
  const targets = new Map<string, Target>();
  const tags = new Tags(relations);
  while (tags.next()) {
    if (!tags.is('Relationship') || tags.isClosing) continue;
    const attributes = tags.attributes();
    const type = attributes.get('Type')?.split('/').at(-1) ?? '';
    targets.set(attributes.get('Id') ?? '', { type, part: partName(attributes.get('Target') ?? '') });
  }
  return targets;
}

/** Targets are relative to `xl/` unless they begin at the root; `..` leads up. */
function partName(target: string): string {
  return path.posix.join('/xl', target.startsWith('/') ? '..' : '.', target).slice(1);
}
