import type { Essence } from './essence.ts';

/** How much two items say in common. */
export interface Likeness {
  /** Share of the one's content that the other says too, 0…1. */
  readonly before: number;
  readonly after: number;
  /** What both say alone, against the shorter of them: 经济 and 人口 of 经济普查 and 人口普查. */
  readonly clash: number;
}

/** 教育 against 引导, each said by one side alone, hardly makes another duty. */
const LIGHT_ALONE = 0.15;

/** Compares essences of one `EssenceReader`. A character is said by the other where a pair it belongs to is. */
export class Comparison {
  private readonly seen: Int32Array;
  private round = 0;

  constructor(pairCount: number) {
    this.seen = new Int32Array(pairCount);
  }

  of(before: Essence, after: Essence): Likeness {
    const [said, echoed] = [this.shared(before, after), this.shared(after, before)];
    return {
      before: said.said / before.weight,
      after: echoed.said / after.weight,
      clash: Math.min(said.alone, echoed.alone) / Math.min(before.weight, after.weight),
    };
  }

  /** Which characters of `one` the others say; each as 1 or 0. */
  marks(one: Essence, others: readonly Essence[]): Uint8Array {
    this.look(others);
    return Uint8Array.from(one.pairs, (_, at) => (this.isSaid(one, at) ? 1 : 0));
  }

  private shared(one: Essence, other: Essence): { said: number; alone: number } {
    this.look([other]);
    let [said, alone] = [0, 0];
    for (let at = 0; at < one.pairs.length; at++) {
      const weight = one.weights[at] ?? 0;
      if (this.isSaid(one, at)) said += weight;
      else alone += weight === 1 ? 1 : LIGHT_ALONE;
    }
    return { said, alone };
  }

  private look(others: readonly Essence[]): void {
    this.round++;
    for (const { pairs } of others) for (const pair of pairs) if (pair >= 0) this.seen[pair] = this.round;
  }

  private isSaid({ pairs }: Essence, at: number): boolean {
    const here = pairs[at] ?? -1;
    if (here >= 0 && this.seen[here] === this.round) return true;
    const left = pairs[at - 1] ?? -1;
    return left >= 0 && this.seen[left] === this.round;
  }
}

/**
 * One number for a likeness, 0…1. What only one side says is a narrowing and costs little; what each says alone is
 * another object and costs double.
 */
export function scoreOf({ before, after, clash }: Likeness): number {
  const [more, less] = before > after ? [before, after] : [after, before];
  return Math.max(0, 0.4 * more + 0.6 * less - 1.5 * clash);
}
