import type { Dataset, FieldRecord } from '../../../model/dataset.ts';

/** All rows of one kind of table. */
export function rowsOf(datasets: readonly Dataset[], kind: string): FieldRecord[] {
  return datasets.flatMap(({ records }) =>
    records.filter((set) => set.kind.id === kind).flatMap((set) => set.records),
  );
}

/** What a list says becomes of a form that is filled in no more. */
const STOPPED = /取消|停用|停止|废止|合并|清理/u;
const KEPT = /不取消|保留/u;

/** Forms that are still asked for: those the list itself says are stopped or joined are not. */
export function runningForms(forms: readonly FieldRecord[]): FieldRecord[] {
  return forms.filter((form) => {
    const disposition = form.text('disposition');
    return !STOPPED.test(disposition) || KEPT.test(disposition);
  });
}

/** The number of a cell where it is one and exact; `null` otherwise. */
export function numberOf(row: FieldRecord, field: string): number | null {
  const quantity = row.quantity(field);
  return quantity === null || quantity.hedge !== null ? null : quantity.value;
}

export function sumOf(numbers: readonly (number | null)[]): number {
  return numbers.reduce<number>((sum, number) => sum + (number ?? 0), 0);
}
