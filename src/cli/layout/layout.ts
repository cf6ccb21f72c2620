import type { LayoutCity, LayoutMode, LayoutNorms } from '../../model/layout.ts';
import type { Locale, PolicyPack } from '../../model/policy.ts';
import { listInputs, readDatasets } from '../../pipeline.ts';
import { cityOf } from '../../plan/city/city.ts';
import { inOrderOfIds } from '../../plan/city/order.ts';
import { adviseLayout } from '../../plan/layout/advise.ts';
import type { Limits } from '../../plan/layout/limits.ts';
import { NORM_PARAMETERS, NormMissing, normsOf } from '../../plan/layout/norms.ts';
import { planLayout } from '../../plan/layout/plan.ts';
import { adviceBlocks } from '../../report/layout/advice-blocks.ts';
import { parseDay } from '../check/check.ts';
import { oneOf, parseOutputs, refuseInputsAsOutputs } from '../outputs.ts';
import { policyOf } from '../policy.ts';
import { TEXTS } from '../texts.ts';
import { tell } from '../told.ts';
import { UsageError } from '../usage-error.ts';
import { filesOfGeometry, geometryIn } from './layout-geometry.ts';
import { planOutputs, tellPlan } from './layout-outputs.ts';
import { LAYOUT_TEXTS } from './layout-words.ts';

export interface LayoutOptions {
  readonly policy: string;
  readonly asOf?: string;
  readonly set: readonly string[];
  readonly geometry?: string;
  readonly barriers?: string;
  readonly out: readonly string[];
}

export interface PlanOptions extends LayoutOptions {
  readonly mode: string;
  readonly ways: string;
  readonly steps: string;
  readonly gap: string;
  readonly alternatives?: string;
}

export const MODES: readonly LayoutMode[] = ['rules', 'split', 'joint'];

/** `jianfu layout advise`: classes by households alone. Exit 1 where the data has something wrong. */
export async function layoutAdvise(
  paths: readonly string[],
  options: LayoutOptions,
  locale: Locale,
): Promise<number> {
  const { city, norms, policy, inputs } = await startFrom(paths, options);
  refuseInputsAsOutputs(parseOutputs(options.out, ['table', 'json']), inputs);
  const advice = adviseLayout(city, norms, layersOf(policy), policy.asOf);
  await tell({ facts: advice, blocks: adviceBlocks(advice, locale) }, options.out);
  return advice.findings.length > 0 ? 1 : 0;
}

/** `jianfu layout plan`: a decision with its reason for every community. Exit 1 where the data has something wrong. */
export async function layoutPlan(
  paths: readonly string[],
  options: PlanOptions,
  locale: Locale,
): Promise<number> {
  const mode = oneOf('--mode', options.mode, MODES);
  const limits = parseLimits(options);
  const alternatives =
    options.alternatives === undefined ? null : percentIn('--alternatives', options.alternatives);
  const { city, norms, policy, inputs } = await startFrom(paths, options);
  const outputs = planOutputs(options.out, inputs);
  const plan = planLayout({
    city,
    norms,
    mode,
    policy: layersOf(policy),
    asOf: policy.asOf,
    limits,
    alternatives,
  });
  await tellPlan(plan, city, outputs, policy, locale);
  return plan.findings.length > 0 ? 1 : 0;
}

interface Start {
  readonly city: LayoutCity;
  readonly norms: LayoutNorms;
  readonly policy: PolicyPack;
  /** Files that were read, which no output may replace. */
  readonly inputs: readonly string[];
}

/** The city that the files tell of, in the order of ids, with the norms to hold it against. */
export async function startFrom(paths: readonly string[], options: LayoutOptions): Promise<Start> {
  const set = parseSet(options.set);
  const policy = await policyOf(options.policy, parseDay(options.asOf));
  const norms = normsIn(policy, set, options.policy);
  const { files, missing } = await listInputs(paths);
  const [absent] = missing;
  if (absent !== undefined) throw new UsageError(TEXTS.noMatch, { path: absent });
  const { geometry: shapesPath, barriers } = options;
  if (shapesPath === undefined && barriers !== undefined) throw new UsageError(LAYOUT_TEXTS.barriersAlone);
  const geometry = shapesPath === undefined ? null : await geometryIn(shapesPath, barriers, policy);
  const sources = { ...(await readDatasets(files, policy)), geometry };
  const city = inOrderOfIds(cityOf(sources, policy));
  if (city.communities.length === 0) throw new UsageError(LAYOUT_TEXTS.noCommunities);
  const drawn = [shapesPath, barriers].flatMap((path) => (path === undefined ? [] : filesOfGeometry(path)));
  return { city, norms, policy, inputs: [...files.map(({ absolute }) => absolute), ...drawn] };
}

export function layersOf({ layers }: PolicyPack): string[] {
  return layers.map(({ id }) => id);
}

/** The norms of the pack with other values in their place, as a person is told what lacks. */
export function normsIn(policy: PolicyPack, set: ReadonlyMap<string, number>, asked: string): LayoutNorms {
  try {
    return normsOf(policy, set);
  } catch (error) {
    if (!(error instanceof NormMissing)) throw error;
    throw new UsageError(LAYOUT_TEXTS.normMissing, { policy: asked, parameter: error.parameter });
  }
}

function parseSet(values: readonly string[]): ReadonlyMap<string, number> {
  const known: readonly string[] = Object.values(NORM_PARAMETERS);
  return new Map(
    values.map((value) => {
      const [, parameter = '', number = ''] = /^([^=]+)=(\d+(?:\.\d+)?)$/.exec(value) ?? [];
      if (!known.includes(parameter))
        throw new UsageError(LAYOUT_TEXTS.badSet, { found: value, expected: known.join(' ') });
      return [parameter, Number(number)];
    }),
  );
}

export function parseLimits({ ways, steps, gap }: PlanOptions): Limits {
  return { ways: countIn('--ways', ways), steps: countIn('--steps', steps), gap: percentIn('--gap', gap) };
}

function countIn(option: string, found: string): number {
  const count = Number(found);
  if (!Number.isInteger(count) || count < 1) throw new UsageError(LAYOUT_TEXTS.badCount, { option, found });
  return count;
}

function percentIn(option: string, found: string): number {
  const percent = found.trim() === '' ? Number.NaN : Number(found);
  if (!(percent >= 0 && percent <= 100)) throw new UsageError(LAYOUT_TEXTS.badPercent, { option, found });
  return percent;
}
