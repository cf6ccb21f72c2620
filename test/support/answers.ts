import { readFileSync } from 'node:fs';
import type { Finding, Run } from '../../src/model/run.ts';

/** The answer key of a made city; see fixtures/cities/README.md. */
export interface Answers {
  readonly files: number;
  readonly clean: readonly string[];
  readonly planted: readonly {
    readonly file: string;
    readonly sheet: string | null;
    readonly cell: string | null;
    readonly rule: string;
    readonly note: string;
  }[];
  readonly skipped?: readonly string[];
}

export function readAnswers(file: string): Answers {
  return JSON.parse(readFileSync(file, 'utf8')) as Answers;
}

/** `file sheet!cell rule`, the form in which answers and findings are compared. */
export function expectedOf({ planted }: Answers): string[] {
  return planted.map(({ file, sheet, cell, rule }) => lineOf(file, sheet, cell, rule)).sort();
}

export function foundIn({ findings }: Pick<Run, 'findings'>): string[] {
  return findings
    .map(({ rule, origins: [origin] }: Pick<Finding, 'rule' | 'origins'>) =>
      lineOf(origin?.file ?? '', origin?.sheet ?? null, origin?.a1 ?? null, rule),
    )
    .sort();
}

function lineOf(file: string, sheet: string | null, cell: string | null, rule: string): string {
  return cell === null ? `${file} ${rule}` : `${file} ${sheet}!${cell} ${rule}`;
}
