import type { Locale } from '../../model/policy.ts';
import type { Run, RunSettings } from '../../model/run.ts';
import { type CheckRequest, check, listInputs } from '../../pipeline.ts';
import type { EncodingId } from '../../read/encodings.ts';
import { DEFAULT_LIMITS, type Limits } from '../../read/limits.ts';
import { verificationBlocks } from '../../report/runs/verification-blocks.ts';
import { wordingFor } from '../../report/wording.ts';
import { rulesOf } from '../../rules/rules-of.ts';
import { verification } from '../../runs/verify.ts';
import { standingAs } from '../../standing.ts';
import { threadsFor } from '../check/jobs.ts';
import { version } from '../home.ts';
import { policyOf } from '../policy.ts';
import { TEXTS } from '../texts.ts';
import { tell } from '../told.ts';
import { UsageError } from '../usage-error.ts';
import { RUNS_TEXTS } from './runs-words.ts';
import { readSavedRun } from './saved-run.ts';

export interface VerifyOptions {
  readonly root: readonly string[];
  readonly policy?: string;
  readonly jobs: string;
  readonly out: readonly string[];
}

/** `jianfu verify`: makes a saved run again. Exit 1 where anything differs, 3 where the tool failed this time. */
export async function verifyCommand(report: string, options: VerifyOptions, locale: Locale): Promise<number> {
  threadsFor(options.jobs, 0);
  const saved = readSavedRun(report);
  if (saved.baseline?.newOnly) throw new UsageError(RUNS_TEXTS.newOnly, { path: report });
  const policy = await policyOf(options.policy ?? saved.packs.at(-1)?.id ?? '', saved.asOf);
  const roots = options.root.length === 0 ? ['.'] : options.root;
  const limits: Limits = { ...DEFAULT_LIMITS, ...saved.settings.limits };
  const { files, missing } = await listInputs(roots, limits);
  const [absent] = missing;
  if (absent !== undefined) throw new UsageError(TEXTS.noMatch, { path: absent });
  const wanted = new Set(saved.inputs.map(({ path }) => path));
  const own = files.filter(({ path }) => wanted.has(path));
  if (own.length === 0)
    throw new UsageError(RUNS_TEXTS.noneUnder, {
      root: roots.join(' '),
      count: wanted.size,
      first: saved.inputs[0]?.path ?? '',
    });
  const measures = saved.measures !== undefined;
  const checked = await check({
    files: own,
    policy,
    rules: await rulesOf(policy, { measures }),
    version: version(),
    measures,
    ...readingOf(saved.settings, limits),
    threads: threadsFor(options.jobs, own.length),
  });
  const again = standingAs(checked, saved);
  const besides = files.filter(({ path, skipped }) => !wanted.has(path) && skipped === null);
  const facts = verification(
    saved,
    again,
    besides.map(({ path }) => path),
  );
  await tell({ facts, blocks: verificationBlocks(facts, wordingFor(again, locale)) }, options.out);
  return facts.isSame ? 0 : failedNow(saved, again) ? 3 : 1;
}

function readingOf({ encoding, pins, values }: RunSettings, limits: Limits): Partial<CheckRequest> {
  return { limits, encoding: encoding as EncodingId | null, pins, shown: values };
}

function failedNow(saved: Run, again: Run): boolean {
  return again.faults.length > saved.faults.length;
}
