import type { CertificateCount, SignsCleared } from '../../../model/burden-evidence.ts';
import type { Dataset } from '../../../model/dataset.ts';
import { byCodeUnit, foldText } from '../../../model/text.ts';
import { rateOf } from '../reduction.ts';
import { numberOf, rowsOf, sumOf } from './rows.ts';

/** Signs of all rows; a total without its stock has no rate, as so many of an unknown number are no share of it. */
export function signsCleared(datasets: readonly Dataset[]): SignsCleared | null {
  const rows = rowsOf(datasets, 'sign-count').map((row) => ({
    at: row.at('signsRemoved'),
    before: numberOf(row, 'signsBefore'),
    removed: numberOf(row, 'signsRemoved'),
    after: numberOf(row, 'signsAfter'),
    wallRules: numberOf(row, 'wallRules'),
  }));
  if (rows.length === 0) return null;
  const cleared = rows.filter(({ removed }) => removed !== null);
  const known = cleared.filter(({ before }) => before !== null);
  const removed = sumOf(cleared.map((row) => row.removed));
  const before = sumOf(known.map((row) => row.before));
  return {
    rows: rows.length,
    removed,
    wallRules: sumOf(rows.map((row) => row.wallRules)),
    stockKnown: known.length,
    before,
    after: sumOf(rows.map((row) => row.after)),
    rate: known.length === cleared.length && before > 0 ? rateOf(removed, before) : null,
    uneven: rows.flatMap(({ at, before: was, removed: went, after: is }) =>
      was === null || went === null || is === null || was - went === is
        ? []
        : [{ at, before: was, removed: went, after: is }],
    ),
  };
}

/** Certificates that may be issued, by name, once for all communities; `null` unless both versions have a list of them. */
export function certificateCount(
  before: readonly Dataset[],
  after: readonly Dataset[],
): CertificateCount | null {
  const [was, is] = [namesIn(before), namesIn(after)];
  if (was.size === 0 || is.size === 0) return null;
  const missing = (from: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>) =>
    [...from].flatMap(([key, name]) => (other.has(key) ? [] : [name])).sort(byCodeUnit);
  return {
    before: was.size,
    after: is.size,
    rate: rateOf(was.size - is.size, was.size),
    gone: missing(was, is),
    added: missing(is, was),
  };
}

function namesIn(datasets: readonly Dataset[]): Map<string, string> {
  const names = datasets.flatMap(({ certificateLists }) =>
    certificateLists.flatMap(({ certificates }) =>
      certificates.map((certificate) => certificate.value('certificate').text.trim()),
    ),
  );
  return new Map(names.filter((name) => name !== '').map((name) => [foldText(name), name]));
}
