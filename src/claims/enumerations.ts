import { chineseNumber } from '../records/numerals.ts';
import type { Finder, Found } from './finding.ts';
import { ahead, type Passage } from './passage.ts';

const COUNT = '[二两三四五六七八九十]{1,3}|\\d{1,2}';
const CLASSES = '大类|大|个|项|种|类|份|张|条|级|支|点';
/** 等六个方面 behind a list: group 1 等, 2 the number, 3 its classifier; a noun has to follow. */
const BEHIND = new RegExp(
  `(等)?(${COUNT})(?:(方面)|(${CLASSES})(?=[\\p{Script=Han}])(?![和及与并共]))`,
  'gu',
);
const LONGEST_LIST = 400;
/** 三个基本要素，即…; 五项任务：…; 四类人员（…）: group 1 the number, 2 what joins it to its list. */
const AHEAD = new RegExp(
  `(?<![、第\\d.])(${COUNT})(?:${CLASSES})[^，。；：、（）\\d]{1,10}?(，即|：|，包括|，分别为|，分别是|（)`,
  'gu',
);
/** 明确街道8项职能，加强党的建设、统筹…: the clause behind may be the list, and may be another matter. */
const LOOSE = new RegExp(`(?<![、第\\d.])(${COUNT})(?:项|条|大)[^，。；：、（）\\d]{1,6}，`, 'gu');
const LIST_TO_END = /^[^，。；：（）\d]+(?=[。；])/u;
const STEP = '[^“”，。；：、—-]';
const STEPS = new RegExp(`“?(${STEP}{1,6}(?:[—-]${STEP}{1,8}){1,6})”?(${COUNT})级`, 'gu');
const FEWEST_MARKS = 2;

/** N is held against the things listed beside it. */
export const findEnumerations: Finder = (passage) => [
  ...behind(passage),
  ...introduced(passage),
  ...loose(passage),
  ...levels(passage),
  ...ordinals(passage),
  ...ones(passage),
];

/** 、 part things for certain; 和 may part two things or stand in one. */
export function countsOf(list: string): { readonly least: number; readonly most: number } {
  const marks = list.match(/、/gu)?.length ?? 0;
  const ands = list.match(/[和及与]|以及/gu)?.length ?? 0;
  return { least: marks + 1, most: marks + 1 + ands };
}

function judged(
  list: string,
  isOpen: boolean,
  stated: number,
  { start, end }: { start: number; end: number },
): Found {
  const { least, most } = countsOf(list);
  const counted = least === most ? String(least) : `${least}～${most}`;
  const base = { kind: 'enumeration', args: { counted, stated }, sum: null, start, end } as const;
  if (stated >= least && stated <= most)
    return { ...base, args: { counted: stated, stated }, verdict: 'holds', reason: 'works-out' };
  if (isOpen && stated > most) return { ...base, verdict: 'unchecked', reason: 'not-listed-out' };
  return { ...base, verdict: 'fails', reason: 'count-differs' };
}

function numberOf(text: string): number {
  return /\d/.test(text) ? Number(text) : (chineseNumber(text) ?? 0);
}

function behind({ text }: Passage): Found[] {
  let from = 0;
  return [...text.matchAll(BEHIND)].flatMap((match): Found[] => {
    const [whole, etc, number = '', wide, narrow] = match;
    const list = clauseIn(ahead(text, match.index, LONGEST_LIST, from));
    const clause = clauseIn(ahead(text, match.index, LONGEST_LIST));
    const start = match.index - list.length;
    const end = match.index + whole.length;
    from = end;
    const stated = numberOf(number);
    const last = list.split('、').at(-1) ?? '';
    // 、三个 goes on with the list; numbers in it count other things.
    if (!list.includes('、') || last === '' || stated < 2 || /\d/.test(list) || isCounting(clause)) return [];
    const isOpen = etc !== undefined || list.includes('等');
    const isShort = countsOf(list).least <= FEWEST_MARKS;
    const found = judged(list, isOpen, stated, { start, end: end + nounAt(text, end).length });
    // 环境、安全三项整治 may be the third of something; 市、区两级 is what it says.
    const isBound = /类|种|方面|级|份|大/u.test(wide ?? narrow ?? '');
    return found.verdict === 'fails' && (isShort || !isBound) ? [] : [found];
  });
}

/** What stands since the last mark that ends a clause. */
function clauseIn(text: string): string {
  return text.split(/[，。；：！？（）]/u).at(-1) ?? '';
}

/** The noun behind a number, for the quotation: to the next mark, a few characters at most. */
function nounAt(text: string, at: number): string {
  return /^\p{Script=Han}{0,6}/u.exec(text.slice(at))?.[0] ?? '';
}

/** 新增四个社区、撤并两个: a list of counts, not of things. */
function isCounting(list: string): boolean {
  return new RegExp(`(?:${COUNT})(?:个|名|家|户|张|块|处)`, 'u').test(list);
}

function introduced({ text }: Passage): Found[] {
  return [...text.matchAll(AHEAD)].flatMap((match): Found[] => {
    const [whole, number = '', joint = ''] = match;
    const from = match.index + whole.length;
    const close = joint === '（' ? '）' : '。';
    const stop = text.indexOf(close, from);
    const list = text.slice(from, stop === -1 ? from + LONGEST_LIST : Math.min(stop, from + LONGEST_LIST));
    // An ordinal or a further clause makes it prose, which is counted by its ordinals if at all.
    if (!list.includes('、') || /[，；：]|一是/u.test(list) || /\d/.test(list)) return [];
    const stated = numberOf(number);
    return stated < 2
      ? []
      : [judged(list, list.includes('等'), stated, { start: match.index, end: from + list.length })];
  });
}

function loose({ text }: Passage): Found[] {
  return [...text.matchAll(LOOSE)].flatMap((match): Found[] => {
    const [whole, number = ''] = match;
    const from = match.index + whole.length;
    const list = LIST_TO_END.exec(text.slice(from, from + LONGEST_LIST))?.[0];
    if (list === undefined || countsOf(list).least <= FEWEST_MARKS) return [];
    const stated = numberOf(number);
    const found = judged(list, false, stated, { start: match.index, end: from + list.length });
    return [found.verdict === 'fails' ? { ...found, verdict: 'unchecked', reason: 'list-unsure' } : found];
  });
}

/** 市—区—街道—社区四级. */
function levels({ text }: Passage): Found[] {
  return [...text.matchAll(STEPS)].flatMap((match): Found[] => {
    const [whole, chain = '', number = ''] = match;
    const [counted, stated] = [chain.split(/[—-]/u).length, numberOf(number)];
    const at = { start: match.index, end: match.index + whole.length };
    const base = { kind: 'enumeration', args: { counted, stated }, sum: null, ...at } as const;
    const isRight = counted === stated;
    return [
      { ...base, verdict: isRight ? 'holds' : 'fails', reason: isRight ? 'works-out' : 'count-differs' },
    ];
  });
}

const ORDINALS = '一二三四五六七八九';
const ANNOUNCED = new RegExp(
  `(${COUNT})(?:个|项|种|类|份|张|条|点|大)[^，。；：、（）\\d]{1,8}[。：]一是`,
  'gu',
);

/** 三张清单。一是…二是…三是…. */
function ordinals({ text }: Passage): Found[] {
  return [...text.matchAll(ANNOUNCED)].map((match): Found => {
    const from = match.index + match[0].length - '一是'.length;
    let counted = 0;
    let at = from;
    for (const ordinal of ORDINALS) {
      const next = text.indexOf(`${ordinal}是`, at);
      if (next === -1) break;
      counted++;
      at = next;
    }
    const stated = numberOf(match[1] ?? '');
    const isRight = counted === stated;
    const base = { kind: 'enumeration', args: { counted, stated }, sum: null } as const;
    const place = { start: match.index, end: from };
    return {
      ...base,
      ...place,
      verdict: isRight ? 'holds' : 'fails',
      reason: isRight ? 'works-out' : 'count-differs',
    };
  });
}

const ONE = /一(?:本|次|批|场|支|套|个|张|部|条|名|份|座|册|篇|堂|系列|块|间|组)(?!个?一)/gu;

/** “十个一”: 一本手册, 一次培训 … in the rest of the paragraph. */
function ones({ text }: Passage): Found[] {
  return [...text.matchAll(/“([二三四五六七八九十]{1,3})个一”/gu)].map((match): Found => {
    const end = match.index + match[0].length;
    const [stated, counted] = [numberOf(match[1] ?? ''), text.slice(end).match(ONE)?.length ?? 0];
    const base = {
      kind: 'enumeration',
      args: { counted, stated },
      sum: null,
      start: match.index,
      end,
    } as const;
    return counted === stated
      ? { ...base, verdict: 'holds', reason: 'works-out' }
      : { ...base, verdict: counted === 0 ? 'unchecked' : 'doubtful', reason: 'list-unsure' };
  });
}
