import { Chalk } from 'chalk';
import type { Paint } from '../report/draw.ts';

export type ColourMode = 'auto' | 'always' | 'never';
export const COLOURS: readonly ColourMode[] = ['auto', 'always', 'never'];

/** The flag wins over NO_COLOR, NO_COLOR over FORCE_COLOR, and both over the terminal. */
export function paintFor(mode: ColourMode, stream: NodeJS.WriteStream): Paint {
  const chalk = new Chalk({ level: levelFor(mode, stream) });
  return (tone, text) => {
    switch (tone) {
      case 'heading':
        return chalk.bold(text);
      case 'error':
        return chalk.red(text);
      case 'warning':
        return chalk.yellow(text);
      case 'info':
        return chalk.cyan(text);
      case 'good':
        return chalk.green(text);
      case 'muted':
        return chalk.dim(text);
      default:
        return text;
    }
  };
}

function levelFor(mode: ColourMode, stream: NodeJS.WriteStream): 0 | 1 {
  if (mode !== 'auto') return mode === 'always' ? 1 : 0;
  const { NO_COLOR, FORCE_COLOR } = process.env;
  if (NO_COLOR !== undefined && NO_COLOR !== '') return 0;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR === '0' ? 0 : 1;
  return stream.isTTY ? 1 : 0;
}
