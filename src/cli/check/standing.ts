import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Run } from '../../model/run.ts';
import { baselineOf, NO_BASELINE, withBaseline, withWaivers } from '../../standing.ts';
import { HOME, version } from '../home.ts';
import { writeOutput } from '../outputs.ts';
import { UsageError } from '../usage-error.ts';
import { baselineText, readBaseline } from './baseline-file.ts';
import { STANDING_WORDS } from './standing-words.ts';

export interface StandingOptions {
  /** `false` for `--no-waivers`. */
  readonly waivers?: string | false;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly newOnly?: boolean;
}

export const WAIVERS_FILE = 'jianfu-waivers.yaml';
export const WAIVERS_SCHEMA = path.join(HOME, 'schemas/waivers.schema.json');

export interface Standing {
  /** The run without what is waived. */
  readonly open: (run: Run) => Run;
  /** An open run held against the baseline, where there is one. */
  readonly told: (open: Run) => Run;
  /** Writes the baseline anew of an open run; says whether it did. */
  readonly update: (open: Run) => Promise<boolean>;
}

/** Waivers and the baseline, read before anything is checked, so that a mistake in them costs no time. */
export async function standingOf(options: StandingOptions): Promise<Standing> {
  const { baseline: file, updateBaseline = false, newOnly = false } = options;
  const alone = newOnly ? '--new-only' : updateBaseline ? '--update-baseline' : null;
  if (file === undefined && alone !== null)
    throw new UsageError(STANDING_WORDS.needsBaseline, { option: alone });
  const known = file === undefined ? null : readBaseline(file);
  if (file !== undefined && known === null && !updateBaseline)
    throw new UsageError(STANDING_WORDS.noSuchBaseline, { path: file });
  const baseline = known ?? NO_BASELINE;
  const list = waiverFile(options);
  const waivers =
    list === null ? [] : (await import('../../policy/waiver-file.ts')).readWaivers(list, WAIVERS_SCHEMA);
  return {
    open: (run) => (list === null ? run : withWaivers(run, list, waivers)),
    told: (open) => (file === undefined ? open : withBaseline(open, file, baseline, newOnly)),
    update: async (open) => {
      // A run that is not complete would take out what it did not see.
      if (file === undefined || !updateBaseline || open.faults.length > 0) return false;
      await writeOutput(file, baselineText(version(), baselineOf(open, baseline)));
      return true;
    },
  };
}

function waiverFile({ waivers }: StandingOptions): string | null {
  if (waivers === undefined) return existsSync(WAIVERS_FILE) ? WAIVERS_FILE : null;
  return waivers === false ? null : waivers;
}
