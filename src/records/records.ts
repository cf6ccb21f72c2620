import type { CertificateList, Dataset, Roster } from '../model/dataset.ts';
import type { Table, TableSet } from '../model/table.ts';
import { dutyListsOf } from './duty-lists.ts';
import { fieldColumns, toRecord } from './record.ts';

/** Tables → typed records. Raw values stay beside what was read from them; nothing is judged here. */
export function readRecords({ file, tables, ledgers }: TableSet): Dataset {
  const ofKind = (kind: string) => tables.filter((table) => table.kind === kind);
  return {
    file,
    tables,
    ledgers,
    dutyLists: ofKind('duty-list').flatMap(dutyListsOf),
    rosters: ofKind('community').map(rosterOf),
    certificateLists: ofKind('certificate').map(certificateListOf),
  };
}

function rosterOf(table: Table): Roster {
  const columns = fieldColumns(table);
  let subdistrict = '';
  return {
    table,
    communities: table.rows.map((row) => {
      const record = toRecord(table, row, columns, nameIn(row.cells, columns.get('name')));
      const written = record.value('subdistrict').text.trim();
      if (written !== '') subdistrict = written;
      return {
        ...record,
        name: record.value('name').text.trim(),
        code: record.value('code').text.trim(),
        subdistrict,
        households: record.quantity('households'),
        residents: record.quantity('residents'),
      };
    }),
  };
}

function certificateListOf(table: Table): CertificateList {
  const columns = fieldColumns(table);
  return {
    table,
    certificates: table.rows.map((row) =>
      toRecord(table, row, columns, nameIn(row.cells, columns.get('certificate'))),
    ),
  };
}

function nameIn(cells: readonly unknown[], column: number | undefined): string {
  const cell = column === undefined ? undefined : cells[column - 1];
  return typeof cell === 'string' ? cell.trim() : '';
}
