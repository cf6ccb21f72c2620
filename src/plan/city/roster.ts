import type { FieldRecord, RecordSet } from '../../model/dataset.ts';
import type { LayoutFinding } from '../../model/layout.ts';
import type { Origin } from '../../model/origin.ts';
import { foldText } from '../../model/text.ts';
import { countIn, optionalCount } from './numbers.ts';

/** A community as its row in the roster, or its first grid, tells of it. */
export interface CommunityRow {
  readonly name: string;
  readonly code: string;
  readonly subdistrict: string;
  readonly households: number | null;
  readonly residents: number | null;
  readonly isOverloaded: boolean | null;
  readonly isMergeable: boolean | null;
  readonly isLocked: boolean;
  /** As written under 可合并的相邻社区. */
  readonly neighbours: string;
  readonly at: Origin;
}

/** The communities that were told of, found by code or by name. */
export class Roster {
  readonly rows: CommunityRow[] = [];
  /** A name may stand for one community in each of several subdistricts. */
  private readonly byWord = new Map<string, number[]>();

  constructor(private readonly note: (finding: LayoutFinding) => void) {}

  addTables(sets: readonly RecordSet[]): void {
    for (const { records } of sets) for (const record of records) this.addRecord(record);
  }

  private addRecord(record: FieldRecord): void {
    const name = record.text('name');
    const code = record.text('code');
    if (name === '' && code === '') return;
    const subdistrict = record.text('subdistrict');
    const about = name || code;
    const known = this.find(code || name, subdistrict);
    if (known !== null && this.rows[known]?.subdistrict === subdistrict) {
      this.note({ id: 'community-twice', args: { about }, at: record.at('name') });
      return;
    }
    this.add({
      name: about,
      code,
      subdistrict,
      households: countIn(record, 'households', about, this.note),
      residents: optionalCount(record, 'residents'),
      isOverloaded: record.flag('load'),
      isMergeable: record.flag('mergeable'),
      isLocked: record.flag('stableUnit') === true,
      neighbours: record.text('mergeNeighbours'),
      at: record.at('name'),
    });
  }

  /** Also for a community that only the table of grids names. */
  add(row: CommunityRow): number {
    const index = this.rows.push(row) - 1;
    for (const word of new Set([foldText(row.name), foldText(row.code)])) {
      if (word !== '') this.byWord.set(word, [...(this.byWord.get(word) ?? []), index]);
    }
    return index;
  }

  /** By code or name; of several of one name the one in the subdistrict. `null` where none or too many fit. */
  find(word: string, subdistrict: string): number | null {
    const found = this.byWord.get(foldText(word)) ?? [];
    const [only] = found;
    if (only !== undefined && found.length === 1) {
      const other = this.rows[only]?.subdistrict ?? '';
      return subdistrict === '' || other === '' || foldText(other) === foldText(subdistrict) ? only : null;
    }
    const here = found.filter(
      (index) => foldText(this.rows[index]?.subdistrict ?? '') === foldText(subdistrict),
    );
    return here.length === 1 ? (here[0] ?? null) : null;
  }
}
