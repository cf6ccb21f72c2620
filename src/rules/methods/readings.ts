import type { ReadField } from '../../expression/expression.ts';
import type { FieldRecord } from '../../model/dataset.ts';
import type { KindWords } from '../../model/policy.ts';
import { agree, unitOf } from '../../model/units.ts';

/** A row as expressions read it. A hedged number (约1200户) or a date in doubt is no value to decide on. */
export function readingOf(record: FieldRecord, kind: KindWords): ReadField {
  const fields = new Map(kind.fields.map((field) => [field.id, field] as const));
  return (field) => {
    const own = fields.get(field);
    switch (own?.type) {
      case 'whole':
      case 'number':
        return inUnit(exact(record.quantity(field)), record.unit(field), own.unit);
      case 'percent': {
        const percent = exact(record.percent(field));
        return percent === null ? null : percent / 100;
      }
      case 'date': {
        const { iso, doubt } = record.date(field);
        return doubt === null ? iso : null;
      }
      case 'flag':
        return record.flag(field);
      default:
        return record.text(field) || null;
    }
  };
}

function exact(quantity: ReturnType<FieldRecord['quantity']>): number | null {
  return quantity === null || quantity.low !== quantity.high ? null : quantity.value;
}

/** In the unit the pack gives the field: 2公顷 are 0.02 in a column of 平方公里, and 30人 are nothing in one of 户. */
function inUnit(value: number | null, written: string, wanted: string | null): number | null {
  if (value === null || wanted === null || written === wanted) return value;
  const [from, to] = [unitOf(written), unitOf(wanted)];
  if (!agree(from.dimension, to.dimension)) return null;
  return from.dimension === to.dimension ? (value * from.factor) / to.factor : value;
}
