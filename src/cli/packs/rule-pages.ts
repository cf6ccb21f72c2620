import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locale } from '../../model/policy.ts';
import { HOME } from '../home.ts';
import { pagePart } from '../saved/explain.ts';

/** What the page of a rule of the program says, by its headings. */
export interface RulePage {
  readonly what: string;
  readonly remedy: string;
  readonly notCovered: string;
}

const HEADINGS: Readonly<Record<Locale, Readonly<Record<keyof RulePage, string>>>> = {
  'zh-CN': { what: '查什么', remedy: '怎么改', notCovered: '不查什么' },
  en: { what: 'What', remedy: 'Remedy', notCovered: 'Not covered' },
};

export function rulePage(id: string, locale: Locale): RulePage {
  const page = pagePart(readFileSync(path.join(HOME, 'docs/rules', `${id}.md`), 'utf8'), locale);
  const parts = page.split(/^## (.+)$/m).map((part) => part.trim());
  const under = (key: keyof RulePage) => {
    const at = parts.indexOf(HEADINGS[locale][key]);
    return at === -1 ? '' : plainText(parts[at + 1] ?? '', locale);
  };
  return { what: under('what'), remedy: under('remedy'), notCovered: under('notCovered') };
}

/** Lists and lines run on, marks of Markdown go. */
function plainText(text: string, locale: Locale): string {
  const joint = locale === 'en' ? ' ' : '';
  return text
    .split('\n')
    .map((line) => line.replace(/^[-*] /, '').trim())
    .filter((line) => line !== '')
    .join(joint)
    .replaceAll('`', '')
    .replaceAll('**', '');
}
