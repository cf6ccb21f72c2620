import type { KindWords } from '../../model/policy.ts';
import type { Table } from '../../model/table.ts';
import { foldText, nearest } from '../../model/text.ts';
import { defineRule } from '../define.ts';
import { headerOrigin } from '../origins.ts';

export const rule = defineRule({
  id: 'header-unknown',
  scope: 'table',
  messages: {
    unknown: {
      'zh-CN': '不认得列名“{header}”，该列内容未检查。多余的列可以保留；应检查的，请改用政策包认得的列名。',
      en: 'The column “{header}” is not known, so it was not checked. It may stay; if it should be checked, use a column name the pack knows.',
    },
    suggested: {
      'zh-CN': '不认得列名“{header}”，该列内容未检查。是否应为“{word}”？若是，请改正列名。',
      en: 'The column “{header}” is not known, so it was not checked. If “{word}” is meant, correct the name.',
    },
  },
  check(table, { policy, report }) {
    const kind = policy.vocabulary.kinds.find(({ id }) => id === table.kind);
    const unknown = table.columns.filter(({ field }) => field === null);
    if (kind === undefined || unknown.length === 0) return;
    const free = freeWords(kind, table);
    for (const column of unknown) {
      const word = suggestion(column.header, free);
      const at = headerOrigin(table, column);
      if (word === null) report({ message: 'unknown', args: { header: column.header }, at });
      else report({ message: 'suggested', args: { header: column.header, word }, at });
    }
  },
});

/** A word whose column is there already would only lead to two columns of one meaning. */
function freeWords(kind: KindWords, table: Table): ReadonlyMap<string, string> {
  const free = kind.fields.filter(({ id }) => table.columns.every(({ field }) => field !== id));
  return new Map(free.flatMap(({ words }) => words.map((word) => [foldText(word), word] as const)));
}

/** One character is near to every short word. */
function suggestion(header: string, words: ReadonlyMap<string, string>): string | null {
  const label = foldText(header.split('/').at(-1) ?? '');
  const near = label.length < 2 ? null : nearest(label, [...words.keys()]);
  return near === null ? null : (words.get(near) ?? null);
}
