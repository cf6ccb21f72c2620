import type { LayoutNorms, LayoutPlan } from '../../model/layout.ts';
import type { Locale } from '../../model/policy.ts';
import { classOf, NORM_PARAMETERS } from '../../plan/layout/norms.ts';
import { planLayout } from '../../plan/layout/plan.ts';
import { compareBlocks, type Scenario } from '../../report/layout/compare-blocks.ts';
import { oneOf, parseOutputs, refuseInputsAsOutputs } from '../outputs.ts';
import { parseSweep } from '../saved/whatif.ts';
import { tell } from '../told.ts';
import { UsageError } from '../usage-error.ts';
import { layersOf, MODES, normsIn, type PlanOptions, parseLimits, startFrom } from './layout.ts';
import { LAYOUT_TEXTS } from './layout-words.ts';

export type CompareOptions = PlanOptions;

const MOST_PLANS = 60;

/** `jianfu layout compare`: one plan for each combination of values, from one reading of the files. */
export async function layoutCompare(
  paths: readonly string[],
  options: CompareOptions,
  locale: Locale,
): Promise<number> {
  const mode = oneOf('--mode', options.mode, MODES);
  const limits = parseLimits(options);
  const combinations = combinationsOf(options.set);
  const { city, norms, policy, inputs } = await startFrom(paths, { ...options, set: [] });
  refuseInputsAsOutputs(parseOutputs(options.out, ['table', 'json']), inputs);
  const common = { city, mode, policy: layersOf(policy), asOf: policy.asOf, limits };
  const plans = combinations.map((values) => {
    const own = normsIn(policy, new Map(Object.entries(values)), options.policy);
    const plan = planLayout({ ...common, norms: own });
    return { values, totals: plan.totals, outOfPack: outOf(plan, norms) };
  });
  const scenarios = plans.map((one): Scenario => ({ ...one, isEfficient: isEfficient(one, plans) }));
  await tell(
    { facts: { mode, norms, scenarios }, blocks: compareBlocks(scenarios, norms, mode, locale) },
    options.out,
  );
  return city.findings.length > 0 ? 1 : 0;
}

function combinationsOf(set: readonly string[]): readonly Readonly<Record<string, number>>[] {
  const known: readonly string[] = Object.values(NORM_PARAMETERS);
  const expected = known.join(' ');
  if (set.length === 0) throw new UsageError(LAYOUT_TEXTS.noSweep, { expected });
  let combinations: Record<string, number>[] = [{}];
  for (const { parameter, values } of set.map(parseSweep)) {
    if (!known.includes(parameter)) throw new UsageError(LAYOUT_TEXTS.badSet, { found: parameter, expected });
    combinations = combinations.flatMap((one) => values.map((value) => ({ ...one, [parameter]: value })));
  }
  if (combinations.length > MOST_PLANS)
    throw new UsageError(LAYOUT_TEXTS.tooManyPlans, { found: combinations.length, expected: MOST_PLANS });
  return combinations;
}

function outOf({ communities }: LayoutPlan, norms: LayoutNorms): number {
  return communities.filter(({ households }) => ['under', 'over'].includes(classOf(households, norms)))
    .length;
}

type Numbers = Omit<Scenario, 'isEfficient'>;

function isEfficient(one: Numbers, all: readonly Numbers[]): boolean {
  const [moved, out] = [one.totals.householdsMoved, one.outOfPack];
  return !all.some(
    ({ totals, outOfPack }) =>
      totals.householdsMoved <= moved &&
      outOfPack <= out &&
      (totals.householdsMoved < moved || outOfPack < out),
  );
}
