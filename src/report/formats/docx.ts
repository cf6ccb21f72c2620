import type { Run } from '../../model/run.ts';
import { toDocx } from '../../write/docx.ts';
import { complianceReport } from '../paper/compliance.ts';
import { leaderNote } from '../paper/note.ts';
import type { Wording } from '../wording.ts';

/** The compliance report as a Word document. */
export async function docxReport(run: Run, wording: Wording): Promise<Buffer> {
  return await toDocx(complianceReport(run, wording).paper);
}

/** The note of one page for a leader. */
export async function noteReport(run: Run, wording: Wording): Promise<Buffer> {
  return await toDocx(leaderNote(run, wording).paper);
}
