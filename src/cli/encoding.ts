import { ENCODINGS, type EncodingId, encodingNamed, nearestEncoding } from '../read/encodings.ts';
import { TEXTS } from './texts.ts';
import { UsageError } from './usage-error.ts';

/** `--encoding GBK`; `null` where nothing was said. */
export function parseEncoding(name: string | undefined): EncodingId | null {
  if (name === undefined) return null;
  const encoding = encodingNamed(name);
  if (encoding !== null) return encoding;
  throw new UsageError(TEXTS.badValue, {
    option: '--encoding',
    found: name,
    expected: [...ENCODINGS, 'gbk'].join(' | '),
    suggestion: nearestEncoding(name) ?? 'none',
  });
}
