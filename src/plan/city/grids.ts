import type { FieldRecord, RecordSet } from '../../model/dataset.ts';
import type { LayoutFinding, LayoutGrid } from '../../model/layout.ts';
import { foldText } from '../../model/text.ts';
import { countIn, optionalCount } from './numbers.ts';
import type { Roster } from './roster.ts';

/** Every grid once, with its row; words lead to it. */
export class GridList {
  readonly grids: LayoutGrid[] = [];
  readonly records: FieldRecord[] = [];
  /** Communities of which a grid stands twice, or without its number. */
  readonly incomplete = new Set<number>();
  private readonly byId = new Map<string, number>();
  private readonly byName = new Map<string, number[]>();

  constructor(
    private readonly roster: Roster,
    private readonly hasRoster: boolean,
    private readonly note: (finding: LayoutFinding) => void,
  ) {}

  addTables(sets: readonly RecordSet[]): void {
    for (const { records } of sets) for (const record of records) this.addRecord(record);
  }

  private addRecord(record: FieldRecord): void {
    const [code, name] = [record.text('gridCode'), record.text('gridName')];
    if (code === '' && name === '') return;
    const community = this.communityOf(record, code || name);
    if (community === null) return;
    const id = code || `${this.roster.rows[community]?.name} ${name}`;
    const known = this.byId.get(foldText(id));
    if (known !== undefined) {
      const first = this.grids[known] as LayoutGrid;
      this.incomplete.add(community).add(first.community);
      this.note({
        id: 'grid-twice',
        args: { about: id, first: first.at.a1 ?? '' },
        at: record.at('gridCode'),
      });
      return;
    }
    const households = countIn(record, 'households', id, this.note);
    if (households === null) this.incomplete.add(community);
    const index = this.grids.push({
      id,
      community,
      households: households ?? 0,
      residents: optionalCount(record, 'residents'),
      unit: record.text('quarter') || null,
      isCentre: record.flag('centre') === true,
      at: record.at('gridCode'),
    });
    this.records.push(record);
    this.byId.set(foldText(id), index - 1);
    const names = foldText(name);
    if (names !== '') this.byName.set(names, [...(this.byName.get(names) ?? []), index - 1]);
  }

  private communityOf(record: FieldRecord, about: string): number | null {
    const word = record.text('community');
    const subdistrict = record.text('subdistrict');
    const known = this.roster.find(word, subdistrict);
    if (known !== null) return known;
    if (word === '' || this.hasRoster) {
      this.note({
        id: 'community-unknown',
        args: { about, found: word || 'none' },
        at: record.at('community'),
      });
      return null;
    }
    return this.roster.add({
      name: word,
      code: '',
      subdistrict,
      households: null,
      residents: null,
      isOverloaded: null,
      isMergeable: null,
      isLocked: false,
      neighbours: '',
      at: record.at('community'),
    });
  }

  /** By code, else by a name that only one grid has, or only one of the community that asks. */
  find(word: string, community: number | null): number | null {
    const key = foldText(word);
    const known = this.byId.get(key);
    if (known !== undefined) return known;
    const named = this.byName.get(key) ?? [];
    const here = named.filter((index) => this.grids[index]?.community === community);
    const [found] = here.length > 0 ? here : named;
    return found !== undefined && (here.length || named.length) === 1 ? found : null;
  }
}
