import type { Locale } from '../../model/policy.ts';
import { loadLayers } from '../../policy/load.ts';
import { DIFF_PARTS, type DiffSide, type PackDifference, packDifferences } from '../../policy/pack-diff.ts';
import { type Block, type Cell, line, plain } from '../../report/blocks.ts';
import { parseDay } from '../check/check.ts';
import { KNOWN_RULES, SHELF } from '../policy.ts';
import { say } from '../say.ts';
import { tell } from '../told.ts';
import { DIFF_WORDS, PACK_WORDS } from './pack-words.ts';

/** `jianfu packs diff A B`: what changed from one pack, or one day of it, to another. */
export async function packsDiff(
  left: string,
  right: string,
  options: { readonly out: readonly string[] },
  locale: Locale,
): Promise<number> {
  const differences = packDifferences(await sideOf(left), await sideOf(right));
  const facts = { before: left, after: right, differences };
  await tell({ facts, blocks: blocksOf(differences, left, right, locale) }, options.out);
  return 0;
}

/** `hohhot`, `./my-city` or `hohhot@2024-06-01`. */
async function sideOf(asked: string): Promise<DiffSide> {
  const at = asked.lastIndexOf('@');
  const asOf = at === -1 ? null : parseDay(asked.slice(at + 1));
  const policy = at === -1 ? asked : asked.slice(0, at);
  const layers = await loadLayers({ policy, asOf, knownRules: KNOWN_RULES }, SHELF);
  return { layers: layers.map(({ documents }) => documents), asOf };
}

function blocksOf(
  differences: readonly PackDifference[],
  left: string,
  right: string,
  locale: Locale,
): Block[] {
  const head = line(`${left} → ${right}`);
  if (differences.length === 0) return [head, line(PACK_WORDS.noDifference[locale], 'good')];
  const counts = DIFF_PARTS.map((part) => ({
    part,
    own: differences.filter((difference) => difference.part === part),
  })).filter(({ own }) => own.length > 0);
  return [
    head,
    ...counts.flatMap(({ part, own }): Block[] => [
      { kind: 'heading', text: `${DIFF_WORDS[part][locale]}　${own.length}` },
      {
        kind: 'table',
        head: [PACK_WORDS.change[locale], PACK_WORDS.content[locale]],
        rows: own.map((difference) => rowOf(difference, locale)),
        fill: 1,
      },
    ]),
    line(''),
    line(say(PACK_WORDS.diffLine, locale, { count: differences.length })),
  ];
}

function rowOf({ part, id, before, after }: PackDifference, locale: Locale): Cell[] {
  const [word, tone] =
    before === null
      ? (['added', 'good'] as const)
      : after === null
        ? (['gone', 'error'] as const)
        : (['changed', 'warning'] as const);
  // A word is all in its id; the rest is shown line by line, the old before the new.
  const lines = part === 'word' ? [] : [...marked('−', before, after), ...marked('+', after, before)];
  return [{ text: PACK_WORDS[word][locale], tone }, plain([id, ...lines].join('\n'))];
}

/** Of a changed text only the lines that changed. */
function marked(sign: string, text: string | null, other: string | null): string[] {
  if (text === null || text === '') return [];
  const same = new Set(other?.split('\n'));
  return text
    .split('\n')
    .filter((part) => !same.has(part))
    .map((part) => `${sign} ${part}`);
}
