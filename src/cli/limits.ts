import { nearest } from '../model/text.ts';
import { DEFAULT_LIMITS, LIMIT_IDS, LIMITS, type Limits, parseLimit, shownLimit } from '../read/limits.ts';
import { TEXTS } from './texts.ts';
import { UsageError } from './usage-error.ts';

/** `--limit ID=VALUE`, as often as it was given; the last word on an id holds. */
export function parseLimits(values: readonly string[]): Limits {
  const limits: Record<string, number> = { ...DEFAULT_LIMITS };
  for (const text of values) {
    const at = text.indexOf('=');
    const name = at === -1 ? text : text.slice(0, at);
    const id = LIMIT_IDS.find((candidate) => candidate === name);
    if (id === undefined) {
      throw mistake(text, LIMIT_IDS.join(' | '), nearest(name, LIMIT_IDS) ?? 'none');
    }
    const value = parseLimit(id, text.slice(at + 1));
    if (value === null || at === -1) {
      throw mistake(text, `${id}=${shownLimit(id, LIMITS[id].value)}`, 'none');
    }
    limits[id] = value;
  }
  return limits as Limits;
}

function mistake(found: string, expected: string, suggestion: string): UsageError {
  return new UsageError(TEXTS.badValue, { option: '--limit', found, expected, suggestion });
}
