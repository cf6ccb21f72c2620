import type { Citation, Locale } from '../../model/policy.ts';
import { COVERED, type Coverage, coverageOf } from '../../policy/coverage.ts';
import type { ClauseDocument } from '../../policy/documents.ts';
import { layPacks } from '../../policy/layers.ts';
import { loadLayers } from '../../policy/load.ts';
import { type Block, type Cell, line, plain, type Tone } from '../../report/blocks.ts';
import { citationText } from '../../report/wording.ts';
import { parseDay } from '../check/check.ts';
import { FOLDERS, KNOWN_RULES } from '../policy.ts';
import { say } from '../say.ts';
import { tell } from '../told.ts';
import { COVERED_WORDS, PACK_WORDS } from './pack-words.ts';

/** `jianfu packs coverage`: clause by clause, what is checked and by which rule. */
export async function packsCoverage(
  pack: string,
  options: { readonly asOf?: string; readonly out: readonly string[] },
  locale: Locale,
): Promise<number> {
  const asOf = parseDay(options.asOf);
  const layers = await loadLayers({ policy: pack, asOf, knownRules: KNOWN_RULES }, FOLDERS);
  const documents = layers.map((layer) => layer.documents);
  const policy = layPacks(documents, asOf);
  const own = documents.at(-1);
  if (own === undefined) return 2;
  const coverage = coverageOf(own, policy);
  const facts = { pack: own.pack.id, asOf: policy.asOf, ...coverage };
  const head = line(`${own.pack.title[locale]}　${policy.asOf}`);
  await tell({ facts, blocks: [head, ...blocksOf(coverage, policy.citations, locale)] }, options.out);
  return 0;
}

const TONES: Readonly<Record<ClauseDocument['covered'], Tone>> = {
  checked: 'good',
  partly: 'warning',
  'by-hand': 'info',
  'not-covered': 'muted',
};

function blocksOf(coverage: Coverage, citations: ReadonlyMap<string, Citation>, locale: Locale): Block[] {
  const { clauses, totals, idle, uncited, unlisted } = coverage;
  const word = (id: keyof typeof PACK_WORDS) => PACK_WORDS[id][locale];
  const cited = (id: string): string => {
    const citation = citations.get(id);
    return citation === undefined ? id : `${citationText(citation)} ${id}`;
  };
  const rows = clauses.map(({ citation, clause, covered, rules = [], reason }): Cell[] => [
    { text: COVERED_WORDS[covered][locale], tone: TONES[covered] },
    plain([clause, cited(citation), rules.join(' '), reason?.[locale] ?? ''].filter(Boolean).join('\n')),
  ]);
  const counts = COVERED.map((state) => `${COVERED_WORDS[state][locale]} ${totals[state]}`);
  return [
    ...(rows.length === 0
      ? [line(word('noLedger'), 'warning')]
      : [{ kind: 'table' as const, head: [word('state'), word('clause')], rows, fill: 1 }]),
    ...gap(
      word('idle'),
      idle.map(({ rule, clause }) => [plain(rule), plain(clause)]),
      [word('rule'), word('clause')],
    ),
    ...gap(
      word('unlisted'),
      unlisted.map(({ rule, citation }) => [plain(rule), plain(cited(citation))]),
      [word('rule'), word('citation')],
    ),
    ...gap(
      word('uncited'),
      uncited.map((id) => [plain(id), plain(cited(id).replace(` ${id}`, ''))]),
      [word('id'), word('citation')],
    ),
    { kind: 'heading', text: word('totals') },
    line(say(PACK_WORDS.clauseCount, locale, { count: clauses.length, states: counts.join('，') })),
  ];
}

/** What the ledger leaves out; nothing where it leaves out nothing. */
function gap(title: string, rows: readonly (readonly Cell[])[], head: readonly string[]): Block[] {
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', text: title },
    { kind: 'table', head, rows, fill: 1 },
  ];
}
