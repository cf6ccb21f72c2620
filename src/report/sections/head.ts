import type { Run } from '../../model/run.ts';
import { type Block, line } from '../blocks.ts';
import type { Wording } from '../wording.ts';

/** Which policy was applied, and as of which day. */
export function head(run: Run, wording: Wording): Block[] {
  const title = run.packs.at(-1)?.title[wording.locale] ?? '';
  const packs = run.packs.map(({ id }) => id).join(' → ');
  return [line(wording.word('policy', { title, packs, day: run.asOf }))];
}
