import path from 'node:path';
import type { Citation, Locale } from '../../model/policy.ts';
import { nearest } from '../../model/text.ts';
import { layPacks } from '../../policy/layers.ts';
import { loadLayers } from '../../policy/load.ts';
import type { PackPlace } from '../../policy/pack-error.ts';
import { type Trace, type TraceStep, traceOf } from '../../policy/trace.ts';
import { type Block, line, plain } from '../../report/blocks.ts';
import { citationText } from '../../report/wording.ts';
import { parseDay } from '../check/check.ts';
import { FOLDERS, KNOWN_RULES } from '../policy.ts';
import { PACK_HEADINGS } from '../texts.ts';
import { tell } from '../told.ts';
import { UsageError } from '../usage-error.ts';
import { PACK_WORDS } from './pack-words.ts';
import type { ShowOptions } from './packs-program.ts';

/** `jianfu packs show --trace`: the layers that had a say in each value, with file, line and clause. */
export async function packsTrace(pack: string, options: ShowOptions, locale: Locale): Promise<void> {
  const asOf = parseDay(options.asOf);
  const layers = await loadLayers({ policy: pack, asOf, knownRules: KNOWN_RULES }, FOLDERS);
  const policy = layPacks(
    layers.map(({ documents }) => documents),
    asOf,
  );
  const all = traceOf(layers, policy.asOf);
  const wanted = typeof options.trace === 'string' ? options.trace : '';
  const traces = all.filter(({ id }) => id.includes(wanted));
  if (traces.length === 0) {
    const suggestion = nearest(
      wanted,
      all.map(({ id }) => id),
    );
    throw new UsageError(PACK_WORDS.noTrace, { found: wanted, suggestion: suggestion ?? 'none' });
  }
  const head = line(`${policy.layers.map(({ id }) => id).join(' → ')}　${policy.asOf}`);
  const blocks = [
    head,
    ...SECTIONS.flatMap((section) => blocksOf(section, traces, policy.citations, locale)),
  ];
  await tell({ facts: { asOf: policy.asOf, traces }, blocks }, options.out);
}

const SECTIONS = [
  ['rule', 'traceRule'],
  ['parameter', 'traceParameter'],
  ['entry', 'traceEntry'],
  ['word', 'traceWord'],
] as const;

function blocksOf(
  [of, title]: (typeof SECTIONS)[number],
  traces: readonly Trace[],
  citations: ReadonlyMap<string, Citation>,
  locale: Locale,
): Block[] {
  const own = traces.filter((trace) => trace.of === of);
  if (own.length === 0) return [];
  return [
    { kind: 'heading', text: PACK_HEADINGS[title][locale] },
    {
      kind: 'table',
      head: [PACK_HEADINGS.layer[locale], PACK_HEADINGS.said[locale]],
      rows: own.flatMap(({ id, steps }) => [
        [plain(''), { text: id, tone: 'info' as const }],
        ...steps.map((step) => [plain(step.pack), plain(stepText(step, citations))]),
      ]),
      fill: 1,
    },
  ];
}

function stepText({ said, place, citations: cited }: TraceStep, citations: ReadonlyMap<string, Citation>) {
  const clauses = cited.map((id) => {
    const citation = citations.get(id);
    return citation === undefined ? id : `${citationText(citation)} ${id}`;
  });
  const first = [said, placeText(place)].filter((text) => text !== '').join('　');
  return [first, ...clauses].join('\n');
}

/** Short where the file lies below the folder one is in. */
function placeText(place: PackPlace | null): string {
  if (place === null) return '';
  const relative = path.relative(process.cwd(), place.file);
  return `${relative.startsWith('..') ? place.file : relative}:${place.line}:${place.column}`;
}
