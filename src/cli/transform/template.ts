import path from 'node:path';
import type { Locale, LocalText, PolicyPack } from '../../model/policy.ts';
import type { Args } from '../../model/run.ts';
import type { TemplateColumn } from '../../model/template.ts';
import { nearest } from '../../model/text.ts';
import { citationText } from '../../report/wording.ts';
import { templateOf } from '../../transform/template.ts';
import type { Form, FormColumn } from '../../write/form.ts';
import { parseDay } from '../check/check.ts';
import { writeOutput } from '../outputs.ts';
import { policyOf } from '../policy.ts';
import { say } from '../say.ts';
import { refuseTargets } from '../targets.ts';
import { TEXTS } from '../texts.ts';
import { UsageError } from '../usage-error.ts';
import { TEMPLATE_WORDS as W } from './template-words.ts';

export interface TemplateOptions {
  readonly policy: string;
  readonly asOf?: string;
  readonly output?: string;
  readonly force?: boolean;
}

/** `jianfu template KIND -o FILE`. */
export async function templateCommand(
  kindId: string,
  options: TemplateOptions,
  locale: Locale,
): Promise<number> {
  const { output } = options;
  if (output === undefined) throw new UsageError(TEXTS.missingArgument, { found: '-o' });
  if (path.extname(output).toLowerCase() !== '.xlsx') throw new UsageError(W.badOutput, { found: output });
  refuseTargets([output], [], options.force === true);
  const policy = await policyOf(options.policy, parseDay(options.asOf));
  const { kinds } = policy.vocabulary;
  const kind = kinds.find(({ id }) => id === kindId);
  if (kind === undefined) {
    const ids = kinds.map(({ id }) => id);
    const suggestion = nearest(kindId, ids) ?? 'none';
    throw new UsageError(W.badKind, { found: kindId, suggestion, expected: ids.join(' ') });
  }
  const { columns } = templateOf(kind, policy);
  const t = (text: LocalText, args: Args = {}) => say(text, locale, args);
  const form: Form = {
    name: kind.label[locale],
    columns: columns.map((column) => formColumn(column, t)),
    guide: {
      name: t(W.guide),
      headers: [t(W.column), t(W.required), t(W.how), t(W.basis)],
      rows: columns.map((column) => [
        column.header,
        t(column.required ? W.required : W.optional),
        howTo(column, t),
        basisOf(column, policy),
      ]),
    },
    choicesName: t(W.choices),
  };
  const { toForm } = await import('../../write/form.ts');
  await writeOutput(output, await toForm(form));
  const args = {
    path: output,
    columns: columns.length,
    choices: columns.filter(({ choices, type }) => choices !== null || type === 'flag').length,
    norms: columns.filter(({ norm }) => norm !== null).length,
  };
  process.stderr.write(`${t(W.made, args)}\n`);
  return 0;
}

type Translate = (text: LocalText, args?: Args) => string;

function formColumn(column: TemplateColumn, t: Translate): FormColumn {
  const how = howTo(column, t);
  return {
    header: column.header,
    type: column.type,
    choices: column.choices?.values ?? [],
    norm: column.norm,
    length: column.length,
    prompt: `${how}${t({ 'zh-CN': '。', en: '. ' })}${t(column.required ? W.required : W.optional)}`,
    refusal: t(W.refusal, { how }),
  };
}

function howTo({ type, unit, choices, norm, length }: TemplateColumn, t: Translate): string {
  if (choices !== null) return t(W.choose, { count: choices.values.length });
  if (length !== null) return t(W.length, { length });
  const isNumber = type === 'whole' || type === 'number';
  const what = isNumber && unit === null ? t(W.noUnit) : t(W[type], { unit: unit ?? '' });
  if (norm === null) return what;
  const { low, high } = norm;
  const bounds = { low: low ?? 0, high: high ?? 0 };
  const told = low !== null && high !== null ? W.between : low !== null ? W.atLeast : W.atMost;
  return `${what}${t({ 'zh-CN': '，', en: ', ' })}${t(told, bounds)}`;
}

function basisOf({ choices, norm }: TemplateColumn, { citations }: PolicyPack): string {
  const citation = citations.get(choices?.citation ?? norm?.citation ?? '');
  return citation === undefined ? '' : citationText(citation);
}
