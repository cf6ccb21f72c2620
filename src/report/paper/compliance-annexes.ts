import type { PaperPages } from '../../write/paper.ts';
import { citationText } from '../wording.ts';
import { FIGURE_HOW, FIGURE_WORDS, PAPER_HEADS as H, COMPLIANCE_WORDS as W } from './compliance-words.ts';
import { attachment, texts } from './numbered.ts';
import type { Sources } from './sources.ts';
import { teller } from './told.ts';

export interface Annex {
  readonly title: string;
  readonly pages: PaperPages;
}

/** A Word document of more rows opens slowly; all of them stand in the data file. */
const MOST_ROWS = 3000;

/** All findings, the clauses they cite, and where every figure of the text comes from. */
export function annexesOf(sources: Sources): readonly Annex[] {
  const { locale } = sources.wording;
  const all = [
    { title: sources.say(W.annexFindings), layout: 'sideways' as const, parts: findingsTable(sources) },
    { title: sources.say(W.annexClauses), layout: 'sideways' as const, parts: clausesTable(sources) },
    { title: sources.say(W.annexFigures), layout: 'upright' as const, parts: figuresTable(sources) },
  ];
  return all.map(({ title, layout, parts }, index) => ({
    title,
    pages: { layout, parts: [...attachment(index + 1, title, locale), ...parts] },
  }));
}

function findingsTable({ run, wording, say }: Sources): PaperPages['parts'] {
  if (run.findings.length === 0) return texts(say(W.nothingFound));
  const tell = teller(run, wording);
  const rest = run.findings.length - MOST_ROWS;
  return [
    {
      rank: 'table',
      head: [H.number, H.file, H.place, H.level, H.outcome, H.finding, H.basis].map((text) => say(text)),
      widths: [5, 21, 13, 6, 8, 30, 17],
      centred: [0, 3, 4],
      rows: run.findings.slice(0, MOST_ROWS).map((finding, index) => {
        const { file, place, level, outcome, text, basis } = tell(finding);
        return [
          String(index + 1),
          file,
          place || wording.word('wholeFile'),
          level,
          outcome,
          text,
          basis || wording.word('form'),
        ];
      }),
    },
    ...(rest > 0 ? texts(say(W.annexRest, { shown: MOST_ROWS, rest })) : []),
  ];
}

function clausesTable({ run, wording, say }: Sources): PaperPages['parts'] {
  if (run.citations.length === 0) return texts(wording.word('form'));
  return [
    {
      rank: 'table',
      head: [H.number, H.document, H.quote, H.source].map((text) => say(text)),
      widths: [5, 30, 45, 20],
      centred: [0],
      rows: run.citations.map((citation, index) => {
        // A number alone does not tell the reader what the document is.
        const title = citation.number === null ? '' : `《${citation.title}》`;
        return [
          String(index + 1),
          `${title}${citationText(citation)}`,
          citation.quote ?? '—',
          citation.source,
        ];
      }),
    },
  ];
}

function figuresTable({ figures, wording, say }: Sources): PaperPages['parts'] {
  const all = [...figures];
  return [
    {
      rank: 'table',
      head: [H.number, H.figure, H.value, H.how].map((text) => say(text)),
      widths: [8, 34, 12, 46],
      centred: [0, 2],
      anchors: new Map(all.map(([id], index) => [index, anchorOf(id)])),
      rows: all.map(([id, value], index) => {
        const rule = id.startsWith(RULE) ? id.slice(RULE.length) : null;
        const how = rule === null ? say(FIGURE_WORDS[id] ?? FIGURE_HOW) : wording.ruleTitle(rule);
        return [String(index + 1), id, String(value), how];
      }),
    },
  ];
}

const RULE = 'findings.rule.';

/** Names of bookmarks hold letters, digits and underlines, forty of them at most. */
function anchorOf(id: string): string {
  return `figure_${id.replace(/[^A-Za-z0-9]/g, '_')}`.slice(0, 40);
}
