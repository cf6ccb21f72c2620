import type { Dataset, DutyList } from '../model/dataset.ts';
import { a1Of } from '../model/origin.ts';
import type { Vocabulary } from '../model/policy.ts';
import type { RepeatedList } from './canonical.ts';
import { submitterOf } from './duty-values.ts';
import { addTo } from './lists.ts';

/** Lists that two tables of a file claim to be, for the same unit; a column that tells the list of each row claims nothing. */
export function repeatedLists(dataset: Dataset, { lists, kinds }: Vocabulary): RepeatedList[] {
  const fields = kinds.find(({ id }) => id === 'duty-list')?.fields ?? [];
  const words = fields.find(({ id }) => id === 'submitter')?.words ?? [];
  const claims = new Map<string, DutyList[]>();
  for (const duties of dataset.dutyLists) {
    const { list, scope, head, table } = duties;
    if (list === null || head.from === 'column') continue;
    const submitter = submitterOf(table, dataset, words)?.value ?? '';
    addTo(claims, JSON.stringify([list, scope, submitter]), [duties]);
  }
  return [...claims.values()].flatMap((same): RepeatedList[] => {
    if (new Set(same.map(({ table }) => table.sheet)).size < 2) return [];
    const [id] = same.map(({ list }) => list);
    const label = lists.find((one) => one.id === id)?.label['zh-CN'] ?? id ?? '';
    const at = same.map(({ table, head }) => `${table.sheet}!${a1Of(head.row, head.column)}`);
    return [{ file: dataset.file, list: label, at }];
  });
}
