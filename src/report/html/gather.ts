import { OUTCOMES, SEVERITIES } from '../../i18n/words.ts';
import type { LocalText, Severity } from '../../model/policy.ts';
import type { ExcerptRow, Finding, Outcome, Run } from '../../model/run.ts';
import { visible } from '../visible.ts';
import { citationText, placeOf, type Wording } from '../wording.ts';
import type { Named, PageBasis, PageData, PageFindings, PageRow, PageSheet } from './page-data.ts';
import { CARD_WORDS, STANDINGS } from './words.ts';

export const LEVELS: readonly Severity[] = ['error', 'warning', 'info'];
export const OUTCOME_IDS: readonly Outcome[] = ['breach', 'advice', 'undetermined'];
/** Marked cells of one finding; rows of as many are drawn. */
const MOST_CELLS = 4;

/** Everything the cards of a run show, in one language. */
export function pageData(run: Run, wording: Wording): PageData {
  const files = numbered<string>();
  const rules = numbered<string>();
  const sheets = numbered<string>();
  const bases = numbered<string>();
  const remedies = numbered<string>();
  const standings = Object.keys(STANDINGS);
  const byKey = new Map((run.excerpts ?? []).map(({ file, sheet, rows }) => [`${file}\n${sheet}`, rows]));
  const sheetOf = ({ file, sheet }: { readonly file: string; readonly sheet: string | null }) =>
    sheet === null ? -1 : sheets.of(`${file}\n${sheet}`);
  const findings: PageFindings = {
    level: run.findings.map(({ severity }) => LEVELS.indexOf(severity)),
    outcome: run.findings.map(({ outcome }) => OUTCOME_IDS.indexOf(outcome)),
    rule: run.findings.map(({ rule }) => rules.of(rule)),
    file: run.findings.map(({ origins: [origin] }) => files.of(origin?.file ?? '')),
    sheet: run.findings.map(({ origins: [origin] }) => (origin === undefined ? -1 : sheetOf(origin))),
    basis: run.findings.map(({ citations }) =>
      citations.length === 0 ? -1 : bases.of(citations.join('\n')),
    ),
    remedy: run.findings.map((finding) => remedies.of(remedyText(finding, wording))),
    ...(run.baseline === undefined
      ? {}
      : { standing: run.findings.map(({ standing }) => standings.indexOf(standing ?? '')) }),
    place: run.findings.map((finding) => visible(placeText(finding, wording))),
    text: run.findings.map((finding) => visible(wording.finding(finding))),
    cells: run.findings.map(cellsOf),
  };
  const citations = new Map(run.citations.map((citation) => [citation.id, citation]));
  return {
    words: wordsIn(CARD_WORDS, wording),
    levels: LEVELS.map((id): Named => ({ id, name: wording.say(SEVERITIES[id]) })),
    outcomes: OUTCOME_IDS.map((id): Named => ({ id, name: wording.say(OUTCOMES[id]) })),
    rules: rules.all.map((id): Named => ({ id, name: wording.ruleTitle(id) })),
    files: files.all.map(visible),
    sheets: sheets.all.map(
      (key): PageSheet => ({
        name: visible(key.slice(key.indexOf('\n') + 1)),
        rows: (byKey.get(key) ?? []).map(pageRow),
      }),
    ),
    bases: bases.all.map((ids) =>
      ids
        .split('\n')
        .flatMap((id) => citations.get(id) ?? [])
        .map(
          (citation): PageBasis => ({
            text: visible(citationText(citation)),
            quote: visible(citation.quote ?? ''),
          }),
        ),
    ),
    remedies: remedies.all.map(visible),
    standings: Object.values(STANDINGS).map((text) => wording.say(text)),
    findings,
  };
}

/** Where the sentence does not say it already. */
function remedyText(finding: Finding, wording: Wording): string {
  const remedy = wording.remedy(finding);
  return wording.finding(finding).includes(remedy) ? '' : remedy;
}

/** In the language of the report, with what stands in braces left for the script. */
function wordsIn<Id extends string>(
  words: Readonly<Record<Id, LocalText>>,
  { locale }: Wording,
): Readonly<Record<Id, string>> {
  const entries = Object.entries<LocalText>(words).map(([id, text]) => [id, text[locale]]);
  return Object.fromEntries(entries) as Record<Id, string>;
}

/** Things by the order in which they come. */
function numbered<T>(): { readonly all: T[]; readonly of: (thing: T) => number } {
  const indexes = new Map<T, number>();
  const all: T[] = [];
  return {
    all,
    of: (thing) => {
      const index = indexes.get(thing) ?? all.push(thing) - 1;
      indexes.set(thing, index);
      return index;
    },
  };
}

function placeText({ origins: [origin] }: Finding, wording: Wording): string {
  const place = placeOf(origin);
  return origin?.line === undefined
    ? place
    : `${place} · ${wording.word('physicalLine', { line: origin.line })}`;
}

/** Cells of the sheet at fault that the finding names. */
function cellsOf({ origins }: Finding): readonly number[] {
  const [main] = origins;
  if (main === undefined || main.row === null) return [];
  return origins
    .slice(0, MOST_CELLS)
    .filter(({ file, sheet, row }) => file === main.file && sheet === main.sheet && row !== null)
    .flatMap(({ row, column }) => [row ?? 0, column ?? 0]);
}

function pageRow({ row, header, cells }: ExcerptRow): PageRow {
  return [row, header ? 1 : 0, ...cells.flatMap(({ column, text }) => [column, visible(text)])];
}
