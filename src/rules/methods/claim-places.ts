import type { CheckOf, Operand } from '../../model/check.ts';
import { foldText } from '../../model/text.ts';
import type { Declared } from './claim-numbers.ts';

type ClaimCheck = CheckOf<'claim'>;

/** Stands in a name for what comes before, between or behind its words: 新城区 in 新城区调整后社区数, or nothing. */
export const PLACE = '{place}';

/** The claim for each place that its result is declared for; as it stands where its names leave no place open. */
export function checksByPlace(check: ClaimCheck, declared: readonly Declared[]): readonly ClaimCheck[] {
  const { is } = check;
  if (typeof is !== 'string' || !is.includes(PLACE)) return [check];
  const [before = '', behind = ''] = is.split(PLACE).map(foldText);
  const places = declared.flatMap(({ key }) => {
    if (!key.startsWith(before) || !key.endsWith(behind)) return [];
    return key.length < before.length + behind.length
      ? []
      : [key.slice(before.length, key.length - behind.length)];
  });
  return [...new Set(places)].map((place) => writtenOut(check, place));
}

function writtenOut(check: ClaimCheck, place: string): ClaimCheck {
  const named = (operand: Operand): Operand =>
    typeof operand === 'string' ? operand.replaceAll(PLACE, place) : operand;
  const is = named(check.is);
  switch (check.says) {
    case 'sum': {
      const less = check.less?.map(named);
      return { ...check, is, parts: check.parts.map(named), ...(less === undefined ? {} : { less }) };
    }
    case 'rate':
      return { ...check, is, before: named(check.before), after: named(check.after) };
    case 'share': {
      const whole = check.whole === undefined ? {} : { whole: named(check.whole) };
      return { ...check, is, part: named(check.part), ...whole };
    }
    case 'enumeration':
      return { ...check, is };
  }
}
