import { cellText } from '../../model/cell-text.ts';
import { headsCodes, personalNumbers } from '../../model/personal.ts';
import type { Column, Table, TableRow } from '../../model/table.ts';
import type { CellValue } from '../../model/workbook.ts';
import { defineRule } from '../define.ts';
import { cellOrigin } from '../origins.ts';
import { asksForPerson, namesResidents, RESIDENT_NAMES } from '../personal-columns.ts';

/** A telephone number has eleven digits. */
const SHORTEST = 11;

/** Told once for a column and a kind of data, at the first cell: what is in a list of residents is in every row. */
export const rule = defineRule({
  id: 'personal-data',
  scope: 'table',
  asks: { catalogues: [RESIDENT_NAMES] },
  messages: {
    identity: {
      'zh-CN':
        '“{header}”列有 {count} 处身份证号，这类表不要求填。请删去；确需报送的，用单位规定的渠道。报告里已遮住中间几位。',
      en: 'The column “{header}” has {count} identity numbers, which this kind of table does not ask for. Delete them. Reports show them masked.',
    },
    mobile: {
      'zh-CN':
        '“{header}”列有 {count} 处手机号码，这类表不要求填。请删去；需要联系方式的，写单位电话。报告里已遮住中间几位。',
      en: 'The column “{header}” has {count} mobile numbers, which this kind of table does not ask for. Delete them. Reports show them masked.',
    },
    name: {
      'zh-CN': '“{header}”列有 {count} 个居民姓名，这类表不要求填。请删去该列。报告里只留姓。',
      en: 'The column “{header}” names {count} residents, which this kind of table does not ask for. Delete it. Reports keep the first character only.',
    },
  },
  check(table, { policy, report }) {
    for (const column of table.columns) {
      if (asksForPerson(column)) continue;
      const found = numbersIn(table, column);
      if (namesResidents(column, policy)) {
        const named = table.rows.filter(({ cells }) => cellText(cells[column.column - 1]).trim() !== '');
        found.push(['name', named.length, named[0]]);
      }
      for (const [message, count, first] of found) {
        if (first === undefined) continue;
        // The row's own words may be the very name.
        const at = cellOrigin(table, first.row, column.column, null);
        report({ message, args: { header: column.header, count }, at });
      }
    }
  },
});

type Found = [message: 'identity' | 'mobile' | 'name', count: number, first: TableRow | undefined];

function numbersIn({ rows }: Table, { column, header }: Column): Found[] {
  const found: Record<'identity' | 'mobile', Found> = {
    identity: ['identity', 0, undefined],
    mobile: ['mobile', 0, undefined],
  };
  const count = (of: Found, more: number, row: TableRow) => {
    if (more > 0) of[2] ??= row;
    of[1] += more;
  };
  for (const row of rows) {
    const cell = row.cells[column - 1];
    if (!mayHoldNumber(cell)) continue;
    const { identities, mobiles } = personalNumbers(cellText(cell));
    count(found.identity, identities.length, row);
    // Eleven digits where codes stand are a code cut short.
    count(found.mobile, headsCodes(header) ? 0 : mobiles.length, row);
  }
  return [found.identity, found.mobile];
}

function mayHoldNumber(cell: CellValue | undefined): boolean {
  return typeof cell === 'number' ? cell >= 1e10 : typeof cell === 'string' && cell.length >= SHORTEST;
}
