import type { CatalogueEntry } from '../model/policy.ts';
import { foldText } from '../model/text.ts';
import { anyOf, clausesOf, lastWord, type Mention, mentionsOf } from './clauses.ts';

/** 不得开展招商引资, 一票否决一律取消: the item bars the work, unless a new thought begins between the two. */
const BARRED = /(?:不得|不应|不再|不承担|取消|禁止|严禁)(?:(?!并|同时|而是|改为).)*$/u;
const REVOKED = /^.{0,8}(?:取消|不再承担|禁止)$/u;
/** 城市管理局, 执法人员: someone the work is done with, not the work. */
const OFFICE =
  /^(?:和|与|行政|综合|执法)*(?:委员会|[局队员户]|委(?!托)|办(?!案|理|事|证|好)|人员|部门|机关|机构|单位)/u;
/** 环境整治政策宣传: what is asked for is the last word, not the first. */
const SUBJECT_OF = '^(?:工作|政策|法规|知识|问题|线索|情况|相关|有关|进行|的)*';

/** How an item speaks of forbidden work; `unclear` where no verb tells whose work it is. */
export interface DutyVerdict {
  readonly message: 'always' | 'responsible' | 'unclear';
  readonly phrase: string;
  readonly verb: string;
  /** The clause that bars this work. */
  readonly citation: string | null;
}

interface Verbs {
  readonly assisting: string;
  readonly responsible: string;
}

export type Judge = (text: string, isAssistList: boolean) => DutyVerdict | null;

/** Prepares the judgement of many texts by the same words; a text gets one verdict, a clear one first. */
export function judgeWith(
  forbidden: readonly CatalogueEntry[],
  assisting: readonly CatalogueEntry[],
  responsible: readonly CatalogueEntry[],
): Judge {
  const phrases = new RegExp(anyOf(wordsOf(forbidden)), 'gu');
  const verbs = { assisting: anyOf(wordsOf(assisting)), responsible: anyOf(wordsOf(responsible)) };
  const opening = new RegExp(`^(?:${verbs.assisting})`, 'u');
  return (text, isAssistList) => {
    if (foldText(text).search(phrases) === -1) return null;
    const clauses = clausesOf(text);
    const helps = isAssistList || opening.test(clauses[0] ?? '');
    const verdicts = clauses.flatMap((clause) =>
      forbidden.flatMap((entry) =>
        mentionsOf(clause, wordsOf([entry])).flatMap((mention) => {
          // 整治 inside 环境整治 is no verb of this clause.
          const before = mention.before.replace(phrases, '');
          const verdict = verdictOn(entry, { ...mention, before }, verbs);
          return verdict === null || (helps && verdict.message === 'unclear') ? [] : [verdict];
        }),
      ),
    );
    return verdicts.find(({ message }) => message !== 'unclear') ?? verdicts[0] ?? null;
  };
}

function wordsOf(entries: readonly CatalogueEntry[]): readonly string[] {
  return entries.flatMap(({ name, synonyms }) => [name, ...synonyms].map((word) => word.normalize('NFKC')));
}

/** The nearest verb decides, except that 协助开展 is still help: there the assisting verb governs the other. */
function verdictOn(
  { when, citation }: CatalogueEntry,
  { phrase, before, after }: Mention,
  { assisting, responsible }: Verbs,
): DutyVerdict | null {
  if (BARRED.test(before) || REVOKED.test(after)) return null;
  if (when === 'always') return { message: 'always', phrase, verb: '', citation };
  if (OFFICE.test(after) || new RegExp(`${SUBJECT_OF}(?:${assisting}|志愿)`, 'u').test(after)) return null;
  const help = lastWord(before, assisting);
  const duty = lastWord(help?.rest ?? before, responsible);
  if (duty === null) return help === null ? { message: 'unclear', phrase, verb: '', citation } : null;
  if (help !== null && !isCoordinated(help.rest, responsible)) return null;
  return { message: 'responsible', phrase, verb: duty.word, citation };
}

/** 发现并查处: two verbs of one rank, so that the second is not governed by the first. */
function isCoordinated(afterHelp: string, responsible: string): boolean {
  return new RegExp(`^(?:(?!${responsible}).)*(?:并|且|同时)(?:${responsible})`, 'u').test(afterHelp);
}
