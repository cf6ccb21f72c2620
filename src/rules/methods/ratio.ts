import type { CheckOf, Group } from '../../model/check.ts';
import { spansFiles } from './groups.ts';
import { defineMethod } from './method.ts';
import { DENOMINATOR, judgeRatio, NUMERATOR, RATIO_MESSAGES, type RatioMessage } from './quotients.ts';
import { collectTerms, type TermFact } from './terms.ts';

/**
 * One sum over another, in the unit of the limit: 人/万人 takes the people counted below in ten thousands, %
 * asks for like units. Compared unrounded; printed half up.
 */
export const ratio = defineMethod<'ratio', TermFact, RatioMessage>({
  id: 'ratio',
  messages: RATIO_MESSAGES,
  remedy: {
    'zh-CN': '请核对分子、分母的口径和数字；属实的，按条文配齐或调整。',
    en: 'Check what numerator and denominator count; where they are right, act on the clause.',
  },
  spansFiles: (check) => spansFiles(groupIn(check)) || !isOfOwnRows(check),
  collect(dataset, check, _policy, gather) {
    const { of, besides, numerator, denominator } = check;
    const terms = [
      [NUMERATOR, numerator],
      [DENOMINATOR, denominator],
    ] as const;
    collectTerms(dataset, terms, { of, group: groupIn(check), besides }, gather);
  },
  judge(facts, check, policy, judgement) {
    const over = check.numerator.of;
    if (over !== undefined && facts.every(({ term }) => term !== NUMERATOR)) {
      judgement.skip('kind-missing', { kind: over });
      return;
    }
    judgeRatio(facts, check, kindOf(check), policy, judgement);
  },
});

function kindOf({ denominator, of }: CheckOf<'ratio'>): string {
  return denominator.of ?? of[0] ?? '';
}

function groupIn({ group }: CheckOf<'ratio'>): Group {
  return group ?? 'row';
}

function isOfOwnRows({ numerator, denominator }: CheckOf<'ratio'>): boolean {
  return numerator.of === undefined && denominator.of === undefined;
}
