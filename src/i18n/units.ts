import type { Locale } from '../model/policy.ts';

/** Units of the field in English: for one, and for several. What is not here is shown as the pack writes it. */
const WORDS: Readonly<Record<string, readonly [one: string, several: string]>> = {
  人: ['person', 'people'],
  名: ['person', 'people'],
  户: ['household', 'households'],
  套: ['dwelling', 'dwellings'],
  个: ['unit', 'units'],
  项: ['item', 'items'],
  件: ['item', 'items'],
  块: ['plate', 'plates'],
  面: ['board', 'boards'],
  次: ['time', 'times'],
  届: ['term', 'terms'],
  位: ['digit', 'digits'],
  码段: ['in the code', 'in the code'],
  字: ['character', 'characters'],
  级: ['grade', 'grades'],
  分: ['point', 'points'],
  元: ['yuan', 'yuan'],
  倍: ['times', 'times'],
  '%': ['%', '%'],
  '㎡': ['m²', 'm²'],
  平方米: ['m²', 'm²'],
  公顷: ['hectare', 'hectares'],
  平方公里: ['km²', 'km²'],
  米: ['metre', 'metres'],
  公里: ['km', 'km'],
  分钟: ['minute', 'minutes'],
  学时: ['hour', 'hours'],
  工作日: ['working day', 'working days'],
  日: ['day', 'days'],
  天: ['day', 'days'],
  月: ['month', 'months'],
  个月: ['month', 'months'],
  年: ['year', 'years'],
};

const SCALES: Readonly<Record<string, string>> = {
  亿: 'hundred million',
  万: 'ten thousand',
  千: 'thousand',
  百: 'hundred',
};

/** 人/万人 → people per ten thousand people. `count`: how many, where it is known, for the number of the noun. */
export function unitText(unit: string, locale: Locale, count?: number): string {
  if (locale !== 'en') return unit;
  const [over = '', under] = unit.split('/');
  const above = english(over, count === 1 ? 0 : 1);
  return under === undefined ? above : `${above} per ${english(under, 0)}`;
}

function english(unit: string, number: 0 | 1): string {
  const word = WORDS[unit];
  if (word !== undefined) return word[number];
  const scale = SCALES[unit.charAt(0)];
  const rest = WORDS[unit.slice(1)];
  return scale === undefined || rest === undefined ? unit : `${scale} ${rest[1]}`;
}

/** Whether a unit has English words, both of its parts. */
export function hasWords(unit: string): boolean {
  return unit.split('/').every((part) => !/\p{Script=Han}/u.test(english(part, 1)));
}
