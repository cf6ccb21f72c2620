import type { Locale } from '../model/policy.ts';
import { listInputs, termsOf, understand } from '../pipeline.ts';
import { UnreadableError } from '../read/unreadable.ts';
import { UNDERSTOOD_FORMATS, writeUnderstood, writeUnreadable } from '../report/report.ts';
import { COLOURS, paintFor } from './colour.ts';
import { oneOf } from './outputs.ts';
import { policyOf } from './policy.ts';
import { type ReadingOptions, readingOf } from './reading.ts';
import { TEXTS } from './texts.ts';
import { UsageError } from './usage-error.ts';

export interface TablesOptions extends ReadingOptions {
  readonly policy: string;
  readonly out: string;
  readonly color: string;
}

/** Shows what was understood of one workbook; exit 1 when it cannot be read. */
export async function tablesCommand(path: string, options: TablesOptions, locale: Locale): Promise<number> {
  const format = oneOf('--out', options.out, UNDERSTOOD_FORMATS);
  const colour = oneOf('--color', options.color, COLOURS);
  const policy = await policyOf(options.policy, null);
  const choices = await readingOf(options, policy);
  const { files } = await listInputs([path], choices.limits);
  const [file, second] = files;
  if (file === undefined || second !== undefined) throw new UsageError(TEXTS.oneFile, { path });
  try {
    const understood = await understand(file, policy, choices);
    const drawing = {
      width: process.stdout.columns ?? 80,
      paint: paintFor(colour, process.stdout),
      quiet: false,
    };
    process.stdout.write(await writeUnderstood(understood, termsOf(policy), format, locale, drawing));
    return 0;
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    process.stdout.write(`${writeUnreadable(error, locale)}\n`);
    return 1;
  }
}
