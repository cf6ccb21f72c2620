import type { Kind } from './kind.ts';
import { ARCHIVE_BOMBS, BOMBS } from './kinds/bombs.ts';
import { LIES, NAMES } from './kinds/containers.ts';
import { CUT } from './kinds/cut.ts';
import { MISNAMED } from './kinds/misnamed.ts';
import { FODS, ODS_KINDS, XLS, XML2003 } from './kinds/old.ts';
import { ADDRESSES, RANGES, SHEET_KINDS } from './kinds/sheets.ts';
import { ARCHIVES, CSV } from './kinds/text.ts';
import { VALUES, XML } from './kinds/xml.ts';

/** Every kind of hostile file, in a fixed order. */
export const KINDS: readonly Kind[] = [
  ...BOMBS,
  ...ARCHIVE_BOMBS,
  ...LIES,
  ...NAMES,
  ...MISNAMED,
  ...ADDRESSES,
  ...RANGES,
  ...SHEET_KINDS,
  ...XML,
  ...VALUES,
  ...ODS_KINDS,
  ...FODS,
  ...XLS,
  ...XML2003,
  ...CSV,
  ...ARCHIVES,
  ...CUT,
];
