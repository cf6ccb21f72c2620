import { type Command, Option } from 'commander';
import type { LocalText } from '../../model/policy.ts';
import { CONFIG_WORDS } from './config-words.ts';

/** The options of settings, which every command takes and only some show in their help. */
export function addConfig(command: Command, t: (text: LocalText) => string): Command {
  return command
    .addOption(new Option('--config <file>', t(CONFIG_WORDS.config)).hideHelp())
    .addOption(new Option('--no-config', t(CONFIG_WORDS.noConfig)).hideHelp())
    .addOption(new Option('--print-config', t(CONFIG_WORDS.printConfig)).hideHelp());
}

export function showConfig(command: Command): Command {
  for (const option of command.options)
    if (['config', 'printConfig'].includes(option.attributeName())) option.hidden = false;
  return command;
}
