import { readFileSync } from 'node:fs';
import type { Locale, PolicyPack } from '../../model/policy.ts';
import { type CheckRequest, concludeRun, listInputs, withExcerpts } from '../../pipeline.ts';
import type { EncodingId } from '../../read/encodings.ts';
import type { InputFile } from '../../read/inputs.ts';
import { DEFAULT_LIMITS, type Limits } from '../../read/limits.ts';
import { FILE_FORMATS, FORMATS } from '../../report/report.ts';
import { rulesOf } from '../../rules/rules-of.ts';
import { policyDigests } from '../../runs/seal.ts';
import { type BlobBasis, BlobError, readBlob } from '../../shards/blob.ts';
import { MergeError, mergeBlobs, type NamedBlob } from '../../shards/merge.ts';
import { listDigest } from '../../shards/shard.ts';
import { COLOURS } from '../colour.ts';
import { version } from '../home.ts';
import { oneOf, parseOutputs, refuseInputsAsOutputs, refuseWithoutPath } from '../outputs.ts';
import { clausesIn, policyOf } from '../policy.ts';
import { say } from '../say.ts';
import { TEXTS } from '../texts.ts';
import { IncompleteError, UsageError } from '../usage-error.ts';
import { buildId } from './cache.ts';
import { deliver, exitCode, FAIL_ON, tellLengths } from './check.ts';
import { fileAtFor } from './file-at.ts';
import { sayMergeMistake } from './merge-mistake.ts';
import { SHARD_WORDS } from './shard-words.ts';
import { type StandingOptions, standingOf } from './standing.ts';
import { STANDING_WORDS } from './standing-words.ts';

export interface MergeOptions extends StandingOptions {
  readonly policy?: string;
  readonly out: readonly string[];
  readonly failOn: string;
  readonly color: string;
  readonly quiet?: boolean;
  readonly root: readonly string[];
}

/** `jianfu merge`: the report of a check in one go, out of its parts. Exit codes as of `check`; 3 where the parts make no run. */
export async function mergeCommand(
  paths: readonly string[],
  options: MergeOptions,
  locale: Locale,
): Promise<number> {
  const failOn = oneOf('--fail-on', options.failOn, FAIL_ON);
  const colour = oneOf('--color', options.color, COLOURS);
  const outputs = parseOutputs(options.out.length === 0 ? ['table'] : options.out, FORMATS);
  refuseWithoutPath(outputs, FILE_FORMATS);
  refuseInputsAsOutputs(outputs, paths);
  const isDrawn = outputs.some(({ format }) => format === 'html');
  if (isDrawn && options.root.length === 0) throw new UsageError(SHARD_WORDS.needsRoot, { format: 'html' });
  const standing = await standingOf(options);
  const [first, ...others] = paths.map(namedBlob);
  if (first === undefined) throw new UsageError(TEXTS.missingArgument, { found: 'blobs' });
  const checked = merged([first, ...others]);
  const { basis } = first.blob;
  refuseOtherProgram(basis);
  const asked = options.policy ?? basis.packs.at(-1) ?? '';
  const policy = await policyOf(asked, basis.asOf);
  refuseOtherPolicy(basis, policy, asked);
  const request = await requestOf(basis, policy);
  const files = options.root.length === 0 ? [] : await filesUnder(options.root, basis, request.limits);
  const clauses = isDrawn ? await clausesIn(asked, policy) : undefined;
  const concluded = concludeRun(checked, { ...request, clauses });
  const whole = isDrawn ? await withExcerpts(concluded, { ...request, files }) : concluded;
  const open = standing.open(whole);
  const run = standing.told(open);
  const fileAt = fileAtFor(files, process.cwd());
  await deliver(run, outputs, locale, colour, options.quiet === true, fileAt);
  await tellLengths(run, outputs, policy, locale);
  if (options.updateBaseline !== true || options.baseline === undefined) return exitCode(run, failOn);
  const isUpdated = await standing.update(open);
  const said = isUpdated ? TEXTS.wrote : STANDING_WORDS.baselineKept;
  process.stderr.write(`${say(said, locale, { path: options.baseline })}\n`);
  return isUpdated ? 0 : exitCode(run, failOn);
}

function namedBlob(name: string): NamedBlob {
  let text: string;
  try {
    text = readFileSync(name, 'utf8');
  } catch (error) {
    throw new UsageError(SHARD_WORDS.cannotRead, {
      path: name,
      code: (error as NodeJS.ErrnoException).code ?? '',
    });
  }
  try {
    return { name, blob: readBlob(text) };
  } catch (error) {
    if (!(error instanceof BlobError)) throw error;
    throw new IncompleteError(SHARD_WORDS[error.mistake], { ...error.args, path: name });
  }
}

function merged(named: readonly [NamedBlob, ...NamedBlob[]]) {
  try {
    return mergeBlobs(named);
  } catch (error) {
    throw error instanceof MergeError ? sayMergeMistake(error.why) : error;
  }
}

/** Facts are read by the program that wrote them, and by no other. */
function refuseOtherProgram({ tool }: BlobBasis): void {
  const own = { version: version(), build: buildId() };
  if (tool.version === own.version && tool.build === own.build) return;
  const shown = ({ version: number, build }: BlobBasis['tool']) => `${number} (${build?.slice(0, 8) ?? '—'})`;
  throw new IncompleteError(SHARD_WORDS.otherProgram, { found: shown(tool), expected: shown(own) });
}

function refuseOtherPolicy(basis: BlobBasis, policy: PolicyPack, pack: string): void {
  const now = policyDigests(policy);
  const parts = Object.keys(now).filter((part) => now[part] !== basis.policy[part]);
  if (parts.length > 0) throw new IncompleteError(SHARD_WORDS.otherPolicy, { pack, parts: parts.join(' ') });
}

async function requestOf(
  { settings, measures }: BlobBasis,
  policy: PolicyPack,
): Promise<Omit<CheckRequest, 'files'> & { readonly limits: Limits }> {
  return {
    policy,
    rules: await rulesOf(policy, { measures }),
    version: version(),
    limits: { ...DEFAULT_LIMITS, ...settings.limits },
    encoding: settings.encoding as EncodingId | null,
    pins: settings.pins,
    measures,
    shown: settings.values,
  };
}

async function filesUnder(
  roots: readonly string[],
  { list }: BlobBasis,
  limits: Limits,
): Promise<readonly InputFile[]> {
  const { files, missing } = await listInputs(roots, limits);
  const [absent] = missing;
  if (absent !== undefined) throw new UsageError(TEXTS.noMatch, { path: absent });
  if (listDigest(files) !== list) throw new UsageError(SHARD_WORDS.otherFiles);
  return files;
}
