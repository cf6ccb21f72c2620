/** Units people put behind a number, each with the other ways to write it. Longer words are tried first. */
const UNITS: readonly (readonly [string, ...string[]])[] = [
  ['户'],
  ['人', '名', '位', '口'],
  ['人次'],
  ['户次'],
  ['项'],
  ['个'],
  ['条'],
  ['件'],
  ['份'],
  ['张'],
  ['次'],
  ['场'],
  ['期'],
  ['处'],
  ['块'],
  ['面'],
  ['字'],
  ['级'],
  ['套'],
  ['间'],
  ['栋', '幢'],
  ['座'],
  ['家'],
  ['所'],
  ['类'],
  ['种'],
  ['支'],
  ['批'],
  ['本'],
  ['册'],
  ['倍'],
  ['㎡', '平方米', '平米', '㎡', 'm2', 'm²', '平方'],
  ['平方公里', '平方千米', 'km2', 'km²', '㎢'],
  ['公里', '千米', 'km'],
  ['米', 'm'],
  ['亩'],
  ['公顷', 'ha', '㏊'],
  ['元', '元整', '圆', '元人民币'],
  ['%', '％'],
  ['‰'],
  ['百分点', '个百分点'],
  ['分'],
  ['岁', '周岁'],
  ['年'],
  ['个月'],
  ['月'],
  ['周'],
  ['天', '日'],
  ['工作日', '个工作日'],
  ['小时', '个小时'],
  ['分钟'],
  ['社区', '个社区'],
  ['村', '个村'],
  ['网格', '个网格'],
  ['小区', '个小区'],
  ['街道', '个街道'],
  ['楼栋', '个楼栋'],
];

const CANONICAL = new Map(
  UNITS.flatMap(([unit, ...others]) => [unit, ...others].map((word) => [word.toLowerCase(), unit])),
);

/** The one spelling of a unit: 平方米 → ㎡, 名 → 人; `null` for what is no unit. */
export function unitOf(word: string): string | null {
  return CANONICAL.get(word.toLowerCase()) ?? null;
}

/** What a scale word multiplies by. */
export const SCALES: Readonly<Record<string, number>> = {
  百: 100,
  千: 1000,
  万: 10_000,
  十万: 100_000,
  百万: 1_000_000,
  千万: 10_000_000,
  亿: 100_000_000,
};

const IN_HEADER = /[(（]\s*(?:单位\s*[:：])?\s*(百万|千万|十万|[百千万亿])?\s*([^()（）]*?)\s*[)）]/gu;
const known = new Map<string, HeaderUnit>();

/** What a header sets for the bare numbers below it. */
export interface HeaderUnit {
  readonly unit: string;
  readonly scale: number;
}

/** 常住人口（万人） counts 人 by ten thousands; 占比% is in percent. */
export function headerUnit(header: string): HeaderUnit {
  const found = known.get(header) ?? readHeader(header);
  if (known.size < MEMO_SIZE) known.set(header, found);
  return found;
}

/** Headers of one run; more than that are not kept. */
const MEMO_SIZE = 4096;

const ABOVE = /单位\s*[:：]/u;
const END = /[()（）。；;]/u;
const SCALED = /^(百万|千万|十万|[百千万亿])?(.+)$/u;

/** What a line above a table says its numbers count: 单位：万元, 计量单位：户、人. 单位：某街道 says nothing. */
export function unitsAbove(line: string): HeaderUnit[] {
  const parts = line.split(ABOVE).slice(1);
  return parts.flatMap((part) => {
    const words = (part.split(END)[0] ?? '').trim().split(/[\s、，,/和及]+/u);
    const read = words.map(scaledUnit);
    const end = read.indexOf(null);
    return read.slice(0, end === -1 ? undefined : end).filter((unit) => unit !== null);
  });
}

function scaledUnit(word: string): HeaderUnit | null {
  const plain = unitOf(word);
  if (plain !== null) return { unit: plain, scale: 1 };
  const [, scale, rest = ''] = SCALED.exec(word) ?? [];
  const unit = unitOf(rest);
  return unit === null ? null : { unit, scale: SCALES[scale ?? ''] ?? 1 };
}

function readHeader(header: string): HeaderUnit {
  for (const [, scale, word = ''] of header.matchAll(IN_HEADER)) {
    const unit = unitOf(word);
    if (unit !== null) return { unit, scale: SCALES[scale ?? ''] ?? 1 };
    if (scale !== undefined && word === '') return { unit: '', scale: SCALES[scale] ?? 1 };
  }
  return { unit: /[%％]\s*$/u.test(header) ? '%' : '', scale: 1 };
}
