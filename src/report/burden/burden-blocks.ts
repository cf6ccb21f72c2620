import { sentence, type Terms } from '../../i18n/messages.ts';
import type {
  BurdenReport,
  RankedShare,
  Rate,
  Reduction,
  SharesBy,
  Tally,
} from '../../model/burden-report.ts';
import type { Locale, LocalText } from '../../model/policy.ts';
import type { Args } from '../../model/run.ts';
import { type Block, type Cell, line, plain } from '../blocks.ts';
import { BURDEN_WORDS as W } from './burden-words.ts';

/** Numbers that a report declares, held against those of the lists. Rates are in per cent. */
export interface DeclaredReduction {
  readonly before: string;
  readonly after: string;
  readonly low: number;
  readonly high: number;
  readonly agrees: boolean;
}

export interface BurdenFacts extends BurdenReport {
  /** How much there was to hold removed duties against. */
  readonly demands: { readonly dispatch: number; readonly form: number };
  readonly declared: DeclaredReduction | null;
}

type Say = (text: LocalText, args?: Args) => string;

/** Nominal and real side by side with their sums, the account, then who has how many. */
export function burdenBlocks(
  facts: BurdenFacts,
  by: readonly SharesBy[],
  terms: Terms,
  locale: Locale,
): Block[] {
  const say: Say = (text, args = {}) => sentence(text, args, locale, terms);
  const { likely } = facts.balance;
  return [
    line(say(W.head, { units: facts.units, before: likely.before, after: likely.after })),
    reductionTable(facts, say),
    line(identityText(likely, say), 'muted'),
    line(
      say(W.stayed, {
        kept: likely.kept,
        reworded: likely.reworded,
        moved: likely.moved,
        toAssist: facts.movedToAssist,
      }),
      'muted',
    ),
    ...tracedLines(facts, say),
    ...declaredLines(facts, say),
    ...effortLines(facts, say),
    ...by.flatMap((one) => shareBlocks(one, facts.shares[one], terms, locale)),
    ...stillBlocks(facts, say),
  ];
}

function reductionTable({ balance, likely }: BurdenFacts, say: Say): Block {
  const sums = { ...balance.likely, ...likely.difference };
  const row = (label: LocalText, items: number, rate: string, sum: LocalText): Cell[] => [
    plain(say(label)),
    plain(String(items)),
    plain(rate),
    { text: say(sum, sums), tone: 'muted' },
  ];
  const { nominal, real } = likely;
  return {
    kind: 'table',
    head: [W.measure, W.items, W.rate, W.sum].map((text) => say(text)),
    rows: [
      row(W.nominal, nominal.numerator, rateText(nominal), W.nominalSum),
      row(W.real, real.numerator, rateText(real), W.realSum),
      row(W.difference, nominal.numerator - real.numerator, '', W.differenceSum),
    ],
    fill: 3,
  };
}

function rateText({ value }: Rate): string {
  return value === null ? '—' : `${value.toFixed(2)}%`;
}

function identityText(tally: Tally, say: Say): string {
  return say(W.identity, { ...tally });
}

function tracedLines(facts: BurdenFacts, say: Say): Block[] {
  const { likely, strict } = facts.balance;
  const { removedNowBarred: barred, addedWereBarred } = facts;
  const { dispatch, form } = facts.demands;
  const isOpen =
    likely.removed !== strict.removed ||
    likely.mergedAway !== strict.mergedAway ||
    likely.splitExtra !== strict.splitExtra;
  return [
    ...(likely.removed === 0
      ? []
      : [line(say(W.traced, { removed: likely.removed, barred, untraced: likely.removed - barred }))]),
    ...(addedWereBarred === 0 ? [] : [line(say(W.wereBarred, { count: addedWereBarred }), 'error')]),
    ...(isOpen ? [line(openText(strict, facts.strict, say), 'warning')] : []),
    dispatch + form === 0
      ? line(say(W.notAsked), 'warning')
      : line(say(W.evidence, { dispatch, form }), 'muted'),
  ];
}

function openText(tally: Tally, { real }: Reduction, say: Say): string {
  return say(W.open, { identity: identityText(tally, say), real: real.numerator, rate: rateText(real) });
}

function declaredLines({ declared, likely }: BurdenFacts, say: Say): Block[] {
  if (declared === null) return [];
  const { before, after, low, high, agrees } = declared;
  const rate = low === high ? `${low.toFixed(2)}%` : `${low.toFixed(2)}%～${high.toFixed(2)}%`;
  const args = { before, after, rate, agrees: agrees ? 'yes' : 'no', counted: rateText(likely.nominal) };
  return [line(say(W.declared, args), agrees ? 'plain' : 'error')];
}

function effortLines({ effort: { before, after } }: BurdenFacts, say: Say): Block[] {
  if (before.known + after.known === 0) return [];
  const args = {
    beforeKnown: before.known,
    beforeItems: before.items,
    beforeHours: before.hours,
    afterKnown: after.known,
    afterItems: after.items,
    afterHours: after.hours,
  };
  return [line(say(W.effort, args))];
}

const TITLES: Readonly<Record<SharesBy, LocalText>> = {
  list: W.byList,
  department: W.byDepartment,
  category: W.byCategory,
  unit: W.byUnit,
};

function shareBlocks(by: SharesBy, shares: readonly RankedShare[], terms: Terms, locale: Locale): Block[] {
  const say: Say = (text, args = {}) => sentence(text, args, locale, terms);
  const nameOf = (name: string) =>
    name === '' ? say(W.unnamed) : by === 'list' ? (terms[`list.${name}`]?.[locale] ?? name) : name;
  return [
    { kind: 'heading', text: say(TITLES[by]) },
    {
      kind: 'table',
      head: [W.before, W.after, W.items, W.rate, W.name].map((text) => say(text)),
      rows: shares.map(({ name, before, after, rate }) => [
        plain(String(before)),
        plain(String(after)),
        plain(String(before - after)),
        plain(rateText(rate)),
        plain(nameOf(name)),
      ]),
      fill: 4,
    },
  ];
}

function stillBlocks({ stillDone }: BurdenFacts, say: Say): Block[] {
  if (stillDone.length === 0) return [];
  return [
    { kind: 'heading', text: say(W.still) },
    {
      kind: 'table',
      head: [say(W.stillBy), say(W.stillWhat)],
      rows: stillDone.map(({ unit, item, demand }) => [
        plain(say(W[demand.by])),
        plain(
          [
            `− ${item.text}　${unit} ${item.at.sheet ?? ''}!${item.at.a1 ?? ''}`,
            `+ ${demand.text}　${demand.department} ${demand.at.file} ${demand.at.sheet ?? ''}!${demand.at.a1 ?? ''}`,
          ].join('\n'),
        ),
      ]),
      fill: 1,
    },
  ];
}
