import { spawnSync } from 'node:child_process';
import { distance } from 'fastest-levenshtein';
import { token_set_ratio } from 'fuzzball';
import { policyOf } from '../src/cli/policy.ts';
import type { ListedItem } from '../src/model/burden.ts';
import { assign } from '../src/plan/burden/assignment.ts';
import { phrasingOf } from '../src/plan/burden/phrasing.ts';
import { roleOf } from '../src/plan/burden/roles.ts';
import { casesOf, type KnownCase, type Part } from './matching/corpus.ts';
import { type Matcher, type Measured, measure, type Score } from './matching/measure.ts';
import { answersOf } from './matching/ours.ts';
import { machine, publish, root } from './processes.ts';

/**
 * Measures how well changes of lists are told, on made lists with known answers, against three measures of likeness of
 * texts, each with the same assignment and at the cut that serves it best on the very cases it is measured on.
 * `--write` puts the tables into bench/README.md, `--matching` leaves the long lists out. Needs `npm run build` first.
 */
const SEED = 1;
const COUNTS: Readonly<Record<Part, number>> = { tuning: 60, aside: 40 };
const CUTS = Array.from({ length: 19 }, (_, index) => 0.05 + index * 0.05);

type Likeness = (before: string, after: string) => number;

const pairsOf = (text: string) => Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2));

const BASELINES: Readonly<Record<string, Likeness>> = {
  'Levenshtein ratio': (before, after) =>
    1 - distance(before, after) / Math.max(1, before.length, after.length),
  'Dice on pairs of characters': (before, after) => {
    const [left, right] = [pairsOf(before), new Set(pairsOf(after))];
    return (2 * left.filter((pair) => right.has(pair)).length) / Math.max(1, left.length + right.size);
  },
  // Chinese has no blanks between words, so that each character is a token.
  'token-set ratio (fuzzball)': (before, after) =>
    token_set_ratio([...before].join(' '), [...after].join(' '), { full_process: false }) / 100,
};

const phrasing = phrasingOf((await policyOf('base', null)).catalogues);
const rows: string[] = [];
const sizes: string[] = [];
for (const part of ['tuning', 'aside'] as const) {
  const cases = casesOf(part, COUNTS[part], SEED);
  const ours = measure(cases, answersOf(phrasing));
  sizes.push(
    `${part}: ${cases.length} pairs of lists, ${ours.single.links + ours.grouped.links} links that are true and ${ours.unlike.pairs} that are not`,
  );
  rows.push(rowOf(part, '**ours**', ours));
  for (const [name, likeness] of Object.entries(BASELINES)) {
    const [cut, best] = bestCut(cases, likeness);
    rows.push(rowOf(part, `${name}, at ${cut.toFixed(2)}`, best));
  }
}
publish(
  'matching',
  [
    '| items | side | F1, one to one | precision | recall | F1, text changed | F1, joined or split | 待核 | taken for the same, of those that are not |',
    '|---|---|---|---|---|---|---|---|---|',
    ...rows,
    '',
    `${sizes.join('; ')}. ${machine()}.`,
  ].join('\n'),
);

const LARGE = ['city', '12500', '25000', '50000', '100000'];
if (!process.argv.includes('--matching'))
  publish(
    'lists',
    [
      '| lists | CPU s | wall s | peak MiB | CPU s for 1,000 items | gone, of items before |',
      '|---|---|---|---|---|---|',
      ...LARGE.map(largeRow),
    ].join('\n'),
  );

function largeRow(size: string): string {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'bench/matching/large-run.ts', size],
    { cwd: root },
  );
  if (status !== 0) throw new Error(String(stderr));
  const { cpu, wall, peakMiB, gone } = JSON.parse(String(stdout));
  const items = size === 'city' ? 450 * 140 : Number(size);
  const name =
    size === 'city' ? '450 × (140 before, 79 after)' : `${items.toLocaleString('en')} before, as many after`;
  const share = `${((100 * gone) / items).toFixed(1)}%`;
  return `| ${name} | ${cpu.toFixed(2)} | ${wall.toFixed(2)} | ${peakMiB} | ${((1000 * cpu) / items).toFixed(3)} | ${share} |`;
}

function rowOf(part: Part, side: string, { single, changed, grouped, open, unlike }: Measured): string {
  const f1 = (score: Score) => score.f1.toFixed(4);
  const cells = [
    part,
    side,
    f1(single),
    single.precision.toFixed(4),
    single.recall.toFixed(4),
    f1(changed),
    grouped.f1 === 0 ? '—' : f1(grouped),
    `${(open * 100).toFixed(2)}%`,
    `${unlike.taken} of ${unlike.pairs}`,
  ];
  return `| ${cells.join(' | ')} |`;
}

function bestCut(cases: readonly KnownCase[], likeness: Likeness): readonly [number, Measured] {
  const scored = new Map<readonly ListedItem[], ReturnType<typeof edgesOf>>();
  for (const { before, after } of cases) scored.set(before, edgesOf(before, after, likeness));
  const matcherAt =
    (cut: number): Matcher =>
    (before) =>
      assign((scored.get(before) ?? []).filter(({ score }) => score >= cut)).map((edge) => ({
        before: [edge.before],
        after: [edge.after],
        certain: true,
      }));
  return CUTS.map((cut) => [cut, measure(cases, matcherAt(cut))] as const).reduce((best, next) =>
    next[1].single.f1 > best[1].single.f1 ? next : best,
  );
}

/** Duties are held against duties and bars against bars here too. */
function edgesOf(before: readonly ListedItem[], after: readonly ListedItem[], likeness: Likeness) {
  return before.flatMap((one, left) =>
    after.flatMap((other, right) =>
      roleOf(one) === roleOf(other) && (roleOf(one) === 'duty' || one.list === other.list)
        ? [{ before: left, after: right, score: likeness(one.key, other.key) }]
        : [],
    ),
  );
}
