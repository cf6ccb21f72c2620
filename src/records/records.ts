import type { CertificateList, Community, Dataset, Quantity, Roster } from '../model/dataset.ts';
import type { KindWords } from '../model/policy.ts';
import type { Table, TableRow, TableSet } from '../model/table.ts';
import { dutyListsOf } from './duty-lists.ts';
import { fieldColumns, RowRecord } from './record.ts';
import { recordSetsOf } from './record-sets.ts';

/** Tables → typed records. Raw values stay beside what was read from them; nothing is judged here. */
export function readRecords(found: TableSet): Dataset {
  const { file, format, tables, ledgers, kinds } = found;
  const ofKind = (kind: string) => tables.filter((table) => table.kind === kind);
  return {
    file,
    format,
    tables,
    ledgers,
    dutyLists: chainsOf(ofKind('duty-list')).flatMap(dutyListsOf),
    rosters: ofKind('community').map((table) => rosterOf(table, unitsOf('community', kinds))),
    certificateLists: ofKind('certificate').map(certificateListOf),
    records: recordSetsOf(found),
  };
}

/** Each table with those that continue it. */
function chainsOf(tables: readonly Table[]): Table[][] {
  const chains: Table[][] = [];
  for (const table of tables) {
    if (table.continues === null) chains.push([table]);
    else chains.at(-1)?.push(table);
  }
  return chains;
}

/** What the fields of a kind count. */
function unitsOf(kind: string, kinds: readonly KindWords[]): ReadonlyMap<string, string> {
  const fields = kinds.find(({ id }) => id === kind)?.fields ?? [];
  return new Map(fields.map(({ id, unit }) => [id, unit ?? '']));
}

function rosterOf(table: Table, units: ReadonlyMap<string, string>): Roster {
  const columns = fieldColumns(table);
  let subdistrict = '';
  return {
    table,
    communities: table.rows.map((row) => {
      const community = new CommunityRecord(row, table, columns, units);
      const written = community.value('subdistrict').text.trim();
      if (written !== '') subdistrict = written;
      community.subdistrict = subdistrict;
      return community;
    }),
  };
}

class CommunityRecord extends RowRecord implements Community {
  readonly name = this.value('name').text.trim();
  readonly code = this.value('code').text.trim();
  readonly households: Quantity | null;
  readonly residents: Quantity | null;
  subdistrict = '';

  constructor(
    row: TableRow,
    table: Table,
    columns: ReadonlyMap<string, number>,
    private readonly units: ReadonlyMap<string, string>,
  ) {
    super(row, table, columns, nameIn(row.cells, columns.get('name')));
    this.households = this.quantity('households');
    this.residents = this.quantity('residents');
  }

  protected override usualUnit(field: string): string {
    return this.units.get(field) ?? '';
  }
}

function certificateListOf(table: Table): CertificateList {
  const columns = fieldColumns(table);
  const name = columns.get('certificate');
  return {
    table,
    certificates: table.rows.map((row) => new RowRecord(row, table, columns, nameIn(row.cells, name))),
  };
}

function nameIn(cells: readonly unknown[], column: number | undefined): string {
  const cell = column === undefined ? undefined : cells[column - 1];
  return typeof cell === 'string' ? cell.trim() : '';
}
