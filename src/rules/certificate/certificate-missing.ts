import type { DutyList } from '../../model/dataset.ts';
import { fileOrigin } from '../../model/origin.ts';
import { certificateNamed, certificateNames } from '../certificate-names.ts';
import { defineRule } from '../define.ts';
import { firstHeaderOrigin, lineOrigin } from '../origins.ts';

/** A file may hold a community's list and a village's, each over several tables. */
export const rule = defineRule({
  id: 'certificate-missing',
  scope: 'workbook',
  asks: { catalogues: ['certificate.not-to-issue'] },
  messages: {
    missing: {
      'zh-CN': '{list}缺少目录中的 {count} 项：{names}。请补齐，或说明本地不列的依据。',
      en: 'The {list} lacks {count} of the catalogue: {names}. Add them, or say why they are left out here.',
    },
  },
  check({ file, dutyLists }, { policy, report, skip }) {
    const lists = dutyLists.filter(({ list }) => list === 'not-certify');
    const [first] = lists;
    if (first === undefined) return skip('nothing-to-check', {}, fileOrigin(file));
    const id = 'certificate.not-to-issue';
    const catalogue = policy.catalogues.get(id);
    if (catalogue === undefined) {
      return skip('catalogue-missing', { catalogue: id }, firstHeaderOrigin(first.table));
    }
    const names = certificateNames(catalogue);
    for (const parts of byScope(lists)) {
      const listed = new Set(
        parts.flatMap(({ items }) => items.map(({ key }) => certificateNamed(key, names))),
      );
      const missing = catalogue.entries.map(({ name }) => name).filter((name) => !listed.has(name));
      const [head] = parts;
      if (missing.length === 0 || head === undefined) continue;
      report({
        message: 'missing',
        args: { list: head.list ?? '', count: missing.length, names: missing.join('、') },
        at: lineOrigin(head.table, head.head),
        margin: -missing.length,
      });
    }
  },
});

function byScope(lists: readonly DutyList[]): readonly (readonly DutyList[])[] {
  const scopes = new Map<string | null, DutyList[]>();
  for (const duties of lists) scopes.set(duties.scope, [...(scopes.get(duties.scope) ?? []), duties]);
  return [...scopes.values()];
}
