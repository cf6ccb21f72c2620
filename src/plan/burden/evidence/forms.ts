import { timesAYear } from '../../../indicators/frequency.ts';
import type { FormLoad, Prefill, SharedField } from '../../../model/burden-evidence.ts';
import type { Dataset } from '../../../model/dataset.ts';
import type { Origin } from '../../../model/origin.ts';
import { byCodeUnit, foldText } from '../../../model/text.ts';
import { roundHalfUp } from '../../../model/units.ts';
import { rateOf } from '../reduction.ts';
import { numberOf, rowsOf, runningForms, sumOf } from './rows.ts';

interface Form {
  readonly name: string;
  readonly department: string;
  /** Folded name of each field → as it is written. */
  readonly fields: ReadonlyMap<string, string>;
  readonly at: Origin;
}

const MINUTES = 60;
const BETWEEN_FIELDS = /[、，,;；/\s]+/u;
/** Below half of a form, little is spared by filling it in from another. */
const WORTHWHILE = 0.5;

/** Forms and ledgers: the fields that several departments ask for, and the forms that others' answers would fill in. */
export function formLoad(datasets: readonly Dataset[]): FormLoad | null {
  const rows = rowsOf(datasets, 'form');
  if (rows.length === 0) return null;
  const running = runningForms(rows);
  const forms = running.map(
    (row): Form => ({
      name: row.text('formName'),
      department: row.text('issuer'),
      fields: fieldsIn(row.text('dataItems')),
      at: row.at('formName'),
    }),
  );
  const hours = running.map((row) => {
    const [times, minutes] = [timesAYear(row.text('frequency')), numberOf(row, 'minutes')];
    return times === null || minutes === null ? null : (times * minutes) / MINUTES;
  });
  return {
    forms: rows.length,
    withFields: forms.filter(({ fields }) => fields.size > 0).length,
    stopped: rateOf(rows.length - running.length, rows.length),
    effort: { known: hours.filter((one) => one !== null).length, hours: roundHalfUp(sumOf(hours), 1) },
    shared: sharedFields(forms),
    prefills: prefillsAmong(forms),
  };
}

function fieldsIn(text: string): Map<string, string> {
  const names = text.split(BETWEEN_FIELDS).filter((name) => name !== '');
  return new Map(names.map((name) => [foldText(name), name]));
}

function holdersOf(forms: readonly Form[]): Map<string, Form[]> {
  const holders = new Map<string, Form[]>();
  for (const form of forms)
    for (const key of form.fields.keys()) holders.set(key, [...(holders.get(key) ?? []), form]);
  return holders;
}

/** Asked by the most departments first. */
function sharedFields(forms: readonly Form[]): SharedField[] {
  return [...holdersOf(forms)]
    .map(([key, holders]) => ({
      name: holders[0]?.fields.get(key) ?? key,
      departments: distinct(holders.map(({ department }) => department)),
      forms: distinct(holders.map(({ name }) => name)),
    }))
    .filter(({ departments }) => departments.length > 1)
    .sort(
      (left, right) =>
        right.departments.length - left.departments.length ||
        right.forms.length - left.forms.length ||
        byCodeUnit(left.name, right.name),
    );
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names.filter((name) => name !== ''))].sort(byCodeUnit);
}

/** For each form the one that has most of its fields, if that is half of them; of two alike the later is filled in from the earlier. */
function prefillsAmong(forms: readonly Form[]): Prefill[] {
  const holders = holdersOf(forms);
  const order = new Map(forms.map((form, index) => [form, index]));
  return forms
    .flatMap((form): Prefill[] => {
      const common = new Map<Form, number>();
      for (const key of form.fields.keys())
        for (const other of holders.get(key) ?? []) common.set(other, (common.get(other) ?? 0) + 1);
      common.delete(form);
      const [best, count] = [...common].sort(
        ([left, less], [right, more]) => more - less || (order.get(left) ?? 0) - (order.get(right) ?? 0),
      )[0] ?? [null, 0];
      if (best === null || count < form.fields.size * WORTHWHILE) return [];
      const isMutual = best.fields.size === form.fields.size && count === form.fields.size;
      if (isMutual && (order.get(best) ?? 0) > (order.get(form) ?? 0)) return [];
      return [{ form: form.name, from: best.name, share: rateOf(count, form.fields.size), at: form.at }];
    })
    .sort(
      (left, right) =>
        (right.share.value ?? 0) - (left.share.value ?? 0) ||
        right.share.denominator - left.share.denominator ||
        byCodeUnit(left.form, right.form),
    );
}
