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
  return { date1904, sheets };
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

function toSheet(
  attributes: ReadonlyMap<string, string>,
  targets: ReadonlyMap<string, string | null>,
): BookSheet {
  const id = [...attributes].find(([name]) => name.endsWith(':id'))?.[1];
  const part = id === undefined ? undefined : targets.get(id);
  if (part === undefined) throw new Unfamiliar();
  const state = attributes.get('state') ?? 'visible';
  return { name: attributes.get('name') ?? '', hidden: state !== 'visible', part };
}

/** Relation ids with the worksheet part each leads to; `null` for parts of another kind. */
function readTargets(relations: Buffer): ReadonlyMap<string, string | null> {
  const targets = new Map<string, string | null>();
  const tags = new Tags(relations);
  while (tags.next()) {
    if (!tags.is('Relationship') || tags.isClosing) continue;
    const attributes = tags.attributes();
    const target = attributes.get('Target') ?? '';
    const isWorksheet = attributes.get('Type')?.endsWith('/worksheet') === true;
    targets.set(attributes.get('Id') ?? '', isWorksheet ? partName(target) : null);
  }
  return targets;
}

/** Targets are relative to `xl/` unless they begin at the root. */
function partName(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
}
