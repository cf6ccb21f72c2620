import path from 'node:path';
import { nearest } from '../model/text.ts';
import { TEXTS } from './texts.ts';
import { UsageError } from './usage-error.ts';

/** `--out FORMAT[=PATH]`; without a path the report goes to standard output. */
export interface Output<F extends string> {
  readonly format: F;
  readonly path: string | null;
}

export function parseOutputs<F extends string>(
  values: readonly string[],
  formats: readonly F[],
): Output<F>[] {
  const outputs = values.map((value): Output<F> => {
    const [name = '', ...rest] = value.split('=');
    const path = rest.length === 0 ? null : rest.join('=');
    if (path === '') throw new UsageError(TEXTS.missingValue, { found: `--out ${value}` });
    return { format: oneOf('--out', name, formats), path };
  });
  if (outputs.filter((output) => output.path === null).length > 1) throw new UsageError(TEXTS.twoToStdout);
  return outputs;
}

/** What only a file can hold is never thrown at a terminal or into a pipe. */
export function refuseWithoutPath<F extends string>(
  outputs: readonly Output<F>[],
  formats: readonly F[],
): void {
  const bare = outputs.find(({ format, path }) => path === null && formats.includes(format));
  if (bare !== undefined) throw new UsageError(TEXTS.missingValue, { found: `--out ${bare.format}=` });
}

/** A value from a closed list; anything else is an error that names the list, never silently replaced. */
export function oneOf<T extends string>(option: string, found: string, allowed: readonly T[]): T {
  const value = allowed.find((candidate) => candidate === found);
  if (value !== undefined) return value;
  const suggestion = nearest(found, allowed) ?? 'none';
  throw new UsageError(TEXTS.badValue, { option, found, expected: allowed.join(' | '), suggestion });
}

/** Refused before any work is done: a report must never take the place of a submission. */
export function refuseInputsAsOutputs(outputs: readonly Output<string>[], inputs: readonly string[]): void {
  const taken = new Set(inputs.map((input) => path.resolve(input)));
  for (const { path: target } of outputs) {
    if (target !== null && taken.has(path.resolve(target)))
      throw new UsageError(TEXTS.outIsInput, { path: target });
  }
}

/** Whole or not at all: written beside the target and renamed. `mode`: who may read it. */
export async function writeOutput(target: string, text: string | Buffer, mode?: number): Promise<void> {
  const { default: writeFileAtomic } = await import('write-file-atomic');
  try {
    await writeFileAtomic(target, text, mode === undefined ? {} : { mode });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new UsageError(TEXTS.cannotWrite, { path: target, code });
  }
}
