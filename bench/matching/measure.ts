import type { ListedItem } from '../../src/model/burden.ts';
import type { KnownCase } from './corpus.ts';

/** What a matcher says of two versions: which places belong together, and how surely. */
export interface Answer {
  readonly before: readonly number[];
  readonly after: readonly number[];
  readonly certain: boolean;
}

export type Matcher = (before: readonly ListedItem[], after: readonly ListedItem[]) => readonly Answer[];

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly links: number;
}

export interface Measured {
  /** Items that stayed one: kept, reworded, moved. */
  readonly single: Score;
  /** The same without those whose text did not change. */
  readonly changed: Score;
  /** Items joined or split, each part with the whole as one link. */
  readonly grouped: Score;
  /** Share of answers that are left to a person. */
  readonly open: number;
  /** Pairs near in letters that are not the same, and how many were taken for it. */
  readonly unlike: { readonly pairs: number; readonly taken: number };
}

export function measure(cases: readonly KnownCase[], matcher: Matcher): Measured {
  const tallies = { single: tally(), changed: tally(), grouped: tally() };
  const unlike = { pairs: 0, taken: 0 };
  let [answers, open] = [0, 0];
  for (const known of cases) {
    const found = matcher(known.before, known.after);
    answers += found.length;
    open += found.filter(({ certain }) => !certain).length;
    const sure = found.filter(({ certain }) => certain);
    const isGroup = ({ before, after }: Pick<Answer, 'before' | 'after'>) => before.length + after.length > 2;
    const isChanged = ({ before, after }: Pick<Answer, 'before' | 'after'>) =>
      known.before[before[0] ?? -1]?.key !== known.after[after[0] ?? -1]?.key;
    const singles = known.links.filter((link) => !isGroup(link));
    const oneToOne = sure.filter((answer) => !isGroup(answer));
    compare(tallies.single, singles, oneToOne);
    compare(tallies.changed, singles.filter(isChanged), oneToOne.filter(isChanged));
    compare(tallies.grouped, known.links.filter(isGroup), sure.filter(isGroup));
    const said = new Set(sure.flatMap(linksOf));
    unlike.pairs += known.unlike.length;
    unlike.taken += known.unlike.filter(([before, after]) => said.has(`${before} ${after}`)).length;
  }
  return {
    single: scoreOf(tallies.single),
    changed: scoreOf(tallies.changed),
    grouped: scoreOf(tallies.grouped),
    open: open / answers,
    unlike,
  };
}

interface Tally {
  right: number;
  said: number;
  true: number;
}

const tally = (): Tally => ({ right: 0, said: 0, true: 0 });

type Ends = Pick<Answer, 'before' | 'after'>;

function linksOf({ before, after }: Ends): string[] {
  return before.flatMap((left) => after.map((right) => `${left} ${right}`));
}

function compare(tally: Tally, truth: readonly Ends[], said: readonly Ends[]): void {
  const [known, found] = [new Set(truth.flatMap(linksOf)), said.flatMap(linksOf)];
  tally.true += known.size;
  tally.said += found.length;
  tally.right += found.filter((link) => known.has(link)).length;
}

function scoreOf({ right, said, true: all }: Tally): Score {
  const [precision, recall] = [said === 0 ? 0 : right / said, all === 0 ? 0 : right / all];
  return {
    precision,
    recall,
    f1: right === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    links: all,
  };
}
