const DIGITS = '〇一二三四五六七八九';

/** Other ways to write a digit: capital forms of accounts, and 两. */
const SAME_AS: Readonly<Record<string, string>> = {
  零: '〇',
  壹: '一',
  贰: '二',
  貳: '二',
  两: '二',
  叁: '三',
  參: '三',
  肆: '四',
  伍: '五',
  陆: '六',
  陸: '六',
  柒: '七',
  捌: '八',
  玖: '九',
  拾: '十',
  佰: '百',
  仟: '千',
  萬: '万',
  億: '亿',
  廿: '二十',
  卅: '三十',
};
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const VARIANTS = new RegExp(`[${Object.keys(SAME_AS).join('')}]`, 'gu');

/** Characters a Chinese numeral is made of, for use inside a character class. */
export const NUMERAL = `${DIGITS}十百千万亿${Object.keys(SAME_AS).join('')}`;

/**
 * Reads a whole Chinese numeral: 二十三, 一千二百, 廿三, 一万二 (12000), 二〇二四; `null` for anything else,
 * also for 一二百 and 三五, which name two numbers at once.
 */
export function chineseNumber(text: string): number | null {
  const plain = text.replace(VARIANTS, (character) => SAME_AS[character] ?? character);
  if (plain === '' || /[^〇一二三四五六七八九十百千万亿]/u.test(plain)) return null;
  if (!/[十百千万亿]/u.test(plain)) return digitByDigit(plain);
  return byMyriads(plain);
}

/** Reads 四十三点五七; a numeral without 点 as well. */
export function chineseDecimal(text: string): number | null {
  const [whole = '', fraction, more] = text.split('点');
  const number = chineseNumber(whole);
  if (number === null || more !== undefined) return null;
  if (fraction === undefined) return number;
  const digits = [...fraction.replace(VARIANTS, (one) => SAME_AS[one] ?? one)].map((one) =>
    DIGITS.indexOf(one),
  );
  if (digits.length === 0 || digits.includes(-1)) return null;
  return Number(`${number}.${digits.join('')}`);
}

/** 二〇二四. Without a nought and shorter than a year, several digits (三五) are no one number. */
function digitByDigit(plain: string): number | null {
  if (plain.length > 1 && plain.length < 4 && !plain.includes('〇')) return null;
  return Number([...plain].map((character) => DIGITS.indexOf(character)).join(''));
}

/** Splits at 亿 and 万: each part counts what stands before it. */
function byMyriads(plain: string): number | null {
  const match = /^(?:([^亿]*)亿)?(?:([^万亿]*)万)?([^万亿]*)$/u.exec(plain);
  if (match === null) return null;
  const [, hundredMillions, tenThousands, ones = ''] = match;
  let total = 0;
  for (const [part, worth] of [
    [hundredMillions, 100_000_000],
    [tenThousands, 10_000],
  ] as const) {
    if (part === undefined) continue;
    // 万余 counts one of them.
    const count = part === '' ? 1 : belowMyriad(part);
    if (count === null || count === 0) return null;
    total += count * worth;
  }
  if (ones === '') return total;
  const above = tenThousands !== undefined ? 10_000 : hundredMillions !== undefined ? 100_000_000 : 1;
  // 一万二 is 12,000; 一万零二 is 10,002.
  if (above > 1 && ones.length === 1 && ones !== '〇') {
    const digit = DIGITS.indexOf(ones);
    return digit === -1 ? null : total + (digit * above) / 10;
  }
  const rest = belowMyriad(ones);
  return rest === null ? null : total + rest;
}

/** 一千零二十三: units strictly falling, one digit before each; 十三, 百 and 三百五 (350) as people say them. */
function belowMyriad(part: string): number | null {
  let total = 0;
  let last = 10_000;
  let digit: number | null = null;
  let hasNought = false;
  for (const character of part) {
    const unit = UNITS[character];
    if (unit === undefined) {
      if (digit !== null || !DIGITS.includes(character)) return null;
      if (character === '〇') hasNought = true;
      else digit = DIGITS.indexOf(character);
      continue;
    }
    if (unit >= last || (digit === null && total > 0)) return null;
    total += (digit ?? 1) * unit;
    last = unit;
    digit = null;
    hasNought = false;
  }
  if (digit === null) return hasNought ? null : total;
  return total + digit * (!hasNought && last >= 100 && last < 10_000 ? last / 10 : 1);
}
