/** What numbers count, so that 户 is never held against 人, nor 万人 against 人. */

/** `factor` leads to the dimension's first unit: 万人 is 10,000 of 人, % is 0.01 of one. */
export interface Unit {
  readonly dimension: string;
  readonly factor: number;
}

/** Units in the words people use; the first word names the dimension. */
const UNITS: readonly (readonly [dimension: string, factor: number, words: readonly string[]])[] = [
  ['人', 1, ['人', '名', '口', '位']],
  ['户', 1, ['户']],
  ['套', 1, ['套']],
  ['个', 1, ['个', '项', '条', '件', '处', '块', '面', '张', '份', '家', '所', '支', '行', '次']],
  ['㎡', 1, ['㎡', 'm2', 'm²', '平方米', '平米']],
  ['㎡', 10_000, ['公顷', 'ha']],
  ['㎡', 1_000_000, ['平方公里', '平方千米', 'km2', 'km²']],
  ['元', 1, ['元', '人民币']],
  ['', 1, ['', '倍']],
  ['', 0.01, ['%', '％', '百分比', '百分点']],
  ['', 0.001, ['‰']],
  ['日', 1, ['日', '天']],
  ['月', 1, ['月', '个月']],
  ['月', 12, ['年']],
  ['分', 1, ['分']],
];

const SCALES: Readonly<Record<string, number>> = {
  亿: 100_000_000,
  万: 10_000,
  千: 1_000,
  百: 100,
};

const KNOWN = new Map(
  UNITS.flatMap(([dimension, factor, words]) => words.map((word) => [word, { dimension, factor }] as const)),
);

/** A unit as written; words nobody knows are a dimension of their own. */
export function unitOf(written: string): Unit {
  const word = written.normalize('NFKC').trim().toLowerCase();
  const known = KNOWN.get(written.trim()) ?? KNOWN.get(word);
  if (known !== undefined) return known;
  const scale = SCALES[word.charAt(0)];
  if (scale === undefined) return { dimension: word, factor: 1 };
  const rest = unitOf(word.slice(1));
  return { dimension: rest.dimension, factor: rest.factor * scale };
}

/** Unknown dimensions agree with everything; 户 and 人 do not. */
export function agree(left: string, right: string): boolean {
  return left === right || left === '' || right === '';
}

/** 人/万人 is a rate of two units; % or 倍 is a rate of like units. */
export interface RateUnit {
  readonly over: Unit;
  /** `null` where numerator and denominator must be of one unit. */
  readonly under: Unit | null;
}

export function rateUnitOf(written: string): RateUnit {
  const [over = '', under] = written.split('/');
  return { over: unitOf(over), under: under === undefined ? null : unitOf(under) };
}

/** Half up, as people round: 1.005 to two digits is 1.01, whatever it is in binary. */
export function roundHalfUp(value: number, digits = 2): number {
  const text = String(Math.abs(value));
  if (text.includes('e')) return value;
  const rounded = Number(`${Math.round(Number(`${text}e${digits}`))}e-${digits}`);
  return value < 0 ? -rounded : rounded;
}
