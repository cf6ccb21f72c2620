import type { StaffingReport } from '../../model/staffing.ts';
import { type Block, type Cell, line, plain } from '../blocks.ts';
import type { Say } from './staffing-blocks.ts';
import { SHARES, STAFFING_WORDS as W } from './words.ts';

/** What the register of staff and the table of quotas say. */
export function registerBlocks(report: StaffingReport, say: Say): Block[] {
  return [...shareBlocks(report, say), ...quotaBlocks(report, say), ...supervisorLines(report, say)];
}

function shareBlocks({ shares }: StaffingReport, say: Say): Block[] {
  if (shares.length === 0) return [];
  return [
    { kind: 'heading', text: say(W.shares) },
    {
      kind: 'table',
      head: [say(W.what), say(W.share), say(W.value)],
      fill: 2,
      rows: shares.map(({ field, value, count, of, share }) => [
        plain(say(SHARES[field])),
        plain(say(W.shareValue, { share, count, of })),
        plain(value === '' ? say(W.blank) : value),
      ]),
    },
  ];
}

function quotaBlocks({ quotas }: StaffingReport, say: Say): Block[] {
  if (quotas.length === 0) return [];
  const free = (count: number | null): Cell => {
    if (count === null) return plain('—');
    return count < 0 ? { text: say(W.over, { count: -count }), tone: 'warning' } : plain(String(count));
  };
  return [
    { kind: 'heading', text: say(W.quotas) },
    {
      kind: 'table',
      head: [say(W.quota), say(W.filled), say(W.free), say(W.post)],
      fill: 3,
      rows: quotas.map((use) => [
        plain(String(use.quota)),
        plain(`${use.filled ?? '—'}/${use.counted ?? '—'}`),
        free(use.free),
        plain(use.within === '' ? use.name : `${use.name}　${use.within}`),
      ]),
    },
  ];
}

function supervisorLines({ supervisors }: StaffingReport, say: Say): Block[] {
  if (supervisors === null) return [];
  const { all, norm, over } = supervisors;
  if (over.length === 0) return [line(say(W.supervisorsMet, { all, norm }))];
  const names = over.map(({ name, workers }) => `${name} ${workers}`).join('、');
  return [line(say(W.supervisors, { all, norm, over: over.length, names }), 'warning')];
}
