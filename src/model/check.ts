import type { LocalText } from './policy.ts';

/**
 * A rule that a pack makes of one of the general methods. Limits are ids of parameters, never numbers, so that
 * each has a unit, a day and a clause.
 */
export type Check = CheckHead & MethodKeys;
export type MethodId = MethodKeys['method'];
/** The checks of one method. */
export type CheckOf<M extends MethodId> = CheckHead & Extract<MethodKeys, { readonly method: M }>;

export interface CheckHead {
  readonly id: string;
  readonly title: LocalText;
  /** What to do about it, in place of what the method says. */
  readonly remedy: LocalText | null;
  /** Kinds of table whose rows are looked at. */
  readonly of: readonly string[];
  /** Fields the clause asks for besides the number (且管理负荷过重); a flag that says no excuses the row. */
  readonly besides: readonly string[];
  readonly group: Group | null;
  /** An expression over `row`: only rows of `of` for which it is true are looked at. */
  readonly where: string | null;
  /** The same in words; `null` where the pack gives none. */
  readonly whereSays: LocalText | null;
  readonly pack: string;
}

/** An expression with what it says in words. */
export interface WordedCondition {
  readonly if: string;
  readonly says: LocalText;
}

/** What is taken together: one row, a table, a file, everything, or the rows that agree in some fields. */
export type Group = 'row' | 'table' | 'file' | 'all' | readonly string[];

/** The sum of a field over rows, or the number of rows where no field is named. */
export interface Term {
  /** Kind of table; the check's own where nothing is said. */
  readonly of?: string;
  readonly field?: string;
  /** The fields that name the group in this kind, in the order of the check's `group`. */
  readonly by?: readonly string[];
  /** Taken away from the sum. */
  readonly minus?: true;
}

/** A column of another kind of table. */
export interface Target {
  readonly of: string;
  readonly field: string;
}

export interface Limits {
  readonly min?: string;
  readonly max?: string;
}

/** A declared number, by its name in a table of claims; a parameter of the pack; or the rows handed in of a kind. */
export type Operand = string | { readonly parameter: string } | RowsOperand;

/** How many rows of a kind there are in everything handed in, or the sum of a field over them. */
export type RowsOperand = Pick<Term, 'field'> & { readonly of: string };

/** What a claim says of other numbers; `is` is the declared result. */
export type Saying =
  | {
      readonly says: 'sum';
      readonly parts: readonly Operand[];
      readonly less?: readonly Operand[];
      readonly open?: true;
    }
  | { readonly says: 'rate'; readonly before: Operand; readonly after: Operand }
  | {
      readonly says: 'share';
      readonly part: Operand;
      readonly whole?: Operand;
      readonly unit?: string;
      /** The source leaves the base open: a share that does not come out is doubtful, not wrong. */
      readonly open?: true;
    }
  | { readonly says: 'enumeration' };

export type MethodKeys =
  | {
      readonly method: 'expression';
      /** What must be true. */
      readonly holds: string;
      /** The same in words, as 常住户数不超过 3000 户. */
      readonly says: LocalText;
      /** What does not hold is undetermined where this is true: the source itself leaves it open. */
      readonly doubt?: WordedCondition;
      /** Of each row, of each table, or of everything handed in. */
      readonly scope?: 'row' | 'table' | 'city';
    }
  | ({ readonly method: 'range'; readonly field: string } & Limits)
  | ({ readonly method: 'count'; readonly equals?: string; readonly each?: Target } & Limits)
  | ({
      readonly method: 'ratio';
      readonly numerator: Term;
      readonly denominator: Term;
      readonly target?: string;
    } & Limits)
  | {
      readonly method: 'ranking';
      /** The number it is ranked by, added up; without it rows are counted. */
      readonly field?: string;
      /** Only rows that leave this field empty count; the others count as 0. */
      readonly empty?: string;
      /** Points for each row, or for each of `field`. */
      readonly points?: string;
      /** The place that a row says it has. */
      readonly place?: string;
      readonly max?: string;
    }
  | { readonly method: 'unique'; readonly fields: readonly string[] }
  | { readonly method: 'filled'; readonly fields: readonly string[] }
  | { readonly method: 'foreign-key'; readonly field: string; readonly in: Target }
  | {
      readonly method: 'exactly-one';
      readonly field: string;
      readonly to?: string;
      readonly domain?: Target;
    }
  | {
      readonly method: 'catalogue';
      readonly field: string;
      readonly catalogue: string;
      readonly rule: 'required' | 'allowed' | 'forbidden';
      readonly match?: 'whole' | 'part';
    }
  | ({
      readonly method: 'share';
      readonly field: string;
      readonly catalogue?: string;
      readonly target?: string;
    } & Limits)
  | { readonly method: 'floor'; readonly field: string; readonly other: string; readonly times?: string }
  | { readonly method: 'conservation'; readonly before: readonly Term[]; readonly after: readonly Term[] }
  | { readonly method: 'weights-sum'; readonly field: string; readonly total: string }
  | {
      readonly method: 'text-ban';
      readonly field: string;
      readonly catalogue: string;
      readonly role?: 'any' | 'responsible';
    }
  | ({ readonly method: 'interval'; readonly from: string; readonly to: string } & Limits)
  | {
      readonly method: 'directory-match';
      readonly field: string;
      readonly in: readonly Target[];
      readonly same?: readonly string[];
    }
  | ({ readonly method: 'claim'; readonly is: Operand } & Saying & Limits);
