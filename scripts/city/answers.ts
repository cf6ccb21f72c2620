import { a1, type Placement, resolve } from './place.ts';
import type { Answer, Format, Mark } from './types.ts';

export interface AnswerKey {
  seed: number;
  files: number;
  clean: string[];
  planted: Answer[];
  skipped?: string[];
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const stem = (file: string): string => file.slice(file.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');

export function answersFor(
  file: string,
  format: Format,
  placement: Placement,
  marks: readonly Mark[],
): Answer[] {
  return marks.map(({ rule, note, anchor }) => {
    if (anchor.at === 'file') return { file, sheet: null, cell: null, rule, note };
    const ref = resolve(placement, anchor);
    const sheet = format.startsWith('csv') ? stem(file) : ref.sheet;
    return { file, sheet, cell: a1(ref), rule, note };
  });
}

const sortKey = (a: Answer): string => [a.file, a.sheet ?? '', a.cell ?? '', a.rule].join('\u0000');

export function renderKey(key: AnswerKey): string {
  const sorted = {
    ...key,
    clean: [...key.clean].sort(byCodeUnit),
    planted: [...key.planted].sort((a, b) => byCodeUnit(sortKey(a), sortKey(b))),
  };
  return `${JSON.stringify(sorted, null, 2)}\n`;
}
