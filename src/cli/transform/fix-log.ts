import { a1Of } from '../../model/origin.ts';
import type { Locale } from '../../model/policy.ts';
import { RULE_TITLES } from '../../rules/index.ts';
import type { Edit } from '../../transform/edit.ts';
import type { PlainTable } from '../../write/plain-table.ts';
import { say } from '../say.ts';
import { FIX_WORDS } from './fix-words.ts';

/** What was changed in a file with sheets of these names. */
export function logTable(edits: readonly Edit[], sheets: readonly string[], locale: Locale): PlainTable {
  const nameOf = (number: string) => say(FIX_WORDS.log, locale, { number });
  let name = nameOf('');
  for (let number = 2; sheets.includes(name); number++) name = nameOf(` ${number}`);
  const headers = ['number', 'sheet', 'cell', 'before', 'after', 'rule'] as const;
  return {
    name,
    columns: headers.map((id) => ({ header: FIX_WORDS[id][locale], type: 'text' })),
    rows: edits.map(({ sheet, row, column, before, after, rules }, index) => [
      index + 1,
      sheet,
      a1Of(row, column),
      before,
      after,
      titlesOf(rules, locale),
    ]),
  };
}

/** Why a cell was changed: the rules whose findings are gone, or that a person said so. */
export function titlesOf(rules: readonly string[], locale: Locale): string {
  if (rules.length === 0) return FIX_WORDS.confirmed[locale];
  return rules.map((id) => `${RULE_TITLES[id]?.[locale] ?? id} ${id}`).join(locale === 'en' ? '; ' : '；');
}
