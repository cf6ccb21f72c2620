import type { Command, Option } from 'commander';
import { shippedPacks } from '../../policy/load.ts';
import { FORMATS } from '../../report/report.ts';
import { RULES } from '../../rules/index.ts';
import { FAIL_ON } from '../check/check.ts';
import { COLOURS } from '../colour.ts';
import { oneOf } from '../outputs.ts';
import { SHELF } from '../policy.ts';
import { type Branch, type CompletedOption, SCRIPTS, type Shell } from './completion-scripts.ts';

/** The script of one shell, made of the commands and options that the program has. Throws `UsageError` for other shells. */
export async function completionFor(shell: string, program: Command): Promise<string> {
  const script = SCRIPTS[oneOf('completion', shell, Object.keys(SCRIPTS) as Shell[])];
  return script(branchesOf(program, ''));
}

/** The program and every command below it, by what is typed: `''`, `check`, `layout plan`. */
function branchesOf(command: Command, at: string): readonly Branch[] {
  const commands = command.commands.map((child) => ({ name: child.name(), says: child.description() }));
  const options = command.options.filter(({ hidden }) => !hidden).map((option) => completed(option, at));
  const help: CompletedOption = { names: ['-h', '--help'], says: '', takesValue: false, values: [] };
  const below = command.commands.flatMap((child) =>
    branchesOf(child, at === '' ? child.name() : `${at} ${child.name()}`),
  );
  const words = at === 'explain' ? RULES.map(({ id }) => id) : argumentChoices(command);
  return [{ at, commands, words, options: [...options, help] }, ...below];
}

/** An argument that is written as `<a|b>` is one of these. */
function argumentChoices(command: Command): readonly string[] {
  return command.registeredArguments.flatMap((argument) => choicesIn(argument.name()));
}

function completed(option: Option, at: string): CompletedOption {
  const names = [option.short, option.long].filter((name) => name !== undefined && name !== null);
  const takesValue = option.required || option.optional;
  return { names, says: option.description, takesValue, values: takesValue ? valuesOf(option, at) : [] };
}

function valuesOf(option: Option, at: string): readonly string[] {
  switch (option.attributeName()) {
    case 'policy':
      return shippedPacks(SHELF);
    case 'failOn':
      return FAIL_ON;
    case 'color':
      return COLOURS;
    case 'out':
      return at === 'check' ? FORMATS : [];
    default:
      return choicesIn(/<(.*)>/.exec(option.flags)?.[1] ?? '');
  }
}

function choicesIn(text: string): readonly string[] {
  return text.includes('|') ? text.split('|') : [];
}
