import type { Locale } from '../../model/policy.ts';
import { checkFiles, settingsOf } from '../../pipeline.ts';
import { rulesOf } from '../../rules/rules-of.ts';
import { policyDigests } from '../../runs/seal.ts';
import { type Blob, blobText } from '../../shards/blob.ts';
import { filesIn, listDigest } from '../../shards/shard.ts';
import { version } from '../home.ts';
import { parseOutputs, refuseInputsAsOutputs, writeOutput } from '../outputs.ts';
import { policyOf } from '../policy.ts';
import { progressLine } from '../progress.ts';
import { readingOf } from '../reading.ts';
import { say } from '../say.ts';
import { TEXTS } from '../texts.ts';
import { UsageError } from '../usage-error.ts';
import { buildId } from './cache.ts';
import { type CheckOptions, filesOf, parseDay } from './check.ts';
import { threadsFor } from './jobs.ts';
import { BLOB, parseShard } from './shard-option.ts';
import { SHARD_WORDS } from './shard-words.ts';

/** It holds what submissions say, unmasked. */
const OWNER_ONLY = 0o600;

/** `check --shard i/n --out blob=PATH`. Exit 0 once the part is written whole, whatever was found; 3 where the tool failed on a file. */
export async function checkShard(
  paths: readonly string[],
  options: CheckOptions,
  locale: Locale,
): Promise<number> {
  if (paths.length === 0) throw new UsageError(TEXTS.missingArgument, { found: 'paths' });
  const target = targetOf(options, paths);
  const shard = parseShard(options.shard ?? '1/1', process.env);
  threadsFor(options.jobs, 0);
  const policy = await policyOf(options.policy, parseDay(options.asOf));
  const reading = await readingOf(options, policy);
  const files = await filesOf(paths, options.stdinFilename, reading.limits);
  refuseInputsAsOutputs(
    [{ format: BLOB, path: target }],
    files.map(({ absolute }) => absolute),
  );
  const measures = options.measures === true;
  const shown = options.values ? 'masked' : 'none';
  const own = filesIn(files, shard);
  const cache = options.cache ? (await import('./cache.ts')).cacheOf() : undefined;
  const said = cache === undefined ? 'no' : 'yes';
  const progress = progressLine(process.stderr, options.quiet !== true, locale, said);
  const checked = await checkFiles({
    files: own.map(({ file }) => file),
    policy,
    rules: await rulesOf(policy, { measures }),
    version: version(),
    ...reading,
    measures,
    shown,
    threads: threadsFor(options.jobs, own.length),
    onProgress: progress.update,
    ...(cache === undefined ? {} : { cache }),
  }).finally(progress.clear);
  const blob: Blob = {
    shard,
    basis: {
      tool: { version: version(), build: buildId() },
      list: listDigest(files),
      files: files.length,
      packs: policy.layers.map(({ id }) => id),
      asOf: policy.asOf,
      policy: policyDigests(policy),
      settings: settingsOf({ ...reading, shown }),
      measures,
    },
    checked: checked.map((file, index) => ({ at: own[index]?.at ?? -1, file })),
  };
  await writeOutput(target, blobText(blob), OWNER_ONLY);
  const facts = { ...shard, files: own.length, total: files.length, path: target };
  if (options.quiet !== true) process.stderr.write(`${say(SHARD_WORDS.done, locale, facts)}\n`);
  return checked.some(({ outcome }) => outcome.faults.length > 0) ? 3 : 0;
}

/** Where the blob goes. What belongs to the whole run is refused here. */
function targetOf(options: CheckOptions, paths: readonly string[]): string {
  const { out, watch, baseline, waivers, newOnly, updateBaseline } = options;
  const [output, second] = out.some((one) => one.startsWith(BLOB))
    ? parseOutputs(out.slice(0, 1), [BLOB])
    : [];
  if (output === undefined || output.path === null || second !== undefined || out.length > 1)
    throw new UsageError(SHARD_WORDS.wanted);
  const whole = [
    ['--baseline', baseline],
    ['--waivers', waivers === false ? undefined : waivers],
    ['--new-only', newOnly],
    ['--update-baseline', updateBaseline],
  ] as const;
  const given = whole.find(([, value]) => value !== undefined && value !== false);
  if (given !== undefined) throw new UsageError(SHARD_WORDS.notHere, { option: given[0] });
  if (watch === true || paths.includes('-')) throw new UsageError(SHARD_WORDS.noWatch);
  return output.path;
}
