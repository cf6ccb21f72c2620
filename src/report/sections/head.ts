import type { Run } from '../../model/run.ts';
import { type Block, muted, plain } from '../blocks.ts';
import type { Wording } from '../wording.ts';

/** Which policy was applied, and as of which day. */
export function head(run: Run, wording: Wording): Block[] {
  const packs = run.packs.map(({ id }) => id).join(' → ');
  const title = run.packs.at(-1)?.title[wording.locale] ?? '';
  return [
    {
      kind: 'line',
      cells: [
        muted(`${wording.word('policy')}　`),
        plain(title),
        muted(`　(${wording.word('inForce', { packs, day: run.asOf })})`),
      ],
    },
  ];
}
