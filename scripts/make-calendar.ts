import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Writes packs/national/calendar.yaml from the data of the package `chinese-days`. Only years whose announcement by
 * the State Council the package names with an address on gov.cn are taken; we have not read those pages ourselves.
 */
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const library = path.resolve(path.dirname(createRequire(import.meta.url).resolve('chinese-days')), '..');

/** The first year whose approvals and dispatches packs may be asked about. */
const FIRST = 2015;
const DAY = 86_400_000;

interface Days {
  readonly holidays: Readonly<Record<string, string>>;
  readonly workdays: Readonly<Record<string, string>>;
}

export function calendarYaml(): string {
  const days = JSON.parse(readFileSync(path.join(library, 'dist/chinese-days.json'), 'utf8')) as Days;
  const { version } = JSON.parse(readFileSync(path.join(library, 'package.json'), 'utf8')) as {
    version: string;
  };
  const years = [...announcements()]
    .filter(([year]) => year >= FIRST)
    .sort(([left], [right]) => left - right)
    .map(([year, addresses]) => yearYaml(year, addresses, days));
  return [
    `# Written by scripts/make-calendar.ts from the data of chinese-days ${version}; do not edit by hand.`,
    '# 日期出自 chinese-days 的数据；通知原文未逐一核对，网址是该数据注明的。',
    '# The days from 29 December on also depend on the next year; they are known once it is here.',
    'years:',
    ...years,
    '',
  ].join('\n');
}

/** Years with the addresses on gov.cn that the package's source gives for them. */
function announcements(): Map<number, readonly string[]> {
  const source = readFileSync(path.join(library, 'src/holidays/generate.ts'), 'utf8');
  const found = new Map<number, readonly string[]>();
  for (const [, year = '', text = ''] of source.matchAll(/^ {3}\* (\d{4})\n([\s\S]*?)\*\//gm)) {
    const addresses = text.match(/https?:\/\/www\.gov\.cn\/\S+/g) ?? [];
    if (addresses.length > 0) found.set(Number(year), addresses);
  }
  return found;
}

function yearYaml(year: number, addresses: readonly string[], { holidays, workdays }: Days): string {
  const ofYear = (record: Readonly<Record<string, string>>) =>
    Object.keys(record)
      .filter((day) => day.startsWith(`${year}-`))
      .sort();
  const list = (days: readonly string[]) => spansOf(days).map((span) => `      - '${span}'`);
  return [
    `  - year: ${year}`,
    '    citation: state-council-holidays',
    `    note: 数据注明的通知 ${addresses.join(' ')}`,
    '    off:',
    ...list(ofYear(holidays)),
    '    work:',
    ...list(ofYear(workdays)),
  ].join('\n');
}

/** Days that follow one another as one span: `2026-01-01/2026-01-03`. */
function spansOf(days: readonly string[]): string[] {
  const spans: string[][] = [];
  for (const day of days) {
    const last = spans.at(-1);
    if (last !== undefined && Date.parse(day) - Date.parse(last.at(-1) ?? '') === DAY) last.push(day);
    else spans.push([day]);
  }
  return spans.map((span) => (span.length === 1 ? `${span[0]}` : `${span[0]}/${span.at(-1)}`));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(path.join(root, 'packs/national/calendar.yaml'), calendarYaml());
}
