import { IntlMessageFormat } from 'intl-messageformat';
import type { Locale, LocalText } from '../model/policy.ts';
import type { Args } from '../model/run.ts';
import { unitText } from './units.ts';

/** Labels for the ids that facts carry: `field.text` → 事项名称. */
export type Terms = Readonly<Record<string, LocalText>>;

/** Arguments of these names hold an id and are shown by its label. */
const TERM_ARGUMENTS: Readonly<Record<string, string>> = {
  field: 'field',
  list: 'list',
  otherList: 'list',
  kind: 'kind',
  scope: 'scope',
  besides: 'field',
  catalogue: 'catalogue',
  says: 'says',
  doubt: 'doubt',
};

/** Arguments of these names are units. */
const UNIT_ARGUMENTS: readonly string[] = ['unit', 'foundUnit', 'expectedUnit'];

/**
 * Text with nothing but plain arguments needs no formatter, whose first use alone takes as long as checking
 * a small file; plurals and choices go through it.
 */
const SIMPLE = /^[^{}']*(?:\{\w+\}[^{}']*)*$/u;

const compiled = new Map<string, IntlMessageFormat>();

/** Facts → sentence. The locale is the only thing that decides: not the machine's language, not its clock. */
export function sentence(message: LocalText, args: Args, locale: Locale, terms: Terms): string {
  const pattern = message[locale];
  if (SIMPLE.test(pattern)) {
    return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = args[name];
      return value === undefined ? whole : String(showArgument(name, value, locale, terms));
    });
  }
  const key = `${locale}\n${pattern}`;
  const format = compiled.get(key) ?? new IntlMessageFormat(pattern, locale);
  compiled.set(key, format);
  const shown = Object.fromEntries(
    Object.entries(args).map(([name, value]) => [name, showArgument(name, value, locale, terms)]),
  );
  return String(format.format(shown));
}

function showArgument(name: string, value: string | number, locale: Locale, terms: Terms): string | number {
  if (typeof value === 'number') return value;
  if (UNIT_ARGUMENTS.includes(name)) return unitText(value, locale);
  const prefix = TERM_ARGUMENTS[name];
  if (name === 'kinds') {
    const labels = String(value)
      .split(' ')
      .map((id) => terms[`kind.${id}`]?.[locale] ?? id);
    return labels.join(locale === 'en' ? ', ' : '、');
  }
  if (prefix !== undefined) return terms[`${prefix}.${value}`]?.[locale] ?? value;
  return value;
}
