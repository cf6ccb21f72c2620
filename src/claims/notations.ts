import { chineseNumber } from '../records/numerals.ts';
import { countsOf } from './enumerations.ts';
import type { Finder, Found } from './finding.ts';

/** “4+2”标牌标识，即…: the groups are listed behind. */
const PLUS = /“?(\d{1,2}(?:\+(?:\d{1,2}|[A-Za-z])){1,6})”?[^，。；：、（）]{0,16}[，：]?即/gu;
/** “三会一评”议事制度（…）. */
const SHORT =
  /“((?:[一二两三四五六七八九十]\p{Script=Han}{1,3}){2,4})”[^，。；：、（）]{0,8}（([^（）]+)）/gu;

/** A+B is held against the groups that 即 introduces, a catchword against the things in its bracket. */
export const findNotations: Finder = ({ text }) => [
  ...[...text.matchAll(PLUS)].map((match) => plus(match, text)),
  ...[...text.matchAll(SHORT)].map(catchword),
];

function plus(match: RegExpExecArray, text: string): Found {
  const [whole, notation = ''] = match;
  const from = match.index + whole.length;
  const stop = text.indexOf('。', from);
  const list = text.slice(from, stop === -1 ? text.length : stop).split('；')[0] ?? '';
  const parts = notation.split('+').map(Number);
  const stated = parts.filter((part) => !Number.isNaN(part));
  const isOpen = list.includes('等') || stated.length < parts.length;
  const groupings = groupingsOf(list.replace(/（[^（）]*）/gu, ''));
  const base = { kind: 'enumeration', sum: null, start: match.index, end: from + list.length } as const;
  const counted = groupings[0] ?? [];
  const args = { counted: counted.map(shownGroup).join('+'), stated: notation };
  if (groupings.some((groups) => fits(groups, stated)))
    return { ...base, args: { counted: notation, stated: notation }, verdict: 'holds', reason: 'works-out' };
  if (isOpen) return { ...base, args, verdict: 'unchecked', reason: 'not-listed-out' };
  return { ...base, args, verdict: 'fails', reason: 'count-differs' };
}

type Group = ReturnType<typeof countsOf>;

/** Groups are parted by 和, 及 or 加上, or each has a clause of its own. */
function groupingsOf(list: string): (readonly Group[])[] {
  const byAnd = list.split(/[和及]|，?加上/u).map(countsOf);
  const byClause = list
    .split('，')
    .filter((clause) => clause.includes('、'))
    .map(countsOf);
  return [byAnd, byClause];
}

function fits(groups: readonly Group[], stated: readonly number[]): boolean {
  return (
    groups.length >= stated.length &&
    stated.every((count, index) => {
      const group = groups[index];
      return group !== undefined && count >= group.least && count <= group.most;
    })
  );
}

function shownGroup({ least, most }: Group): string {
  return least === most ? String(least) : `${least}～${most}`;
}

function catchword(match: RegExpExecArray): Found {
  const [whole, word = '', list = ''] = match;
  const stated = [...word.matchAll(/[一二两三四五六七八九十]/gu)].reduce(
    (sum, [digit]) => sum + (chineseNumber(digit) ?? 0),
    0,
  );
  const counted = list.split(/[，；、]/u).filter((part) => part !== '').length;
  const base = { kind: 'enumeration', args: { counted, stated }, sum: null, start: match.index } as const;
  const end = match.index + whole.length;
  return counted === stated
    ? { ...base, end, verdict: 'holds', reason: 'works-out' }
    : { ...base, end, verdict: 'doubtful', reason: 'list-unsure' };
}
