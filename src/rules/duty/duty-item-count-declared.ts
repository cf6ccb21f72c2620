import type { DeclaredCount, DutyList } from '../../model/dataset.ts';
import { enclosing } from '../../model/table.ts';
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
        at: lineOrigin(declared.table, declared),
        margin: found - declared.count,
      });
    }
  },
});

/**
 * Where a column tells the lists, a title speaks of all rows of the table; it is then compared once, with
 * the list that comes first, and `null` answers for the others.
 */
function countedBy({ section }: DeclaredCount, { tables, head, items }: DutyList): number | null {
  if (section !== null) {
    // The sections of a table go on in those that continue it.
    const sections = tables.at(-1)?.sections ?? [];
    const claimed = sections[section];
    return items.filter(({ row }) => [...enclosing(sections, row.section)].some((one) => one === claimed))
      .length;
  }
  if (head.from !== 'column') return items.length;
  const rows = tables.flatMap((table) => table.rows);
  return items[0]?.row.row === rows[0]?.row ? rows.length : null;
}
