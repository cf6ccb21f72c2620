import type { CheckedFile } from '../check-file.ts';
import { canonicalText } from '../model/digest.ts';
import type { Blob, BlobBasis } from './blob.ts';

/** Why blobs make no run. */
export type MergeMistake =
  | { readonly mistake: 'mixed'; readonly what: keyof BlobBasis | 'count'; readonly blobs: readonly string[] }
  | { readonly mistake: 'double'; readonly shard: number; readonly blobs: readonly string[] }
  | { readonly mistake: 'missing'; readonly shards: readonly number[]; readonly count: number }
  | { readonly mistake: 'files'; readonly found: number; readonly expected: number };

export class MergeError extends Error {
  constructor(readonly why: MergeMistake) {
    super(JSON.stringify(why));
  }
}

export interface NamedBlob {
  readonly name: string;
  readonly blob: Blob;
}

/**
 * The files of all shards in the order of the whole list, whatever the order of the blobs. Throws `MergeError` where a
 * shard is missing, there twice, or of another run.
 */
export function mergeBlobs(named: readonly [NamedBlob, ...NamedBlob[]]): readonly CheckedFile[] {
  const [first] = named;
  for (const other of named) refuseMixed(first, other);
  const { count } = first.blob.shard;
  const names = new Map<number, string>();
  for (const { name, blob } of named) {
    const { index } = blob.shard;
    const known = names.get(index);
    if (known !== undefined) throw new MergeError({ mistake: 'double', shard: index, blobs: [known, name] });
    names.set(index, name);
  }
  const shards = Array.from({ length: count }, (_, at) => at + 1).filter((index) => !names.has(index));
  if (shards.length > 0) throw new MergeError({ mistake: 'missing', shards, count });
  return inOrder(named, first.blob.basis.files);
}

function refuseMixed(first: NamedBlob, other: NamedBlob): void {
  const blobs = [first.name, other.name];
  const [{ basis }, { basis: otherBasis }] = [first.blob, other.blob];
  for (const what of Object.keys(basis) as (keyof BlobBasis)[]) {
    if (canonicalText(basis[what]) !== canonicalText(otherBasis[what]))
      throw new MergeError({ mistake: 'mixed', what, blobs });
  }
  if (first.blob.shard.count !== other.blob.shard.count)
    throw new MergeError({ mistake: 'mixed', what: 'count', blobs });
}

/** Every place of the list once. */
function inOrder(named: readonly NamedBlob[], expected: number): readonly CheckedFile[] {
  const checked = new Map(named.flatMap(({ blob }) => blob.checked.map(({ at, file }) => [at, file])));
  const files = Array.from({ length: expected }, (_, at) => checked.get(at) ?? null);
  const whole = files.flatMap((file) => file ?? []);
  if (whole.length !== expected) throw new MergeError({ mistake: 'files', found: whole.length, expected });
  return whole;
}
