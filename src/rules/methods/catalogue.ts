import type { CheckOf, Group } from '../../model/check.ts';
import type { Origin } from '../../model/origin.ts';
import type { Catalogue, CatalogueEntry } from '../../model/policy.ts';
import { foldText, nearest } from '../../model/text.ts';
import type { Report } from '../define.ts';
import { groupOf, spansFiles } from './groups.ts';
import { defineMethod, type Judgement } from './method.ts';
import { setsWith } from './rows.ts';

interface NameFact {
  readonly group: string;
  readonly label: string;
  readonly written: string;
  /** Canonical names of the catalogue that the cell stands for, or mentions. */
  readonly names: readonly string[];
  /** Words of the row that excuse it. */
  readonly excused: string | null;
  readonly at: Origin;
}

type Message = 'forbidden' | 'excused' | 'unknown' | 'unknown-nearest' | 'missing';

/** Names held against a catalogue: those required are all there, others than those allowed or forbidden are told. */
export const catalogue = defineMethod<'catalogue', NameFact, Message>({
  id: 'catalogue',
  messages: {
    forbidden: {
      'zh-CN': '“{found}”属于{catalogue}：{name}。',
      en: '“{found}” is among {catalogue}: {name}.',
    },
    excused: {
      'zh-CN': '“{found}”属于{catalogue}：{name}；本行写有“{exception}”，是否属于例外要人来看。',
      en: '“{found}” is among {catalogue}: {name}; the row says “{exception}”, so a person must see whether it is excused.',
    },
    unknown: { 'zh-CN': '“{found}”不在{catalogue}里。', en: '“{found}” is not among {catalogue}.' },
    'unknown-nearest': {
      'zh-CN': '“{found}”不在{catalogue}里，相近的是“{nearest}”。',
      en: '“{found}” is not among {catalogue}; “{nearest}” comes near.',
    },
    missing: {
      'zh-CN': '{about}缺少{catalogue}中的 {count} 项：{names}。',
      en: '{about} lacks {count} of {catalogue}: {names}.',
    },
  },
  remedy: {
    'zh-CN': '请按目录核对名称；确有不同的，说明依据。',
    en: 'Hold the names against the catalogue, or say on what basis they differ.',
  },
  spansFiles: (check) => check.rule === 'required' && spansFiles(check.group ?? 'table'),
  collect(dataset, check, policy, gather) {
    const found = policy.catalogues.get(check.catalogue);
    const read = readerOf(found, check);
    const group: Group = check.group ?? 'table';
    for (const set of setsWith(dataset, check.of, [check.field], gather)) {
      for (const record of set.records) {
        const written = record.text(check.field);
        const within = groupOf(record, set, group);
        if (written === '' || within === null) continue;
        const names = read(written);
        const excused = excuseIn(found, names, record.row.cells);
        const at = record.at(check.field);
        gather.fact({ group: within.key, label: within.label, written, names, excused, at });
      }
    }
  },
  judge(facts, check, policy, judgement) {
    const found = policy.catalogues.get(check.catalogue);
    if (found === undefined) {
      judgement.skip('catalogue-missing', { catalogue: check.catalogue });
    } else if (check.rule === 'required') {
      judgeGroups(facts, found, judgement);
    } else {
      for (const fact of facts) {
        const finding = findingIn(fact, found, check.rule);
        if (finding !== null) judgement.report(finding);
      }
    }
  },
});

function wordsOf({ name, synonyms }: CatalogueEntry): readonly string[] {
  return [name, ...synonyms].map(foldText);
}

/** `whole`: the cell is a name; `part`: the cell speaks of it somewhere. */
function readerOf(
  found: Catalogue | undefined,
  { match }: CheckOf<'catalogue'>,
): (text: string) => readonly string[] {
  const entries = found?.entries ?? [];
  if (match === 'part') {
    const folded = entries.map((entry) => ({ name: entry.name, words: wordsOf(entry) }));
    return (text) => {
      const plain = foldText(text);
      return folded.filter(({ words }) => words.some((word) => plain.includes(word))).map(({ name }) => name);
    };
  }
  const byWord = new Map(
    entries.flatMap((entry) => wordsOf(entry).map((word) => [word, entry.name] as const)),
  );
  return (text) => {
    const name =
      byWord.get(foldText(text)) ?? byWord.get(foldText(text.replace(/[(（][^()（）]*[)）]\s*$/u, '')));
    return name === undefined ? [] : [name];
  };
}

function excuseIn(
  found: Catalogue | undefined,
  names: readonly string[],
  cells: readonly unknown[],
): string | null {
  const exceptions = (found?.entries ?? [])
    .filter(({ name }) => names.includes(name))
    .flatMap((entry) => entry.exceptions);
  if (exceptions.length === 0) return null;
  const row = foldText(cells.filter((cell) => typeof cell === 'string').join('\n'));
  return exceptions.find((words) => row.includes(foldText(words))) ?? null;
}

function findingIn(
  { written, names, excused, at }: NameFact,
  { id, entries }: Catalogue,
  rule: 'allowed' | 'forbidden',
): Report<Message> | null {
  const args = { found: written, catalogue: id };
  const [name] = names;
  if (rule === 'allowed') {
    if (name !== undefined) return null;
    const near = nearest(
      written,
      entries.map((entry) => entry.name),
    );
    if (near === null) return { message: 'unknown', args, at };
    return { message: 'unknown-nearest', args: { ...args, nearest: near }, at };
  }
  if (name === undefined) return null;
  const citation = entries.find((entry) => entry.name === name)?.citation ?? null;
  if (excused === null) return { message: 'forbidden', args: { ...args, name }, at, citation };
  const excuse = { ...args, name, exception: excused };
  return { message: 'excused', args: excuse, at, citation, outcome: 'undetermined' };
}

/** Said once for each group, at its first name. */
function judgeGroups(
  facts: readonly NameFact[],
  { id, entries }: Catalogue,
  { report }: Judgement<Message>,
): void {
  const groups = new Map<string, NameFact[]>();
  for (const fact of facts) groups.set(fact.group, [...(groups.get(fact.group) ?? []), fact]);
  for (const members of groups.values()) {
    const [first] = members;
    const there = new Set(members.flatMap(({ names }) => names));
    const missing = entries.map(({ name }) => name).filter((name) => !there.has(name));
    if (first === undefined || missing.length === 0) continue;
    report({
      message: 'missing',
      args: { about: first.label, catalogue: id, count: missing.length, names: missing.join('、') },
      at: first.at,
      margin: -missing.length,
    });
  }
}
