import { readFileSync } from 'node:fs';
import type { Measure, Run } from '../model/run.ts';
import { UsageError } from './usage-error.ts';
import { WHATIF_WORDS } from './whatif-words.ts';

/** What `whatif` needs of a JSON report that `check --measures` wrote. */
export type SavedMeasures = Pick<Run, 'packs' | 'asOf'> & { readonly measures: readonly Measure[] };

const SIDES: readonly string[] = ['min', 'target', 'max', 'equals'] satisfies Measure['side'][];

/** Throws `UsageError` for what is no such report, with the first thing that is wrong in it. */
export function readSavedMeasures(path: string): SavedMeasures {
  const report = parsed(path);
  if (report.schemaVersion !== 1 || !isPart(report.tool) || report.tool.name !== 'jianfu')
    throw new UsageError(WHATIF_WORDS.noReport, { path });
  const { measures, packs, asOf } = report;
  if (!Array.isArray(measures)) throw new UsageError(WHATIF_WORDS.noMeasures, { path });
  for (const [index, measure] of measures.entries()) refuseBroken(measure, index, path);
  return { measures, packs: packs as Run['packs'], asOf: String(asOf) };
}

type Part = Readonly<Record<string, unknown>>;

function parsed(path: string): Part {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(WHATIF_WORDS.cannotRead, { path, code: code ?? '' });
  }
  try {
    const report: unknown = JSON.parse(text);
    if (isPart(report)) return report;
  } catch {
    // Told below: it is no JSON at all.
  }
  throw new UsageError(WHATIF_WORDS.noReport, { path });
}

function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A report that was edited by hand must not give wrong counts in silence. */
function refuseBroken(measure: unknown, index: number, path: string): void {
  const of = isPart(measure) ? measure : {};
  const at = isPart(of.at) ? of.at : {};
  const isText = (value: unknown) => typeof value === 'string';
  const isNumber = (value: unknown) => typeof value === 'number' && Number.isFinite(value);
  const wanted = [
    ['rule', of.rule, isText],
    ['parameter', of.parameter, isText],
    ['side', of.side, (value: unknown) => SIDES.includes(String(value))],
    ['low', of.low, isNumber],
    ['high', of.high, (value: unknown) => isNumber(value) && Number(value) >= Number(of.low)],
    ['about', of.about, isText],
    ['at.file', at.file, isText],
    ['open', of.open, (value: unknown) => typeof value === 'boolean'],
  ] as const;
  const broken = wanted.find(([, value, isRight]) => !isRight(value));
  if (broken === undefined) return;
  const [field, value] = broken;
  const found = JSON.stringify(value) ?? '—';
  throw new UsageError(WHATIF_WORDS.brokenMeasure, { path, place: `measures[${index}].${field}`, found });
}
