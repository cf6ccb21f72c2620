import type { CheckOf, Group } from '../../model/check.ts';
import type { RecordSet } from '../../model/dataset.ts';
import type { PolicyPack } from '../../model/policy.ts';
import type { Report } from '../define.ts';
import { firstHeaderOrigin } from '../origins.ts';
import { type Limit, limitOf } from './bounds.ts';
import { spansFiles } from './groups.ts';
import { measureOf } from './measuring.ts';
import { defineMethod, type Judgement } from './method.ts';
import { collectTerm, type Sum, sumsByGroup, type TermFact } from './terms.ts';

type Message = 'too-few' | 'too-many' | 'not-equal' | 'too-few-unless' | 'too-many-unless';

const ROWS = 'rows';
/** The rows that say which groups there are, so that one without any row is seen. */
const EACH = 'each';
const PRESENT = 'present';

/** How many rows there are: in a table, in a file, in all, or for each of something. */
export const count = defineMethod<'count', TermFact, Message>({
  id: 'count',
  messages: {
    'too-few': {
      'zh-CN': '{about}：共 {found} {unit}，少于 {limit} {unit}，差 {gap} {unit}。',
      en: '{about}: {found} {unit}, fewer than {limit} by {gap}.',
    },
    'too-many': {
      'zh-CN': '{about}：共 {found} {unit}，多于 {limit} {unit}，多 {gap} {unit}。',
      en: '{about}: {found} {unit}, more than {limit} by {gap}.',
    },
    'not-equal': {
      'zh-CN': '{about}：共 {found} {unit}，应为 {limit} {unit}，相差 {gap} {unit}。',
      en: '{about}: {found} {unit}, expected {limit}; they differ by {gap}.',
    },
    'too-few-unless': {
      'zh-CN': '{about}：共 {found} {unit}，少于 {limit} {unit}；条文还要看“{besides}”，表中没有填明。',
      en: '{about}: {found} {unit}, fewer than {limit}; the clause also asks for “{besides}”, which is not given.',
    },
    'too-many-unless': {
      'zh-CN': '{about}：共 {found} {unit}，多于 {limit} {unit}；条文还要看“{besides}”，表中没有填明。',
      en: '{about}: {found} {unit}, more than {limit}; the clause also asks for “{besides}”, which is not given.',
    },
  },
  remedy: {
    'zh-CN': '请核对是否漏报、多报；属实的，按条文补齐或精简。',
    en: 'Check for rows left out or told twice; where the number is right, act on the clause.',
  },
  spansFiles: (check) => check.each !== undefined || spansFiles(groupIn(check)),
  collect(dataset, check, _policy, gather) {
    const group = groupIn(check);
    const { each, besides } = check;
    collectTerm(dataset, { name: ROWS, term: {}, kinds: check.of, group, besides }, gather);
    if (each === undefined) return;
    const set = dataset.records.find(({ kind }) => check.of.includes(kind.id));
    if (set !== undefined) gather.fact(presence(set));
    const term = { by: [each.field] };
    collectTerm(dataset, { name: EACH, term, kinds: [each.of], group, besides: [] }, gather);
  },
  judge(facts, check, policy, judgement) {
    if (check.each !== undefined && !isComplete(facts, check, check.each.of, judgement)) return;
    for (const [message, limit] of limitsIn(check, policy)) {
      if (limit === null) {
        judgement.skip('parameter-missing', { parameter: check[PARAMETER[message]] ?? '' });
        continue;
      }
      for (const terms of sumsByGroup(facts).values()) {
        const head = terms.get(EACH) ?? (check.each === undefined ? terms.get(ROWS) : undefined);
        if (head !== undefined)
          judgement.measure(measureOf(countedIn(terms.get(ROWS), head), PARAMETER[message], limit));
        const finding = head === undefined ? null : findingIn(terms.get(ROWS), head, message, limit);
        if (finding !== null) judgement.report(finding);
      }
    }
  },
});

type Comparison = 'too-few' | 'too-many' | 'not-equal';
const PARAMETER = { 'too-few': 'min', 'too-many': 'max', 'not-equal': 'equals' } as const;

function countedIn(rows: Sum | undefined, head: Sum) {
  const counted = rows?.rows ?? 0;
  return { about: head.label, at: head.at, low: counted, high: counted, unanswered: rows?.unanswered ?? [] };
}

function groupIn({ group }: CheckOf<'count'>): Group {
  return group ?? 'table';
}

/** Rows and what they are counted for must both have been handed in. */
function isComplete(
  facts: readonly TermFact[],
  { of }: CheckOf<'count'>,
  each: string,
  { skip }: Judgement,
): boolean {
  const has = (name: string) => facts.some(({ term }) => term === name);
  if (has(EACH) && has(PRESENT)) return true;
  skip('kind-missing', { kind: has(EACH) ? (of[0] ?? '') : each });
  return false;
}

/** Says that a table to count in was handed in, though no row of it may count. */
function presence({ table }: RecordSet): TermFact {
  const nothing = {
    low: 0,
    high: 0,
    rows: 0,
    dimension: '',
    whole: true,
    unread: [],
    clash: null,
    unanswered: [],
  };
  return { term: PRESENT, group: '', label: '', at: firstHeaderOrigin(table), ...nothing };
}

function limitsIn(
  check: CheckOf<'count'>,
  policy: PolicyPack,
): readonly (readonly [Comparison, Limit | null])[] {
  return (['too-few', 'too-many', 'not-equal'] as const).flatMap((message) => {
    const limit = limitOf(policy, check[PARAMETER[message]]);
    return limit === undefined ? [] : [[message, limit] as const];
  });
}

function findingIn(
  rows: Sum | undefined,
  head: Sum,
  message: Comparison,
  { value, unit, citation }: Limit,
): Report<Message> | null {
  const found = rows?.rows ?? 0;
  const beyond = {
    'too-few': value - found,
    'too-many': found - value,
    'not-equal': Math.abs(found - value),
  };
  const gap = beyond[message];
  if (gap <= 0) return null;
  const args = { about: head.label, found, limit: value, unit, gap };
  const [besides] = rows?.unanswered ?? [];
  const finding = { at: head.at, margin: gap, citation };
  if (besides === undefined || message === 'not-equal') return { message, args, ...finding };
  return { message: `${message}-unless`, args: { ...args, besides }, ...finding, outcome: 'undetermined' };
}
