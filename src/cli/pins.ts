import path from 'node:path';
import type { PinError, Pins, PinTrace } from '../model/pins.ts';
import type { Locale, LocalText, PolicyPack } from '../model/policy.ts';
import { HOME } from './home.ts';
import { say } from './say.ts';
import { TEXTS } from './texts.ts';
import { UsageError } from './usage-error.ts';

export interface PinOptions {
  readonly sheet: readonly string[];
  readonly headerRow?: string;
  readonly columns?: string;
}

const COLUMN_MAP_SCHEMA = path.join(HOME, 'schemas/column-map.schema.json');
const LAST_ROW = 1_048_576;

/** What `--sheet`, `--header-row` and `--columns` pin down. The map is read only when there is one. */
export async function pinsOf(options: PinOptions, policy: PolicyPack): Promise<Pins> {
  const headerRow = options.headerRow === undefined ? null : rowNumber(options.headerRow);
  if (options.columns === undefined) return { sheets: options.sheet, headerRow, columns: [] };
  const { readColumnMap } = await import('../policy/column-map.ts');
  const columns = readColumnMap(options.columns, COLUMN_MAP_SCHEMA, policy.vocabulary);
  return { sheets: options.sheet, headerRow, columns };
}

function rowNumber(text: string): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= 1 && number <= LAST_ROW) return number;
  const expected = `1–${LAST_ROW}`;
  throw new UsageError(TEXTS.badValue, { option: '--header-row', found: text, expected, suggestion: 'none' });
}

const PIN_TEXTS: Readonly<Record<PinTrace['kind'], LocalText>> = {
  sheet: TEXTS.noSuchSheet,
  'header-row': TEXTS.noHeaderRow,
  column: TEXTS.noSuchColumn,
};

/** More would not be read. */
const MOST_SHOWN = 12;

export function sayPinError({ trace }: PinError, locale: Locale): string {
  const shown = trace.found.slice(0, MOST_SHOWN).join(locale === 'en' ? ', ' : '、');
  const found = trace.found.length > MOST_SHOWN ? `${shown} …` : shown;
  return say(PIN_TEXTS[trace.kind], locale, { pin: trace.pin, found: found === '' ? '—' : found });
}
