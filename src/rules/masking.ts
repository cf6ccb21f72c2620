import type { Origin } from '../model/origin.ts';
import { maskName, maskPersonal } from '../model/personal.ts';
import type { Args, Finding, Measure, Ranking } from '../model/run.ts';

/** What a report shows of the cells it speaks of: `masked` hides personal data, `none` every value. */
export type Shown = 'masked' | 'none';

/** Instead of a value that is not shown. */
const HIDDEN = '***';

/** Arguments that hold ids, headers, names of the pack or counts of our own, and nothing out of a cell. */
export const NO_CELL_ARGUMENTS: ReadonlySet<string> = new Set([
  ...['field', 'list', 'otherList', 'kind', 'kinds', 'scope', 'besides', 'catalogue', 'says', 'doubt'],
  ...['unit', 'foundUnit', 'expectedUnit', 'limit', 'parameter', 'term', 'method', 'province', 'reason'],
  ...['header', 'headers', 'sheet', 'file', 'first', 'column', 'part', 'format', 'encoding', 'delimiter'],
  ...['allowed', 'raise', 'min', 'max', 'floor', 'year', 'where', 'how', 'what', 'sheets', 'firstHeader'],
  ...['row', 'line', 'offset', 'times', 'place', 'tied', 'confidence'],
  ...['count', 'rows', 'dataRows', 'columns', 'digits', 'length', 'kept', 'positions', 'share'],
]);

/** The findings with personal data masked, or without any value of a cell. `names`: residents, by file. */
export function maskFindings(
  findings: readonly Finding[],
  names: ReadonlyMap<string, readonly string[]>,
  shown: Shown,
): readonly Finding[] {
  return findings.map((finding) => {
    const { origins, message } = finding;
    const here = [...new Set(origins.map(({ file }) => file ?? ''))].flatMap((file) => names.get(file) ?? []);
    const args = shown === 'none' ? withoutValues(message.args) : maskedArgs(message.args, here);
    return {
      ...finding,
      message: { ...message, args },
      origins: origins.map((origin) => maskedOrigin(origin, here, shown)),
    };
  });
}

/** What a number belongs to is the words of a cell too. */
export function maskMeasures(measures: readonly Measure[], shown: Shown): readonly Measure[] {
  return measures.map((measure) => ({ ...measure, about: maskAbout(measure.about, shown) }));
}

export function maskRankings(rankings: readonly Ranking[], shown: Shown): readonly Ranking[] {
  return rankings.map(({ entries, ...ranking }) => ({
    ...ranking,
    entries: entries.map((entry) => ({ ...entry, about: maskAbout(entry.about, shown) })),
  }));
}

function maskAbout(about: string, shown: Shown): string {
  return shown === 'none' ? HIDDEN : maskPersonal(about);
}

function maskedOrigin(origin: Origin, names: readonly string[], shown: Shown): Origin {
  if (origin.key === null) return origin;
  return { ...origin, key: shown === 'none' ? null : maskText(origin.key, names) };
}

function maskedArgs(args: Args, names: readonly string[]): Args {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [
      name,
      typeof value === 'string' ? maskText(value, names) : maskNumber(value),
    ]),
  );
}

/** A telephone number that a cell keeps as a number is one all the same. */
function maskNumber(value: number): number | string {
  const text = String(value);
  const masked = maskPersonal(text);
  return masked === text ? value : masked;
}

function maskText(text: string, names: readonly string[]): string {
  const masked = maskPersonal(text);
  return names.reduce(
    (all, name) => (all.includes(name) ? all.replaceAll(name, maskName(name)) : all),
    masked,
  );
}

function withoutValues(args: Args): Args {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [name, NO_CELL_ARGUMENTS.has(name) ? value : HIDDEN]),
  );
}
