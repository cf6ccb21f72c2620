import type { Unreadable, UnreadableReason } from '../model/workbook.ts';

/** Thrown by readers for a submission that cannot be read; the pipeline turns it into a finding. */
export class UnreadableError extends Error implements Unreadable {
  constructor(
    readonly reason: UnreadableReason,
    readonly args: Readonly<Record<string, string | number>> = {},
  ) {
    super(`${reason} ${JSON.stringify(args)}`);
  }
}

/** The program that reads files apart cannot be started: a failure of the tool, not of a submission. */
export class ReaderStartError extends Error {
  override readonly name = 'ReaderStartError';
}
