import { isText, type SavedAs } from '../../scripts/city/formats.ts';
import type { Line } from './saved.ts';

/** A difference between a workbook as .xlsx and as something else, and why there is no way round it. */
export interface Allowed {
  readonly formats: (format: SavedAs) => boolean;
  readonly says: string;
  /** `lost`: only the .xlsx has it. `new`: only the other. `worded`: both, at the same places, with other arguments. */
  readonly how: 'lost' | 'new' | 'worded';
  readonly fits?: (line: Line) => boolean;
  readonly why: string;
}

const places = ({ where }: Line) => where.split(' · ').slice(3);
const sheetOf = (place: string) => place.split('!')[0];

export const ALLOWED: readonly Allowed[] = [
  {
    formats: (format) => format !== 'xlsx',
    says: 'cell-formula-without-value unstored',
    how: 'lost',
    why: 'A text holds no formula, and the writer leaves a formula without a result out of every other format.',
  },
  {
    formats: (format) => format === 'ods',
    says: 'cell-error-value error',
    how: 'lost',
    why: 'OpenDocument knows no error value, only formulas that fail; the writer leaves the cell out.',
  },
  {
    formats: isText,
    says: 'duty-item-in-two-lists both',
    how: 'lost',
    fits: (line) => new Set(places(line).map(sheetOf)).size > 1,
    why: 'The two lists stand on two sheets, so here in two files, and the rule looks at one file.',
  },
  {
    formats: isText,
    says: 'serial-as-date date',
    how: 'worded',
    why: 'A text holds what was shown, “1月3日”, and not the day behind it.',
  },
  {
    formats: isText,
    says: 'sheet-without-table unread',
    how: 'new',
    fits: (line) => places(line).every((place) => place.includes('|字典!')),
    why: 'The hidden sheet of choices is a file of its own here, and hidden is nothing in a text.',
  },
];
