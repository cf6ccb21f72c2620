import { PinError } from '../model/pins.ts';
import type { Locale } from '../model/policy.ts';
import { PackError } from '../policy/pack-error.ts';
import { sayPinError } from './pins.ts';
import { say, sayPackError } from './say.ts';
import { TEXTS } from './texts.ts';
import { IncompleteError, UsageError } from './usage-error.ts';

/** Says on standard error what went wrong, in the reader's language. Returns the exit code. */
export function tellError(error: unknown, locale: Locale): number {
  const [text, code] = wordFor(error, locale);
  process.stderr.write(`jianfu: ${text}\n`);
  return code;
}

function wordFor(error: unknown, locale: Locale): readonly [string, number] {
  if (error instanceof IncompleteError) return [say(error.text, locale, error.args), 3];
  if (error instanceof UsageError) return [say(error.text, locale, error.args), 2];
  if (error instanceof PinError) return [sayPinError(error, locale), 2];
  if (error instanceof PackError) return [sayPackError(error, locale), 2];
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return [say(TEXTS.bug, locale, { error: text }), 3];
}
