import type { Run } from '../../model/run.ts';
import { toXlsx } from '../../write/xlsx.ts';
import { summaryTables } from '../summary/tables.ts';
import { SUMMARY_WORDS } from '../summary/words.ts';
import type { Wording } from '../wording.ts';

/** The run as a workbook: by unit, file, rule and department, then every finding; sums are formulas with their results. */
export async function xlsxReport(run: Run, wording: Wording): Promise<Buffer> {
  const flags = { yes: '', no: '' };
  return await toXlsx(summaryTables(run, wording), flags, wording.say(SUMMARY_WORDS.footer));
}
