import type { Command } from 'commander';
import type { Locale, LocalText } from '../../model/policy.ts';
import { addReading } from '../reading.ts';
import { repeatable } from '../repeatable.ts';
import { TEXTS } from '../texts.ts';
import type { StaffOptions } from './staff.ts';
import { STAFF_TEXTS } from './staff-words.ts';

/** `jianfu staff`; it loads what it needs when it is called. */
export function addStaff(command: Command, t: (text: LocalText) => string, locale: Locale): void {
  addReading(command, t)
    .description(t(STAFF_TEXTS.staff))
    .argument('<paths...>', t(TEXTS.paths))
    .option('--policy <id>', t(TEXTS.policy), 'national')
    .option('--as-of <date>', t(TEXTS.asOf))
    .option('--posts <n>', t(STAFF_TEXTS.posts))
    .option('--forecast <years>', t(STAFF_TEXTS.forecast))
    .option('--leave-at <age>', t(STAFF_TEXTS.leaveAt))
    .option('--turnover <percent>', t(STAFF_TEXTS.turnover))
    .option('--out <format[=path]>', t(TEXTS.out), repeatable, [])
    .addHelpText('after', `\n${t(TEXTS.exitCodes)}`)
    .action(async (paths: string[], options: StaffOptions) => {
      const { staffCommand } = await import('./staff.ts');
      process.exitCode = await staffCommand(paths, options, locale);
    });
}
