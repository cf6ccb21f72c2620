import { Tags, Unfamiliar } from './tags.ts';

/** What one pass over a worksheet's tags says before any value is read. */
export interface SheetScan {
  /** Cells that hold a value, an inline string or a formula: a count made apart from the reader's own. */
  readonly cells: number;
}

/** Spreadsheets end here; anything beyond is no cell. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;
/** More cells than a person ever sends; refused before rows are built. */
export const MAX_CELLS = 50_000_000;

/**
 * Passes over every tag of a worksheet once. The reader behind it may then trust that tags end, that no
 * prefix, CDATA or document type is in the way, and how many cells it has to deliver.
 * Throws `Unfamiliar` otherwise.
 */
export function scanSheet(xml: Buffer): SheetScan {
  const tags = new Tags(xml);
  if (!tags.next() || !tags.is('worksheet')) throw new Unfamiliar();
  let cells = 0;
  let isPending = false;
  let sawData = false;
  while (tags.next()) {
    if (tags.isClosing) {
      if (tags.is('c')) isPending = false;
    } else if (tags.is('c')) isPending = !tags.isEmpty;
    else if (isPending && holdsContent(tags)) {
      cells++;
      isPending = false;
    } else if (tags.is('sheetData')) sawData = true;
  }
  if (!sawData) throw new Unfamiliar();
  return { cells };
}

/** `<v/>` and `<v></v>` hold nothing. */
function holdsContent(tags: Tags): boolean {
  if (tags.is('v'))
    return !tags.isEmpty && !tags.bytes.subarray(tags.textStart, tags.textStart + 2).equals(CLOSING);
  return tags.is('f') || tags.is('is');
}

const CLOSING = Buffer.from('</');
