import type { LocalText } from '../model/policy.ts';
import type { Args } from '../model/run.ts';

/** The command was called in a way that cannot be carried out: exit 2. */
export class UsageError extends Error {
  constructor(
    readonly text: LocalText,
    readonly args: Args = {},
  ) {
    super(text.en);
  }
}

/** What is there is not the whole of it, so that there is no result: exit 3. */
export class IncompleteError extends UsageError {}
