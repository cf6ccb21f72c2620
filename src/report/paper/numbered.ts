import type { Locale } from '../../model/policy.ts';
import type { PaperPart, Paragraph } from '../../write/paper.ts';

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1 → 一, 12 → 十二, 20 → 二十, up to 99; beyond that, and in English, in digits. */
export function numeral(count: number, locale: Locale): string {
  if (locale === 'en' || count > 99) return String(count);
  const tens = Math.floor(count / 10);
  const head = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`;
  return `${head}${DIGITS[count % 10]}`;
}

/** A part of a paper with its title, which gets its number here. */
export interface Titled {
  readonly title: string;
  readonly parts: readonly PaperPart[];
}

/** 一、… 二、… in their order. */
export function sections(all: readonly Titled[], locale: Locale): PaperPart[] {
  return all.flatMap(({ title, parts }, index) => [
    paragraph('section', numbered(`${numeral(index + 1, locale)}`, title, locale)),
    ...parts,
  ]);
}

/** （一）… （二）… within a section. */
export function clauses(all: readonly Titled[], locale: Locale): PaperPart[] {
  return all.flatMap(({ title, parts }, index) => {
    const number = numeral(index + 1, locale);
    return [
      paragraph('clause', locale === 'en' ? `(${number}) ${title}` : `（${number}）${title}`),
      ...parts,
    ];
  });
}

export function paragraph(rank: Paragraph['rank'], text: string): Paragraph {
  return { rank, text };
}

export function texts(...all: readonly string[]): Paragraph[] {
  return all.map((text) => paragraph('text', text));
}

/** 2024年3月8日, without noughts before month and day; in English as it is. */
export function dayText(day: string, locale: Locale): string {
  const [year, month, date] = day.split('-').map(Number);
  return locale === 'en' ? day : `${year}年${month}月${date}日`;
}

function numbered(number: string, title: string, locale: Locale): string {
  return locale === 'en' ? `${number}. ${title}` : `${number}、${title}`;
}

/** The lines of 附件：, and in English. No mark closes them. */
export function attachmentList(titles: readonly string[], locale: Locale): PaperPart[] {
  const word = locale === 'en' ? 'Attachments: ' : '附件：';
  // As wide as the word, so that the names stand below one another.
  const blank = locale === 'en' ? '' : '　　　';
  const dot = locale === 'en' ? '. ' : '.';
  return titles.map((title, index) =>
    paragraph('attached', `${index === 0 ? word : blank}${index + 1}${dot}${title}`),
  );
}

/** An attachment on pages of its own: its label, its title, what it holds. */
export function attachment(number: number, title: string, locale: Locale): PaperPart[] {
  const label = locale === 'en' ? `Attachment ${number}` : `附件${number}`;
  return [paragraph('label', label), paragraph('headline', title)];
}
