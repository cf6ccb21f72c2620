import { sentence } from '../i18n/messages.ts';
import type { Locale, LocalText } from '../model/policy.ts';
import type { Args } from '../model/run.ts';
import type { PackError } from '../policy/pack-error.ts';
import { PACK_MISTAKES } from './texts.ts';

/** One sentence of the command line. Arguments never hold ids here, so no labels are needed. */
export function say(text: LocalText, locale: Locale, args: Args = {}): string {
  // A choice that turns out empty leaves two blanks; indented examples keep theirs.
  return sentence(text, args, locale, {})
    .trim()
    .replace(/(\S) {2,}/g, '$1 ');
}

/** `file:line:column` and what is wrong there. */
export function sayPackError(error: PackError, locale: Locale): string {
  const { file, line, column, path } = error.place;
  const place = line === 0 ? file : `${file}:${line}:${column}`;
  const text = PACK_MISTAKES[error.mistake];
  const args = {
    suggestion: 'none',
    found: '',
    expected: '',
    caret: '',
    file,
    path: path === '' ? '/' : path,
    ...error.args,
  };
  const words =
    text === undefined
      ? error.message
      : say(text, locale, {
          ...args,
          suggestion: args.suggestion || 'none',
          ...(args.caret === '' ? {} : { found: args.found || 'none', expected: args.expected || 'none' }),
        });
  // The mark stands under its place, so this part is neither folded nor worded.
  const caret = args.caret === '' ? '' : `\n${String(args.caret).replaceAll(/^/gm, '  | ')}`;
  return `${place}\n  ${words}${caret}`;
}
