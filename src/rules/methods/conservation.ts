import type { CheckOf, Group, Term } from '../../model/check.ts';
import { agree } from '../../model/units.ts';
import type { Report } from '../define.ts';
import { shown } from './bounds.ts';
import { spansFiles } from './groups.ts';
import { defineMethod } from './method.ts';
import { collectTerms, type Sum, sumsByGroup, type TermFact } from './terms.ts';

const SIDES = ['before', 'after'] as const;
type Message = 'differs' | 'uncertain' | 'unread' | 'unit';

/** What there was before is there after: 清理前 − 清理 = 清理后, households over a plan. Nothing is lost, nothing made. */
export const conservation = defineMethod<'conservation', TermFact, Message>({
  id: 'conservation',
  messages: {
    differs: {
      'zh-CN': '{about}：前后不符，前 {before}，后 {after}，相差 {gap}。',
      en: '{about}: {before} before and {after} after do not agree; they differ by {gap}.',
    },
    uncertain: {
      'zh-CN': '{about}：含约数，前 {before}，后 {after}，是否相符定不了。',
      en: '{about}: about {before} before and {after} after; whether they agree cannot be told.',
    },
    unread: {
      'zh-CN': '{about}：有 {count} 个单元格不是数字，前后是否相符定不了。',
      en: '{about}: {count, plural, one {{count} cell holds} other {{count} cells hold}} no number; whether before and after agree cannot be told.',
    },
    unit: {
      'zh-CN': '{about}：前后单位不同（{foundUnit}、{expectedUnit}），不能相比。',
      en: '{about}: before and after count different things ({foundUnit}, {expectedUnit}).',
    },
  },
  remedy: {
    'zh-CN': '请核对漏算、重算的部分，使前后相等。',
    en: 'Look for what was left out or counted twice, so that both sides agree.',
  },
  spansFiles: (check) =>
    spansFiles(groupIn(check)) || [...check.before, ...check.after].some(({ of }) => of !== undefined),
  collect(dataset, check, _policy, gather) {
    const terms = SIDES.flatMap((side) => check[side].map((term) => [side, term] as const));
    collectTerms(dataset, terms, { of: check.of, group: groupIn(check), besides: [] }, gather);
  },
  judge(facts, check, _policy, judgement) {
    for (const side of SIDES) {
      if (facts.some(({ term }) => term === side)) continue;
      const kind = check[side].find(({ of }: Term) => of !== undefined)?.of ?? check.of[0] ?? '';
      return judgement.skip('kind-missing', { kind });
    }
    for (const terms of sumsByGroup(facts).values()) {
      const finding = findingIn(terms.get('before'), terms.get('after'));
      if (finding !== null) judgement.report(finding);
    }
  },
});

function groupIn({ group }: CheckOf<'conservation'>): Group {
  return group ?? 'row';
}

/** A group that one side does not know has nothing there. */
function findingIn(before: Sum | undefined, after: Sum | undefined): Report<Message> | null {
  const there = before ?? after;
  if (there === undefined) return null;
  const about = there.label === '' ? (there.at.a1 ?? '') : there.label;
  const at = [after, before].flatMap((sum) => (sum === undefined ? [] : [sum.at]));
  const outcome = 'undetermined';
  const unread = [...(before?.unread ?? []), ...(after?.unread ?? [])];
  if (unread.length > 0) {
    return { message: 'unread', args: { about, count: unread.length }, at: unread, outcome };
  }
  const clash = before?.clash ?? after?.clash ?? null;
  const [left, right] = [before?.dimension ?? '', after?.dimension ?? ''];
  if (clash !== null || !agree(left, right)) {
    return { message: 'unit', args: { about, foundUnit: clash ?? left, expectedUnit: right }, at, outcome };
  }
  const [first, second] = [ends(before), ends(after)];
  const args = { about, before: shown(first.low), after: shown(second.low) };
  const apart = Math.max(first.low - second.high, second.low - first.high);
  if (apart > ROUNDING)
    return { message: 'differs', args: { ...args, gap: shown(apart) }, at, margin: shown(apart) };
  const exact = first.low === first.high && second.low === second.high;
  return exact ? null : { message: 'uncertain', args, at, outcome };
}

function ends(sum: Sum | undefined): { low: number; high: number } {
  return { low: sum?.low ?? 0, high: sum?.high ?? 0 };
}

/** What sums of decimals leave over in binary. */
const ROUNDING = 1e-6;
