import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locale, PolicyPack } from '../../model/policy.ts';
import { nearest } from '../../model/text.ts';
import { shippedPacks } from '../../policy/load.ts';
import { RULES } from '../../rules/index.ts';
import { HOME } from '../home.ts';
import { policyOf, SHELF } from '../policy.ts';
import { TEXTS } from '../texts.ts';
import { UsageError } from '../usage-error.ts';

/**
 * What a rule asks, in the reader's language: the page of a rule of the program, or the clause a pack makes of its
 * own check. `pack` names where to look; without it all shipped packs are asked, the one that wrote the check first.
 */
export async function explain(id: string, pack: string | null, locale: Locale): Promise<string> {
  if (RULES.some((rule) => rule.id === id)) return explainText(id, locale);
  const policies: PolicyPack[] = [];
  for (const name of pack === null ? shippedPacks(SHELF) : [pack]) policies.push(await policyOf(name, null));
  const holds = (policy: PolicyPack) => policy.checks.has(id);
  const policy =
    policies.find((one) => holds(one) && one.layers.at(-1)?.id === one.rules.get(id)?.pack) ??
    policies.find(holds);
  if (policy === undefined)
    throw unknownRule(id, [...new Set(policies.flatMap(({ checks }) => [...checks.keys()]))]);
  const { rulePaper } = await import('../packs/pack-paper.ts');
  const { toMarkdown } = await import('../../write/paper.ts');
  return toMarkdown(rulePaper(id, policy, locale) ?? []);
}

function unknownRule(found: string, checks: readonly string[]): UsageError {
  const suggestion = nearest(found, [...RULES.map(({ id }) => id), ...checks]) ?? 'none';
  return new UsageError(TEXTS.unknownRule, { found, suggestion });
}

/** The half of a rule's page that is in the reader's language. */
export function explainText(id: string, locale: Locale): string {
  return pagePart(readFileSync(path.join(HOME, 'docs/rules', `${id}.md`), 'utf8'), locale);
}

/** A page holds its languages one after the other, each behind a comment with the locale. */
export function pagePart(page: string, locale: Locale): string {
  const part = page.split(/^<!-- ([A-Za-z-]+) -->\n/m);
  const at = part.indexOf(locale);
  return `${(at === -1 ? page : (part[at + 1] ?? '')).trim()}\n`;
}
