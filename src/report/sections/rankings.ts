import type { RankingEntry, Run } from '../../model/run.ts';
import { type Block, plain } from '../blocks.ts';
import type { Wording } from '../wording.ts';

/** Who has most, in order, with ties said. */
export function rankings(run: Run, wording: Wording): Block[] {
  return run.rankings.flatMap(({ rule, unit, entries }): Block[] => [
    { kind: 'heading', text: wording.word('ranking', { title: wording.ruleTitle(rule) }) },
    {
      kind: 'table',
      head: [
        wording.word('rankPlace'),
        wording.word('rankNumber', { unit: unit || 'none' }),
        wording.word('rankRows'),
        wording.word('rankAbout'),
      ],
      rows: entries.map((entry) => [
        plain(placeText(entry, wording)),
        plain(entry.value === null ? wording.word('rankOpen') : String(entry.value)),
        plain(String(entry.rows)),
        plain(entry.about),
      ]),
      fill: 3,
    },
  ]);
}

function placeText({ place, tied }: RankingEntry, wording: Wording): string {
  if (place === null) return '—';
  return tied > 1 ? wording.word('rankTied', { place, tied }) : String(place);
}
