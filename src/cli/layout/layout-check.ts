import { readFile } from 'node:fs/promises';
import type { LayoutCity, PlanClaim } from '../../model/layout.ts';
import type { Locale, PolicyPack } from '../../model/policy.ts';
import { listInputs, readDatasets } from '../../pipeline.ts';
import { claimInJson, claimInTables } from '../../plan/verify/claims.ts';
import { verifyPlan } from '../../plan/verify/verify.ts';
import { verdictBlocks } from '../../report/layout/verdict-blocks.ts';
import { parseOutputs, refuseInputsAsOutputs } from '../outputs.ts';
import { TEXTS } from '../texts.ts';
import { tell } from '../told.ts';
import { UsageError } from '../usage-error.ts';
import { type LayoutOptions, startFrom } from './layout.ts';
import { LAYOUT_TEXTS } from './layout-words.ts';

/** `jianfu layout check`: anyone's plan against the tables it was made for. Exit 1 where it does not hold. */
export async function layoutCheck(
  planPath: string,
  paths: readonly string[],
  options: LayoutOptions,
  locale: Locale,
): Promise<number> {
  const { city, norms, policy, inputs } = await startFrom(paths, options);
  refuseInputsAsOutputs(parseOutputs(options.out, ['table', 'json']), [...inputs, planPath]);
  const claim = await claimIn(planPath, city, policy);
  const verdict = verifyPlan(claim, city, norms);
  const facts = { ...verdict, findings: city.findings };
  await tell({ facts, blocks: verdictBlocks(verdict, city.findings, locale) }, options.out);
  return verdict.breaches.length > 0 ? 1 : 0;
}

/** Told by its content: JSON of our own, else a workbook with 网格编码 and 调整后社区. */
async function claimIn(path: string, city: LayoutCity, policy: PolicyPack): Promise<PlanClaim> {
  const { files, missing } = await listInputs([path]);
  if (missing.length > 0) throw new UsageError(TEXTS.noMatch, { path });
  const text = await readFile(path, 'utf8').catch(() => '');
  if (/^\uFEFF?\s*\{/u.test(text)) {
    const claim = claimInJson(parsed(text));
    if (claim !== null) return claim;
  } else {
    const { datasets } = await readDatasets(files, policy);
    const claim = claimInTables(datasets, city);
    if (claim !== null) return claim;
  }
  throw new UsageError(LAYOUT_TEXTS.noPlan, { path });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, '')) as unknown;
  } catch {
    return null;
  }
}
