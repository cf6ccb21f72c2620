import type { Answer, Lack } from '../../expression/expression.ts';
import type { FieldRecord } from '../../model/dataset.ts';
import type { Args, SkipReason } from '../../model/run.ts';
import type { Table } from '../../model/table.ts';
import { firstHeaderOrigin } from '../origins.ts';
import type { Gather } from './method.ts';

/** Why an expression gave no answer, in the words of what was not checked. */
export type NoAnswer = Exclude<Answer, { readonly is: 'value' }>;

export function reasonsFor(answer: NoAnswer): readonly (readonly [SkipReason, Args])[] {
  switch (answer.is) {
    case 'unknown':
      return answer.lacks.map(reasonFor);
    case 'none':
      return [['no-value', {}]];
    case 'too-costly':
      return [['too-costly', { steps: answer.steps, limit: answer.limit }]];
  }
}

function reasonFor(lack: Lack): readonly [SkipReason, Args] {
  switch (lack.what) {
    case 'field':
      return ['cell-missing', { field: lack.field }];
    case 'parameter':
      return ['parameter-missing', { parameter: lack.id }];
    case 'catalogue':
      return ['catalogue-missing', { catalogue: lack.id }];
    case 'calendar':
      return ['year-missing', { year: `${lack.year}` }];
  }
}

/** Tells what rows of one table lack: a cell at its place, whatever else once for the table. */
export function lackTeller(
  table: Table,
  { skip }: Pick<Gather<never>, 'skip'>,
): (answer: NoAnswer, record: FieldRecord | null) => void {
  const told = new Set<string>();
  return (answer, record) => {
    for (const [reason, args] of reasonsFor(answer)) {
      const field = reason === 'cell-missing' ? String(args.field) : null;
      const column = field === null || table.columns.some((one) => one.field === field);
      if (field !== null && column && record !== null) {
        skip(reason, args, record.at(field));
        continue;
      }
      const once = JSON.stringify([reason, args]);
      if (!told.has(once)) skip(column ? reason : 'column-missing', args, firstHeaderOrigin(table));
      told.add(once);
    }
  };
}
