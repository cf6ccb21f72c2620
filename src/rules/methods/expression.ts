import type { Expression } from '../../expression/compile.ts';
import type { ReadField } from '../../expression/expression.ts';
import { ALL_KINDS, variableOf } from '../../expression/subjects.ts';
import type { CheckOf } from '../../model/check.ts';
import type { FieldRecord, RecordSet } from '../../model/dataset.ts';
import type { Origin } from '../../model/origin.ts';
import type { PolicyPack } from '../../model/policy.ts';
import { firstHeaderOrigin } from '../origins.ts';
import { lackTeller, reasonsFor } from './lacks.ts';
import { defineMethod, type Gather, type Judgement } from './method.ts';
import { readingOf } from './readings.ts';

type Value = ReturnType<ReadField>;

/** What did or did not hold; or, for the city, a row with the fields that are asked for. */
type ExpressionFact =
  | {
      readonly holds: boolean;
      readonly message: Message;
      readonly about: string;
      readonly values: string;
      readonly at: Origin;
    }
  | { readonly kind: string; readonly fields: Readonly<Record<string, Value>>; readonly at: Origin };

type Message = 'row' | 'table' | 'city';

/** A condition that must hold, written in CEL: of each row, of each table, or of everything together. */
export const expression = defineMethod<'expression', ExpressionFact, Message>({
  id: 'expression',
  messages: {
    row: {
      'zh-CN': '{about}：与要求不符（{values}）。',
      en: '{about}: does not meet the requirement ({values}).',
    },
    table: {
      'zh-CN': '这张表（{about}）与要求不符。',
      en: 'This table ({about}) does not meet the requirement.',
    },
    city: {
      'zh-CN': '全部表格合起来（{about} 行）与要求不符。',
      en: 'All tables taken together ({about} rows) do not meet the requirement.',
    },
  },
  remedy: {
    'zh-CN': '请核对所列各项；属实的，按条文办理或说明情况。',
    en: 'Check what is listed; where it is right, act on the clause or say why not.',
  },
  spansFiles: ({ scope }) => scope === 'city',
  collect(dataset, check, policy, gather) {
    for (const set of dataset.records) {
      if (!check.of.includes(set.kind.id)) continue;
      if (check.scope === 'city') collectForCity(set, gather);
      else if (check.scope === 'table') collectTable(set, policy, gather);
      else collectRows(set, policy, gather);
    }
  },
  judge(facts, check, policy, judgement) {
    for (const fact of facts) {
      if (!('holds' in fact) || fact.holds) continue;
      const { message, about, values, at } = fact;
      judgement.report({ message, args: { about, values }, at });
    }
    if (check.scope === 'city') judgeCity(facts, check, policy, judgement);
  },
});

function needed(expressionFor: Gather<never>['holds'], kind: string): Expression {
  const found = expressionFor(kind);
  if (found === null) throw new Error(`there is no condition for ${kind}`);
  return found;
}

function collectRows(set: RecordSet, policy: PolicyPack, gather: Gather<ExpressionFact>): void {
  const condition = needed(gather.holds, set.kind.id);
  const fields = condition.reads.fields.map(({ field }) => field);
  const tell = lackTeller(set.table, gather);
  for (const record of set.records) {
    const answer = condition.evaluate({ row: readingOf(record, set.kind) }, policy);
    if (answer.is !== 'value') {
      tell(answer, record);
      continue;
    }
    const at = record.at(fields.find((field) => !record.value(field).empty) ?? fields[0] ?? '');
    const about = record.about === '' ? (at.a1 ?? '') : record.about;
    gather.fact({
      holds: answer.value === true,
      message: 'row',
      about,
      values: valuesIn(record, fields),
      at,
    });
  }
}

/** `常住户数 3200，状态 空`: under the headers as they are written. */
function valuesIn(record: FieldRecord, fields: readonly string[]): string {
  return fields.map((field) => `${record.at(field).header ?? field} ${record.text(field) || '—'}`).join('，');
}

function collectTable(set: RecordSet, policy: PolicyPack, gather: Gather<ExpressionFact>): void {
  const { kind, table, records } = set;
  const rows = records.map((record) => readingOf(record, kind));
  const answer = needed(gather.holds, kind.id).evaluate({ rows }, policy);
  const at = firstHeaderOrigin(table);
  if (answer.is !== 'value') lackTeller(table, gather)(answer, null);
  else gather.fact({ holds: answer.value === true, message: 'table', about: table.sheet, values: '', at });
}

function collectForCity({ kind, records }: RecordSet, gather: Gather<ExpressionFact>): void {
  const { reads } = needed(gather.holds, ALL_KINDS);
  const fields = reads.fields.flatMap(({ record, field }) => (record === kind.id ? [field] : []));
  for (const record of records) {
    const read = readingOf(record, kind);
    const values = Object.fromEntries(fields.map((field) => [field, read(field)] as const));
    gather.fact({ kind: kind.id, fields: values, at: record.at(fields[0] ?? '') });
  }
}

function judgeCity(
  facts: readonly ExpressionFact[],
  check: CheckOf<'expression'>,
  policy: PolicyPack,
  judgement: Judgement<Message>,
): void {
  const rows = facts.flatMap((fact) => ('kind' in fact ? [fact] : []));
  const bindings = Object.fromEntries(
    check.of.map((kind) => {
      const own = rows.filter((row) => row.kind === kind);
      return [
        variableOf(kind),
        own.map(
          ({ fields }): ReadField =>
            (field) =>
              fields[field] ?? null,
        ),
      ] as const;
    }),
  );
  const missing = check.of.find((kind) => !rows.some((row) => row.kind === kind));
  if (missing !== undefined) {
    judgement.skip('kind-missing', { kind: missing });
    return;
  }
  const answer = needed(judgement.holds, ALL_KINDS).evaluate(bindings, policy);
  if (answer.is !== 'value') {
    for (const [reason, args] of reasonsFor(answer)) judgement.skip(reason, args);
    return;
  }
  const [first] = rows;
  if (answer.value === true || first === undefined) return;
  judgement.report({ message: 'city', args: { about: rows.length, values: '' }, at: first.at });
}
