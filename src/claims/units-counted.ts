import type { CountedData } from '../model/claims.ts';
import type { Finder } from './finding.ts';
import { heldAgainst } from './lists.ts';
import { ahead } from './passage.ts';

/** Characters that words in front of a number may reach back. */
const REACH = 20;

/** 共有450个社区, 网格5880个: what the data count once, by the noun beside the number. */
export function unitFinder(data: readonly CountedData[]): Finder {
  const units = data.filter(({ id }) => !id.startsWith('list.'));
  return ({ text, numbers }) =>
    numbers.flatMap((number) => {
      const isCounted = ['个', '名', '人', '社区', '网格', ''].includes(number.quantity.unit);
      const behind = text.slice(number.end);
      const whole = /(?:全市|全区|全县|全街道|辖区|下辖|共|共有|现有)[^，。；\d]{0,6}$/u.test(
        ahead(text, number.start, REACH),
      );
      const unit = units.find(({ words }) => words.some((word) => behind.startsWith(word)));
      if (!isCounted || !whole || unit === undefined) return [];
      const word = unit.words.find((one) => behind.startsWith(one)) ?? '';
      return [
        heldAgainst(unit.counts, number, {
          kind: 'count',
          start: number.start,
          end: number.end + word.length,
        }),
      ];
    });
}
