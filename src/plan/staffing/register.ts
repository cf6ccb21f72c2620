import type { FieldRecord } from '../../model/dataset.ts';
import type {
  QuotaUse,
  StaffingNote,
  StaffingReport,
  StaffMember,
  StaffShare,
} from '../../model/staffing.ts';
import { foldText } from '../../model/text.ts';
import { percentOf } from './counts.ts';

const SHARED = ['category', 'education', 'qualification'] as const;

/** How many of the register have which category, education and qualification; an empty cell is a value of its own. */
export function sharesOf(members: readonly StaffMember[]): StaffShare[] {
  return SHARED.flatMap((field) => {
    if (members.every((member) => member[field] === '')) return [];
    return [...tally(members.map((member) => member[field]))]
      .sort(
        ([left, leftCount], [right, rightCount]) =>
          Number(left === '') - Number(right === '') || rightCount - leftCount,
      )
      .map(([value, count]) => ({
        field,
        value,
        count,
        of: members.length,
        share: percentOf(count, members.length),
      }));
  });
}

/** Posts by quota, counted in the register where it has a category of that name. */
export function quotasOf(rows: readonly FieldRecord[], members: readonly StaffMember[]): QuotaUse[] {
  const counts = tally(members.map(({ category }) => foldText(category)));
  const names = rows.map((row) => foldText(row.text('post')));
  return rows.flatMap((row, index): QuotaUse[] => {
    const quota = row.quantity('quota')?.value ?? null;
    if (quota === null) return [];
    const name = row.text('post');
    // A name that stands in several rows is shared out by the table, not by the register.
    const isOnly = names.filter((other) => other === names[index]).length === 1;
    const counted = isOnly ? (counts.get(foldText(name)) ?? null) : null;
    const filled = row.quantity('filled')?.value ?? null;
    const used = counted ?? filled;
    return [
      {
        name,
        within: row.text('community') || row.text('subdistrict'),
        quota,
        filled,
        counted,
        free: used === null ? null : quota - used,
      },
    ];
  });
}

/** Supervisors who have more workers than `norm`. */
export function supervisorsOf(members: readonly StaffMember[], norm: number): StaffingReport['supervisors'] {
  const loads = [...tally(members.flatMap(({ supervisor }) => (supervisor === '' ? [] : [supervisor])))].map(
    ([name, workers]) => ({ name, workers }),
  );
  if (loads.length === 0) return null;
  const over = loads
    .filter(({ workers }) => workers > norm)
    .sort((left, right) => right.workers - left.workers);
  return { norm, over, all: loads.length };
}

/** One grid, one worker: whoever stands in the rows of several grids without 兼任. */
export function doubleGridWorkers(grids: readonly FieldRecord[]): StaffingNote[] {
  const first = new Map<string, FieldRecord>();
  return grids.flatMap((row): StaffingNote[] => {
    const worker = row.text('gridWorker');
    if (worker === '' || row.flag('concurrent') === true) return [];
    const key = JSON.stringify([foldText(row.text('community')), foldText(worker)]);
    const known = first.get(key);
    if (known === undefined) {
      first.set(key, row);
      return [];
    }
    const args = { worker, grid: row.about, first: known.about };
    return [{ id: 'grid-worker-double', args, at: row.at('gridWorker') }];
  });
}

function tally(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
