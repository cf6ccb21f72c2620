import type { Run } from '../../model/run.ts';
import type { Wording } from '../wording.ts';

/** The whole run as one JSON document (`schemas/report.schema.json`), each finding with its sentence. */
export function jsonReport(run: Run, wording: Wording): string {
  const findings = run.findings.map(({ message, ...rest }) => ({
    ...rest,
    message,
    text: wording.finding({ message, ...rest }),
  }));
  return `${JSON.stringify({ ...run, lang: wording.locale, findings }, null, 2)}\n`;
}
