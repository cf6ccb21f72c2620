import type { Command } from 'commander';
import type { LocalText, PolicyPack } from '../model/policy.ts';
import type { ReadingChoices } from '../pipeline.ts';
import { parseEncoding } from './encoding.ts';
import { parseLimits } from './limits.ts';
import { type PinOptions, pinsOf } from './pins.ts';
import { repeatable } from './repeatable.ts';
import { TEXTS } from './texts.ts';

/** What a person may say of how files are read, the same for every command that reads submissions. */
export interface ReadingOptions extends PinOptions {
  readonly limit: readonly string[];
  readonly encoding?: string;
}

export function addReading(command: Command, t: (text: LocalText) => string): Command {
  return command
    .option('--limit <id=value>', t(TEXTS.limit), repeatable, [])
    .option('--encoding <name>', t(TEXTS.encoding))
    .option('--sheet <name>', t(TEXTS.sheet), repeatable, [])
    .option('--header-row <n>', t(TEXTS.headerRow))
    .option('--columns <map.yaml>', t(TEXTS.columns));
}

export async function readingOf(
  options: ReadingOptions,
  policy: PolicyPack,
): Promise<Required<ReadingChoices>> {
  return {
    limits: parseLimits(options.limit),
    encoding: parseEncoding(options.encoding),
    pins: await pinsOf(options, policy),
  };
}
