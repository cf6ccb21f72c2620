import type { Locale } from '../../model/policy.ts';
import type { StaffingReport } from '../../model/staffing.ts';
import { readDatasets } from '../../pipeline.ts';
import type { Assumptions } from '../../plan/staffing/forecast.ts';
import { reportStaffing } from '../../plan/staffing/staffing.ts';
import { staffingBlocks } from '../../report/staffing/staffing-blocks.ts';
import { parseDay } from '../check/check.ts';
import { inputsOf } from '../inputs.ts';
import { policyOf } from '../policy.ts';
import { type ReadingOptions, readingOf } from '../reading.ts';
import { say } from '../say.ts';
import { tell } from '../told.ts';
import { UsageError } from '../usage-error.ts';
import { STAFF_TEXTS } from './staff-words.ts';

export interface StaffOptions extends ReadingOptions {
  readonly policy: string;
  readonly asOf?: string;
  readonly posts?: string;
  readonly forecast?: string;
  readonly leaveAt?: string;
  readonly turnover?: string;
  readonly out: readonly string[];
}

const MOST_POSTS = 1_000_000;
const MOST_YEARS = 40;
const [YOUNGEST, OLDEST] = [30, 90];

/** `jianfu staff`. Exit 1 where something has to be checked. */
export async function staffCommand(
  paths: readonly string[],
  options: StaffOptions,
  locale: Locale,
): Promise<number> {
  const posts = options.posts === undefined ? null : whole('--posts', options.posts, 1, MOST_POSTS, locale);
  const assumptions = assumptionsIn(options, locale);
  const policy = await policyOf(options.policy, parseDay(options.asOf));
  const reading = await readingOf(options, policy);
  const files = await inputsOf(paths, reading.limits);
  const report = reportStaffing({
    ...(await readDatasets(files, policy, reading)),
    policy,
    posts,
    assumptions,
  });
  if (isEmpty(report)) throw new UsageError(STAFF_TEXTS.nothing);
  const make = async () =>
    (await import('../../report/paper/others.ts')).staffingPaper(report, policy, locale);
  const paper = { make, policy, locale };
  await tell({ facts: report, blocks: staffingBlocks(report, locale), paper }, options.out);
  return report.notes.length > 0 ? 1 : 0;
}

function isEmpty({ ratios, implied, shares, quotas }: StaffingReport): boolean {
  return [ratios, implied, shares, quotas].every(({ length }) => length === 0);
}

function assumptionsIn({ forecast, leaveAt, turnover }: StaffOptions, locale: Locale): Assumptions | null {
  if (forecast === undefined && leaveAt === undefined && turnover === undefined) return null;
  if (forecast === undefined || leaveAt === undefined || turnover === undefined)
    throw new UsageError(STAFF_TEXTS.assumptions);
  return {
    years: whole('--forecast', forecast, 1, MOST_YEARS, locale),
    leaveAt: whole('--leave-at', leaveAt, YOUNGEST, OLDEST, locale),
    turnover: percent('--turnover', turnover, locale),
  };
}

function whole(option: string, found: string, low: number, high: number, locale: Locale): number {
  const number = Number(found);
  if (/^\d+$/.test(found) && number >= low && number <= high) return number;
  throw new UsageError(STAFF_TEXTS.badNumber, {
    option,
    found,
    expected: say(STAFF_TEXTS.whole, locale, { low, high }),
  });
}

function percent(option: string, found: string, locale: Locale): number {
  const number = Number(found.replace(/[%％]$/u, ''));
  if (/^\d/.test(found) && number >= 0 && number <= 100) return number;
  throw new UsageError(STAFF_TEXTS.badNumber, { option, found, expected: say(STAFF_TEXTS.percent, locale) });
}
