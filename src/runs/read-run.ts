import { readFileSync } from 'node:fs';
import type { Finding, Run } from '../model/run.ts';
import { mistakeIn } from '../schema/schema.ts';
import { expectedCode } from './seal.ts';

/** Why a file is no saved run, with what is needed to say so. */
export class SavedRunError extends Error {
  constructor(
    readonly mistake: 'cannot-read' | 'no-report' | 'other-version' | 'schema' | 'seal',
    readonly args: Readonly<Record<string, string>>,
  ) {
    super(`${mistake}: ${JSON.stringify(args)}`);
  }
}

/**
 * A JSON report of `check` read back as the run it was made of. Throws `SavedRunError` for what cannot be opened, is
 * something else, does not follow the schema, or was changed after it was written.
 */
export function readRun(path: string, schemaFile: string): Run {
  const report = parsed(path);
  if (report.schemaVersion !== undefined && report.schemaVersion !== 1)
    throw new SavedRunError('other-version', { path, found: String(report.schemaVersion) });
  const mistake = mistakeIn(report, schemaFile);
  if (mistake !== null) throw new SavedRunError('schema', { path, ...mistake });
  const run = withoutSentences(report);
  const [found, expected] = [run.seal.code, expectedCode(run)];
  if (found !== expected) throw new SavedRunError('seal', { path, found, expected });
  return run;
}

type Part = Readonly<Record<string, unknown>>;

function parsed(path: string): Part {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new SavedRunError('cannot-read', { path, code: (error as NodeJS.ErrnoException).code ?? '' });
  }
  try {
    const report: unknown = JSON.parse(text);
    if (isPart(report) && isPart(report.tool) && report.tool.name === 'jianfu') return report;
  } catch {
    // Told below: it is no JSON at all.
  }
  throw new SavedRunError('no-report', { path });
}

function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What the report of a language added to the facts. */
function withoutSentences({ lang: _, ...facts }: Part): Run {
  const { findings, waivers, ...rest } = facts as unknown as Run;
  const waived = waivers?.waived.map((one) => ({ ...one, finding: withoutText(one.finding) }));
  const account = waivers === undefined ? {} : { waivers: { ...waivers, waived: waived ?? [] } };
  return { ...rest, findings: findings.map(withoutText), ...account };
}

function withoutText(finding: Finding): Finding {
  const { text: _, ...facts } = finding as Finding & { readonly text: string };
  return facts;
}
