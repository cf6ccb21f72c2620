import { readFileSync } from 'node:fs';
import type { BaselineEntry } from '../../model/waiver.ts';
import type { Baseline } from '../../standing.ts';
import { UsageError } from '../usage-error.ts';
import { STANDING_WORDS } from './standing-words.ts';

/** What a baseline is; a report of `--out json` holds all of it and may stand in its place. */
interface Saved {
  readonly schemaVersion: unknown;
  readonly tool?: { readonly name?: unknown };
  readonly asOf?: unknown;
  readonly findings?: unknown;
}

/** Throws `UsageError` for what cannot be read or is no baseline; `null` where there is no such file. */
export function readBaseline(path: string): Baseline | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    throw new UsageError(STANDING_WORDS.cannotRead, { path, code: code ?? '' });
  }
  const saved = parsed(text);
  const isOurs = saved?.schemaVersion === 1 && saved.tool?.name === 'jianfu' && Array.isArray(saved.findings);
  if (!isOurs) throw new UsageError(STANDING_WORDS.noBaseline, { path });
  const entries = (saved.findings as unknown[]).map((finding, index): BaselineEntry => {
    const entry = entryOf(finding);
    if (entry !== null) return entry;
    throw new UsageError(STANDING_WORDS.brokenBaseline, { path, place: `findings[${index}].fingerprint` });
  });
  return { asOf: String(saved.asOf), entries };
}

function parsed(text: string): Saved | null {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return typeof value === 'object' ? (value as Saved | null) : null;
  } catch {
    return null;
  }
}

/** Of a baseline's own line or of a finding in a report. */
function entryOf(finding: unknown): BaselineEntry | null {
  if (typeof finding !== 'object' || finding === null) return null;
  const { fingerprint, rule, file, cell, origins } = finding as Readonly<Record<string, unknown>>;
  if (typeof fingerprint !== 'string' || typeof rule !== 'string') return null;
  const [origin] = Array.isArray(origins) ? (origins as { file?: unknown }[]) : [];
  const place = typeof cell === 'string' ? cell : null;
  return { fingerprint, rule, file: String(file ?? origin?.file ?? ''), cell: place };
}

/** One finding a line, so that two baselines can be compared by any program that compares lines. */
export function baselineText(version: string, { asOf, entries }: Baseline): string {
  const head = { schemaVersion: 1, tool: { name: 'jianfu', version }, asOf };
  const lines = entries.map((entry) => `  ${JSON.stringify(entry)}`);
  return `${JSON.stringify(head).slice(0, -1)},"findings":[\n${lines.join(',\n')}\n]}\n`;
}
