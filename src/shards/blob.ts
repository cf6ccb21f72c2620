import { createHash } from 'node:crypto';
import type { CheckedFile } from '../check-file.ts';
import type { RunSettings } from '../model/run.ts';
import { fromPlainJson, toPlainJson } from './plain-json.ts';
import type { Shard } from './shard.ts';

/** What must be the same in all shards of a run. */
export interface BlobBasis {
  readonly tool: { readonly version: string; readonly build: string | null };
  /** Digest of the whole list of files, and how many they are. */
  readonly list: string;
  readonly files: number;
  /** Ids of the layers, the last is the one asked for; then digests of what is in force of them, part by part. */
  readonly packs: readonly string[];
  readonly asOf: string;
  readonly policy: Readonly<Record<string, string>>;
  readonly settings: RunSettings;
  readonly measures: boolean;
}

/** What one shard of a run leaves behind, as one file. */
export interface Blob {
  readonly shard: Shard;
  readonly basis: BlobBasis;
  /** Each file with its place in the whole list. */
  readonly checked: readonly { readonly at: number; readonly file: CheckedFile }[];
}

/** A file that is no blob, or not the whole of one. */
export class BlobError extends Error {
  constructor(
    readonly mistake: 'no-blob' | 'other-format' | 'torn',
    readonly args: Readonly<Record<string, string | number>> = {},
  ) {
    super(`${mistake}: ${JSON.stringify(args)}`);
  }
}

const FORMAT = 1;

/** NDJSON: a head, a line for each file, and an end that counts them and holds the SHA-256 of all before it. */
export function blobText({ shard, basis, checked }: Blob): string {
  const lines = [{ jianfu: 'blob', format: FORMAT, shard, basis }, ...checked].map(toPlainJson);
  const body = `${lines.join('\n')}\n`;
  return `${body}${toPlainJson({ end: checked.length, sha256: sha256(body) })}\n`;
}

/** Throws `BlobError`. */
export function readBlob(text: string): Blob {
  const [first = '', ...rest] = text.split('\n');
  const head = parsed(first);
  if (head?.jianfu !== 'blob') throw new BlobError('no-blob');
  if (head.format !== FORMAT) throw new BlobError('other-format', { found: String(head.format) });
  const { shard, basis } = head as unknown as Pick<Blob, 'shard' | 'basis'>;
  const torn = new BlobError('torn', { index: shard.index, count: shard.count });
  // After the last line end there is nothing.
  const [last = '', nothing] = rest.slice(-2);
  const end = parsed(last);
  const body = text.slice(0, text.length - last.length - 1);
  if (nothing !== '' || end?.end !== rest.length - 2 || end.sha256 !== sha256(body)) throw torn;
  const checked = rest.slice(0, -2).map((line) => fromPlainJson(line) as Blob['checked'][number]);
  return { shard, basis, checked };
}

function parsed(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const value = fromPlainJson(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
