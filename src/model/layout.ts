import type { Origin } from './origin.ts';
import type { Args } from './run.ts';

/** Nouns of layout planning: 社区布局调整. Households are whole numbers, lengths whole decimetres. */

/** A grid: 网格, the smallest piece of a community; a plan moves it whole. */
export interface LayoutGrid {
  /** Its code, or its name where the table has no codes. No two grids share one. */
  readonly id: string;
  /** Index of the community it belongs to. */
  readonly community: number;
  readonly households: number;
  readonly residents: number | null;
  /** Grids of one unit, such as a residential quarter, stay together; `null` where nothing binds it. */
  readonly unit: string | null;
  /** The community's service centre stands here. */
  readonly isCentre: boolean;
  readonly at: Origin;
}

export interface LayoutCommunity {
  /** Its code, or its name, with the subdistrict where two share one. */
  readonly id: string;
  readonly name: string;
  readonly subdistrict: string;
  /** Of its grids where it has any, else as the roster says; `null` where neither is known. */
  readonly households: number | null;
  readonly residents: number | null;
  /** Indices of its grids, in the order of the tables. */
  readonly grids: readonly number[];
  /** Communities that the roster names as neighbours to merge with, by index. */
  readonly neighbours: readonly number[];
  /** 管理负荷过重, 有条件与周边社区合并; `null` where the roster does not say. */
  readonly isOverloaded: boolean | null;
  readonly isMergeable: boolean | null;
  /** 保持稳定: no plan touches it. */
  readonly isLocked: boolean;
  /** The numbers of all its grids are known and each of them stands in the table once. */
  readonly isComplete: boolean;
  readonly at: Origin;
}

/** `priced`: a good place for a boundary, such as a main road. `barred`: must not run through a community, such as a river. */
export type Crossing = 'free' | 'priced' | 'barred';

/** `near`: two polygons that do not share a border exactly, but run beside each other. */
export type BorderSource = 'listed' | 'shared' | 'near';

/** Two grids side by side. */
export interface LayoutBorder {
  readonly a: number;
  readonly b: number;
  readonly decimetres: number;
  readonly crossing: Crossing;
  /** What runs along it in the words of the table; empty where nothing does. */
  readonly barrier: string;
  readonly source: BorderSource;
}

/** Something is wrong or doubtful in what a plan is made from. */
export interface LayoutFinding {
  readonly id: LayoutFindingId;
  readonly args: Args;
  readonly at: Origin | null;
}

export type LayoutFindingId =
  | 'file-unreadable'
  | 'community-twice'
  | 'community-unknown'
  | 'community-without-grids'
  | 'community-in-pieces'
  | 'grid-twice'
  | 'grid-alone'
  | 'households-missing'
  | 'households-inexact'
  | 'households-differ'
  | 'neighbour-unknown'
  | 'border-one-sided'
  | 'barrier-unknown'
  | 'unit-across-communities'
  | 'polygon-unknown'
  | 'polygon-missing'
  | 'polygon-twice'
  | 'polygon-broken'
  | 'polygons-overlap'
  | 'polygons-gap'
  | 'border-near';

/** A place: east and north, in metres from a corner of the city or in the degrees of the file. */
export type Place = readonly [number, number];

/** The outline of a grid: polygons, each an outer ring and its holes; rings end where they begin. */
export interface LayoutShape {
  /** Index of the grid. */
  readonly grid: number;
  /** In metres. */
  readonly polygons: readonly (readonly (readonly Place[])[])[];
  /** As the file has them. */
  readonly given: LayoutShape['polygons'];
}

/** What planning starts from: the communities, their grids, and which grids lie side by side. */
export interface LayoutCity {
  readonly communities: readonly LayoutCommunity[];
  readonly grids: readonly LayoutGrid[];
  /** Empty where nothing says which grids lie side by side. */
  readonly borders: readonly LayoutBorder[];
  /** Lengths were measured or listed; otherwise every border counts the same. */
  readonly hasLengths: boolean;
  /** In the order of their grids; empty without geometry. */
  readonly shapes: readonly LayoutShape[];
  readonly findings: readonly LayoutFinding[];
}

/** Values of the policy pack that planning rests on. Households unless said otherwise. */
export interface LayoutNorms {
  /** Below this a community is under-size. */
  readonly low: number;
  /** The upper end of the standard; no community that a plan makes is larger. */
  readonly high: number;
  /** Above this a community is over-size. */
  readonly splitAbove: number;
  /** Communities in one merger at most. */
  readonly mergeMost: number;
  /** Decimetres of boundary that one household off the mean counts for. */
  readonly balance: number;
  /** Decimetres of boundary that one household that changes community counts for. */
  readonly move: number;
  /** In mode `joint`, the households that a new community and an abolished one count for. */
  readonly added: number;
  readonly abolished: number;
  /** In mode `joint`, households that a changed community stays below the upper end, as room to grow. */
  readonly room: number;
  /** What a decimetre of boundary along a priced barrier counts for, in per cent of a free one. */
  readonly priced: number;
  /** Community workers for 10,000 residents; `null` where the pack has none. */
  readonly workersPer10k: number | null;
  /** Grid workers for each grid; `null` where the pack has none. */
  readonly workersPerGrid: number | null;
}

/** 偏小, 标准, 偏大（观察）, 过大; `unknown` without households. */
export type SizeClass = 'under' | 'standard' | 'watch' | 'over' | 'unknown';

export type LayoutMode = 'rules' | 'split' | 'joint';

/** `reorganised`: its grids were divided anew together with those of neighbours. */
export type LayoutAction = 'kept' | 'split' | 'merged' | 'reorganised';

/** One number of parts that was tried for a community, and what came of it. */
export interface SplitTrial {
  readonly parts: number;
  /** `none`: proved that there is no such division. `unproved`: none was found within the ways kept. */
  readonly outcome: 'found' | 'none' | 'unproved';
  /** Ways to divide that were looked at. */
  readonly states: number;
}

/** How good a division is. Prices in decimetres, times the number of parts, so that they are whole. */
export interface SplitProof {
  readonly price: number;
  /** No division into as many parts is cheaper. */
  readonly bound: number;
  readonly trials: readonly SplitTrial[];
}

/** Another division into as many parts that costs little more by the plan's own price. */
export interface SplitAlternative {
  /** What its search asked for: a short boundary, even parts, or few households that move. */
  readonly aim: 'compact' | 'even' | 'still';
  /** As in `SplitProof`. */
  readonly price: number;
  /** Households of each part, that with the centre (without one, the largest) first. */
  readonly parts: readonly number[];
  readonly moved: number;
  /** Decimetres of new boundary as priced. */
  readonly boundary: number;
  /** Ids of the grids that lie otherwise than in the plan. */
  readonly grids: readonly string[];
}

/** A constraint without which the division would cost less, or without which there would be one. */
export interface SplitBinding {
  readonly constraint: 'barrier' | 'unit' | 'range';
  readonly parts: number;
  /** As in `SplitProof`, without the constraint. */
  readonly price: number;
}

/** How good the plan of one subdistrict is in mode `joint`. In households. */
export interface SubdistrictProof {
  readonly subdistrict: string;
  /** Households that change community, with what new and abolished communities count for. */
  readonly price: number;
  /** No plan that leaves as few communities out of the range is cheaper. */
  readonly bound: number;
  /** Communities that could take part and are left out of the range, and the least that any plan leaves. */
  readonly left: number;
  readonly leftBound: number;
}

/** What was decided for one existing community, and why. */
export interface LayoutDecision {
  readonly community: string;
  readonly name: string;
  readonly subdistrict: string;
  readonly class: SizeClass;
  readonly households: number | null;
  readonly action: LayoutAction;
  readonly reason: { readonly id: LayoutReasonId; readonly args: Args };
  /** Communities of the plan that its grids go to. */
  readonly into: readonly string[];
  /** For a split, or one that was tried and failed. */
  readonly proof: SplitProof | null;
  /** Both empty unless asked for. */
  readonly alternatives: readonly SplitAlternative[];
  readonly bindings: readonly SplitBinding[];
  /** The clause asks for this as well, and the roster does not say; taken as given. */
  readonly assumed: 'overloaded' | 'mergeable' | null;
}

export type LayoutReasonId =
  | 'standard'
  | 'watch'
  | 'unknown'
  | 'locked'
  | 'not-overloaded'
  | 'not-mergeable'
  | 'mode-split'
  | 'incomplete'
  | 'no-grids'
  | 'no-borders'
  | 'split'
  | 'split-more'
  | 'no-count'
  | 'grid-too-large'
  | 'unit-too-large'
  | 'piece-too-small'
  | 'exhausted'
  | 'unproved'
  | 'merged'
  | 'merged-into'
  | 'no-partner'
  | 'partners-too-large'
  | 'partners-too-small'
  | 'partners-taken'
  | 'reorganised'
  | 'reorganised-with'
  | 'transferred'
  | 'dissolved'
  | 'in-pieces'
  | 'left-out'
  | 'left-open';

/** A community as the plan leaves it. */
export interface PlannedCommunity {
  readonly id: string;
  /** Of a new community a name to work with, not a proposal. */
  readonly name: string;
  readonly subdistrict: string;
  readonly isNew: boolean;
  readonly households: number | null;
  readonly residents: number | null;
  /** Existing communities it is made of. */
  readonly from: readonly string[];
  /** Ids of its grids. */
  readonly grids: readonly string[];
}

/** The numbers a plan is judged by, in the order in which they count. */
export interface LayoutTotals {
  readonly before: number;
  readonly added: number;
  readonly abolished: number;
  readonly after: number;
  readonly outOfRangeBefore: number;
  /** Communities under-size or over-size after the plan. */
  readonly outOfRangeAfter: number;
  readonly householdsMoved: number;
  readonly gridsMoved: number;
  /** Of the divided communities, Σ |households of a part − mean|, rounded up. */
  readonly uneven: number;
  /** Decimetres of new boundary, and of it along priced barriers. */
  readonly boundary: number;
  readonly boundaryPriced: number;
  /** Borders of grids that the new boundary follows. */
  readonly borders: number;
  readonly households: number;
}

export interface LayoutPlan {
  readonly mode: LayoutMode;
  readonly policy: readonly string[];
  readonly asOf: string;
  readonly norms: LayoutNorms;
  /** Boundaries are in real decimetres; otherwise every border of two grids counts as 100 m. */
  readonly hasLengths: boolean;
  readonly totals: LayoutTotals;
  readonly decisions: readonly LayoutDecision[];
  readonly communities: readonly PlannedCommunity[];
  /** In mode `joint`, of each subdistrict where something was to be decided; else empty. */
  readonly proofs: readonly SubdistrictProof[];
  readonly findings: readonly LayoutFinding[];
}

/** What the numbers alone say of one community. */
export interface CommunityAdvice {
  readonly community: string;
  readonly name: string;
  readonly subdistrict: string;
  readonly class: SizeClass;
  readonly households: number | null;
  /** Least number of parts that all keep to the upper end of the standard; 1 for one that is not to be divided. */
  readonly parts: number;
  /** Households of an even part in per cent of the upper end: near 100 the grids may not allow so few. */
  readonly fill: number;
  /** Community workers due before and after, each part rounded up; `null` without residents or a rate. */
  readonly workers: { readonly before: number; readonly after: number } | null;
  readonly gridWorkers: number | null;
}

export type LackId = 'lacks-grids' | 'lacks-borders' | 'lacks-load' | 'lacks-mergeable' | 'lacks-households';

/** Classes and least numbers of parts, with no claim about geography. */
export interface LayoutAdvice {
  readonly policy: readonly string[];
  readonly asOf: string;
  readonly norms: LayoutNorms;
  readonly classes: Readonly<Record<SizeClass, number>>;
  readonly communities: readonly CommunityAdvice[];
  /** What a plan would still need. */
  readonly lacks: readonly { readonly id: LackId; readonly communities: number }[];
  readonly findings: readonly LayoutFinding[];
}

/** The outline of a community of the plan, its grids dissolved into one: polygons as the file has them. */
export interface CommunityOutline {
  readonly id: string;
  readonly polygons: LayoutShape['polygons'];
}

/** A plan as someone handed it in. What it does not claim is `null` and is not compared. */
export interface PlanClaim {
  readonly communities: readonly (Pick<PlannedCommunity, 'id' | 'name' | 'isNew' | 'grids'> & {
    readonly households: number | null;
    readonly residents: number | null;
    readonly from: readonly string[] | null;
  })[];
  readonly decisions: readonly LayoutDecision[] | null;
  readonly proofs: readonly SubdistrictProof[] | null;
  readonly totals: LayoutTotals | null;
  readonly norms: LayoutNorms | null;
}

/** What is wrong with a plan. */
export interface PlanBreach {
  readonly id: PlanBreachId;
  readonly args: Args;
}

export type PlanBreachId =
  | 'plan-grid-unknown'
  | 'plan-grid-missing'
  | 'plan-grid-twice'
  | 'plan-community-missing'
  | 'plan-id-twice'
  | 'plan-id-used'
  | 'plan-empty'
  | 'plan-not-connected'
  | 'plan-across-subdistricts'
  | 'plan-unit-divided'
  | 'plan-too-small'
  | 'plan-too-large'
  | 'plan-locked-touched'
  | 'plan-number-wrong'
  | 'plan-from-wrong'
  | 'plan-total-wrong'
  | 'plan-arithmetic'
  | 'plan-norm-differs'
  | 'plan-class-wrong'
  | 'plan-action-wrong'
  | 'plan-price-wrong';

/** A plan held against the tables it was made for. */
export interface PlanVerdict {
  readonly breaches: readonly PlanBreach[];
  /** Counted anew, whatever the plan claims. */
  readonly counted: LayoutTotals;
  /** Communities whose grids the plan changes. */
  readonly changed: number;
}
