import { SEVERITIES } from '../../i18n/words.ts';
import type { PaperBar, PaperPart, PaperTable } from '../../write/paper.ts';
import { PAPER_HEADS as H, COMPLIANCE_WORDS as W } from './compliance-words.ts';
import { byFile, byFolder, byRule, type Group } from './counts.ts';
import { clauses, paragraph, type Titled, texts } from './numbered.ts';
import { FINDINGS_ANNEX, type Sources } from './sources.ts';
import { teller } from './told.ts';

/** Of many, so many stand in the body; the rest are counted, and all stand in the attachment. */
const SHOWN = 10;
const EXAMPLES = 5;

/** By rule, by folder where there are several, by file; then the worst with an example each. */
export function mainFindings(sources: Sources): PaperPart[] {
  const { run, wording, say } = sources;
  if (run.findings.length === 0) return [];
  const folders = byFolder(run);
  return clauses(
    [
      { title: say(W.byRule), parts: listed(byRule(run), 'kind', ruleTable, sources) },
      ...(folders.length < 2
        ? []
        : [{ title: say(W.byFolder), parts: listed(folders, 'place', unitTable, sources) }]),
      { title: say(W.byFile), parts: listed(byFile(run), 'place', fileTable, sources) },
      examples(sources),
    ],
    wording.locale,
  );
}

type Draw = (groups: readonly Group[], most: number, sources: Sources) => PaperTable;

function listed(groups: readonly Group[], of: 'kind' | 'place', draw: Draw, sources: Sources): PaperPart[] {
  const { say } = sources;
  const shown = groups.slice(0, SHOWN);
  const rest = groups.slice(SHOWN);
  const count = rest.reduce((sum, { total }) => sum + total, 0);
  const args = {
    of,
    all: groups.length,
    shown: shown.length,
    rest: rest.length,
    count,
    annex: FINDINGS_ANNEX,
  };
  const most = Math.max(...groups.map(({ total }) => total));
  return [
    paragraph('text', say(W.listed, args)),
    draw(shown, most, sources),
    paragraph('remark', say(W.legend)),
  ];
}

function ruleTable(groups: readonly Group[], most: number, { wording, say }: Sources): PaperTable {
  return {
    rank: 'table',
    head: [H.number, H.kind, H.level, H.count, H.files, H.bar].map((text) => say(text)),
    widths: [8, 32, 11, 15, 10, 24],
    centred: [0, 2, 3, 4],
    rows: groups.map((group, index) => [
      String(index + 1),
      wording.ruleTitle(group.id),
      say(SEVERITIES[group.first.severity]),
      String(group.total),
      String(group.files),
      barOf(group, most, wording.ruleTitle(group.id)),
    ]),
  };
}

function unitTable(groups: readonly Group[], most: number, { say }: Sources): PaperTable {
  return {
    rank: 'table',
    head: [H.number, H.unit, H.files, H.error, H.warning, H.info, H.bar].map((text) => say(text)),
    widths: [8, 30, 11, 11, 14, 11, 15],
    centred: [0, 2, 3, 4, 5],
    rows: groups.map((group, index) => [
      String(index + 1),
      group.id,
      String(group.files),
      ...counts(group),
      barOf(group, most, group.id),
    ]),
  };
}

function fileTable(groups: readonly Group[], most: number, { say }: Sources): PaperTable {
  return {
    rank: 'table',
    head: [H.number, H.file, H.error, H.warning, H.info, H.bar].map((text) => say(text)),
    widths: [8, 40, 11, 14, 11, 16],
    centred: [0, 2, 3, 4],
    rows: groups.map((group, index) => [
      String(index + 1),
      group.id,
      ...counts(group),
      barOf(group, most, group.id),
    ]),
  };
}

function counts({ counts: { error, warning, info } }: Group): string[] {
  return [error, warning, info].map(String);
}

/** As long as its findings, against the longest of the table. */
export function barOf({ counts, total }: Group, most: number, name: string): PaperBar {
  return {
    parts: (['error', 'warning', 'info'] as const).map((colour) => ({
      colour,
      share: counts[colour] / Math.max(1, most),
    })),
    says: `${name}: ${total}`,
  };
}

function examples({ run, wording, say }: Sources): Titled {
  const tell = teller(run, wording);
  const parts = byRule(run)
    .slice(0, EXAMPLES)
    .map(({ id, first }, index) => {
      const { file, place, text, basis } = tell(first);
      return say(W.example, {
        number: index + 1,
        title: wording.ruleTitle(id),
        file,
        place: place || 'none',
        text,
        basis: basis || 'none',
      });
    });
  return { title: say(W.examples), parts: texts(...parts) };
}

/** What every unit is to do, and how the worst kinds are put right. */
export function remedies({ run, wording, say }: Sources): PaperPart[] {
  const groups = byRule(run);
  if (groups.length === 0) return texts(say(W.noRemedy));
  const rest = groups.length - SHOWN;
  return texts(
    say(W.remedyLead, { annex: FINDINGS_ANNEX }),
    ...groups.slice(0, SHOWN).map(({ id, first, total }, index) =>
      say(W.remedy, {
        number: index + 1,
        title: wording.ruleTitle(id),
        count: total,
        remedy: wording.remedy(first),
      }),
    ),
    ...(rest > 0 ? [say(W.remedyRest, { count: rest, annex: FINDINGS_ANNEX })] : []),
  );
}
