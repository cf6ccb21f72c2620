import type { Locale, PolicyPack } from '../../model/policy.ts';
import { check, listInputs } from '../../pipeline.ts';
import { layPacks } from '../../policy/layers.ts';
import { loadLayers } from '../../policy/load.ts';
import { type Block, type Cell, line, plain } from '../../report/blocks.ts';
import { type Rehearsal, type RehearsedRule, rehearsalOf } from '../../report/rehearsal.ts';
import { placeOf, type Wording, wordingFor } from '../../report/wording.ts';
import { rulesOf } from '../../rules/rules-of.ts';
import { termsOf } from '../../run.ts';
import { parseDay } from '../check/check.ts';
import { version } from '../home.ts';
import { KNOWN_RULES, policyOf, SHELF } from '../policy.ts';
import { say } from '../say.ts';
import { TEXTS } from '../texts.ts';
import { tell } from '../told.ts';
import { UsageError } from '../usage-error.ts';
import { PACK_WORDS } from './pack-words.ts';

export interface RehearseOptions {
  readonly on: readonly string[];
  readonly against?: string;
  readonly asOf?: string;
  readonly out: readonly string[];
}

/** A rule that flags at least this share of the files says more about the rule than about the files. */
const NEARLY_ALL = 0.9;

/** `jianfu packs rehearse`: what a draft would newly flag and no longer flag on files at hand. */
export async function packsRehearse(pack: string, options: RehearseOptions, locale: Locale): Promise<number> {
  if (options.on.length === 0) throw new UsageError(TEXTS.missingArgument, { found: '--on' });
  const { draft, base } = await packsFor(pack, options);
  const { files, missing } = await listInputs(options.on);
  const [absent] = missing;
  if (absent !== undefined) throw new UsageError(TEXTS.noMatch, { path: absent });
  if (files.every(({ skipped }) => skipped !== null))
    throw new UsageError(TEXTS.nothingToRead, { path: options.on.join(' ') });
  const run = async (policy: PolicyPack) =>
    check({ files, policy, rules: await rulesOf(policy), version: version() });
  const [before, after] = [await run(base), await run(draft)];
  const rehearsal = rehearsalOf(after, before);
  const names = { draft: draft.layers.at(-1)?.id ?? pack, base: base.layers.at(-1)?.id ?? '' };
  const wording = wordingFor({ terms: { ...termsOf(base), ...termsOf(draft) } }, locale);
  const head = line(
    say(PACK_WORDS.rehearseHead, locale, { ...names, day: draft.asOf, files: rehearsal.files }),
  );
  const facts = { ...names, asOf: draft.asOf, ...rehearsal };
  await tell({ facts, blocks: [head, ...blocksOf(rehearsal, wording)] }, options.out);
  return after.faults.length + before.faults.length > 0 ? 3 : 0;
}

/** Without `--against`, a draft is held against what it extends; both on the day of the draft. */
async function packsFor(pack: string, { against, asOf }: RehearseOptions) {
  const day = parseDay(asOf);
  const layers = await loadLayers({ policy: pack, asOf: day, knownRules: KNOWN_RULES }, SHELF);
  const documents = layers.map((layer) => layer.documents);
  const draft = layPacks(documents, day);
  if (against !== undefined) return { draft, base: await policyOf(against, draft.asOf) };
  const below = documents.slice(0, -1);
  if (below.length === 0) throw new UsageError(TEXTS.missingArgument, { found: '--against' });
  return { draft, base: layPacks(below, draft.asOf) };
}

function blocksOf({ files, rules }: Rehearsal, wording: Wording): Block[] {
  const word = (id: keyof typeof PACK_WORDS) => PACK_WORDS[id][wording.locale];
  const section = (title: string, head: readonly string[], rows: readonly (readonly Cell[])[]): Block[] =>
    rows.length === 0
      ? []
      : [
          { kind: 'heading', text: title },
          { kind: 'table', head, rows, fill: head.length - 1 },
        ];
  const name = (rule: string) => `${wording.ruleTitle(rule)}  ${rule}`;
  const changed = rules.filter(({ added, gone }) => added + gone > 0);
  const everywhere = rules.filter(({ flagged }) => files > 1 && flagged / files >= NEARLY_ALL);
  const silent = rules.filter(({ state }) => state === 'passed');
  const unchecked = rules.filter(({ state }) => state === 'skipped');
  const total = (of: (rule: RehearsedRule) => number) => rules.reduce((sum, rule) => sum + of(rule), 0);
  const counts = {
    added: total(({ added }) => added),
    gone: total(({ gone }) => gone),
    kept: total(({ kept }) => kept),
  };
  return [
    ...section(
      word('changedRules'),
      [word('newly'), word('noLonger'), word('still'), word('ruleAndSamples')],
      changed.map((rule) => [
        { text: String(rule.added), tone: rule.added > 0 ? 'error' : 'plain' },
        { text: String(rule.gone), tone: rule.gone > 0 ? 'good' : 'plain' },
        plain(String(rule.kept)),
        plain([name(rule.rule), ...rule.samples.map((at) => `${at.file} ${placeOf(at)}`)].join('\n')),
      ]),
    ),
    ...section(
      say(PACK_WORDS.everywhere, wording.locale, { percent: NEARLY_ALL * 100 }),
      [word('share'), word('rule')],
      everywhere.map(({ rule, flagged }) => [
        plain(`${Math.round((flagged / files) * 100)}% (${flagged}/${files})`),
        plain(name(rule)),
      ]),
    ),
    ...section(
      word('silent'),
      [word('rule')],
      silent.map(({ rule }) => [plain(name(rule))]),
    ),
    ...section(
      word('untouched'),
      [word('rule')],
      unchecked.map(({ rule }) => [plain(name(rule))]),
    ),
    line(''),
    line(say(PACK_WORDS.rehearseLine, wording.locale, counts)),
  ];
}
