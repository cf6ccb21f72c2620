import { cellText } from '../model/cell-text.ts';
import type { Dataset, DutyItem, DutyList } from '../model/dataset.ts';
import type { Finding } from '../model/run.ts';
import type { Edit } from './edit.ts';

const RULES: readonly string[] = ['serial-gap', 'serial-duplicate', 'serial-as-date'];
/** 1, 1. and 1、 can be counted on with another number; （一） and 1.2 are left to a person. */
const COUNTED = /^(\s*)(\d{1,4})([.．、]?\s*)$/u;

/** Serial numbers put right. */
export interface Renumbering {
  /** What can only be meant so: the numbers go no further than the rows do. */
  readonly certain: Edit[];
  /** A number beyond the last row is left over, so that a row may be missing. */
  readonly open: Edit[];
}

/** Duty lists with a faulty serial numbered anew, as most of their rows are numbered: through, or by section. */
export function renumber(findings: readonly Finding[], { dutyLists }: Dataset): Renumbering {
  const told = findings.filter(({ rule }) => RULES.includes(rule));
  const made = dutyLists.map((duties) => {
    const rules = [
      ...new Set(told.filter((finding) => isIn(finding, duties)).map(({ rule }) => rule)),
    ].sort();
    return rules.length === 0 ? NOTHING : renumbered(duties.items, rules);
  });
  return { certain: made.flatMap(({ certain }) => certain), open: made.flatMap(({ open }) => open) };
}

const NOTHING: Renumbering = { certain: [], open: [] };

function isIn({ origins: [at] }: Finding, { items }: DutyList): boolean {
  return items.some((item) => {
    const own = item.at('serial');
    return own.sheet === at?.sheet && own.row === at?.row && own.column === at?.column;
  });
}

function renumbered(items: readonly DutyItem[], rules: readonly string[]): Renumbering {
  const [numbers] = [numbersThrough(items), numbersBySection(items)]
    .map((wanted) => ({
      wanted,
      wrong: wanted.filter((number, at) => number !== items[at]?.serial.number).length,
    }))
    .sort((left, right) => left.wrong - right.wrong);
  // Where half the rows would change, the list is numbered in a way of its own.
  if (numbers === undefined || numbers.wrong * 2 > items.length) return NOTHING;
  const shape = prevailingShape(items);
  if (shape === null) return NOTHING;
  const edits = items.map((item, at): Edit[] => {
    const number = numbers.wanted[at] ?? 0;
    const { raw } = item.value('serial');
    const own = item.at('serial');
    if (item.serial.number === number && typeof raw !== 'object') return [];
    if (own.row === null || own.column === null || own.sheet === null) return [];
    const before = cellText(raw);
    const after = written(number, raw, shape);
    if (after === null || raw === undefined) return [];
    const formatOf = typeof raw === 'object' ? lender(items, at) : null;
    return [{ sheet: own.sheet, row: own.row, column: own.column, before, after, rules, formatOf }];
  });
  const beyond = goesBeyond(items, numbers.wanted);
  return {
    certain: edits.flatMap((own, at) => (beyond[at] ? [] : own)),
    open: edits.flatMap((own, at) => (beyond[at] ? own : [])),
  };
}

/** For each item, whether the numbers of its run end higher than its rows do. */
function goesBeyond(items: readonly DutyItem[], wanted: readonly number[]): boolean[] {
  const beyond: boolean[] = [];
  let from = 0;
  for (let end = 1; end <= items.length; end++) {
    if (end < items.length && wanted[end] !== 1) continue;
    const last = items.slice(from, end).findLastIndex(isPlain);
    const isBeyond = last !== -1 && (items[from + last]?.serial.number ?? 0) > (wanted[from + last] ?? 0);
    for (; from < end; from++) beyond[from] = isBeyond;
  }
  return beyond;
}

/** Whether the serial is a number and no date. */
function isPlain(item: DutyItem): boolean {
  return item.serial.number !== null && typeof item.value('serial').raw !== 'object';
}

function numbersThrough(items: readonly DutyItem[]): number[] {
  return items.map((_, index) => index + 1);
}

function numbersBySection(items: readonly DutyItem[]): number[] {
  let number = 0;
  return items.map((item, index) => {
    const above = items[index - 1];
    const goesOn = above?.row.section === item.row.section && above.category === item.category;
    number = goesOn ? number + 1 : 1;
    return number;
  });
}

/** How most serials are written: as numbers (`null` signs), or as text with these signs behind. */
function prevailingShape(items: readonly DutyItem[]): { readonly signs: string | null } | null {
  const counts = new Map<string | null, number>();
  for (const item of items) {
    const { raw } = item.value('serial');
    const signs = typeof raw === 'number' ? null : COUNTED.exec(cellText(raw))?.[3];
    if (signs !== undefined) counts.set(signs, (counts.get(signs) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, left], [, right]) => right - left);
  return most === undefined || most[1] * 2 <= items.length ? null : { signs: most[0] };
}

function written(
  number: number,
  raw: ReturnType<DutyItem['value']>['raw'],
  { signs }: { readonly signs: string | null },
): string | number | null {
  if (typeof raw === 'string' && COUNTED.test(raw)) {
    return raw.replace(COUNTED, (_, before: string, __, after: string) => `${before}${number}${after}`);
  }
  // Anything but a number or a date, such as “增” or （一）, was meant by somebody.
  if (typeof raw !== 'number' && !(typeof raw === 'object' && raw.kind === 'date')) return null;
  return signs === null ? number : `${number}${signs}`;
}

/** The nearest row whose serial is no date. */
function lender(items: readonly DutyItem[], at: number): number | null {
  const plain = (item: DutyItem) => typeof item.value('serial').raw !== 'object';
  return (items.slice(0, at).findLast(plain) ?? items.slice(at + 1).find(plain))?.row.row ?? null;
}
