import type { Locale } from '../model/policy.ts';
import { listInputs, termsOf, understand } from '../pipeline.ts';
import { UnreadableError } from '../read/unreadable.ts';
import { writeUnderstood, writeUnreadable } from '../report/report.ts';
import { paintFor } from './colour.ts';
import { parseEncoding } from './encoding.ts';
import { parseLimits } from './limits.ts';
import { policyOf } from './policy.ts';
import { TEXTS } from './texts.ts';
import { UsageError } from './usage-error.ts';

export interface TablesOptions {
  readonly policy: string;
  readonly limit: readonly string[];
  readonly encoding?: string;
}

/** Shows what was understood of one workbook; exit 1 when it cannot be read. */
export async function tablesCommand(path: string, options: TablesOptions, locale: Locale): Promise<number> {
  const limits = parseLimits(options.limit);
  const encoding = parseEncoding(options.encoding);
  const policy = await policyOf(options.policy, null);
  const { files } = await listInputs([path], limits);
  const [file, second] = files;
  if (file === undefined || second !== undefined) throw new UsageError(TEXTS.oneFile, { path });
  try {
    const tables = await understand(file, policy, limits, encoding);
    const drawn = {
      width: process.stdout.columns ?? 80,
      paint: paintFor('auto', process.stdout),
      quiet: false,
    };
    process.stdout.write(await writeUnderstood(tables, termsOf(policy), locale, drawn));
    return 0;
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    process.stdout.write(`${writeUnreadable(error, locale)}\n`);
    return 1;
  }
}
