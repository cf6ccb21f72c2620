import type { KindWords, ListWords, Vocabulary } from '../model/policy.ts';
import { foldText } from '../model/text.ts';

/** A field a header word stands for, with the kind of table it belongs to. */
export interface FieldMatch {
  readonly kind: KindWords;
  readonly field: string;
}

/** The vocabulary prepared for looking up: every word folded once. */
export interface Lexicon {
  readonly vocabulary: Vocabulary;
  /** All fields a header text may stand for, over all kinds. */
  fieldsOf(header: string): readonly FieldMatch[];
  /** The list a text announces; `null` when it announces none, or several. */
  listIn(text: string): string | null;
  /** The list a text names and nothing else, as in a column 事项类型; number and 类/事项/清单 aside. */
  listNamed(text: string): string | null;
  /** The list a band heads: the list's name alone, or a strong name such as 依法协助政府工作 in a short line. */
  listHeading(text: string): string | null;
  scopeIn(text: string): string | null;
  /** The scope a text names and nothing else: 二、村级组织部分. */
  scopeNamed(text: string): string | null;
  startsLine(text: string, line: keyof Vocabulary['lines']): boolean;
}

/** Brackets at the end of a header hold a remark: 事项名称（必填）. */
const REMARK = /[(（][^()（）]*[)）]$/u;

/** Marks that make a header stand out: ★主管部门, *事项名称, “依据”, 【备注】. */
const ORNAMENT = /^[*★※#"[\]]+|[*★※#"[\]:]+$/gu;
/** 2. / 二、 / （二） before a list's name, 类 / 事项 / 清单 behind it, （18项） at the end. */
const NUMBER = /^(?:\d+[.、．]|[（(]?[一二三四五六七八九十]+[)）]?[、.．]?)\s*/u;
const KIND_OF_LIST = /(?:工作)?(?:事项)?(?:清单)?类?$/u;
const KIND_OF_SCOPE = /(?:部分|(?:工作)?(?:事项)?(?:清单)?)$/u;
const COUNT = /[（(][^()（）]*\d+\s*[项条]\s*[)）]\s*$/u;
const SENTENCE = /[，。；]|请/u;
/** 履职 and 协助 occur in items and categories; from four characters on a word names a list. */
const STRONG_WORD = 5;

/** Every cell of every row may be asked for; header words of one city repeat, item texts do not. */
const MEMO_SIZE = 4096;

export function makeLexicon(vocabulary: Vocabulary): Lexicon {
  const headers = new Map<string, FieldMatch[]>();
  for (const kind of vocabulary.kinds) {
    for (const field of kind.fields) {
      for (const word of field.words) {
        const folded = foldText(word);
        headers.set(folded, [...(headers.get(folded) ?? []), { kind, field: field.id }]);
      }
    }
  }
  const lists = foldWords(vocabulary.lists);
  const listByWord = new Map(lists.map(({ id, word }) => [word, id]));
  const scopes = foldWords(vocabulary.scopes);
  const lines = Object.fromEntries(
    Object.entries(vocabulary.lines).map(([line, words]) => [line, words.map(foldText)]),
  ) as Record<keyof Vocabulary['lines'], string[]>;
  const listNamed = (text: string) => {
    const folded = foldText(text);
    return (
      listByWord.get(folded) ??
      listByWord.get(foldText(text.trim().replace(NUMBER, '')).replace(KIND_OF_LIST, '')) ??
      null
    );
  };
  const longest = Math.max(...[...headers.keys()].map((word) => word.length));
  const memo = new Map<string, readonly FieldMatch[]>();
  const lookUp = (header: string) => {
    const folded = foldText(header).replace(/:$/u, '');
    const bare = foldText(header.trim().replace(REMARK, '')).replace(ORNAMENT, '');
    // 事项名称 over its English twin in the same cell.
    const chinese = /^(\p{Script=Han}+)[a-z().]+$/u.exec(bare)?.[1] ?? '';
    return headers.get(folded) ?? headers.get(bare) ?? headers.get(chinese) ?? [];
  };
  return {
    vocabulary,
    fieldsOf(header) {
      if (header.length > longest * 3) return [];
      const known = memo.get(header);
      if (known !== undefined) return known;
      const found = lookUp(header);
      if (memo.size >= MEMO_SIZE) memo.clear();
      memo.set(header, found);
      return found;
    },
    listIn: (text) => announced(foldText(text), lists),
    listNamed,
    listHeading(text) {
      const named = listNamed(text.replace(COUNT, ''));
      if (named !== null || SENTENCE.test(text)) return named;
      return announced(
        foldText(text),
        lists.filter(({ word }) => word.length >= STRONG_WORD),
      );
    },
    scopeIn: (text) => announced(foldText(text), scopes),
    scopeNamed(text) {
      const bare = foldText(text.replace(COUNT, '').trim().replace(NUMBER, '')).replace(KIND_OF_SCOPE, '');
      return scopes.find(({ word }) => word === bare)?.id ?? null;
    },
    startsLine(text, line) {
      const folded = foldText(text);
      return lines[line].some((word) => folded.startsWith(word));
    },
  };
}

interface FoldedWord {
  readonly id: string;
  readonly word: string;
}

/** Longest words first, so that 基本履职 is found before 履职. */
function foldWords(entries: readonly ListWords[]): FoldedWord[] {
  return entries
    .flatMap(({ id, words }) => words.map((word) => ({ id, word: foldText(word) })))
    .sort((left, right) => right.word.length - left.word.length);
}

/**
 * The one id a text announces. A found word is struck out before shorter ones are looked for, so that
 * 不应由社区出具的证明 does not also count as 证明; two ids left over mean the text names two lists.
 */
function announced(folded: string, words: readonly FoldedWord[]): string | null {
  let rest = folded;
  const ids = new Set<string>();
  for (const { id, word } of words) {
    if (!rest.includes(word)) continue;
    ids.add(id);
    rest = rest.replaceAll(word, '\u0000');
  }
  const [only, second] = ids;
  return only !== undefined && second === undefined ? only : null;
}
