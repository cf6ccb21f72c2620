import type { Numbering } from './lists.ts';
import type { Placement } from './place.ts';
import type { DutyField, ListKind, Submission } from './types.ts';

/** What a fault has to know about a layout before it edits the data. */
export interface Layout {
  id: string;
  numbering: Numbering;
  /** One header serves all lists, so a header word is changed for all of them. */
  sharedHeader: boolean;
  /** Each list has a sheet of its own, so its kind can be hidden. */
  ownSheets: boolean;
  /** Where counts are written out: in list titles, in category bands, or nowhere. */
  declares: 'title' | 'category' | 'nowhere';
  /** Rows that no fault touches: a list is joined by the numbers at the end of one page and the top of the next. */
  untouched?: readonly number[];
  fields(kind: ListKind): readonly DutyField[];
  place(sub: Submission): Placement;
}
