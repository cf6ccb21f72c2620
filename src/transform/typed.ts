import { cellText, trimmedText } from '../model/cell-text.ts';
import type { FieldRecord, Quantity } from '../model/dataset.ts';
import type { FieldWords } from '../model/policy.ts';
import { unitOf } from '../model/units.ts';
import type { CanonicalValue, DoubtReason, Step } from './canonical.ts';

/** A cell read by the type of its field. With a doubt the value is the text as written. */
export interface TypedValue {
  readonly value: CanonicalValue;
  readonly steps: readonly Step[];
  readonly doubt: DoubtReason | null;
}

/** The value of a field in a row; `null` for an empty cell. */
export function typedValue(record: FieldRecord, field: FieldWords): TypedValue | null {
  const { raw, text, empty } = record.value(field.id);
  if (empty) return null;
  if (typeof raw === 'object' && raw.kind === 'error') return asWritten(text, 'error-value');
  if (typeof raw === 'object' && raw.kind === 'formula') return asWritten(text, 'formula-without-value');
  // As a conversion left them: it writes texts only.
  if (ERROR_CODE.test(text.trim())) return asWritten(trimmedText(raw), 'error-value');
  if (typeof raw === 'string' && /^\s*=/u.test(raw))
    return asWritten(trimmedText(raw), 'formula-without-value');
  switch (field.type) {
    case 'whole':
    case 'number':
    case 'percent':
      return numberOf(record, field);
    case 'date':
      return dateOf(record, field.id);
    case 'flag': {
      const flag = record.flag(field.id);
      return flag === null ? asWritten(trimmedText(raw), 'not-a-flag') : done(flag, 'flag');
    }
    case 'id':
      return codeOf(raw);
    default:
      return field.id === 'serial' ? serialOf(raw) : textOf(raw);
  }
}

const ERROR_CODE = /^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!)$/u;

function numberOf(record: FieldRecord, { id, type, unit }: FieldWords): TypedValue {
  const { raw, text } = record.value(id);
  const quantity = record.quantity(id);
  const written = trimmedText(raw);
  if (quantity === null) return asWritten(written, 'not-a-number');
  if (quantity.hedge !== null || quantity.value === null) return asWritten(written, 'hedged');
  const value = type === 'percent' ? fractionOf(quantity) : inUnit(quantity, unit ?? '');
  if (value === null) return asWritten(written, 'other-unit');
  if (type === 'whole' && !Number.isInteger(value)) return asWritten(written, 'not-whole');
  if (value === raw) return done(value);
  return String(value) === text.trim() ? done(value, 'number') : done(value, 'number', 'scaled');
}

function fractionOf({ value, unit }: Quantity): number | null {
  return value === null || unit !== '%' ? null : clean(value / 100);
}

/** A quantity in the unit of the field; `null` where the two count different things. */
function inUnit({ value, unit }: Quantity, wanted: string): number | null {
  if (value === null) return null;
  if (unit === '' || wanted === '' || unit === wanted) return value;
  const [own, target] = [unitOf(unit), unitOf(wanted)];
  return own.dimension === target.dimension ? clean((value * own.factor) / target.factor) : null;
}

/** Without the dust of binary fractions. */
function clean(value: number): number {
  return Number(value.toPrecision(15));
}

function dateOf(record: FieldRecord, field: string): TypedValue {
  const { raw } = record.value(field);
  const { iso, doubt } = record.date(field);
  if (iso === null) return asWritten(trimmedText(raw), 'not-a-date');
  if (doubt !== null) return asWritten(trimmedText(raw), 'date-likely');
  return iso === cellText(raw) ? done(iso) : done(iso, 'date');
}

const EXPONENT = /^\d(?:\.\d+)?e\+?\d+$/iu;

/** A code kept as a number is written out; what a number cannot hold is gone. */
function codeOf(raw: Parameters<typeof cellText>[0]): TypedValue {
  const text = trimmedText(raw);
  const isLost = typeof raw === 'number' ? !Number.isSafeInteger(raw) : EXPONENT.test(text);
  if (isLost) return asWritten(text, 'digits-lost');
  return typeof raw === 'number' ? done(text, 'code') : textOf(raw);
}

/** 1 is a number, whether a sheet or a CSV file says it; 1. and （一） stay as they are. */
function serialOf(raw: Parameters<typeof cellText>[0]): TypedValue {
  const text = trimmedText(raw);
  if (!/^(?:0|[1-9]\d{0,8})$/.test(text)) return textOf(raw);
  return typeof raw === 'number' ? done(raw) : done(Number(text), 'number');
}

function textOf(raw: Parameters<typeof cellText>[0]): TypedValue {
  const text = trimmedText(raw);
  return text === cellText(raw) ? done(text) : done(text, 'trimmed');
}

function done(value: CanonicalValue, ...steps: Step[]): TypedValue {
  return { value, steps, doubt: null };
}

function asWritten(value: string, doubt: DoubtReason): TypedValue {
  return { value, steps: [], doubt };
}
