import type { FieldType } from './policy.ts';

/** A blank form for one kind of table, with what a pack says of its columns: 空白模板. */
export interface Template {
  readonly kind: string;
  readonly columns: readonly TemplateColumn[];
}

export interface TemplateColumn {
  readonly field: string;
  readonly header: string;
  readonly type: FieldType;
  readonly required: boolean;
  /** What a number counts; `null` where nothing says. */
  readonly unit: string | null;
  /** What may be chosen, with the clause that names it. */
  readonly choices: { readonly values: readonly string[]; readonly citation: string | null } | null;
  /** The norm a number is held against. A number outside it may well be the truth: it is asked about, never refused. */
  readonly norm: {
    readonly low: number | null;
    readonly high: number | null;
    readonly citation: string | null;
  } | null;
  /** Characters that a code has; `null` where the pack does not say. */
  readonly length: number | null;
}
