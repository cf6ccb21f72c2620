import type { RowRole, Stretch } from '../model/table.ts';

/** From the weightiest: the role by which a row counts that two tables side by side share. */
const ROLES: readonly RowRole[] = [
  'data',
  'unclear',
  'header',
  'band',
  'subtotal',
  'note',
  'meta',
  'title',
  'skipped',
  'blank',
];
const BLANK = ROLES.length - 1;

/** How many rows of each role a sheet has. */
export type RowCounts = Readonly<Record<RowRole, number>>;

/** What every physical row of a sheet is, from the first to the last that holds something. */
export class RowAccount {
  private readonly roles: Uint8Array;

  /** `last`: number of the last row that holds something; 0 for an empty sheet. */
  constructor(last: number) {
    this.roles = new Uint8Array(last).fill(BLANK);
  }

  add(row: number, role: RowRole): void {
    const weight = ROLES.indexOf(role);
    if (weight < (this.roles[row - 1] ?? 0)) this.roles[row - 1] = weight;
  }

  counts(): RowCounts {
    const counts = ROLES.map(() => 0);
    for (const role of this.roles) counts[role] = (counts[role] ?? 0) + 1;
    const of = (role: RowRole) => counts[ROLES.indexOf(role)] ?? 0;
    return {
      title: of('title'),
      meta: of('meta'),
      header: of('header'),
      data: of('data'),
      band: of('band'),
      blank: of('blank'),
      subtotal: of('subtotal'),
      note: of('note'),
      unclear: of('unclear'),
      skipped: of('skipped'),
    };
  }

  stretches(): Stretch[] {
    const found: Stretch[] = [];
    let from = 0;
    for (let index = 1; index <= this.roles.length; index++) {
      if (this.roles[index] === this.roles[from]) continue;
      found.push({ from: from + 1, to: index, role: ROLES[this.roles[from] ?? BLANK] ?? 'blank' });
      from = index;
    }
    return found;
  }
}
