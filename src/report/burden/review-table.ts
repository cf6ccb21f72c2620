import type { Terms } from '../../i18n/messages.ts';
import type { BurdenChange, ListedItem } from '../../model/burden.ts';
import type { FieldType, Locale } from '../../model/policy.ts';
import type { PlainTable, PlainValue } from '../../write/plain-table.ts';
import { reasonText } from './diff-blocks.ts';
import { sharedChanges } from './same-changes.ts';
import { CHANGE_KINDS, DIFF_WORDS, REVIEW_WORDS } from './words.ts';

const COLUMNS: readonly (readonly [keyof typeof REVIEW_WORDS, FieldType])[] = [
  ['serial', 'whole'],
  ['state', 'text'],
  ['listBefore', 'text'],
  ['itemBefore', 'text'],
  ['listAfter', 'text'],
  ['itemAfter', 'text'],
  ['score', 'number'],
  ['reason', 'text'],
  ['units', 'whole'],
  ['sameDuty', 'text'],
  ['remark', 'text'],
];

/** Pairs of items for a person to decide on, those to review first; an item without a partner stands alone and may be given one. */
export function reviewTable(
  units: readonly { readonly unit: string; readonly changes: readonly BurdenChange[] }[],
  terms: Terms,
  locale: Locale,
): PlainTable {
  const labelOf = (item: ListedItem | undefined) =>
    item?.list == null ? null : (terms[`list.${item.list}`]?.[locale] ?? item.list);
  const rows = sharedChanges(units)
    .filter(({ change }) => change.kind !== 'kept')
    .flatMap(({ change, units: own }) => {
      const state = CHANGE_KINDS[change.kind][locale];
      return pairsIn(change).map(([before, after]): PlainValue[] => [
        change.certain ? state : `${state}（${DIFF_WORDS.openMark[locale]}）`,
        labelOf(before),
        before?.text ?? null,
        labelOf(after),
        after?.text ?? null,
        change.score,
        reasonText(change, locale, terms),
        own.length,
        null,
        null,
      ]);
    });
  return {
    name: REVIEW_WORDS.sheet[locale],
    columns: COLUMNS.map(([id, type]) => ({ header: REVIEW_WORDS[id][locale], type })),
    rows: rows.map((row, index) => [index + 1, ...row]),
  };
}

function pairsIn({
  before,
  after,
}: BurdenChange): (readonly [ListedItem | undefined, ListedItem | undefined])[] {
  if (before.length === 0) return after.map((item) => [undefined, item]);
  if (after.length === 0) return before.map((item) => [item, undefined]);
  return before.flatMap((left) => after.map((right) => [left, right] as const));
}
