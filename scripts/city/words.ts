import type { DutyList, ListKind, Unit, Value } from './types.ts';

const TITLES: Readonly<Record<Unit, Readonly<Record<ListKind, string>>>> = {
  community: {
    own: '社区依法履行职责事项清单',
    assist: '社区依法协助政府工作事项清单',
    refuse: '不应由社区承担的工作事项清单',
    certificate: '不应由社区出具的证明事项清单',
  },
  village: {
    own: '村级组织依法履行职责工作事项清单',
    assist: '村级组织依法协助工作事项清单',
    refuse: '不应由村级组织承担的工作事项清单',
    certificate: '村级组织不应出具证明事项清单',
  },
};

const SHEETS: Readonly<Record<ListKind, string>> = {
  own: '履职清单',
  assist: '协助清单',
  refuse: '不应承担清单',
  certificate: '不出证明清单',
};

export const titleOf = (list: DutyList, unit: Unit): string => {
  if (list.anonymous) return unit === 'village' ? '村级组织工作情况表' : '社区工作情况表';
  return TITLES[unit][list.kind];
};

export const sheetNameOf = (list: DutyList, index: number): string =>
  list.anonymous ? `Sheet${index + 1}` : SHEETS[list.kind];

const DIGITS = '〇一二三四五六七八九';

export function chineseNumber(n: number): string {
  const tens = Math.floor(n / 10);
  const ones = n % 10 === 0 && n > 0 ? '' : (DIGITS[n % 10] ?? '');
  if (tens === 0) return ones;
  return `${tens === 1 ? '' : DIGITS[tens]}十${ones}`;
}

export type SerialStyle = 'number' | 'dot' | 'pause' | 'bracket';

export function serialText(value: Value, style: SerialStyle): Value {
  if (typeof value !== 'number' || style === 'number') return value;
  if (style === 'dot') return `${value}.`;
  return style === 'pause' ? `${value}、` : `（${chineseNumber(value)}）`;
}
