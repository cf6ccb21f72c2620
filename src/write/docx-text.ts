import { type IRunOptions, TextRun } from 'docx';

/** A text with its line breaks. */
export function runs(text: string, font: string, size: number): TextRun[] {
  return writable(text)
    .split(/\r\n|[\r\n]/)
    .map(
      (line, index) => new TextRun({ text: line, ...looked(font, size), ...(index > 0 ? { break: 1 } : {}) }),
    );
}

/**
 * 28 characters of 三号 are 448 points, and 156 mm are 442: a quarter of a point less each. A grid of characters would say
 * the same, but LibreOffice sets it far wider.
 */
const BODY = { size: 32, tighter: -5 };

/** Latin letters and digits go with the Chinese font, as printed papers have them. */
export function looked(font: string, size: number): IRunOptions {
  const fonts = { ascii: font, hAnsi: font, eastAsia: font, cs: font };
  const spacing = size === BODY.size ? { characterSpacing: BODY.tighter } : {};
  return { font: fonts, size, bold: false, italics: false, color: '000000', ...spacing };
}

/** What XML 1.0 cannot hold would make the whole file unreadable. */
export function writable(text: string): string {
  return text.toWellFormed().replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD');
}
