import { sentence } from '../../i18n/messages.ts';
import type { CommunityAdvice, LayoutAdvice, SizeClass } from '../../model/layout.ts';
import type { Locale, LocalText } from '../../model/policy.ts';
import type { Args } from '../../model/run.ts';
import { type Block, line, plain } from '../blocks.ts';
import { findingBlocks } from './finding-blocks.ts';
import { CLASSES, LACKS, LAYOUT_WORDS } from './words.ts';

type Say = (text: LocalText, args?: Args) => string;

const ORDER: readonly SizeClass[] = ['over', 'watch', 'standard', 'under', 'unknown'];

/** Classes, then every community that is not simply standard, then what a plan would still need. */
export function adviceBlocks(advice: LayoutAdvice, locale: Locale): readonly Block[] {
  const say: Say = (text, args = {}) => sentence(text, args, locale, {});
  const W = LAYOUT_WORDS;
  const { policy, asOf, norms, classes, communities, lacks } = advice;
  const { low, high, splitAbove } = norms;
  const adjusted = communities.filter(({ class: size }) => size !== 'standard');
  return [
    line(say(W.advice, { policy: policy.join(locale === 'en' ? ', ' : '、'), asOf })),
    line(say(W.norms, { low, high, splitAbove }), 'muted'),
    {
      kind: 'table',
      head: [say(W.class), say(W.count)],
      fill: 1,
      rows: ORDER.filter((size) => classes[size] > 0).map((size) => [
        plain(CLASSES[size][locale]),
        plain(String(classes[size])),
      ]),
    },
    ...sumLines(advice, say),
    ...(adjusted.length === 0
      ? []
      : [
          {
            kind: 'heading' as const,
            text: say(W.titled, { title: say(W.toAdjust), count: adjusted.length }),
          },
          {
            kind: 'table' as const,
            head: [say(W.community), say(W.households), say(W.class), say(W.advised)],
            fill: 3,
            rows: adjusted.map((one) => [
              plain(`${one.name}\n${one.subdistrict}`.trim()),
              plain(String(one.households ?? '')),
              plain(CLASSES[one.class][locale]),
              plain(adviceOn(one, say)),
            ]),
          },
        ]),
    ...(lacks.length === 0
      ? []
      : [
          { kind: 'heading' as const, text: say(W.lacks) },
          ...lacks.map(({ id, communities: count }) =>
            line(say(LACKS[id], { communities: count }), 'warning'),
          ),
        ]),
    ...findingBlocks(advice.findings, say),
  ];
}

function sumLines({ communities, norms }: LayoutAdvice, say: Say): Block[] {
  const added = communities.reduce((sum, { parts }) => sum + parts - 1, 0);
  const known = communities.flatMap(({ workers }) => workers ?? []);
  const lines = added > 0 ? [line(say(LAYOUT_WORDS.newCommunities, { added }))] : [];
  if (known.length < communities.length || known.length === 0) return lines;
  const [before, after] = [0, 0].map((_, at) =>
    known.reduce((sum, workers) => sum + (at === 0 ? workers.before : workers.after), 0),
  );
  const args = { rate: norms.workersPer10k ?? 0, before: before ?? 0, after: after ?? 0 };
  return [...lines, line(say(LAYOUT_WORDS.staffCity, args))];
}

/** Above this share of the upper end, grids seldom allow the least number of parts. */
const TIGHT = 95;

function adviceOn({ class: size, parts, fill, workers, gridWorkers }: CommunityAdvice, say: Say): string {
  const W = LAYOUT_WORDS;
  if (size === 'watch') return say(W.watchOnly);
  if (size === 'under') return say(W.joinIfPossible);
  if (size === 'unknown' || parts === 1) return '';
  const staff = [
    ...(workers === null ? [] : [say(W.staff, { before: workers.before, after: workers.after })]),
    ...(gridWorkers === null ? [] : [say(W.gridStaff, { workers: gridWorkers })]),
  ];
  const count = `${say(W.atLeast, { parts })}${fill > TIGHT ? say(W.tight, { fill }) : ''}`;
  return [count, ...staff].join('\n');
}
