import { createHash } from 'node:crypto';
import path from 'node:path';
import { countedData } from '../../claims/counted-data.ts';
import { findClaims } from '../../claims/find-claims.ts';
import type { Claim, CountedData, TextDocument } from '../../model/claims.ts';
import type { Locale, PolicyPack } from '../../model/policy.ts';
import { listInputs, termsOf } from '../../pipeline.ts';
import { NotADraft, readDocument } from '../../read/documents/document.ts';
import type { InputFile } from '../../read/inputs.ts';
import { DEFAULT_LIMITS } from '../../read/limits.ts';
import { UnreadableError } from '../../read/unreadable.ts';
import { type Block, line } from '../../report/blocks.ts';
import { leftOutBlocks } from '../../report/burden/diff-blocks.ts';
import { claimBlocks, reasonOf } from '../../report/claims/claim-blocks.ts';
import { writeUnreadable } from '../../report/report.ts';
import { parseDay } from '../check/check.ts';
import { oneOf } from '../outputs.ts';
import { policyOf } from '../policy.ts';
import { say } from '../say.ts';
import { TEXTS } from '../texts.ts';
import { tell } from '../told.ts';
import { UsageError } from '../usage-error.ts';
import { FIGURES_TEXTS } from './figures-words.ts';
import { readSide } from './list-versions.ts';

export interface FiguresOptions {
  readonly data: readonly string[];
  readonly policy: string;
  readonly asOf?: string;
  readonly failOn: string;
  readonly out: readonly string[];
}

interface CheckedDraft {
  readonly path: string;
  readonly sha256: string | null;
  readonly format: TextDocument['format'] | null;
  /** Why it cannot be read, in words; `null` where it was. */
  readonly unreadable: string | null;
  readonly claims: readonly Claim[];
}

const LEVELS = ['error', 'warning', 'never'] as const;

/** `jianfu figures`: 0 when no claim fails, 1 when one does or a file cannot be read, 3 when the tool failed on data. */
export async function figuresCommand(
  paths: readonly string[],
  options: FiguresOptions,
  locale: Locale,
): Promise<number> {
  const level = oneOf('--fail-on', options.failOn, LEVELS);
  const policy = await policyOf(options.policy, parseDay(options.asOf));
  const files = await draftsIn(paths);
  const side = options.data.length === 0 ? null : await readSide(options.data, [], policy, locale);
  const data = side === null ? [] : countedData(side.datasets);
  const drafts: CheckedDraft[] = [];
  for (const file of files) drafts.push(await checkDraft(file, policy, data, locale));
  const unreadable = side?.unreadable ?? [];
  const facts = {
    schemaVersion: 1,
    packs: policy.layers.map(({ id }) => id),
    asOf: policy.asOf,
    data: { inputs: side?.inputs ?? [], unreadable: unreadable.map(({ file }) => file), counted: data },
    drafts: drafts.map((draft) => ({
      ...draft,
      claims: draft.claims.map((claim) => ({ ...claim, text: reasonOf(claim, locale) })),
    })),
  };
  const rest = leftOutBlocks({ uncompared: [], unreadable }, termsOf(policy), locale);
  await tell(
    { facts, blocks: [...drafts.flatMap((draft) => blocksOf(draft, locale)), ...rest] },
    options.out,
  );
  for (const fault of side?.faults ?? []) process.stderr.write(`jianfu: ${fault}\n`);
  if ((side?.faults.length ?? 0) > 0) return 3;
  if (unreadable.length > 0 || drafts.some((draft) => draft.unreadable !== null)) return 1;
  const counting = level === 'never' ? [] : level === 'error' ? ['fails'] : ['fails', 'doubtful'];
  return drafts.some(({ claims }) => claims.some(({ verdict }) => counting.includes(verdict))) ? 1 : 0;
}

/** In a folder or glob, text documents are what is meant; tables are passed over there, and told where they are named. */
async function draftsIn(paths: readonly string[]): Promise<readonly InputFile[]> {
  const { files, missing } = await listInputs(paths);
  const [absent] = missing;
  if (absent !== undefined) throw new UsageError(TEXTS.noMatch, { path: absent });
  const named = new Set(paths.map((one) => path.resolve(one)));
  const drafts = files.filter(({ path: name, absolute }) => named.has(absolute) || DRAFT.test(name));
  if (drafts.length === 0) throw new UsageError(FIGURES_TEXTS.nothing, { path: paths.join(' ') });
  return drafts;
}

const DRAFT = /^(?!.*(?:^|\/)[~.][~$]).*\.(?:docx|md|markdown|txt)$/i;

async function checkDraft(
  file: InputFile,
  policy: PolicyPack,
  data: readonly CountedData[],
  locale: Locale,
): Promise<CheckedDraft> {
  const { path: name } = file;
  let sha256: string | null = null;
  try {
    const bytes = await file.bytes();
    sha256 = createHash('sha256').update(bytes).digest('hex');
    const draft = readDocument(bytes, name, DEFAULT_LIMITS);
    const claims = findClaims(draft, policy.vocabulary, data);
    return { path: name, sha256, format: draft.format, unreadable: null, claims };
  } catch (error) {
    return { path: name, sha256, format: null, unreadable: refusal(error, locale), claims: [] };
  }
}

function refusal(error: unknown, locale: Locale): string {
  if (error instanceof NotADraft) return say(FIGURES_TEXTS.notADraft, locale, { found: error.found });
  if (error instanceof UnreadableError) return writeUnreadable(error, locale);
  const { code } = error as NodeJS.ErrnoException;
  if (typeof code !== 'string') throw error;
  return writeUnreadable(new UnreadableError('no-access', { code }), locale);
}

function blocksOf({ path: name, unreadable, claims }: CheckedDraft, locale: Locale): Block[] {
  if (unreadable === null) return claimBlocks(name, claims, locale);
  return [line(say(FIGURES_TEXTS.unreadable, locale, { path: name, text: unreadable }), 'error')];
}
