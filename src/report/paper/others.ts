import { sentence } from '../../i18n/messages.ts';
import type { LayoutPlan } from '../../model/layout.ts';
import type { Locale, LocalText, PolicyPack } from '../../model/policy.ts';
import type { Args } from '../../model/run.ts';
import type { StaffingReport } from '../../model/staffing.ts';
import type { PaperPart } from '../../write/paper.ts';
import type { Block } from '../blocks.ts';
import type { BurdenFacts } from '../burden/burden-blocks.ts';
import { planBlocks } from '../layout/plan-blocks.ts';
import { countText, shortText, staffingBlocks } from '../staffing/staffing-blocks.ts';
import { sectionsOf } from './from-blocks.ts';
import { dayText, paragraph, sections, texts } from './numbered.ts';
import { OTHER_WORDS as W } from './other-words.ts';
import { percent, type Report } from './report.ts';
import { inert } from './told.ts';

type Basis = Pick<PolicyPack, 'layers' | 'asOf'>;
type Say = (text: LocalText, args?: Args) => string;

/** The report on burden; `blocks` are what the command draws, beginning with its line of numbers. */
export function burdenPaper(
  facts: BurdenFacts,
  blocks: readonly Block[],
  basis: Basis,
  locale: Locale,
): Report {
  const say = sayIn(locale);
  const { balance, likely, units } = facts;
  const { nominal, real } = likely;
  const found = {
    before: balance.likely.before,
    after: balance.likely.after,
    nominal: nominal.numerator,
    nominalOf: nominal.denominator,
    nominalRate: nominal.value?.toFixed(2) ?? 'none',
    real: real.numerator,
    realOf: real.denominator,
    realRate: real.value?.toFixed(2) ?? 'none',
    difference: nominal.numerator - real.numerator,
  };
  return paper(
    say(W.burdenTitle),
    [say(W.burdenScope, { units })],
    [say(W.burdenFound, found)],
    blocks.slice(1),
    basis,
    locale,
  );
}

/** A plan of layout with its numbers, its decisions and their reasons. */
export function layoutPaper(plan: LayoutPlan, basis: Basis, locale: Locale): Report {
  const say = sayIn(locale);
  const { low, high, splitAbove } = plan.norms;
  const { totals } = plan;
  const found = {
    before: totals.before,
    outBefore: totals.outOfRangeBefore,
    added: totals.added,
    abolished: totals.abolished,
    after: totals.after,
    outAfter: totals.outOfRangeAfter,
    moved: totals.householdsMoved,
    households: totals.households,
    share: percent(totals.householdsMoved, totals.households),
    grids: totals.gridsMoved,
  };
  // The policy and the norms, which the paper says in sentences of its own.
  const blocks = planBlocks(plan, locale).slice(2);
  const scope = [say(W.layoutScope, { low, high, splitAbove })];
  return paper(say(W.layoutTitle), scope, [say(W.layoutFound, found), say(W.sketch)], blocks, basis, locale);
}

/** Staff against the norms, who is short, the register, what is planned. */
export function staffingPaper(report: StaffingReport, basis: Basis, locale: Locale): Report {
  const say = sayIn(locale);
  const { norm } = report;
  const all = report.ratios.find(({ level }) => level === 'city');
  const scope =
    norm === null ? [] : [say(W.staffingNorm, { value: norm.value, title: norm.title ?? norm.parameter })];
  const found =
    all === undefined || all.places === 0
      ? []
      : [
          say(W.staffingFound, {
            places: all.places,
            workers: countText(all.workers),
            residents: countText(all.urbanResidents),
            ratio: countText(all.per10k),
            short: all.short === null ? 'none' : shortText(all.short, say),
            lacking: all.lacking,
          }),
        ];
  return paper(say(W.staffingTitle), scope, found, staffingBlocks(report, locale).slice(2), basis, locale);
}

function sayIn(locale: Locale): Say {
  return (text, args = {}) => sentence(text, args, locale, {});
}

/** Title, basis, numbers, then a section for each heading of the blocks. */
function paper(
  title: string,
  scope: readonly string[],
  found: readonly string[],
  blocks: readonly Block[],
  { layers, asOf }: Basis,
  locale: Locale,
): Report {
  const say = sayIn(locale);
  const { before, titled } = sectionsOf(blocks, locale);
  const policy = say(W.policy, { title: layers.at(-1)?.title[locale] ?? '', day: dayText(asOf, locale) });
  const parts = [
    { title: say(W.scope), parts: texts(policy, ...scope) },
    { title: say(W.overall), parts: [...texts(...found), ...before] },
    ...titled,
  ].filter((section) => section.parts.length > 0);
  const body: PaperPart[] = [
    paragraph('title', title),
    ...sections(parts, locale),
    paragraph('date', dayText(asOf, locale)),
  ];
  return { body, paper: inert([{ layout: 'upright', parts: body }]), kind: 'specific' };
}
