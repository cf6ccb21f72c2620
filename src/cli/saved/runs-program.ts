import type { Command } from 'commander';
import type { Locale, LocalText } from '../../model/policy.ts';
import { repeatable } from '../repeatable.ts';
import { TEXTS } from '../texts.ts';
import { RUNS_TEXTS } from './runs-words.ts';
import type { VerifyOptions } from './verify.ts';
import type { WhyOptions } from './why.ts';

/** `jianfu compare` with its options. */
export function addCompare(command: Command, t: (text: LocalText) => string, locale: Locale): void {
  command
    .description(t(RUNS_TEXTS.compare))
    .argument('<reports...>', t(RUNS_TEXTS.reports))
    .option('--out <format[=path]>', t(TEXTS.tablesOut), repeatable, [])
    .action(async (reports: string[], { out }: { readonly out: string[] }) => {
      const { compareCommand } = await import('./compare.ts');
      process.exitCode = await compareCommand(reports, out, locale);
    });
}

/** `jianfu verify` with its options. */
export function addVerify(command: Command, t: (text: LocalText) => string, locale: Locale): void {
  command
    .description(t(RUNS_TEXTS.verify))
    .argument('<report>', t(RUNS_TEXTS.report))
    .option('--root <folder>', t(RUNS_TEXTS.root), repeatable, [])
    .option('--policy <id>', t(RUNS_TEXTS.verifyPolicy))
    .option('--jobs <n>', t(TEXTS.jobs), 'auto')
    .option('--out <format[=path]>', t(TEXTS.tablesOut), repeatable, [])
    .action(async (report: string, options: VerifyOptions) => {
      const { verifyCommand } = await import('./verify.ts');
      process.exitCode = await verifyCommand(report, options, locale);
    });
}

/** `jianfu why` with its options. */
export function addWhy(command: Command, t: (text: LocalText) => string, locale: Locale): void {
  command
    .description(t(RUNS_TEXTS.why))
    .argument('<report>', t(RUNS_TEXTS.report))
    .argument('[figure]', t(RUNS_TEXTS.figureId))
    .option('--evidence <file.xlsx>', t(RUNS_TEXTS.evidence))
    .option('--force', t(TEXTS.force))
    .option('--out <format[=path]>', t(TEXTS.tablesOut), repeatable, [])
    .action(async (report: string, figure: string | undefined, options: WhyOptions) => {
      const { whyCommand } = await import('./why.ts');
      process.exitCode = await whyCommand(report, figure, options, locale);
    });
}
