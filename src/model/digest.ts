import { createHash } from 'node:crypto';

/** SHA-256 in 64 hex digits over facts; the order of keys has no say, that of lists and maps has. */
export function digestOf(value: unknown): string {
  const hash = createHash('sha256');
  // Entry by entry, as a run may be longer than the longest text.
  const entries = typeof value === 'object' && value !== null ? sortedEntries(value) : [];
  if (value instanceof Map || entries.length === 0) hash.update(canonicalText(value));
  for (const [key, part] of entries) {
    const isList = Array.isArray(part);
    hash.update(`${JSON.stringify(key)}:${isList ? part.length : ''}\n`);
    for (const one of isList ? part : [part]) hash.update(`${canonicalText(one)}\n`);
  }
  return hash.digest('hex');
}

/** One text for equal facts: JSON with sorted keys, maps as lists of pairs. */
export function canonicalText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (value instanceof Map) return canonicalText([...value]);
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  const parts = sortedEntries(value).map(([key, part]) => `${JSON.stringify(key)}:${canonicalText(part)}`);
  return `{${parts.join(',')}}`;
}

function sortedEntries(value: object): (readonly [string, unknown])[] {
  return Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1));
}
