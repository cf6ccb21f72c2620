import type { Origin } from '../model/origin.ts';
import { headsCodes, maskIdentities, maskName, maskPersonal } from '../model/personal.ts';
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
  ...['counted', 'delivered', 'row', 'line', 'offset', 'times', 'place', 'tied', 'confidence'],
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
    const mask = headsCodes(origins[0]?.header ?? '') ? maskIdentities : maskPersonal;
    const maskText = (text: string) =>
      here.reduce((all, name) => all.replaceAll(name, maskName(name)), mask(text));
    // What is said of a whole file are counts and bytes, of which eleven digits are no telephone number.
    const isOfFile = origins.every(({ sheet }) => sheet === null);
    const masked = isOfFile ? message.args : maskedArgs(message.args, maskText);
    const args = shown === 'none' ? withoutValues(message.args) : masked;
    return {
      ...finding,
      message: { ...message, args },
      origins: origins.map((origin) => maskedOrigin(origin, maskText, shown)),
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

type MaskText = (text: string) => string;

function maskedOrigin(origin: Origin, maskText: MaskText, shown: Shown): Origin {
  if (origin.key === null) return origin;
  return { ...origin, key: shown === 'none' ? null : maskText(origin.key) };
}

function maskedArgs(args: Args, maskText: MaskText): Args {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => {
      // A telephone number that a cell keeps as a number is one all the same.
      const text = maskText(String(value));
      return [name, text === String(value) ? value : text];
    }),
  );
}

function withoutValues(args: Args): Args {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [name, NO_CELL_ARGUMENTS.has(name) ? value : HIDDEN]),
  );
}
