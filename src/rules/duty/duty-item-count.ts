import type { DutyList } from '../../model/dataset.ts';
import { fileOrigin } from '../../model/origin.ts';
import type { PolicyPack } from '../../model/policy.ts';
import { defineRule } from '../define.ts';
import { firstHeaderOrigin, lineOrigin } from '../origins.ts';

/** Every row counts, placeholders too: the number is what was submitted; other rules look at the words. */
export const rule = defineRule({
  id: 'duty-item-count',
  scope: 'workbook',
  asks: { parameters: ['duty-list.<scope>.<list>.count'] },
  messages: {
    different: {
      'zh-CN': '{scope}的{list}应为 {expected} 项，提交 {found} 项。请与公布的清单逐项核对，补齐或删去。',
      en: 'The {list} ({scope}) should hold {expected} items and holds {found}. Compare it with the published list.',
    },
  },
  check({ file, dutyLists }, { policy, report, skip }) {
    if (dutyLists.length === 0) skip('nothing-to-check', {}, fileOrigin(file));
    for (const duties of dutyLists) {
      const at = firstHeaderOrigin(duties.table);
      if (duties.list === null) skip('list-unknown', {}, at);
      else if (!isScoped(duties)) skip('scope-unknown', {}, at);
    }
    const saidOnce = new Set<string>();
    for (const parts of listsOf(dutyLists).values()) {
      const [head] = parts as [DutyList];
      const { scope, list } = { scope: head.scope ?? '', list: head.list ?? '' };
      const parameter = `duty-list.${scope}.${list}.count`;
      const { value: expected, citation = null } = policy.parameters.get(parameter) ?? {};
      if (typeof expected !== 'number') {
        const gap = countsAnyOf(scope, policy) ? parameter : `duty-list.${scope}`;
        if (!saidOnce.has(gap)) skip('parameter-missing', { parameter }, firstHeaderOrigin(head.table));
        saidOnce.add(gap);
        continue;
      }
      const found = parts.reduce((sum, { items }) => sum + items.length, 0);
      if (found === expected) continue;
      const at = lineOrigin(head.table, head.head);
      const args = { scope, list, found, expected };
      report({ message: 'different', args, at, margin: found - expected, citation });
    }
  },
});

function isScoped({ scope }: DutyList): boolean {
  return scope !== null && scope !== 'either';
}

/** A list may run over several tables or sheets. */
function listsOf(dutyLists: readonly DutyList[]): ReadonlyMap<string, readonly DutyList[]> {
  const lists = new Map<string, DutyList[]>();
  for (const duties of dutyLists) {
    if (duties.list === null || !isScoped(duties)) continue;
    const key = `${duties.scope} ${duties.list}`;
    lists.set(key, [...(lists.get(key) ?? []), duties]);
  }
  return lists;
}

function countsAnyOf(scope: string, policy: PolicyPack): boolean {
  return [...policy.parameters.keys()].some(
    (id) => id.startsWith(`duty-list.${scope}.`) && id.endsWith('.count'),
  );
}
