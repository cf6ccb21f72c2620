/** Personal data that can be told in any text: 公民身份号码 (GB 11643) and mobile telephone numbers. */

const IDENTITY = /(?<![0-9A-Za-z])\d{17}[\dXx](?![0-9A-Za-z])/g;
const MOBILE = /(?<!\d)1[3-9]\d{9}(?!\d)/g;
/** Nearly every text has no run of digits as long as a telephone number. */
const LONG_DIGITS = /\d{11}/;
/** Weights of the first seventeen digits, and the check character by the sum of products modulo eleven. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';

export interface PersonalNumbers {
  readonly identities: readonly string[];
  readonly mobiles: readonly string[];
}

const NONE: PersonalNumbers = { identities: [], mobiles: [] };

/** The numbers in a text; digits of full width count. A number whose check character is wrong is no identity number. */
export function personalNumbers(text: string): PersonalNumbers {
  const plain = halfWidth(text);
  if (!LONG_DIGITS.test(plain)) return NONE;
  const identities = (plain.match(IDENTITY) ?? []).filter(isIdentity);
  return { identities, mobiles: plain.match(MOBILE) ?? [] };
}

/** The text with the middle of every such number taken out: 150102********1234, 138****5678. Others stay as they are. */
export function maskPersonal(text: string): string {
  return masked(text, (plain) =>
    maskedIdentities(plain).replace(MOBILE, (number) => `${number.slice(0, 3)}****${number.slice(-4)}`),
  );
}

/** The same for identity numbers alone: where codes stand, 15010200101 is a code cut short and no telephone number. */
export function maskIdentities(text: string): string {
  return masked(text, maskedIdentities);
}

/** Whether a column holds codes, by the words of its header. */
export function headsCodes(header: string): boolean {
  return /代码|编码|编号|区划码/u.test(header);
}

function masked(text: string, mask: (plain: string) => string): string {
  const plain = halfWidth(text);
  if (!LONG_DIGITS.test(plain)) return text;
  const shown = mask(plain);
  return shown === plain ? text : shown;
}

function maskedIdentities(plain: string): string {
  return plain.replace(IDENTITY, (number) =>
    isIdentity(number) ? `${number.slice(0, 6)}********${number.slice(-4)}` : number,
  );
}

/** 王小明 → 王**, 欧阳 is not told from 欧·阳: only the first character stays. */
export function maskName(name: string): string {
  const [first = '', ...rest] = name;
  return first + '*'.repeat(Math.max(1, rest.length));
}

function isIdentity(number: string): boolean {
  const [year, month, day] = [number.slice(6, 10), number.slice(10, 12), number.slice(12, 14)].map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  const born = new Date(Date.UTC(year, month - 1, day));
  if (year < 1880 || born.getUTCMonth() !== month - 1 || born.getUTCDate() !== day) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  return CHECK_CHARACTERS[sum % 11] === number[17]?.toUpperCase();
}

function halfWidth(text: string): string {
  return text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}
