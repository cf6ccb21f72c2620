import type { Check } from './check.ts';

/** Policy as data: what a department has decided, from when on, and where it is written. */

export interface LocalText {
  readonly 'zh-CN': string;
  readonly en: string;
}

export type Locale = keyof LocalText;
export const LOCALES: readonly Locale[] = ['zh-CN', 'en'];

/** A clause or document a rule or value rests on: 依据. */
export interface Citation {
  readonly id: string;
  readonly title: string;
  readonly issuer: string | null;
  /** Document number, such as 民发〔2020〕20号. */
  readonly number: string | null;
  readonly date: string | null;
  readonly clause: string | null;
  /** The words relied on, as written in the source. */
  readonly quote: string | null;
  /** Who read the words and where; see docs/policy-packs.md. */
  readonly source: string;
}

export type ParameterValue = number | string;

/** A value in force on the day the pack was asked for. */
export interface Parameter {
  readonly id: string;
  readonly value: ParameterValue;
  readonly unit: string;
  /** Where the value holds; `null` where the pack's own region does. */
  readonly region: string | null;
  readonly from: string;
  readonly to: string | null;
  /** Citation id, or `null` where the value is a matter of form. */
  readonly citation: string | null;
  readonly pack: string;
}

export type Severity = 'error' | 'warning' | 'info';
/** How the clause speaks: 必须·不得 (must), 原则上·一般 (should), or no clause at all (form). */
export type Modality = 'must' | 'should' | 'form';

export interface RuleSetting {
  readonly id: string;
  readonly severity: Severity;
  readonly modality: Modality;
  readonly options: Readonly<Record<string, unknown>>;
  readonly citations: readonly string[];
  readonly pack: string;
}

/** An entry of a catalogue: a name with the other ways to write it and the phrases that excuse it. */
export interface CatalogueEntry {
  readonly name: string;
  readonly synonyms: readonly string[];
  readonly exceptions: readonly string[];
  /** `responsible`: only where the community is the responsible party (责任主体). */
  readonly when: 'always' | 'responsible';
  readonly citation: string | null;
}

export interface Catalogue {
  readonly id: string;
  readonly title: LocalText;
  readonly citation: string | null;
  readonly entries: readonly CatalogueEntry[];
  readonly pack: string;
}

/** How the cells of a field are read: `id` is a code kept as text, `flag` is 是 or 否. */
export type FieldType = 'text' | 'id' | 'whole' | 'number' | 'date' | 'percent' | 'flag';
export const FIELD_TYPES: readonly FieldType[] = ['text', 'id', 'whole', 'number', 'date', 'percent', 'flag'];

/** One column a kind of table may have, and the header words it goes by. */
export interface FieldWords {
  readonly id: string;
  readonly label: LocalText;
  readonly words: readonly string[];
  readonly required: boolean;
  readonly type: FieldType;
  /** What a number counts where neither cell nor header says: 户, 人, ㎡. */
  readonly unit: string | null;
  /** An empty cell repeats the one above it, as merged cells do once they are saved as CSV. */
  readonly repeats: boolean;
  /** Words of this column that mean yes and no, besides 是 and 否. */
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

export interface KindWords {
  readonly id: string;
  readonly label: LocalText;
  /** A table is of this kind only if one of these fields is among its columns. */
  readonly key: readonly string[];
  /** The field that says in words what a row is about. */
  readonly name: string | null;
  readonly fields: readonly FieldWords[];
}

/** A kind of list (履职, 协助 …) and the words that announce it in titles, bands, columns and names. */
export interface ListWords {
  readonly id: string;
  readonly label: LocalText;
  readonly words: readonly string[];
}

/** Everything `tables` needs to recognise a table. Comes from `columns.yaml`. */
export interface Vocabulary {
  readonly kinds: readonly KindWords[];
  readonly lists: readonly ListWords[];
  readonly scopes: readonly ListWords[];
  /** Words that open lines around a table: 填报单位, 制表人, 合计, 注 … */
  readonly lines: Readonly<Record<'meta' | 'note' | 'subtotal', readonly string[]>>;
}

/** A year's days off and make-up working days, in order, as announced for it: 节假日安排. */
export interface CalendarYear {
  readonly year: number;
  /** ISO days, weekends among them where the announcement names them. */
  readonly off: readonly string[];
  readonly work: readonly string[];
  readonly citation: string;
  readonly pack: string;
}

/** The years that were announced; for any other year nothing can be said about working days. */
export type Calendar = ReadonlyMap<number, CalendarYear>;

/** The packs asked for, layered and cut to one day. */
export interface PolicyPack {
  /** Layers from the most general to the one asked for. */
  readonly layers: readonly { readonly id: string; readonly title: LocalText; readonly reviewed: string }[];
  readonly asOf: string;
  readonly region: { readonly province: string | null; readonly city: string | null };
  readonly rules: ReadonlyMap<string, RuleSetting>;
  /** Rules that packs made of general methods; their settings are among `rules`, unless a layer switched them off. */
  readonly checks: ReadonlyMap<string, Check>;
  readonly parameters: ReadonlyMap<string, Parameter>;
  /** Of every parameter that a layer names, also of those without a value on the day. */
  readonly parameterTypes: ReadonlyMap<string, 'number' | 'text'>;
  readonly citations: ReadonlyMap<string, Citation>;
  readonly catalogues: ReadonlyMap<string, Catalogue>;
  readonly calendar: Calendar;
  readonly vocabulary: Vocabulary;
}
