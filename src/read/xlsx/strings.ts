import { Tags, textBetween } from './tags.ts';

/** The shared strings of a workbook, in order. Rich text is joined, phonetic runs (注音) are left out. */
export function readStrings(xml: Buffer): string[] {
  const strings: string[] = [];
  const tags = new Tags(xml);
  while (tags.next()) {
    if (!tags.is('si') || tags.isClosing) continue;
    strings.push(tags.isEmpty ? '' : readRuns(tags, 'si'));
  }
  return strings;
}

/** Text up to the closing tag `end`: every `<t>` that does not stand in a phonetic run. */
export function readRuns(tags: Tags, end: string): string {
  let text = '';
  let isPhonetic = false;
  let from = -1;
  while (tags.next()) {
    if (tags.isClosing) {
      if (tags.is('t')) {
        if (from !== -1) text += textBetween(tags.bytes, from, tags.tagStart);
        from = -1;
      } else if (tags.is('rPh')) isPhonetic = false;
      else if (tags.is(end)) break;
    } else if (tags.is('t')) from = isPhonetic || tags.isEmpty ? -1 : tags.textStart;
    else if (tags.is('rPh')) isPhonetic = !tags.isEmpty;
  }
  return unescapeControls(text);
}

/** `_x000D_` stands for a character that XML cannot hold. */
export function unescapeControls(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
