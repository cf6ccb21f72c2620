/** Places in the XML of an .xlsx, by text. What is found is only trusted after the patched file was read again. */

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The element of a cell, with its attributes and what stands inside. */
export interface CellXml extends Span {
  readonly style: string | null;
  readonly type: string | null;
  readonly inside: string;
}

/** Finds `<c r="B7" …>`; `null` where there is none written so. */
export function findCell(sheet: string, a1: string): CellXml | null {
  const found = new RegExp(`<c\\s(?:[^>]*?\\s)?r=["']${a1}["'][^>]*>`).exec(sheet);
  if (found === null) return null;
  const [tag] = found;
  const start = found.index;
  const isEmpty = tag.endsWith('/>');
  const close = sheet.indexOf('</c>', start);
  if (!isEmpty && close === -1) return null;
  const end = isEmpty ? start + tag.length : close + '</c>'.length;
  const inside = isEmpty ? '' : sheet.slice(start + tag.length, close);
  return { start, end, inside, style: attribute(tag, 's'), type: attribute(tag, 't') };
}

export function attribute(tag: string, name: string): string | null {
  return (
    new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)')`)
      .exec(tag)
      ?.slice(1)
      .find((one) => one !== undefined) ?? null
  );
}

/** Elements of a name that hold no other of the same name, with their attributes. */
export function tagsOf(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\b[^>]*>`, 'g'))].map(([tag]) => tag);
}

/** A path in a relationship, as the name of a part: relative to the folder of the part that holds it. */
export function partName(target: string, folder: string): string {
  const parts = (target.startsWith('/') ? target : `${folder}/${target}`).split('/');
  const path: string[] = [];
  for (const part of parts) {
    if (part === '..') path.pop();
    else if (part !== '' && part !== '.') path.push(part);
  }
  return path.join('/');
}

/** A text out of an attribute. */
export function plainAttribute(text: string): string {
  return text
    .replace(/&#(?:x([0-9a-fA-F]+)|(\d+));/g, (_, hex?: string, digits?: string) =>
      String.fromCodePoint(hex === undefined ? Number(digits) : Number.parseInt(hex, 16)),
    )
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
