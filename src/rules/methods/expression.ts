import type { Expression } from '../../expression/compile.ts';
import type { Bindings, ReadField } from '../../expression/expression.ts';
import { ALL_KINDS, variableOf } from '../../expression/subjects.ts';
import type { CheckOf } from '../../model/check.ts';
import type { FieldRecord, RecordSet } from '../../model/dataset.ts';
import type { Origin } from '../../model/origin.ts';
import type { PolicyPack } from '../../model/policy.ts';
import { firstHeaderOrigin } from '../origins.ts';
import { lackTeller, reasonsFor } from './lacks.ts';
import { defineMethod, type Gather, type Judgement, type OwnConditions } from './method.ts';
import { readingOf } from './readings.ts';

type Value = ReturnType<ReadField>;

/** `open`: it does not hold, and the source leaves open whether it must. */
type Verdict = 'holds' | 'fails' | 'open';

/** What did or did not hold; or, for the city, a row with the fields that are asked for. */
type ExpressionFact =
  | {
      readonly verdict: Verdict;
      readonly scope: Scope;
      readonly about: string;
      readonly values: string;
      readonly at: Origin;
    }
  | { readonly kind: string; readonly fields: Readonly<Record<string, Value>>; readonly at: Origin };

type Scope = 'row' | 'table' | 'city';
type Message = Scope | `${Scope}-open`;

/** A condition that must hold, written in CEL: of each row, of each table, or of everything together. */
export const expression = defineMethod<'expression', ExpressionFact, Message>({
  id: 'expression',
  messages: {
    row: {
      'zh-CN': '{about}：不符合“{says}”（{values}）。',
      en: '{about}: it does not hold that {says} ({values}).',
    },
    'row-open': {
      'zh-CN': '{about}：不符合“{says}”（{values}）；{doubt}，是否违反定不了。',
      en: '{about}: it does not hold that {says} ({values}); {doubt}, so whether this is a breach cannot be told.',
    },
    table: {
      'zh-CN': '这张表（{about}）不符合“{says}”。',
      en: 'In this table ({about}) it does not hold that {says}.',
    },
    'table-open': {
      'zh-CN': '这张表（{about}）不符合“{says}”；{doubt}，是否违反定不了。',
      en: 'In this table ({about}) it does not hold that {says}; {doubt}, so whether this is a breach cannot be told.',
    },
    city: {
      'zh-CN': '全部表格合起来（{about} 行）不符合“{says}”。',
      en: 'In all tables taken together ({about} rows) it does not hold that {says}.',
    },
    'city-open': {
      'zh-CN': '全部表格合起来（{about} 行）不符合“{says}”；{doubt}，是否违反定不了。',
      en: 'In all tables taken together ({about} rows) it does not hold that {says}; {doubt}, so whether this is a breach cannot be told.',
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
    for (const fact of facts) if ('verdict' in fact) tell(fact, check, judgement);
    if (check.scope === 'city') judgeCity(facts, check, policy, judgement);
  },
});

/** The words of the check are labels, so that facts hold its id alone. */
function tell(
  { verdict, scope, about, values, at }: Extract<ExpressionFact, { readonly verdict: Verdict }>,
  { id }: CheckOf<'expression'>,
  { report }: Judgement<Message>,
): void {
  const args = { about, says: id, values };
  if (verdict === 'fails') report({ message: scope, args, at });
  if (verdict === 'open')
    report({ message: `${scope}-open`, args: { ...args, doubt: id }, at, outcome: 'undetermined' });
}

function needed(own: OwnConditions, kind: string): Expression {
  const found = own.holds(kind);
  if (found === null) throw new Error(`there is no condition for ${kind}`);
  return found;
}

/** A doubt that cannot be told from the data is one. */
function verdictOf(
  holds: boolean,
  doubt: Expression | null,
  bindings: Bindings,
  policy: PolicyPack,
): Verdict {
  if (holds) return 'holds';
  const answer = doubt?.evaluate(bindings, policy);
  return answer === undefined || (answer.is === 'value' && answer.value === false) ? 'fails' : 'open';
}

function collectRows(set: RecordSet, policy: PolicyPack, gather: Gather<ExpressionFact>): void {
  const condition = needed(gather.own, set.kind.id);
  const doubt = gather.own.doubt(set.kind.id);
  const fields = condition.reads.fields.map(({ field }) => field);
  const tellLack = lackTeller(set.table, gather);
  for (const record of set.records) {
    const bindings = { row: readingOf(record, set.kind) };
    const answer = condition.evaluate(bindings, policy);
    if (answer.is !== 'value') {
      tellLack(answer, record);
      continue;
    }
    const at = record.at(fields.find((field) => !record.value(field).empty) ?? fields[0] ?? '');
    const about = record.about === '' ? (at.a1 ?? '') : record.about;
    const verdict = verdictOf(answer.value === true, doubt, bindings, policy);
    gather.fact({ verdict, scope: 'row', about, values: valuesIn(record, fields), at });
  }
}

/** `常住户数 3200，状态 空`: under the headers as they are written. */
function valuesIn(record: FieldRecord, fields: readonly string[]): string {
  return fields.map((field) => `${record.at(field).header ?? field} ${record.text(field) || '—'}`).join('，');
}

function collectTable(set: RecordSet, policy: PolicyPack, gather: Gather<ExpressionFact>): void {
  const { kind, table, records } = set;
  const bindings = { rows: records.map((record) => readingOf(record, kind)) };
  const answer = needed(gather.own, kind.id).evaluate(bindings, policy);
  if (answer.is !== 'value') {
    lackTeller(table, gather)(answer, null);
    return;
  }
  const verdict = verdictOf(answer.value === true, gather.own.doubt(kind.id), bindings, policy);
  gather.fact({ verdict, scope: 'table', about: table.sheet, values: '', at: firstHeaderOrigin(table) });
}

function collectForCity({ kind, records }: RecordSet, gather: Gather<ExpressionFact>): void {
  const asked = [needed(gather.own, ALL_KINDS), gather.own.doubt(ALL_KINDS)];
  const reads = asked.flatMap((condition) => condition?.reads.fields ?? []);
  const fields = reads.flatMap(({ record, field }) => (record === kind.id ? [field] : []));
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
  const answer = needed(judgement.own, ALL_KINDS).evaluate(bindings, policy);
  if (answer.is !== 'value') {
    for (const [reason, args] of reasonsFor(answer)) judgement.skip(reason, args);
    return;
  }
  const [first] = rows;
  if (first === undefined) return;
  const verdict = verdictOf(answer.value === true, judgement.own.doubt(ALL_KINDS), bindings, policy);
  tell({ verdict, scope: 'city', about: String(rows.length), values: '', at: first.at }, check, judgement);
}
