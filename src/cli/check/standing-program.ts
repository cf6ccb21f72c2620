import type { Command } from 'commander';
import type { LocalText } from '../../model/policy.ts';
import { STANDING_WORDS } from './standing-words.ts';

export function addStanding(command: Command, t: (text: LocalText) => string): Command {
  return command
    .option('--waivers <file>', t(STANDING_WORDS.waivers))
    .option('--no-waivers', t(STANDING_WORDS.withoutWaivers))
    .option('--baseline <file>', t(STANDING_WORDS.baseline))
    .option('--update-baseline', t(STANDING_WORDS.updateBaseline))
    .option('--new-only', t(STANDING_WORDS.newOnly));
}
