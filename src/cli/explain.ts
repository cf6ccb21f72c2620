import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locale } from '../model/policy.ts';
import { nearest } from '../model/text.ts';
import { RULES } from '../rules/index.ts';
import { HOME } from './home.ts';
import { TEXTS } from './texts.ts';
import { UsageError } from './usage-error.ts';

/** The half of a rule's page that is in the reader's language. */
export function explainText(id: string, locale: Locale): string {
  const ids = RULES.map((rule) => rule.id);
  if (!ids.includes(id)) {
    throw new UsageError(TEXTS.unknownRule, { found: id, suggestion: nearest(id, ids) ?? 'none' });
  }
  return pagePart(readFileSync(path.join(HOME, 'docs/rules', `${id}.md`), 'utf8'), locale);
}

/** A page holds its languages one after the other, each behind a comment with the locale. */
export function pagePart(page: string, locale: Locale): string {
  const part = page.split(/^<!-- ([A-Za-z-]+) -->\n/m);
  const at = part.indexOf(locale);
  return `${(at === -1 ? page : (part[at + 1] ?? '')).trim()}\n`;
}
