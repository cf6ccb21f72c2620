import type { Catalogue, CatalogueEntry } from '../../model/policy.ts';
import { anyOf, clausesOf, lastWord, type Mention, mentionsOf } from '../clauses.ts';
import { defineRule } from '../define.ts';
import { firstHeaderOrigin } from '../origins.ts';

const CATALOGUES = ['duty.forbidden', 'word.assisting-verb', 'word.responsible-verb'] as const;

/** 不得开展招商引资, 一票否决一律取消: the item bars the work, unless a new thought begins between the two. */
const BARRED = /(?:不得|不应|不再|不承担|取消|禁止|严禁)(?:(?!并|同时|而是|改为).)*$/u;
const REVOKED = /^.{0,8}(?:取消|不再承担|禁止)$/u;
/** 城市管理局, 执法人员: someone the work is done with, not the work. */
const OFFICE = /^(?:和|与|行政|综合|执法)*(?:委员会|[局委办队员户]|大队|中队|支队|人员|部门|机关|机构|单位)/u;

type Verdict = {
  readonly message: 'always' | 'responsible' | 'unclear';
  readonly phrase: string;
  readonly verb: string;
};

export const rule = defineRule({
  id: 'duty-item-forbidden',
  scope: 'duty-list',
  lists: ['perform', 'assist', 'basic', 'cooperate'],
  needs: ['text'],
  messages: {
    always: {
      'zh-CN': '“{text}”含有“{phrase}”，不得列为社区的任务。请删去，或退回派交部门。',
      en: '“{text}” contains “{phrase}”, which may not be a task here. Delete it, or return it to its department.',
    },
    responsible: {
      'zh-CN': '“{text}”以“{verb}”把“{phrase}”列为社区的责任，社区只能协助。请改写为协助事项，或删去。',
      en: '“{text}” makes “{phrase}” this body’s own duty (“{verb}”); it may only assist. Reword or delete it.',
    },
    unclear: {
      'zh-CN': '“{text}”涉及“{phrase}”，看不出由谁负责。请写明责任部门以及社区做什么，如“协助……”。',
      en: '“{text}” touches “{phrase}” and does not say whose duty it is. Name the department and the help given.',
    },
  },
  check({ table, list, items }, { policy, report, skip }) {
    const catalogue = CATALOGUES.find((id) => !policy.catalogues.has(id));
    if (catalogue !== undefined) return skip('catalogue-missing', { catalogue }, firstHeaderOrigin(table));
    const [forbidden, assisting, responsible] = CATALOGUES.map((id) => policy.catalogues.get(id));
    const judge = judgeWith(forbidden as Catalogue, wordsOf(assisting), wordsOf(responsible));
    for (const item of items) {
      const verdict = judge(item.text, list === 'assist' || list === 'cooperate');
      if (verdict === null) continue;
      const { message, phrase, verb } = verdict;
      report({
        message,
        args: { text: item.text, phrase, verb },
        at: item.at('text'),
        ...(message === 'unclear' ? { outcome: 'undetermined' } : {}),
      });
    }
  },
});

function wordsOf(catalogue: Catalogue | undefined): readonly string[] {
  return (catalogue?.entries ?? []).flatMap(({ name, synonyms }) => [name, ...synonyms]);
}

/** One verdict for an item: a clear one before one that is not. */
function judgeWith(forbidden: Catalogue, assisting: readonly string[], responsible: readonly string[]) {
  const phrases = new RegExp(anyOf(wordsOf(forbidden)), 'gu');
  const opening = new RegExp(`^(?:${anyOf(assisting)})`, 'u');
  return (text: string, isAssistList: boolean): Verdict | null => {
    const clauses = clausesOf(text);
    const helps = isAssistList || opening.test(clauses[0] ?? '');
    const verdicts = clauses.flatMap((clause) =>
      forbidden.entries.flatMap((entry) =>
        mentionsOf(clause, [entry.name, ...entry.synonyms]).flatMap((mention) => {
          // 整治 inside 环境整治 is no verb of this clause.
          const before = mention.before.replace(phrases, '');
          const verdict = verdictOn(entry, { ...mention, before }, assisting, responsible);
          return verdict === null || (helps && verdict.message === 'unclear') ? [] : [verdict];
        }),
      ),
    );
    return verdicts.find(({ message }) => message !== 'unclear') ?? verdicts[0] ?? null;
  };
}

/** The nearest verb decides, except that 协助开展 is still help: there the assisting verb governs the other. */
function verdictOn(
  { when }: CatalogueEntry,
  { phrase, before, after }: Mention,
  assisting: readonly string[],
  responsible: readonly string[],
): Verdict | null {
  if (BARRED.test(before) || REVOKED.test(after)) return null;
  if (when === 'always') return { message: 'always', phrase, verb: '' };
  if (OFFICE.test(after)) return null;
  const help = lastWord(before, assisting);
  const duty = lastWord(help?.rest ?? before, responsible);
  if (help === null)
    return { message: duty === null ? 'unclear' : 'responsible', phrase, verb: duty?.word ?? '' };
  const coordinated = new RegExp(
    `^(?:(?!${anyOf(responsible)}).)*(?:并|且|同时)(?:${anyOf(responsible)})`,
    'u',
  );
  return duty !== null && coordinated.test(help.rest)
    ? { message: 'responsible', phrase, verb: duty.word }
    : null;
}
