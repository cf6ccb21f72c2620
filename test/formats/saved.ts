import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type CityFile, placeCity } from '../../scripts/city/city.ts';
import { isText, type SavedAs } from '../../scripts/city/formats.ts';
import type { Placement } from '../../scripts/city/place.ts';
import type { Finding, Run } from '../../src/model/run.ts';
import { check, listInputs } from '../../src/pipeline.ts';
import { RULES } from '../../src/rules/index.ts';
import { policyOf } from '../support/policy.ts';

export interface Submission {
  /** Path without extension. */
  readonly name: string;
  readonly placement: Placement;
}

/** A made city before it is written, nearly every workbook with faults. */
export function submissions(count: number, seed: number): Submission[] {
  const options = { count, seed, faults: 0.9, format: 'xlsx', rosters: true, layouts: 'usual' } as const;
  return [...placeCity(options)].map(({ file, placement }) => ({
    name: file.replace(/\.xlsx$/, ''),
    placement,
  }));
}

export function write(folder: string, files: Iterable<CityFile>): void {
  for (const { file, bytes } of files) {
    const target = path.join(folder, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  }
}

export async function checked(folder: string): Promise<Run> {
  const { files } = await listInputs([folder]);
  return check({ files, policy: await policyOf('hohhot'), rules: RULES, version: '0' });
}

/** A finding as far as it may not depend on the format: the file stands without its extension. */
export interface Line {
  /** Rule and message. */
  readonly says: string;
  readonly args: string;
  /** Severity, outcome, and every place: workbook, sheet, address, header, key. */
  readonly where: string;
}

export function linesOf(run: Run, format: SavedAs): Line[] {
  // A text holds one sheet, so that its folder stands for the workbook.
  const workbook = (file: string) =>
    isText(format) ? path.posix.dirname(file) : file.replace(/\.[^.]+$/, '');
  return run.findings.map(({ rule, message, severity, outcome, origins, margin }: Finding): Line => {
    const places = origins.map(
      ({ file, sheet, a1, header, key, role }) => `${workbook(file)}|${sheet}!${a1}|${header}|${key}|${role}`,
    );
    const args = Object.entries(message.args).map(([name, value]) => `${name}=${value}`);
    return {
      says: `${rule} ${message.id}`,
      args: args.join(' '),
      where: [severity, outcome, margin ?? '', ...places].join(' · '),
    };
  });
}

const textOf = ({ says, args, where }: Line): string => [says, args, where].join(' · ');

/** What is only in one of two lists, each line as often as it is there. */
export function difference(expected: readonly Line[], found: readonly Line[]) {
  const left = new Map<string, Line[]>();
  for (const line of found) left.set(textOf(line), [...(left.get(textOf(line)) ?? []), line]);
  const missing = expected.filter((line) => left.get(textOf(line))?.pop() === undefined);
  return { missing, extra: [...left.values()].flat() };
}
