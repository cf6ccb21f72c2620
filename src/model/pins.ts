/** What a person has pinned down about the tables, where the program would otherwise find out by itself. */
export interface Pins {
  /** Names of the sheets to read, with `*` and `?`; all sheets when empty. */
  readonly sheets: readonly string[];
  /** The physical row, 1-based, in which the header of every sheet that is read begins. */
  readonly headerRow: number | null;
  readonly columns: readonly ColumnPin[];
}

export const NO_PINS: Pins = { sheets: [], headerRow: null, columns: [] };

/** One column said to be a field, by its header text or by its letter. */
export interface ColumnPin {
  readonly field: string;
  /** The header as written in the sheet, or a 1-based column number. */
  readonly column: string | number;
  /** Files and sheets it holds for, with `*` and `?`; all when `null`. */
  readonly file: string | null;
  readonly sheet: string | null;
  /** Where it is written, as `map.yaml:3:5`. */
  readonly place: string;
}

/** Whether a pin found in one file what it names; otherwise what was there instead. */
export interface PinTrace {
  readonly kind: 'sheet' | 'header-row' | 'column';
  /** The pin as the person wrote it. */
  readonly pin: string;
  readonly used: boolean;
  readonly found: readonly string[];
}

/** A pin that found nothing in any file. */
export class PinError extends Error {
  constructor(readonly trace: PinTrace) {
    super(`${trace.kind} ${trace.pin}: found ${trace.found.join(' ')}`);
  }
}

/** Whether a name fits a pattern in which `*` is any text and `?` one character. */
export function fitsPattern(name: string, pattern: string): boolean {
  const source = [...pattern.normalize('NFC')]
    .map((character) => (character === '*' ? '.*' : character === '?' ? '.' : escaped(character)))
    .join('');
  return new RegExp(`^${source}$`, 'su').test(name.normalize('NFC'));
}

function escaped(character: string): string {
  return /[\\^$.|+()[\]{}/]/.test(character) ? `\\${character}` : character;
}
