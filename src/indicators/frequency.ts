/** How often a period comes round in a year. */
const A_YEAR: readonly (readonly [words: RegExp, times: number])[] = [
  [/半年/u, 2],
  [/[日天]/u, 365],
  [/周|星期/u, 52],
  [/旬/u, 36],
  [/季/u, 4],
  [/月/u, 12],
  [/年/u, 1],
];

/** Times a year of 每月2次, 季报, 每半年一次; `null` where the words do not say, as 实时更新 or 按需. */
export function timesAYear(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/\s/gu, '');
  const period = A_YEAR.find(([words]) => words.test(plain));
  if (period === undefined || /实时|按需|不定期|临时|随时/u.test(plain)) return null;
  const [, written = '1'] = /(\d+|[一两二三四五六七八九十])次/u.exec(plain) ?? [];
  const count = /\d/u.test(written) ? Number(written) : DIGITS.indexOf(written.replace('两', '二')) + 1;
  const [, every = '1'] = /每(\d+)(?:个?[日天周月季年])/u.exec(plain) ?? [];
  return (period[1] * count) / Number(every);
}

const DIGITS = '一二三四五六七八九十';
