import type { Origin } from './origin.ts';
import type { Args } from './run.ts';

/** Nouns of staffing: 社区工作者配备. People and residents are whole numbers. */

export type PlaceLevel = 'community' | 'subdistrict' | 'district' | 'city';
export const PLACE_LEVELS: readonly PlaceLevel[] = ['community', 'subdistrict', 'district', 'city'];

/** A count with both its ends, which are one for an exact number and two for 约1200. */
export interface Count {
  readonly low: number;
  readonly high: number;
}

/** A row that says how many work in a place: a community, or a subdistrict whose communities are not listed. */
export interface StaffPlace {
  readonly level: 'community' | 'subdistrict';
  readonly name: string;
  /** Empty where the table has none. */
  readonly code: string;
  readonly subdistrict: string;
  readonly district: string;
  /** 社区工作者; `null` where neither the row nor a register of staff tells. */
  readonly workers: Count | null;
  /** 城镇常住人口, and never any other population. */
  readonly urbanResidents: Count | null;
  readonly households: Count | null;
  readonly committeeMembers: Count | null;
  readonly grids: Count | null;
  readonly gridWorkers: Count | null;
  readonly at: Origin;
}

/** One person of a register of staff. What its table does not say is empty or `null`. */
export interface StaffMember {
  readonly community: string;
  readonly category: string;
  readonly education: string;
  readonly qualification: string;
  readonly supervisor: string;
  /** YYYY-MM-DD; a month alone counts as its first day. */
  readonly born: string | null;
}

/** Workers to 10,000 urban residents in a place and all places in it. */
export interface StaffRatio {
  readonly level: PlaceLevel;
  /** Empty for the whole submission. */
  readonly name: string;
  readonly within: string;
  /** Rows added up, and rows left out because one of the two numbers is missing. */
  readonly places: number;
  readonly lacking: number;
  /** Numerator and denominator. */
  readonly workers: Count;
  readonly urbanResidents: Count;
  /** Half up to two decimals. */
  readonly per10k: Count;
  /** Persons to the norm, rounded up; below 0 where there are more. `null` where the pack has no norm. */
  readonly short: Count | null;
}

/** A norm that is one number for each place, and how many are wanting over all places. */
export interface StaffNeed {
  readonly id: 'grid-workers' | 'committee-members' | 'households-per-worker' | 'workers-per-community';
  readonly parameter: string;
  readonly norm: number;
  /** Places in which the numbers are known, those that fall short, and persons wanting in them. */
  readonly places: number;
  readonly below: number;
  readonly short: number;
  readonly lacking: number;
  /** The places that fall short most, the worst first. */
  readonly worst: readonly { readonly name: string; readonly within: string; readonly short: number }[];
}

/** How many of the register have what: 学历, 职业资格. `share` in percent, half up to two decimals. */
export interface StaffShare {
  readonly field: 'education' | 'qualification' | 'category';
  readonly value: string;
  readonly count: number;
  readonly of: number;
  readonly share: number;
}

/** Posts of one name against their quota. */
export interface QuotaUse {
  readonly name: string;
  readonly within: string;
  readonly quota: number;
  /** As the table of quotas says, and as the register counts. */
  readonly filled: number | null;
  readonly counted: number | null;
  readonly free: number | null;
}

/** A supervisor (督导师) with more workers than the norm. */
export interface SupervisorLoad {
  readonly name: string;
  readonly workers: number;
}

/** Who gets how many of the new posts, so that the lowest ratio rises most. */
export interface Allocation {
  readonly posts: number;
  readonly given: readonly {
    readonly name: string;
    readonly within: string;
    readonly posts: number;
    readonly before: number;
    readonly after: number;
  }[];
  /** The lowest ratio of all places before and after, half up to two decimals. */
  readonly lowestBefore: number;
  readonly lowestAfter: number;
  /** Places without two exact numbers, which get none. */
  readonly leftOut: number;
}

/** One year of the forecast: how many of today's staff are still there at its end. */
export interface ForecastYear {
  readonly year: number;
  /** Reach the age of leaving by then. */
  readonly retired: number;
  readonly mean: number;
  /** Persons still there, at five points of the distribution. */
  readonly p5: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p95: number;
  /** The whole distribution: how likely each number is, from `from` upwards. What is left out is below one in 10⁹. */
  readonly from: number;
  readonly chances: readonly number[];
}

export interface Forecast {
  /** What the person assumed: the age at which one leaves, and the share that leaves earlier in a year, in percent. */
  readonly leaveAt: number;
  readonly turnover: number;
  readonly staff: number;
  /** Without a date of birth: taken to stay on, but for turnover. */
  readonly unknownAge: number;
  readonly years: readonly ForecastYear[];
}

/** A base that a declared ratio implies: 5,285 workers at 18.2 per 万. Both ends, as the ratio was rounded. */
export interface ImpliedBase {
  readonly workers: number;
  readonly ratio: number;
  readonly base: Count;
  readonly short: Count | null;
  readonly at: Origin;
}

export interface StaffingNote {
  readonly id: 'file-unreadable' | 'place-twice' | 'workers-differ' | 'grid-worker-double';
  readonly args: Args;
  readonly at: Origin | null;
}

export interface StaffingReport {
  readonly policy: readonly string[];
  readonly asOf: string;
  /** 人/万人, with its clause; `null` where the pack has none. */
  readonly norm: {
    readonly parameter: string;
    readonly value: number;
    readonly citation: string | null;
    /** Title of the document it stands in. */
    readonly title: string | null;
  } | null;
  readonly ratios: readonly StaffRatio[];
  /** Communities whose workers were counted in the register, as their row gives no number. */
  readonly counted: number;
  readonly implied: readonly ImpliedBase[];
  /** Communities by persons short per resident, the worst first. */
  readonly first: readonly StaffRatio[];
  readonly needs: readonly StaffNeed[];
  readonly shares: readonly StaffShare[];
  readonly quotas: readonly QuotaUse[];
  readonly supervisors: {
    readonly norm: number;
    readonly over: readonly SupervisorLoad[];
    readonly all: number;
  } | null;
  readonly allocation: Allocation | null;
  readonly forecast: Forecast | null;
  readonly notes: readonly StaffingNote[];
}
