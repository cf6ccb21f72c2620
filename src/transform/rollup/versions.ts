import type { CanonicalRow } from '../canonical.ts';

/** Why one of two submissions of the same is used. */
export type VersionReason = 'same-content' | 'date' | 'version' | 'undecided';

/** Rows of one file that are about the same as rows of another. */
export interface Submission {
  readonly file: string;
  readonly rows: readonly CanonicalRow[];
}

export interface Decision {
  readonly used: Submission;
  readonly superseded: readonly { readonly file: string; readonly reason: VersionReason }[];
}

/** The submission to be used of those, which are not empty: the newest, by what the names of the files say. */
export function newestOf(submissions: readonly Submission[]): Decision {
  const [first, ...others] = submissions;
  if (first === undefined) throw new Error('no submission to choose from');
  let used = first;
  const superseded: { file: string; reason: VersionReason }[] = [];
  for (const other of others) {
    const { later, reason } = compare(used, other);
    superseded.push({ file: (later === used ? other : used).file, reason });
    used = later;
  }
  return { used, superseded };
}

function compare(left: Submission, right: Submission): { later: Submission; reason: VersionReason } {
  if (contentOf(left) === contentOf(right)) return { later: left, reason: 'same-content' };
  const [a, b] = [signsOf(left.file), signsOf(right.file)];
  const byDate =
    a.date !== '' && b.date !== '' ? Math.sign(a.date < b.date ? -1 : a.date > b.date ? 1 : 0) : 0;
  const byVersion = Math.sign(a.version - b.version);
  const pick = (sign: number) => (sign > 0 ? left : right);
  // 修改版1 of a later day than 修改版2: the names contradict each other.
  if (byDate !== 0 && (byVersion === 0 || byVersion === byDate))
    return { later: pick(byDate), reason: 'date' };
  if (byDate === 0 && byVersion !== 0) return { later: pick(byVersion), reason: 'version' };
  return { later: right, reason: 'undecided' };
}

/** What the rows say, wherever they stand. */
function contentOf({ rows }: Submission): string {
  return JSON.stringify(rows.map(({ values }) => [...values].filter(([field]) => field !== 'serial')));
}

const DAY = /(20\d{2})\s*[年.\-_/]?\s*(\d{1,2})\s*[月.\-_/]?\s*(\d{1,2})/u;
const VERSION = /(?:修改版|修改稿|修订版|修改|第|[vV])\s*(\d{1,3})/u;
const FINAL = /最终|定稿|终稿/u;
/** 最终版 comes after any numbered one. */
const LAST = 1_000;

/** Day and version in the name of a file: 20240312（修改版2）. */
export function signsOf(file: string): { readonly date: string; readonly version: number } {
  const name = file.split('/').at(-1) ?? '';
  const [, year = '', month = '', day = ''] = DAY.exec(name) ?? [];
  const date = year === '' ? '' : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const rest = name.replace(DAY, ' ');
  const number = VERSION.exec(rest)?.[1];
  const version = number === undefined ? (/修改|修订/u.test(rest) ? 1 : 0) : Number(number);
  return { date, version: FINAL.test(rest) ? LAST + version : version };
}
