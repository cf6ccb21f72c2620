import type { Check } from '../model/check.ts';
import type { FieldWords, KindWords, PolicyPack } from '../model/policy.ts';
import type { Template, TemplateColumn } from '../model/template.ts';
import { unitOf } from '../model/units.ts';

/** A blank form: every field of the kind under its first header word, with the choices and norms of the pack's checks. */
export function templateOf(kind: KindWords, policy: PolicyPack): Template {
  const checks = [...policy.checks.values()].filter(
    ({ of, where }) => of.includes(kind.id) && where === null,
  );
  return {
    kind: kind.id,
    columns: kind.fields.map(
      (field): TemplateColumn => ({
        field: field.id,
        header: field.words[0] ?? field.label['zh-CN'],
        type: field.type,
        required: field.required || field.id === kind.name,
        unit: field.unit,
        choices: choicesOf(field, checks, policy),
        norm: normOf(field, checks, policy),
        length: lengthOf(field, policy),
      }),
    ),
  };
}

/** The names a catalogue allows in the field, else those it wants to see there, as the pack writes them. */
function choicesOf(
  { id }: FieldWords,
  checks: readonly Check[],
  { catalogues }: PolicyPack,
): TemplateColumn['choices'] {
  const named = (rule: 'allowed' | 'required') =>
    checks.flatMap((check) => {
      if (check.method !== 'catalogue' || check.field !== id || check.rule !== rule) return [];
      return check.match === 'part' ? [] : (catalogues.get(check.catalogue) ?? []);
    });
  const [catalogue] = [...named('allowed'), ...named('required')];
  if (catalogue === undefined || catalogue.entries.length === 0) return null;
  return { values: catalogue.entries.map(({ name }) => name), citation: catalogue.citation };
}

/** A range in the field's own unit; a limit that counts something else stays out. */
function normOf(
  field: FieldWords,
  checks: readonly Check[],
  { parameters }: PolicyPack,
): TemplateColumn['norm'] {
  const limit = (id: string | undefined) => {
    const parameter = id === undefined ? undefined : parameters.get(id);
    if (typeof parameter?.value !== 'number') return null;
    const [own, asked] = [unitOf(field.unit ?? ''), unitOf(parameter.unit)];
    if (own.dimension !== asked.dimension || own.factor !== asked.factor) return null;
    return { value: parameter.value, citation: parameter.citation };
  };
  for (const check of checks) {
    if (check.method !== 'range' || check.field !== field.id || check.besides.length > 0) continue;
    const [low, high] = [limit(check.min), limit(check.max)];
    if (low === null && high === null) continue;
    const citation = low?.citation ?? high?.citation ?? null;
    return { low: low?.value ?? null, high: high?.value ?? null, citation };
  }
  return null;
}

function lengthOf({ id, type }: FieldWords, { parameters }: PolicyPack): number | null {
  const length = type === 'id' ? parameters.get(`${id}.length`)?.value : undefined;
  return typeof length === 'number' ? length : null;
}
