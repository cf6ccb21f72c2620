import type { Shard } from '../../shards/shard.ts';
import { TEXTS } from '../texts.ts';
import { UsageError } from '../usage-error.ts';
import { SHARD_WORDS } from './shard-words.ts';

export const BLOB = 'blob';

/** Whether a check is one of a part of the files. */
export function isShard({
  shard,
  out,
}: {
  readonly shard?: string;
  readonly out: readonly string[];
}): boolean {
  return shard !== undefined || out.some((one) => one === BLOB || one.startsWith(`${BLOB}=`));
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Names of the index, counted from `from`, and of the count. */
const SCHEDULERS = [
  { index: 'SLURM_ARRAY_TASK_ID', count: 'SLURM_ARRAY_TASK_COUNT', from: 1 },
  { index: 'JOB_COMPLETION_INDEX', count: null, from: 0 },
  { index: 'CI_NODE_INDEX', count: 'CI_NODE_TOTAL', from: 1 },
] as const;

/** `3/16`; `auto` takes index and count from the environment, `auto/16` the index alone. */
export function parseShard(text: string, env: Environment): Shard {
  const found = /^(auto|\d+)(?:\/(\d+))?$/.exec(text);
  if (found === null || (found[1] !== 'auto' && found[2] === undefined)) {
    const expected = '3/16 | auto | auto/16';
    throw new UsageError(TEXTS.badValue, { option: '--shard', found: text, expected, suggestion: 'none' });
  }
  const [, index = '', count] = found;
  const shard =
    index === 'auto' ? fromEnvironment(text, count, env) : { index: Number(index), count: Number(count) };
  if (shard.index < 1 || shard.index > shard.count) throw new UsageError(SHARD_WORDS.badIndex, { ...shard });
  return shard;
}

function fromEnvironment(found: string, written: string | undefined, env: Environment): Shard {
  const scheduler = SCHEDULERS.find(({ index }) => /^\d+$/.test(env[index] ?? ''));
  if (scheduler === undefined) throw new UsageError(SHARD_WORDS.noIndex, { found, what: 'index' });
  const count = written ?? (scheduler.count === null ? undefined : env[scheduler.count]);
  if (!/^\d+$/.test(count ?? '')) throw new UsageError(SHARD_WORDS.noIndex, { found, what: 'count' });
  return { index: Number(env[scheduler.index]) - scheduler.from + 1, count: Number(count) };
}
