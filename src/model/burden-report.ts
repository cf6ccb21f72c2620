import type { ListedItem } from './burden.ts';
import type { Origin } from './origin.ts';

/** How the number of duties went from one version to the other. All are items, whole numbers. */
export interface Tally {
  readonly before: number;
  readonly removed: number;
  readonly takenBack: number;
  readonly handedOver: number;
  /** Items that are gone because they were joined: three that became one are two. */
  readonly mergedAway: number;
  readonly added: number;
  /** Items that are new because one was split: one that became three is two. */
  readonly splitExtra: number;
  readonly after: number;
  readonly kept: number;
  readonly reworded: number;
  readonly moved: number;
}

/** `likely`: what is 待核 is taken for the same duty. `strict`: it is taken for one gone and one new. */
export interface Balance {
  readonly likely: Tally;
  readonly strict: Tally;
}

/** Duties before and after that share something: a list, a department, a category, a unit. */
export interface Share {
  readonly name: string;
  readonly before: number;
  readonly after: number;
}

/** Something asked of communities: sent down, or a form to be filled in. */
export interface Demand {
  readonly by: 'dispatch' | 'form';
  readonly text: string;
  /** Whom it is asked of; empty for everyone. */
  readonly unit: string;
  readonly department: string;
  readonly at: Origin;
}

/** A duty that is off the list and is asked for all the same. */
export interface StillDone {
  readonly unit: string;
  readonly item: ListedItem;
  readonly demand: Demand;
  readonly score: number;
}

/** A change in per cent, half up with two decimals: 43.57 of 140 → 79. `null` where there was nothing before. */
export interface Rate {
  readonly value: number | null;
  readonly numerator: number;
  readonly denominator: number;
}

/** Fewer lines on paper, and less to do below. The first less the second is what the other fields name. */
export interface Reduction {
  readonly nominal: Rate;
  readonly real: Rate;
  readonly difference: {
    readonly mergedAway: number;
    /** Splits add lines and no work, so that they stand against the rest. */
    readonly splitExtra: number;
    readonly handedOver: number;
    readonly stillDispatched: number;
    readonly stillAsked: number;
  };
}

export type SharesBy = 'list' | 'department' | 'category' | 'unit';

/** What the two versions of the duties of all units come to. */
export interface BurdenReport {
  readonly units: number;
  readonly balance: Balance;
  readonly likely: Reduction;
  readonly strict: Reduction;
  /** 履职 to 协助: no line less, and another's duty all the same. */
  readonly movedToAssist: number;
  /** Of those removed, how many the later list of barred work names. */
  readonly removedNowBarred: number;
  /** New duties that the earlier lists barred. */
  readonly addedWereBarred: number;
  readonly shares: Readonly<Record<SharesBy, readonly RankedShare[]>>;
  readonly effort: { readonly before: Effort; readonly after: Effort };
  readonly stillDone: readonly StillDone[];
}

export interface RankedShare extends Share {
  readonly rate: Rate;
}

/** Hours a year, for the items whose frequency and minutes are known, in all communities that do them. */
export interface Effort {
  readonly items: number;
  readonly known: number;
  readonly hours: number;
}

/**
 * Two items of one version that have to do with each other: `one` says the same as `other`, is part of it, or asks for what it bars;
 * or one item alone, worded as a duty of one's own on a list of what one assists with.
 */
export interface Overlap {
  readonly kind: OverlapKind;
  readonly one: ListedItem;
  readonly other: ListedItem | null;
}

export type OverlapKind = 'barred' | 'own-duty' | 'alike' | 'contained';
