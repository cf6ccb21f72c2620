import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type MessageFormatElement, parse } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { HINTS, PACK_TEXTS, PACK_WORDS } from '../src/cli/packs/pack-words.ts';
import { METHOD_WORDS, PAPER_WORDS } from '../src/cli/packs/paper-words.ts';
import { rulePage } from '../src/cli/packs/rule-pages.ts';
import { pagePart } from '../src/cli/saved/explain.ts';
import { PACK_MISTAKES, TEXTS } from '../src/cli/texts.ts';
import { REPORT_WORDS, SKIP_REASONS } from '../src/i18n/words.ts';
import { LOCALES } from '../src/model/policy.ts';
import { RULE_REMEDIES, RULES } from '../src/rules/index.ts';
import { RETIRED } from '../src/rules/retired.ts';
import { ROOT } from './support/paths.ts';
import { policyOf } from './support/policy.ts';

const HEADINGS = {
  'zh-CN': ['查什么', '为什么', '后果', '怎么改', '不查什么'],
  en: ['What', 'Why', 'Consequences', 'Remedy', 'Not covered'],
} as const;

/** Names of the arguments an ICU message asks for. */
function placeholders(pattern: string): string[] {
  const names = new Set<string>();
  const walk = (elements: readonly MessageFormatElement[]): void => {
    for (const element of elements) {
      if ('value' in element && element.type !== 0) names.add(String(element.value));
      if ('options' in element) for (const option of Object.values(element.options)) walk(option.value);
    }
  };
  walk(parse(pattern));
  return [...names].sort();
}

const ids = RULES.map(({ id }) => id);

describe.each(ids)('rule %s', (id) => {
  const rule = RULES.find((candidate) => candidate.id === id);

  it('has a page in both languages with the five headings', () => {
    const file = path.join(ROOT, 'docs/rules', `${id}.md`);
    expect(existsSync(file), `write docs/rules/${id}.md`).toBe(true);
    const page = readFileSync(file, 'utf8');
    for (const locale of LOCALES) {
      const part = pagePart(page, locale);
      expect(part.startsWith('# '), `${locale} half starts with a title`).toBe(true);
      const headings = [...part.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
      expect(headings).toEqual(HEADINGS[locale]);
      expect(part).not.toContain('TODO');
    }
  });

  it('tells its remedy in reports as its page does', () => {
    for (const locale of LOCALES) {
      expect(RULE_REMEDIES[id]?.[locale]).toBe(rulePage(id, locale).remedy);
      expect(RULE_REMEDIES[id]?.[locale]).not.toBe('');
    }
  });

  it('says every message in both languages with the same arguments', () => {
    for (const message of Object.values(rule?.messages ?? {})) {
      expect(placeholders(message.en)).toEqual(placeholders(message['zh-CN']));
    }
  });

  it('is named after its file', () => {
    const folders = readdirSync(path.join(ROOT, 'src/rules'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    const homes = folders.filter(({ name }) => existsSync(path.join(ROOT, 'src/rules', name, `${id}.ts`)));
    expect(homes).toHaveLength(1);
  });

  it('is not the id of a retired rule', () => {
    expect(Object.keys(RETIRED)).not.toContain(id);
  });
});

describe('the catalogue as a whole', () => {
  it('has no page or fixture without a rule', () => {
    const pages = readdirSync(path.join(ROOT, 'docs/rules')).filter((name) => name !== 'README.md');
    expect(pages.map((name) => name.replace(/\.md$/, '')).filter((id) => !ids.includes(id))).toEqual([]);
    expect(readdirSync(path.join(ROOT, 'fixtures/rules')).filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('switches every rule on in some pack; a rule that is not a matter of form cites a clause there', async () => {
    const { rules } = await policyOf('hohhot');
    expect(ids.filter((id) => !rules.has(id))).toEqual([]);
    const uncited = [...rules.values()].filter(
      ({ modality, citations }) => modality !== 'form' && citations.length === 0,
    );
    expect(uncited.map(({ id }) => id)).toEqual([]);
  });

  it('gives every retired rule a successor that exists', () => {
    expect(Object.values(RETIRED).filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('words everything else in both languages with the same arguments', () => {
    for (const texts of [
      REPORT_WORDS,
      SKIP_REASONS,
      TEXTS,
      PACK_MISTAKES,
      HINTS,
      PACK_TEXTS,
      PACK_WORDS,
      PAPER_WORDS,
      METHOD_WORDS,
    ]) {
      for (const [key, text] of Object.entries(texts)) {
        expect(placeholders(text.en), key).toEqual(placeholders(text['zh-CN']));
      }
    }
  });
});
