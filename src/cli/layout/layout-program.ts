import type { Command } from 'commander';
import type { Locale, LocalText } from '../../model/policy.ts';
import { USUAL_LIMITS } from '../../plan/layout/limits.ts';
import { repeatable } from '../repeatable.ts';
import { TEXTS } from '../texts.ts';
import type { LayoutOptions, PlanOptions } from './layout.ts';
import type { CompareOptions } from './layout-compare.ts';
import { LAYOUT_TEXTS } from './layout-words.ts';

type Configure = (command: Command) => Command;
type Translate = (text: LocalText) => string;

/** The commands under `jianfu layout`; each loads what it needs when it is called. */
export function addLayout(layout: Command, configure: Configure, t: Translate, locale: Locale): void {
  layout.description(t(LAYOUT_TEXTS.layout)).helpCommand(false);
  const command = (usage: string, text: LocalText) =>
    configure(layout.command(usage))
      .description(t(text))
      .option('--policy <id>', t(TEXTS.policy), 'national')
      .option('--as-of <date>', t(TEXTS.asOf))
      .option('--set <id=value>', t(LAYOUT_TEXTS.set), repeatable, [])
      .addHelpText('after', `\n${t(TEXTS.exitCodes)}`);
  command('advise', LAYOUT_TEXTS.advise)
    .argument('<paths...>', t(TEXTS.paths))
    .option('--out <format[=path]>', t(TEXTS.out), repeatable, [])
    .action(async (paths: string[], options: LayoutOptions) => {
      const { layoutAdvise } = await import('./layout.ts');
      process.exitCode = await layoutAdvise(paths, options, locale);
    });
  command('plan', LAYOUT_TEXTS.plan)
    .argument('<paths...>', t(TEXTS.paths))
    .option('--geometry <file>', t(LAYOUT_TEXTS.geometry))
    .option('--barriers <file>', t(LAYOUT_TEXTS.barriers))
    .option('--mode <mode>', t(LAYOUT_TEXTS.mode), 'rules')
    .option('--out <format[=path]>', t(LAYOUT_TEXTS.planOut), repeatable, [])
    .option('--alternatives <percent>', t(LAYOUT_TEXTS.alternatives))
    .option('--ways <n>', t(LAYOUT_TEXTS.ways), String(USUAL_LIMITS.ways))
    .option('--steps <n>', t(LAYOUT_TEXTS.steps), String(USUAL_LIMITS.steps))
    .option('--gap <percent>', t(LAYOUT_TEXTS.gap), String(USUAL_LIMITS.gap))
    .action(async (paths: string[], options: PlanOptions) => {
      const { layoutPlan } = await import('./layout.ts');
      process.exitCode = await layoutPlan(paths, options, locale);
    });
  command('check', LAYOUT_TEXTS.check)
    .argument('<plan>', t(LAYOUT_TEXTS.planFile))
    .argument('<paths...>', t(TEXTS.paths))
    .option('--geometry <file>', t(LAYOUT_TEXTS.geometry))
    .option('--barriers <file>', t(LAYOUT_TEXTS.barriers))
    .option('--out <format[=path]>', t(TEXTS.out), repeatable, [])
    .action(async (plan: string, paths: string[], options: LayoutOptions) => {
      const { layoutCheck } = await import('./layout-check.ts');
      process.exitCode = await layoutCheck(plan, paths, options, locale);
    });
  command('compare', LAYOUT_TEXTS.compare)
    .argument('<paths...>', t(TEXTS.paths))
    .option('--mode <mode>', t(LAYOUT_TEXTS.mode), 'rules')
    .option('--geometry <file>', t(LAYOUT_TEXTS.geometry))
    .option('--barriers <file>', t(LAYOUT_TEXTS.barriers))
    .option('--out <format[=path]>', t(TEXTS.out), repeatable, [])
    .option('--ways <n>', t(LAYOUT_TEXTS.ways), String(USUAL_LIMITS.ways))
    .option('--steps <n>', t(LAYOUT_TEXTS.steps), String(USUAL_LIMITS.steps))
    .option('--gap <percent>', t(LAYOUT_TEXTS.gap), String(USUAL_LIMITS.gap))
    .action(async (paths: string[], options: CompareOptions) => {
      const { layoutCompare } = await import('./layout-compare.ts');
      process.exitCode = await layoutCompare(paths, options, locale);
    });
}
