import type { MergeMistake } from '../../shards/merge.ts';
import { IncompleteError } from '../usage-error.ts';
import { SHARD_WORDS } from './shard-words.ts';

/** Why blobs make no run, as what the command line says. */
export function sayMergeMistake(why: MergeMistake): IncompleteError {
  switch (why.mistake) {
    case 'missing': {
      const { shards, count } = why;
      const again = shards.map((index) => `--shard ${index}/${count}`).join(' ');
      return new IncompleteError(SHARD_WORDS.missing, { shards: shards.join(' '), count, again });
    }
    case 'double':
      return new IncompleteError(SHARD_WORDS.double, { shard: why.shard, blobs: why.blobs.join(' ') });
    case 'mixed':
      return new IncompleteError(SHARD_WORDS.mixed, { what: why.what, blobs: why.blobs.join(' ') });
    case 'files':
      return new IncompleteError(SHARD_WORDS.files, { found: why.found, expected: why.expected });
  }
}
