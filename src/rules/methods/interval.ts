import { lengthOf } from '../../indicators/periods.ts';
import type { Origin } from '../../model/origin.ts';
import type { PolicyPack } from '../../model/policy.ts';
import type { Report } from '../define.ts';
import { type Limit, limitOf, shown } from './bounds.ts';
import { measureOf } from './measuring.ts';
import { defineMethod } from './method.ts';
import { setsWith } from './rows.ts';

interface IntervalFact {
  readonly about: string;
  /** ISO days; `null` where the cell gives none. */
  readonly from: string | null;
  readonly to: string | null;
  readonly at: readonly [Origin, Origin];
}

type Message = 'too-short' | 'too-long' | 'turned' | 'open' | 'uncovered';
const SIDES = [
  ['too-short', 'min'],
  ['too-long', 'max'],
] as const;

/**
 * Time from one date to another, in the unit of the limit: 工作日 by the pack's calendar, 日, 月 or 年. The day it starts
 * on is not counted, the day it ends on is.
 */
export const interval = defineMethod<'interval', IntervalFact, Message>({
  id: 'interval',
  messages: {
    'too-short': {
      'zh-CN':
        '{about}：从{field} {from} 到{besides} {to} 只有 {value} {unit}，应不少于 {limit} {unit}，差 {gap} {unit}。',
      en: '{about}: from {field} {from} to {besides} {to} there are only {value} {unit} of at least {limit}; {gap} are missing.',
    },
    'too-long': {
      'zh-CN':
        '{about}：从{field} {from} 到{besides} {to} 用了 {value} {unit}，应不超过 {limit} {unit}，多 {gap} {unit}。',
      en: '{about}: from {field} {from} to {besides} {to} it took {value} {unit} of at most {limit}; {gap} too many.',
    },
    turned: {
      'zh-CN': '{about}：{besides} {to} 早于{field} {from}。',
      en: '{about}: {besides} {to} comes before {field} {from}.',
    },
    open: {
      'zh-CN': '{about}：“{besides}”没有填，或不是一个日期，期限算不出。',
      en: '{about}: “{besides}” is empty or no date; the time cannot be counted.',
    },
    uncovered: {
      'zh-CN': '{about}：政策包没有 {year} 年的节假日安排，工作日算不出。',
      en: '{about}: the pack has no holidays of {year}; working days cannot be counted.',
    },
  },
  remedy: {
    'zh-CN': '请核对两个日期；属实的，按条文规定的期限办理。',
    en: 'Check both dates; where they are right, keep the time that the clause sets.',
  },
  spansFiles: () => false,
  collect(dataset, check, _policy, gather) {
    for (const set of setsWith(dataset, check.of, [check.from, check.to], gather)) {
      for (const record of set.records) {
        if (record.value(check.from).empty && record.value(check.to).empty) {
          gather.excuse();
          continue;
        }
        const at = [record.at(check.to), record.at(check.from)] as const;
        const about = record.about === '' ? (at[0].a1 ?? '') : record.about;
        gather.fact({ about, from: record.date(check.from).iso, to: record.date(check.to).iso, at });
      }
    }
  },
  judge(facts, check, policy, judgement) {
    const limits = SIDES.flatMap(([side, key]) => {
      const limit = limitOf(policy, check[key]);
      if (limit === null) judgement.skip('parameter-missing', { parameter: check[key] ?? '' });
      return limit ? [{ side, key, limit }] : [];
    });
    for (const fact of facts) {
      // What is wrong with the dates themselves is wrong for both limits, and told once.
      let finding: Report<Message> | null = null;
      for (const { side, key, limit } of limits) {
        const length = measuredIn(fact, limit, policy);
        if (length !== null) judgement.measure(measureOf(length, key, limit));
        finding ??= findingIn(fact, side, limit, check, policy);
      }
      if (finding !== null) judgement.report(finding);
    }
  },
});

function measuredIn({ about, from, to, at }: IntervalFact, { unit }: Limit, { calendar }: PolicyPack) {
  if (from === null || to === null || to < from) return null;
  const length = lengthOf(from, to, unit, calendar);
  if ('uncovered' in length) return null;
  return { about, at: at[0], low: length.value, high: length.value, unanswered: [] };
}

function findingIn(
  { about, from, to, at }: IntervalFact,
  side: 'too-short' | 'too-long',
  { value: limit, unit, citation }: Limit,
  fields: { readonly from: string; readonly to: string },
  { calendar }: PolicyPack,
): Report<Message> | null {
  const outcome = 'undetermined';
  if (from === null || to === null) {
    const args = { about, besides: from === null ? fields.from : fields.to };
    return { message: 'open', args, at: from === null ? [at[1], at[0]] : at, outcome, citation };
  }
  const args = { about, field: fields.from, from, besides: fields.to, to };
  if (to < from) return { message: 'turned', args, at, citation };
  const length = lengthOf(from, to, unit, calendar);
  if ('uncovered' in length) {
    return { message: 'uncovered', args: { about, year: String(length.uncovered) }, at, outcome, citation };
  }
  const gap = side === 'too-short' ? limit - length.value : length.value - limit;
  if (gap <= 0) return null;
  return {
    message: side,
    args: { ...args, value: shown(length.value), limit, unit, gap: shown(gap) },
    at,
    margin: shown(gap),
    citation,
  };
}
