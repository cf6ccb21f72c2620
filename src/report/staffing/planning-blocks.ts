import type { StaffingReport } from '../../model/staffing.ts';
import { type Block, line, plain } from '../blocks.ts';
import type { Say } from './staffing-blocks.ts';
import { STAFFING_WORDS as W } from './words.ts';

const SHOWN = 20;

/** Posts given out, and the years to come. */
export function planningBlocks(report: StaffingReport, say: Say): Block[] {
  return [...allocationBlocks(report, say), ...forecastBlocks(report, say)];
}

function allocationBlocks({ allocation }: StaffingReport, say: Say): Block[] {
  if (allocation === null) return [];
  const { posts, given, lowestBefore, lowestAfter, leftOut } = allocation;
  const left = given.length - SHOWN;
  return [
    { kind: 'heading', text: say(W.allocation, { posts }) },
    line(say(W.allocationWhy, { before: lowestBefore, after: lowestAfter })),
    {
      kind: 'table',
      head: [say(W.gets), say(W.before), say(W.after), say(W.place)],
      fill: 3,
      rows: given
        .slice(0, SHOWN)
        .map((one) => [
          plain(String(one.posts)),
          plain(String(one.before)),
          plain(String(one.after)),
          plain(one.within === '' ? one.name : `${one.name}　${one.within}`),
        ]),
    },
    ...(left > 0 ? [line(say(W.more, { count: left }), 'muted')] : []),
    ...(leftOut > 0 ? [line(say(W.leftOut, { count: leftOut }), 'warning')] : []),
  ];
}

function forecastBlocks({ forecast }: StaffingReport, say: Say): Block[] {
  if (forecast === null) return [];
  const { leaveAt, turnover, staff, unknownAge, years } = forecast;
  return [
    { kind: 'heading', text: say(W.forecast, { years: years.length }) },
    line(say(W.assumed, { leaveAt, turnover, staff, unknown: unknownAge })),
    {
      kind: 'table',
      head: [say(W.year), say(W.retired), say(W.mean), say(W.range50), say(W.range90)],
      fill: 4,
      rows: years.map((one) => [
        plain(String(one.year)),
        plain(String(one.retired)),
        plain(String(one.mean)),
        plain(`${one.p25}～${one.p75}`),
        plain(`${one.p5}～${one.p95}`),
      ]),
    },
  ];
}
