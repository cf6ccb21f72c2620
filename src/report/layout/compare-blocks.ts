import { sentence } from '../../i18n/messages.ts';
import type { LayoutMode, LayoutNorms, LayoutTotals } from '../../model/layout.ts';
import type { Locale, LocalText } from '../../model/policy.ts';
import type { Args } from '../../model/run.ts';
import { type Block, line, plain } from '../blocks.ts';
import { LAYOUT_WORDS, MODES } from './words.ts';

/** The numbers of a plan at some values of parameters. */
export interface Scenario {
  readonly values: Readonly<Record<string, number>>;
  readonly totals: LayoutTotals;
  /** Communities out of the range of the pack itself, whatever the scenario takes for one. */
  readonly outOfPack: number;
  /** No other scenario moves fewer households and leaves fewer out of range. */
  readonly isEfficient: boolean;
}

/** One line a scenario; those worth choosing among are marked. */
export function compareBlocks(
  scenarios: readonly Scenario[],
  norms: LayoutNorms,
  mode: LayoutMode,
  locale: Locale,
): readonly Block[] {
  const say = (text: LocalText, args: Args = {}) => sentence(text, args, locale, {});
  const W = LAYOUT_WORDS;
  const { low, high, splitAbove } = norms;
  return [
    line(say(W.compared, { mode: MODES[mode][locale], low, high, splitAbove })),
    {
      kind: 'table',
      head: [
        '',
        ...[
          W.outShort,
          W.addedShort,
          W.abolishedShort,
          W.movedShort,
          W.unevenShort,
          W.boundaryShort,
          W.values,
        ].map((text) => say(text)),
      ],
      fill: 7,
      rows: scenarios.map(({ values, totals, outOfPack, isEfficient }) => [
        { text: isEfficient ? '●' : '', tone: 'good' as const },
        ...[
          outOfPack,
          totals.added,
          totals.abolished,
          totals.householdsMoved,
          totals.uneven,
          Math.round(totals.boundary / 10),
        ].map((number) => plain(String(number))),
        plain(
          Object.entries(values)
            .map(([parameter, value]) => `${parameter}=${value}`)
            .join('\n'),
        ),
      ]),
    },
    line(say(W.efficient), 'muted'),
  ];
}
