import type { CountedData, WrittenNumber } from '../model/claims.ts';
import type { ListWords, Vocabulary } from '../model/policy.ts';
import { changesIn } from './changes.ts';
import type { Finder, Found } from './finding.ts';
import { numbersIn, type Passage, type Sentence } from './passage.ts';
import { difference, overlap, shown, term, total } from './working.ts';

/** 社区依法协助政府工作事项清单61项. */
interface ListCount {
  readonly list: string;
  readonly scope: string;
  readonly number: WrittenNumber;
  /** Where the words begin. */
  readonly start: number;
}

/** Which lists are duties, and which one says what is no duty any more. */
const DUTIES: readonly string[] = ['perform', 'assist', 'basic', 'cooperate'];
const BARRED = 'not-undertake';

/** Items that lists are said to hold: held against data, and against a former and a later number of all. */
export function listFinder(vocabulary: Vocabulary, data: readonly CountedData[]): Finder {
  return (passage) =>
    passage.sentences.flatMap((sentence) => {
      const counts = listCountsIn(passage, sentence, vocabulary);
      return [
        ...counts.map((count) => againstData(count, data)),
        ...againstChanges(counts, passage, sentence),
      ];
    });
}

function listCountsIn(passage: Passage, sentence: Sentence, { lists, scopes }: Vocabulary): ListCount[] {
  return numbersIn(passage, sentence).flatMap((number) => {
    if (number.quantity.unit !== '项') return [];
    const clause =
      passage.text
        .slice(sentence.start, number.start)
        .split(/[，。；：、（）]/u)
        .at(-1) ?? '';
    const list = /清单|事项/u.test(clause) ? named(clause, lists) : null;
    const start = number.start - clause.length;
    const scope = lastNamed(passage.text.slice(sentence.start, number.start), scopes) ?? 'community';
    return list === null ? [] : [{ list, scope, number, start }];
  });
}

/** The list of the longest word: 协助 stands in more names than 依法协助政府工作. */
function named(text: string, lists: readonly ListWords[]): string | null {
  let [best, longest] = [null as string | null, 1];
  for (const { id, words } of lists) {
    for (const word of words)
      if (word.length > longest && text.includes(word)) [best, longest] = [id, word.length];
  }
  return best;
}

function lastNamed(text: string, scopes: readonly ListWords[]): string | null {
  let [best, at, length] = [null as string | null, -1, 0];
  for (const { id, words } of scopes) {
    for (const word of words) {
      const found = text.lastIndexOf(word);
      const end = found + word.length;
      if (found !== -1 && (end > at || (end === at && word.length > length)))
        [best, at, length] = [id, end, word.length];
    }
  }
  return best;
}

function againstData({ list, scope, number, start }: ListCount, data: readonly CountedData[]): Found {
  const counts = data.find(({ id }) => id === `list.${list}.${scope}`)?.counts ?? [];
  return heldAgainst(counts, number, { kind: 'count', start, end: number.end, list });
}

/** `counts`: one number for each unit, which all have to agree; none where the data do not hold it. */
export function heldAgainst(
  counts: readonly number[],
  number: WrittenNumber,
  { list, ...at }: Pick<Found, 'kind' | 'start' | 'end'> & { readonly list?: string },
): Found {
  const args = { stated: number.text, ...(list === undefined ? {} : { list }) };
  if (counts.length === 0) return { ...at, verdict: 'unchecked', reason: 'no-data', args, sum: null };
  const right = counts.filter((count) => overlap({ low: count, high: count }, number)).length;
  const found = [...new Set(counts)].sort((left, right) => left - right).join('、');
  const facts = { ...args, right, units: counts.length, found };
  if (right === counts.length)
    return { ...at, verdict: 'holds', reason: 'data-agrees', args: facts, sum: null };
  return right === 0
    ? { ...at, verdict: 'fails', reason: 'data-differs', args: facts, sum: null }
    : { ...at, verdict: 'doubtful', reason: 'data-partly', args: facts, sum: null };
}

/** A reduction of duties beside the lists that are left: they add up to the later number, and what is barred accounts for what went. */
function againstChanges(counts: readonly ListCount[], passage: Passage, sentence: Sentence): Found[] {
  return changesIn(passage)
    .filter(({ from }) => from.start >= sentence.start && from.end <= sentence.end)
    .filter(({ from }) => /事项/u.test(passage.text.slice(from.start - REACH, from.start)))
    .flatMap(({ from, to }) => {
      const duties = counts.filter(({ list, number }) => DUTIES.includes(list) && number.end < from.start);
      const first = duties[0];
      const parts = duties.map(({ number }) => number);
      const added = total(parts);
      const isRight = overlap(added, to);
      const sum: Found | null =
        first === undefined || parts.length < 2
          ? null
          : {
              kind: 'sum',
              verdict: isRight ? 'holds' : 'doubtful',
              reason: isRight ? 'works-out' : 'steps-differ',
              args: { computed: shown(added), stated: to.text },
              sum: `${parts.map(term).join(' + ')} = ${shown(added)}`,
              start: first.start,
              end: to.end,
            };
      return [...(sum === null ? [] : [sum]), ...untraced(counts, from, to)];
    });
}

const REACH = 16;

function untraced(counts: readonly ListCount[], from: WrittenNumber, to: WrittenNumber): Found[] {
  const barred = counts.find(({ list }) => list === BARRED)?.number;
  const gone = difference(from, to);
  if (barred === undefined || gone.low <= barred.high) return [];
  const rest = difference(gone, barred);
  return [
    {
      kind: 'change',
      verdict: 'doubtful',
      reason: 'untraced',
      args: { gone: shown(gone), barred: barred.text, rest: shown(rest) },
      sum: `${term(from)} − ${term(to)} = ${shown(gone)}; ${shown(gone)} − ${term(barred)} = ${shown(rest)}`,
      start: from.start,
      end: to.end,
    },
  ];
}
