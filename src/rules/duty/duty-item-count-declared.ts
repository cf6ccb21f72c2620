import type { DeclaredCount, DutyList } from '../../model/dataset.ts';
import { defineRule } from '../define.ts';
import { lineOrigin } from '../origins.ts';

/** What the pack prescribes is compared by duty-item-count; here the submission is held to its own words. */
export const rule = defineRule({
  id: 'duty-item-count-declared',
  scope: 'duty-list',
  messages: {
    different: {
      'zh-CN': '“{text}”写明 {expected} 项，其下实有 {found} 项。请核对是漏报、多报，还是标题未改。',
      en: '“{text}” claims {expected} items; {found} stand below it. Correct the rows or the claim.',
    },
  },
  check(duties, { report }) {
    for (const declared of duties.declared) {
      const found = countedBy(declared, duties);
      if (found === null || found === declared.count) continue;
      report({
        message: 'different',
        args: { text: declared.text, expected: declared.count, found },
        at: lineOrigin(duties.table, declared),
        margin: found - declared.count,
      });
    }
  },
});

/**
 * Where a column tells the lists, a title speaks of all rows of the table; it is then compared once, with
 * the list that comes first, and `null` answers for the others.
 */
function countedBy({ section }: DeclaredCount, { table, head, items }: DutyList): number | null {
  if (section !== null) return items.filter(({ row }) => row.section === section).length;
  if (head.from !== 'column') return items.length;
  return items[0]?.row.row === table.rows[0]?.row ? table.rows.length : null;
}
