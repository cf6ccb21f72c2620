import type { ReadField } from '../../expression/expression.ts';
import type { FieldRecord } from '../../model/dataset.ts';
import type { KindWords } from '../../model/policy.ts';

/** A row as expressions read it. A hedged number (约1200户) or a date in doubt is no value to decide on. */
export function readingOf(record: FieldRecord, kind: KindWords): ReadField {
  const types = new Map(kind.fields.map(({ id, type }) => [id, type] as const));
  return (field) => {
    switch (types.get(field)) {
      case 'whole':
      case 'number':
        return exact(record.quantity(field));
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
