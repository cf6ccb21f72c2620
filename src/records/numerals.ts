import nzh from 'nzh';

/** Reads a whole Chinese numeral such as 二十三; `null` for anything else. */
export function chineseNumber(text: string): number | null {
  if (!/^[零〇一二三四五六七八九十百千两]+$/u.test(text)) return null;
  const number = Number(nzh.cn.decodeS(text));
  return Number.isInteger(number) ? number : null;
}
