import type { Origin } from './origin.ts';
import type { Args } from './run.ts';

/** A duty item of one version of a list, as far as it is compared with the other version. */
export interface ListedItem {
  /** Whose list it is: a community, or whatever the file names. Empty where nothing tells. */
  readonly unit: string;
  /** List id from the vocabulary; `null` when nothing tells. */
  readonly list: string | null;
  readonly text: string;
  /** `text` folded for comparison. */
  readonly key: string;
  readonly category: string;
  readonly department: string;
  readonly basis: string;
  /** What the list itself says becomes of the item: 取消, 移交, 上收. */
  readonly disposition: string;
  /** `null` where the list does not say. */
  readonly timesAYear: number | null;
  /** Minutes each time; `null` where the list does not say. */
  readonly minutes: number | null;
  /** How many communities do it, as the list says; 1 where it does not: a list is one community's. */
  readonly communities: number;
  readonly at: Origin;
}

/** 保留 · 改写 · 移列 · 合并 · 拆分 · 上收 · 移交 · 取消 · 新增. */
export type ChangeKind =
  | 'kept'
  | 'reworded'
  | 'moved'
  | 'merged'
  | 'split'
  | 'taken-back'
  | 'handed-over'
  | 'removed'
  | 'added';

/** What became of an item, or of several that became one. Every item of both versions is in exactly one change. */
export interface BurdenChange {
  readonly kind: ChangeKind;
  readonly before: readonly ListedItem[];
  readonly after: readonly ListedItem[];
  /** 0…1: how surely these belong together; 1 where nothing was weighed. */
  readonly score: number;
  readonly reason: { readonly id: ChangeReason; readonly args: Args };
  /** `false` is 待核: likely, and for a person to decide. */
  readonly certain: boolean;
}

/** Why a change is taken for what it is. */
export type ChangeReason =
  | 'same-text'
  | 'same-content'
  | 'alike'
  | 'parts'
  | 'duplicate'
  | 'now-barred'
  | 'now-withdrawn'
  | 'marked'
  | 'mapped'
  | 'was-barred'
  | 'reviewed'
  | 'no-counterpart';

/** A person's word on two items, by their folded texts: they are the same duty, or they are not. */
export interface PairDecision {
  readonly before: string;
  readonly after: string;
  readonly same: boolean;
}
