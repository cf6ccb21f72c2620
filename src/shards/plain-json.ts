/** JSON for what JSON alone loses: maps, sets, numbers that are not finite, a gap in a list. */

const MARK = '~';

export function toPlainJson(value: unknown): string {
  return JSON.stringify(value, function (this: unknown, _key, part: unknown) {
    return encoded(part, Array.isArray(this));
  });
}

function encoded(value: unknown, inList: boolean): unknown {
  if (value === undefined) return inList ? { [MARK]: 'undefined' } : undefined;
  if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0)))
    return { [MARK]: Object.is(value, -0) ? '-0' : String(value) };
  if (value instanceof Map) return { [MARK]: 'map', of: [...value] };
  if (value instanceof Set) return { [MARK]: 'set', of: [...value] };
  const isMarked = typeof value === 'object' && value !== null && Object.hasOwn(value, MARK);
  return isMarked ? { [MARK]: 'object', of: Object.entries(value) } : value;
}

export function fromPlainJson(text: string): unknown {
  return JSON.parse(text, (_key, part: unknown) => decoded(part));
}

const NUMBERS: Readonly<Record<string, number>> = {
  Infinity: Number.POSITIVE_INFINITY,
  '-Infinity': Number.NEGATIVE_INFINITY,
  NaN: Number.NaN,
  '-0': -0,
};

function decoded(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((part) => (part === GAP ? undefined : part));
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, MARK)) return value;
  const { [MARK]: mark, of } = value as { readonly [MARK]: string; readonly of?: readonly unknown[] };
  if (mark === 'undefined') return GAP;
  if (mark === 'map') return new Map(of as [unknown, unknown][]);
  if (mark === 'set') return new Set(of);
  if (mark === 'object') return Object.fromEntries(of as [string, unknown][]);
  return NUMBERS[mark];
}

/** Stands for `undefined` until the list around it is read, as a reviver that returns that leaves a hole. */
const GAP = Symbol('undefined');
