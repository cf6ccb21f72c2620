import type { PolicyPack } from '../model/policy.ts';
import type { FieldType, Lack, NoValue, ReadField } from './expression.ts';

/** Records as the library sees them, and what it meets on the way: fields that are missing. */

/** What of a pack in force an expression may ask for. */
export type PolicyAsked = Pick<PolicyPack, 'parameters' | 'catalogues' | 'calendar'>;

/** Thrown inside an evaluation where something is missing; `Frame.lacks` says what. */
export class Lacking extends Error {}

/** Thrown inside an evaluation where there is no such value. */
export class NoSuchValue extends Error {
  constructor(readonly why: NoValue) {
    super(why);
  }
}

/** What one evaluation works with, and what it found missing. */
export interface Frame {
  policy: PolicyAsked;
  lacks: Map<string, Lack>;
}

export type RecordClass = new (read: ReadField, frame: Frame) => object;

export const CEL_TYPE: Readonly<Record<FieldType, string>> = {
  text: 'string',
  id: 'string',
  whole: 'int',
  number: 'double',
  percent: 'double',
  date: 'google.protobuf.Timestamp',
  flag: 'bool',
};

/** A class whose properties are the fields; what is missing is noted and reads as absent. */
export function recordClass(record: string, fields: Readonly<Record<string, FieldType>>): RecordClass {
  const ctor = class {
    readonly known = new Map<string, unknown>();
    constructor(
      readonly read: ReadField,
      readonly frame: Frame,
    ) {}
  };
  for (const [field, type] of Object.entries(fields)) {
    Object.defineProperty(ctor.prototype, field, {
      get(this: InstanceType<typeof ctor>): unknown {
        const known = this.known.get(field) ?? toCel(this.read(field), type);
        if (known === undefined) lack(this.frame, { what: 'field', record, field });
        else this.known.set(field, known);
        return known;
      },
    });
  }
  return ctor;
}

function toCel(value: ReturnType<ReadField>, type: FieldType): unknown {
  if (value === null) return undefined;
  switch (type) {
    case 'text':
    case 'id':
      return String(value);
    case 'whole':
      return typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : undefined;
    case 'number':
    case 'percent':
      return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
    case 'flag':
      return typeof value === 'boolean' ? value : undefined;
    case 'date':
      return dayOf(String(value)) ?? undefined;
  }
}

/** The day at midnight UTC; `null` for what is no day of the calendar. */
export function dayOf(text: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? date : null;
}

export function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

export function lack(frame: Frame, what: Lack): void {
  frame.lacks.set(JSON.stringify(what), what);
}
