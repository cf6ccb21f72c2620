import type { Locale } from '../model/policy.ts';
import { say } from './say.ts';
import { TEXTS } from './texts.ts';

const MIN_INTERVAL_MS = 100;
const CLEAR_LINE = '\r\u001b[2K';

export interface Progress {
  readonly done: number;
  readonly total: number;
  /** Whether the next run finds in the cache what this one did. */
  readonly kept: 'yes' | 'no';
}

let soFar: Progress = { done: 0, total: 0, kept: 'no' };

/** How far the work is. What a signal interrupts has nobody else to tell. */
export function progressSoFar(): Progress {
  return soFar;
}

/** One line on standard error that is overwritten, and only where a person is looking. */
export function progressLine(
  stream: NodeJS.WriteStream,
  wanted: boolean,
  locale: Locale,
  kept: Progress['kept'] = 'no',
) {
  const active = wanted && stream.isTTY === true && process.env.CI === undefined;
  let last = 0;
  return {
    update(done: number, total: number, path: string): void {
      soFar = { done, total, kept };
      const now = Date.now();
      if (!active || now - last < MIN_INTERVAL_MS) return;
      last = now;
      const room = Math.max(10, Math.floor(((stream.columns ?? 80) - 20) / 2));
      stream.write(
        CLEAR_LINE +
          say(TEXTS.progress, locale, { done, total, path: Array.from(path).slice(-room).join('') }),
      );
    },
    clear(): void {
      if (active) stream.write(CLEAR_LINE);
    },
  };
}
