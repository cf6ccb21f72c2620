import type { Run } from '../../model/run.ts';
import { drawBlocks, type Paint } from '../draw.ts';
import { findings } from '../sections/findings.ts';
import { head } from '../sections/head.ts';
import { rankings } from '../sections/rankings.ts';
import { returned } from '../sections/returned.ts';
import { waivers } from '../sections/standing.ts';
import { summary } from '../sections/summary.ts';
import { faults, handedOver, passedOver, unchecked } from '../sections/unchecked.ts';
import type { Wording } from '../wording.ts';

export interface TableOptions {
  /** Columns of the terminal. */
  readonly width: number;
  readonly paint: Paint;
  /** Findings, faults and the summary only. */
  readonly quiet: boolean;
}

/** The report for a terminal. */
export function tableReport(run: Run, wording: Wording, options: TableOptions): string {
  const blocks = [
    ...head(run, wording),
    ...findings(run, wording),
    ...returned(run, wording),
    ...waivers(run, wording),
    ...rankings(run, wording),
    ...(options.quiet
      ? []
      : [...passedOver(run, wording), ...handedOver(run, wording), ...unchecked(run, wording)]),
    ...faults(run, wording),
    ...summary(run, wording),
  ];
  return drawBlocks(blocks, options.width, options.paint);
}
