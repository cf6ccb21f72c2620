import { sentence } from '../../i18n/messages.ts';
import type { LayoutFinding, PlanVerdict } from '../../model/layout.ts';
import type { Locale, LocalText } from '../../model/policy.ts';
import type { Args } from '../../model/run.ts';
import { type Block, line, plain } from '../blocks.ts';
import { BREACHES } from './breaches.ts';
import { findingBlocks } from './finding-blocks.ts';
import { LAYOUT_WORDS } from './words.ts';

/** What was counted, then everything that is wrong with the plan; or that nothing is. */
export function verdictBlocks(
  { breaches, counted, changed }: PlanVerdict,
  findings: readonly LayoutFinding[],
  locale: Locale,
): readonly Block[] {
  const say = (text: LocalText, args: Args = {}) => sentence(text, args, locale, {});
  const W = LAYOUT_WORDS;
  const { before, added, abolished, after, households, householdsMoved, outOfRangeBefore, outOfRangeAfter } =
    counted;
  return [
    line(say(W.verified, { changed, households })),
    line(say(W.communitiesValue, { before, added, abolished, after })),
    line(say(W.verifiedMoved, { moved: householdsMoved, before: outOfRangeBefore, after: outOfRangeAfter })),
    ...(breaches.length === 0
      ? [line(say(W.holds), 'good')]
      : [
          {
            kind: 'heading' as const,
            text: say(W.titled, { title: say(W.breaches), count: breaches.length }),
          },
          {
            kind: 'table' as const,
            head: ['', say(W.found)],
            fill: 1,
            rows: breaches.map(({ id, args }, at) => [
              plain(String(at + 1)),
              { text: `${say(BREACHES[id], args)}\n${id}`, tone: 'error' as const },
            ]),
          },
        ]),
    ...findingBlocks(findings, say),
  ];
}
