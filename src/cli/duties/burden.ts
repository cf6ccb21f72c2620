import type { SharesBy } from '../../model/burden-report.ts';
import type { Dataset, Quantity } from '../../model/dataset.ts';
import type { Locale, PolicyPack } from '../../model/policy.ts';
import { roundHalfUp } from '../../model/units.ts';
import { termsOf } from '../../pipeline.ts';
import { isBalanced } from '../../plan/burden/balance.ts';
import { evidenceIn } from '../../plan/burden/evidence/evidence.ts';
import { movedFunctions, withHandovers } from '../../plan/burden/handovers.ts';
import { burdenOf } from '../../plan/burden/reduction.ts';
import { demandsIn, stillDone } from '../../plan/burden/still-done.ts';
import { toQuantity } from '../../records/quantity.ts';
import type { Block } from '../../report/blocks.ts';
import { burdenBlocks, type DeclaredReduction } from '../../report/burden/burden-blocks.ts';
import { leftOutBlocks } from '../../report/burden/diff-blocks.ts';
import { evidenceBlocks } from '../../report/burden/evidence-blocks.ts';
import { parseDay } from '../check/check.ts';
import { oneOf } from '../outputs.ts';
import { policyOf } from '../policy.ts';
import { TEXTS } from '../texts.ts';
import { tell } from '../told.ts';
import { UsageError } from '../usage-error.ts';
import { exitCodeOf } from './diff.ts';
import { type ComparedVersions, compareVersions, readSide, type VersionOptions } from './list-versions.ts';

export interface BurdenOptions extends VersionOptions {
  readonly evidence: readonly string[];
  readonly since?: string;
  readonly by: readonly string[];
  readonly declared?: string;
  readonly out: readonly string[];
}

const SHARES: readonly SharesBy[] = ['list', 'department', 'category', 'unit'];

/** `jianfu burden`: exit codes as of `jianfu diff`; 1 also where declared numbers do not agree with the lists. */
export async function burdenCommand(
  versions: readonly [string, string],
  options: BurdenOptions,
  locale: Locale,
): Promise<number> {
  const by = options.by.map((one) => oneOf('--by', one, SHARES));
  const declaredTotals = options.declared === undefined ? null : parseDeclared(options.declared);
  const policy = await policyOf(options.policy, parseDay(options.asOf));
  const compared = await withEvidence(
    await compareVersions(versions, options, policy, locale),
    options.evidence,
    policy,
    locale,
  );
  const since = parseDay(options.since);
  const demands = demandsIn(compared.evidence, since);
  const still = compared.units.flatMap(({ unit, changes }) =>
    stillDone(unit, changes, demands, compared.reader),
  );
  const report = burdenOf(compared.units, still);
  if (!isBalanced(report.balance.likely) || !isBalanced(report.balance.strict)) {
    throw new Error('items were lost or counted twice');
  }
  const { nominal } = report.likely;
  const declared = declaredTotals === null ? null : declaredReduction(declaredTotals, nominal.value);
  const count = (kind: string) => demands.filter((demand) => demand.by === kind).length;
  const evidence = evidenceIn(compared.datasets.before, compared.evidence, policy, since);
  const facts = {
    ...report,
    demands: { dispatch: count('dispatch'), form: count('form') },
    declared,
    evidence,
  };
  const terms = termsOf(policy);
  const blocks: Block[] = [
    ...burdenBlocks(facts, by.length === 0 ? ['list', 'department'] : by, terms, locale),
    ...evidenceBlocks(evidence, locale),
    ...leftOutBlocks(compared, terms, locale),
  ];
  const { inputs, uncompared } = compared;
  const head = {
    schemaVersion: 1,
    packs: policy.layers.map(({ id }) => id),
    asOf: policy.asOf,
    inputs,
    unreadable: compared.unreadable.map((one) => one.file),
    uncompared,
  };
  const make = async () =>
    (await import('../../report/paper/others.ts')).burdenPaper(facts, blocks, policy, locale);
  const paper = { make, policy, locale };
  await tell({ facts: { ...head, ...facts }, blocks, paper }, options.out);
  return exitCodeOf(compared) || (declared?.agrees === false ? 1 : 0);
}

/** The later version may hold such tables itself. What cannot be read is named with the rest. */
async function withEvidence(
  compared: ComparedVersions,
  paths: readonly string[],
  policy: PolicyPack,
  locale: Locale,
): Promise<ComparedVersions & { readonly evidence: readonly Dataset[] }> {
  const sides = [];
  for (const path of paths) sides.push(await readSide([path], [], policy, locale));
  const given = sides.flatMap(({ datasets }) => datasets);
  return {
    ...compared,
    units: withHandovers(compared.units, movedFunctions(given), compared.reader),
    unreadable: [...compared.unreadable, ...sides.flatMap(({ unreadable }) => unreadable)],
    faults: [...compared.faults, ...sides.flatMap(({ faults }) => faults)],
    evidence: [...compared.datasets.after, ...given],
  };
}

interface DeclaredTotals {
  readonly before: Quantity;
  readonly after: Quantity;
  readonly text: readonly [string, string];
}

function parseDeclared(text: string): DeclaredTotals {
  const [first = '', second = ''] = text.split(/[:：]/u);
  const [before, after] = [first, second].map((part) => toQuantity({ raw: part, text: part }));
  if (!before || !after || before.low <= 0) {
    const expected = '140:79 | 140多项:79项 | 近2000:1500';
    throw new UsageError(TEXTS.badValue, { option: '--declared', found: text, expected, suggestion: 'none' });
  }
  return { before, after, text: [first, second] };
}

/** A hedged number is an interval, and so is the rate that comes of it. */
function declaredReduction(
  { before, after, text }: DeclaredTotals,
  counted: number | null,
): DeclaredReduction {
  const rate = (from: number, to: number) =>
    Number.isFinite(from) ? roundHalfUp((1 - to / from) * 100) : 100;
  const [low, high] = [rate(before.low, after.high), rate(before.high, after.low)];
  return {
    before: text[0],
    after: text[1],
    low,
    high,
    agrees: counted !== null && counted >= low && counted <= high,
  };
}
