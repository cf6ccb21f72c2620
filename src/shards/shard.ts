import { createHash } from 'node:crypto';
import { digestOf } from '../model/digest.ts';
import type { InputFile } from '../read/inputs.ts';

/** One of `count` parts of a run; `index` from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

const BYTES = 6;

/** The shard of a file, by its path alone: files that are added or taken away leave the others where they are. */
export function shardOf(path: string, count: number): number {
  const digest = createHash('sha256').update(path.normalize('NFC')).digest();
  return (digest.readUIntBE(0, BYTES) % count) + 1;
}

/** The files of a shard, each with its place in the whole list. */
export function filesIn(
  files: readonly InputFile[],
  { index, count }: Shard,
): readonly { readonly at: number; readonly file: InputFile }[] {
  return files.map((file, at) => ({ at, file })).filter(({ file }) => shardOf(file.path, count) === index);
}

/** Digest of the whole list of files: shards of two lists make no run. */
export function listDigest(files: readonly InputFile[]): string {
  return digestOf(files.map(({ path, skipped }) => [path, skipped]));
}
