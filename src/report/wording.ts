import { sentence } from '../i18n/messages.ts';
import { REPORT_WORDS, ROW_ROLES, SKIP_REASONS } from '../i18n/words.ts';
import type { Origin } from '../model/origin.ts';
import type { Citation, Locale, LocalText } from '../model/policy.ts';
import type { Args, Finding, Run, Skip } from '../model/run.ts';
import type { RowRole } from '../model/table.ts';
import type { Handover } from '../model/workbook.ts';
import { METHOD_MESSAGES, METHOD_REMEDIES, RULE_REMEDIES, RULE_TITLES, RULES } from '../rules/index.ts';

const RULES_BY_ID = new Map(RULES.map((rule) => [rule.id, rule]));

/** The sentences of one run in one language. */
export interface Wording {
  readonly locale: Locale;
  word(id: keyof typeof REPORT_WORDS, args?: Args): string;
  say(message: LocalText, args?: Args): string;
  finding(finding: Pick<Finding, 'rule' | 'message'>): string;
  /** How to put right what a rule finds; empty where nothing says. */
  remedy(finding: Pick<Finding, 'rule' | 'message'>): string;
  /** What a rule is called, as its page says. */
  ruleTitle(id: string): string;
  skip(skip: Skip): string;
  /** That the library read an .xlsx, and why. */
  handover(handover: Handover): string;
  /** The label of an id, such as `term('list', 'perform')`; “not known” for `null`. */
  term(kind: 'kind' | 'list' | 'scope' | 'field', id: string | null): string;
  role(role: RowRole): string;
}

export function wordingFor({ terms }: Pick<Run, 'terms'>, locale: Locale): Wording {
  const say = (message: LocalText, args: Args = {}) => sentence(message, args, locale, terms);
  const methodRemedy = (rule: string, message: string) =>
    terms[`remedy.${rule}`] ?? METHOD_REMEDIES[message.split('.')[0] ?? ''];
  return {
    locale,
    say,
    word: (id, args = {}) => say(REPORT_WORDS[id], args),
    finding: ({ rule, message }) => {
      const own = RULES_BY_ID.get(rule)?.messages[message.id];
      if (own !== undefined) return say(own, quoted(message.args));
      const text = METHOD_MESSAGES[message.id];
      if (text === undefined) return `${rule}: ${message.id}`;
      const remedy = methodRemedy(rule, message.id);
      const parts = [say(text, quoted(message.args)), ...(remedy === undefined ? [] : [remedy[locale]])];
      return parts.join(locale === 'en' ? ' ' : '');
    },
    remedy: ({ rule, message }) => (RULE_REMEDIES[rule] ?? methodRemedy(rule, message.id))?.[locale] ?? '',
    ruleTitle: (id) => (RULE_TITLES[id] ?? terms[`check.${id}`])?.[locale] ?? id,
    term: (kind, id) =>
      id === null ? REPORT_WORDS.notKnown[locale] : (terms[`${kind}.${id}`]?.[locale] ?? id),
    role: (role) => ROW_ROLES[role][locale],
    handover: (handover) => say(REPORT_WORDS.handover, { ...handover }),
    skip: ({ reason }) => say(SKIP_REASONS[reason.id], reason.args),
  };
}

/** A quoted cell is a reminder, not a copy: longer texts are shortened in sentences, never in the facts. */
const MAX_QUOTED_CHARACTERS = 80;

function quoted(args: Args): Args {
  const shorten = (value: string | number) => {
    const characters = Array.from(String(value));
    if (typeof value === 'number' || characters.length <= MAX_QUOTED_CHARACTERS) return value;
    return `${characters.slice(0, MAX_QUOTED_CHARACTERS).join('')}…`;
  };
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, shorten(value)]));
}

/** `履职清单!B7`, a sheet's name, or nothing for a whole file. */
export function placeOf(origin: Origin | undefined): string {
  if (origin === undefined || origin.sheet === null) return '';
  return origin.a1 === null ? origin.sheet : `${origin.sheet}!${origin.a1}`;
}

/** Document number, or title, with the clause. */
export function citationText({ title, number, clause }: Citation): string {
  const name = number ?? `《${title}》`;
  return clause === null ? name : `${name}“${clause}”`;
}

/** The seal as people compare it: `3f2a-91bc-04d7-e6a8`. */
export function sealText({ seal }: Pick<Run, 'seal'>): string {
  return (seal.code.match(/.{4}/g) ?? []).join('-');
}
