import { sentence } from '../../i18n/messages.ts';
import type { LayoutDecision, LayoutPlan, PlannedCommunity, SplitProof } from '../../model/layout.ts';
import type { Locale, LocalText } from '../../model/policy.ts';
import type { Args } from '../../model/run.ts';
import { type Block, type Cell, line, plain } from '../blocks.ts';
import { findingBlocks } from './finding-blocks.ts';
import { REASONS } from './reasons.ts';
import { AIMS, CONSTRAINTS, LAYOUT_WORDS, MODES } from './words.ts';

/** A plan as a person reads it: its numbers in the order in which they count, then every community with its reason. */
export function planBlocks(plan: LayoutPlan, locale: Locale): readonly Block[] {
  const say = (text: LocalText, args: Args = {}) => sentence(text, args, locale, {});
  const { policy, asOf, mode, norms, decisions } = plan;
  const byId = new Map(plan.communities.map((community) => [community.id, community]));
  const { low, high, splitAbove } = norms;
  const isOpen = ({ action, class: size }: LayoutDecision) =>
    action === 'kept' && (size === 'under' || size === 'over' || size === 'unknown');
  const kept = decisions.filter((decision) => decision.action === 'kept' && !isOpen(decision));
  return [
    line(
      say(LAYOUT_WORDS.plan, {
        mode: MODES[mode][locale],
        policy: policy.join(locale === 'en' ? ', ' : '、'),
        asOf,
      }),
    ),
    line(say(LAYOUT_WORDS.norms, { low, high, splitAbove }), 'muted'),
    ...totalBlocks(plan, say),
    ...proofBlocks(plan, say),
    ...decisionBlocks('split', decisions, byId, say),
    ...decisionBlocks('merged', decisions, byId, say),
    ...decisionBlocks('reorganised', decisions, byId, say),
    ...decisionBlocks('open', decisions.filter(isOpen), byId, say),
    ...keptBlocks(kept, say),
    ...findingBlocks(plan.findings, say),
  ];
}

type Say = (text: LocalText, args?: Args) => string;

function totalBlocks({ totals, hasLengths }: LayoutPlan, say: Say): Block[] {
  const { before, added, abolished, after, outOfRangeBefore, outOfRangeAfter } = totals;
  const share =
    totals.households === 0 ? '0' : ((100 * totals.householdsMoved) / totals.households).toFixed(1);
  const row = (label: LocalText, value: string): Cell[] => [plain(say(label)), plain(value)];
  const W = LAYOUT_WORDS;
  const metres = (decimetres: number) => Math.round(decimetres / 10);
  return [
    { kind: 'heading', text: say(W.totals) },
    {
      kind: 'table',
      head: [say(W.measure), say(W.number)],
      fill: 1,
      rows: [
        row(W.outOfRange, say(W.outOfRangeValue, { before: outOfRangeBefore, after: outOfRangeAfter })),
        row(W.communities, say(W.communitiesValue, { before, added, abolished, after })),
        row(
          W.moved,
          say(W.movedValue, { households: totals.householdsMoved, share, grids: totals.gridsMoved }),
        ),
        row(W.uneven, say(W.unevenValue, { value: totals.uneven })),
        row(
          W.boundary,
          hasLengths
            ? say(W.boundaryValue, { metres: metres(totals.boundary), roads: metres(totals.boundaryPriced) })
            : say(W.boundaryCount, { borders: totals.borders }),
        ),
      ],
    },
  ];
}

/** Of each subdistrict in mode `joint` how far its plan is from the best one. */
function proofBlocks({ proofs, norms }: LayoutPlan, say: Say): Block[] {
  if (proofs.length === 0) return [];
  const W = LAYOUT_WORDS;
  const { added, abolished, high, room } = norms;
  return [
    { kind: 'heading', text: say(W.titled, { title: say(W.proofs), count: proofs.length }) },
    line(say(W.proofsNote, { added, abolished, ceiling: high - room }), 'muted'),
    {
      kind: 'table',
      head: [W.subdistrict, W.price, W.bound, W.verdict].map((text) => say(text)),
      fill: 3,
      rows: proofs.map(({ subdistrict, price, bound, left, leftBound }) => [
        plain(subdistrict),
        plain(String(price)),
        plain(String(bound)),
        plain(
          left > leftBound
            ? say(W.leftMore, { left, least: leftBound })
            : bound >= price
              ? say(W.best)
              : say(W.within, { gap: gapOf(price, bound) }),
        ),
      ]),
    },
  ];
}

/** In per cent, rounded up. */
function gapOf(price: number, bound: number): number {
  return Math.ceil((1000 * (price - bound)) / Math.max(1, bound)) / 10;
}

function decisionBlocks(
  part: 'split' | 'merged' | 'reorganised' | 'open',
  decisions: readonly LayoutDecision[],
  byId: ReadonlyMap<string, PlannedCommunity>,
  say: Say,
): Block[] {
  const own = part === 'open' ? decisions : decisions.filter(({ action }) => action === part);
  if (own.length === 0) return [];
  const W = LAYOUT_WORDS;
  return [
    { kind: 'heading', text: say(W.titled, { title: say(W[part]), count: own.length }) },
    {
      kind: 'table',
      head: [say(W.community), say(W.households), say(W.result)],
      fill: 2,
      rows: own.map((decision) => [
        plain(`${decision.name}\n${decision.subdistrict}`.trim()),
        plain(String(decision.households ?? '')),
        { text: storyOf(decision, byId, say), tone: part === 'open' ? 'warning' : 'plain' },
      ]),
    },
  ];
}

/** What becomes of a community, why, how good that is, and what was taken for granted. */
function storyOf(decision: LayoutDecision, byId: ReadonlyMap<string, PlannedCommunity>, say: Say): string {
  const { action, into, reason, proof, assumed } = decision;
  const W = LAYOUT_WORDS;
  const parts = into.map((id) => {
    const { name = id, households = null } = byId.get(id) ?? {};
    return say(W.part, { name, households: households ?? '' });
  });
  const sentences = [
    say(REASONS[reason.id], reason.args),
    ...(action !== 'kept' && proof !== null ? [proofOf(proof, say)] : []),
    ...(assumed === null ? [] : [say(assumed === 'overloaded' ? W.assumedOverloaded : W.assumedMergeable)]),
  ];
  const why = sentences.join(say(W.gapOfSentences));
  const heads = action === 'split' || into.length > 1 ? [parts.join(' | ')] : [];
  return [...heads, why, ...secondLooks(decision, say)].join('\n');
}

/** Other divisions beside the one chosen, and what each constraint costs. */
function secondLooks({ action, proof, alternatives, bindings }: LayoutDecision, say: Say): string[] {
  const W = LAYOUT_WORDS;
  const price = Math.max(1, proof?.price ?? 1);
  const percent = (one: number, other: number) => Math.round((1000 * (one - other)) / price) / 10;
  return [
    ...alternatives.map((one) =>
      say(W.alternative, {
        aim: say(AIMS[one.aim]),
        parts: one.parts.join(' | '),
        moved: one.moved,
        metres: Math.round(one.boundary / 10),
        grids: one.grids.length,
        over: percent(one.price, price),
      }),
    ),
    ...bindings.map(({ constraint, parts, price: less }) =>
      action === 'kept'
        ? say(W.bindingBars, { constraint: say(CONSTRAINTS[constraint]), parts })
        : say(W.bindingCost, { constraint: say(CONSTRAINTS[constraint]), less: percent(price, less) }),
    ),
  ];
}

function proofOf({ price, bound, trials }: SplitProof, say: Say): string {
  const states = trials.reduce((sum, trial) => sum + trial.states, 0);
  if (bound >= price) return say(LAYOUT_WORDS.optimal, { states });
  return say(LAYOUT_WORDS.gap, { gap: gapOf(price, bound), states });
}

/** The many that stay as they are, by reason. */
function keptBlocks(kept: readonly LayoutDecision[], say: Say): Block[] {
  if (kept.length === 0) return [];
  const byReason = new Map<string, LayoutDecision[]>();
  for (const decision of kept)
    byReason.set(decision.reason.id, [...(byReason.get(decision.reason.id) ?? []), decision]);
  return [
    {
      kind: 'heading',
      text: say(LAYOUT_WORDS.titled, { title: say(LAYOUT_WORDS.kept), count: kept.length }),
    },
    {
      kind: 'table',
      head: [say(LAYOUT_WORDS.count), say(LAYOUT_WORDS.community)],
      fill: 1,
      rows: [...byReason.values()].map((same) => [
        plain(`${same.length}`),
        plain(
          `${say(REASONS[(same[0] as LayoutDecision).reason.id], {})}\n${same
            .map(({ name, households }) => `${name} ${households ?? ''}`.trim())
            .join('、')}`,
        ),
      ]),
    },
  ];
}
