import type { Group, MethodKeys, WordedCondition } from '../model/check.ts';
import type { FieldType, LocalText, Modality, Severity } from '../model/policy.ts';

/** A pack's files as written, after validation against `schemas/policy-pack.schema.json`. */
export interface PackDocuments {
  readonly pack: PackDocument;
  readonly parameters?: { readonly parameters: readonly ParameterDocument[] };
  readonly citations?: { readonly citations: readonly CitationDocument[] };
  readonly columns?: ColumnsDocument;
  readonly catalogue?: { readonly catalogues: readonly CatalogueDocument[] };
  readonly calendar?: { readonly years: readonly CalendarYearDocument[] };
  readonly checks?: { readonly checks: readonly CheckDocument[] };
  readonly coverage?: { readonly clauses: readonly ClauseDocument[] };
  readonly examples?: { readonly examples: readonly ExampleDocument[] };
}

export type DocumentName = keyof PackDocuments;
export const DOCUMENT_NAMES: readonly DocumentName[] = [
  'pack',
  'parameters',
  'citations',
  'columns',
  'catalogue',
  'calendar',
  'checks',
  'coverage',
  'examples',
];

export interface PackDocument {
  readonly id: string;
  readonly title: LocalText;
  readonly extends?: readonly string[];
  readonly reviewed: string;
  readonly region?: { readonly province?: string; readonly city?: string };
  readonly rules?: Readonly<Record<string, RuleDocument>>;
}

/** The clauses a rule rests on, in place of those below; or what is added to them and taken away. */
export type RestsOn =
  | readonly string[]
  | { readonly add?: readonly string[]; readonly remove?: readonly string[] };

export interface RuleDocument {
  readonly severity?: Severity | 'off';
  readonly modality?: Modality;
  readonly citations?: RestsOn;
  readonly options?: Readonly<Record<string, unknown>>;
}

export interface ParameterDocument {
  readonly id: string;
  readonly unit: string;
  readonly values: readonly {
    readonly from: string;
    readonly to?: string;
    readonly value: number | string;
    readonly region?: string;
    readonly citation?: string;
  }[];
}

export interface CitationDocument {
  readonly id: string;
  readonly title: string;
  readonly issuer?: string;
  readonly number?: string;
  readonly date?: string;
  readonly clause?: string;
  readonly quote?: string;
  readonly source: string;
}

export type EntryDocument =
  | string
  | {
      readonly name: string;
      readonly synonyms?: readonly string[];
      readonly exceptions?: readonly string[];
      readonly when?: 'always' | 'responsible';
      readonly citation?: string;
    };

export interface CatalogueDocument {
  readonly id: string;
  readonly title?: LocalText;
  readonly citation?: string;
  readonly entries?: readonly EntryDocument[];
  readonly add?: readonly EntryDocument[];
  readonly remove?: readonly string[];
}

export interface WordsDocument {
  readonly id: string;
  readonly label?: LocalText;
  readonly words?: readonly string[];
  /** Words of the layers below that are no longer taken for this one. */
  readonly remove?: readonly string[];
}

export interface FieldDocument extends WordsDocument {
  readonly required?: boolean;
  readonly type?: FieldType;
  readonly unit?: string;
  readonly repeats?: boolean;
  readonly yes?: readonly string[];
  readonly no?: readonly string[];
}

export interface ColumnsDocument {
  readonly kinds?: readonly {
    readonly id: string;
    readonly label?: LocalText;
    readonly key?: readonly string[];
    readonly name?: string;
    readonly fields: readonly FieldDocument[];
  }[];
  readonly lists?: readonly WordsDocument[];
  readonly scopes?: readonly WordsDocument[];
  readonly lines?: Readonly<Partial<Record<'meta' | 'note' | 'subtotal', readonly string[]>>>;
}

/** `off` and `work`: days, or spans of days as `2026-02-15/2026-02-23`. */
export interface CalendarYearDocument {
  readonly year: number;
  readonly citation: string;
  readonly note?: string;
  readonly off: readonly string[];
  readonly work: readonly string[];
}

export interface ClauseDocument {
  readonly citation: string;
  readonly clause: string;
  readonly covered: 'checked' | 'partly' | 'by-hand' | 'not-covered';
  readonly quote?: string;
  readonly rules?: readonly string[];
  /** Values of the clause that no rule asks for; `reason` says why they are kept. */
  readonly parameters?: readonly string[];
  readonly reason?: LocalText;
}

/** A rule made of a general method, with its setting. */
export type CheckDocument = {
  readonly id: string;
  readonly title: LocalText;
  readonly remedy?: LocalText;
  readonly of: string | readonly string[];
  readonly besides?: readonly string[];
  readonly where?: string | WordedCondition;
  readonly group?: Group;
  readonly citations?: readonly string[];
} & Omit<RuleDocument, 'citations'> &
  MethodKeys;

/** A small submission, and all that the rules under test must say about it. */
export interface ExampleDocument {
  readonly id: string;
  readonly situation: LocalText;
  readonly rules: readonly string[];
  readonly asOf?: string;
  readonly tables: readonly {
    readonly file?: string;
    readonly sheet?: string;
    readonly rows: readonly (readonly (string | number | boolean | null)[])[];
  }[];
  readonly expect: readonly ExpectedFinding[];
  /** Rules that cannot be checked on these tables. */
  readonly unchecked?: readonly string[];
}

export interface ExpectedFinding {
  readonly rule: string;
  /** `A1` of the first table's sheet, or `sheet!A1`. */
  readonly at: string;
  readonly outcome?: 'breach' | 'advice' | 'undetermined';
  readonly message?: string;
  readonly args?: Readonly<Record<string, string | number>>;
}
