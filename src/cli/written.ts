import { PlainTableError } from '../write/plain-table.ts';
import { CONVERT_WORDS } from './transform/convert-words.ts';
import { UsageError } from './usage-error.ts';

/** Bytes of a table; what does not fit the format is told with its place and a way on. */
export async function written<T>(make: () => Promise<T>): Promise<T> {
  try {
    return await make();
  } catch (error) {
    if (!(error instanceof PlainTableError)) throw error;
    throw new UsageError(CONVERT_WORDS.tooLarge, { reason: error.reason, ...error.place });
  }
}
