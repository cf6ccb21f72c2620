import { UnreadableError } from './unreadable.ts';

const KIB = 1024;
const MIB = 1024 * KIB;
const GIB = 1024 * MIB;

/** Sizes are bytes and may be typed as `400MiB`; everything else is a plain number. */
export type LimitUnit = 'size' | 'count';

/**
 * What stands between a submission and the machine, by the id that `--limit ID=VALUE` takes. The values leave
 * room above what real spreadsheets need: of some 6,000 public ones, 99.9 % unpack to less than 12 MiB.
 * Whoever reads a file gets these as `Limits` and throws `overLimit`.
 */
export const LIMITS = {
  /** Bytes of one submitted file. */
  file: { unit: 'size', value: 64 * MIB },
  /** Bytes of a .zip of submissions. */
  archive: { unit: 'size', value: 512 * MIB },
  /** Entries of one ZIP container. */
  entries: { unit: 'count', value: 4096 },
  /** Bytes of one part once inflated. */
  part: { unit: 'size', value: 256 * MIB },
  /** Bytes of all parts of one file that are inflated. */
  total: { unit: 'size', value: 384 * MIB },
  /** Sheets of one workbook. */
  sheets: { unit: 'count', value: 1000 },
  /** Cells of one sheet. */
  cells: { unit: 'count', value: 3_000_000 },
  /** Places of one sheet's rows from column A to the last cell, empty ones included. */
  grid: { unit: 'count', value: 16_000_000 },
  /** The last row and the last column, where spreadsheets end too. */
  rows: { unit: 'count', value: 1_048_576 },
  columns: { unit: 'count', value: 16_384 },
  /** Shared strings of one workbook. */
  strings: { unit: 'count', value: 3_000_000 },
  /** Cell styles of one workbook. */
  styles: { unit: 'count', value: 100_000 },
  /** Merged areas of one sheet. */
  merges: { unit: 'count', value: 100_000 },
  /** Characters (UTF-16 units) of one cell. */
  text: { unit: 'count', value: 32_767 },
  /** Elements of XML within each other. */
  depth: { unit: 'count', value: 256 },
  /** Bytes of one tag of XML with its attributes. */
  tag: { unit: 'size', value: MIB },
  /** Bytes of one record of a CSV. */
  record: { unit: 'size', value: MIB },
  /** Seconds and memory for one file in a process of its own. */
  seconds: { unit: 'count', value: 20 },
  memory: { unit: 'size', value: GIB },
} as const satisfies Record<string, { readonly unit: LimitUnit; readonly value: number }>;

export type LimitId = keyof typeof LIMITS;

/** The limits of one run, each a number in its unit: bytes, or things counted. */
export type Limits = Readonly<Record<LimitId, number>>;

export const LIMIT_IDS = Object.keys(LIMITS) as readonly LimitId[];

export const DEFAULT_LIMITS = Object.fromEntries(LIMIT_IDS.map((id) => [id, LIMITS[id].value])) as Limits;

/**
 * The refusal of a submission that is over a limit. `found` is what was met when reading stopped, which may be
 * less than the whole; `where` is a part, a sheet or a line. `raise` is what to type to have it read.
 */
export function overLimit(limits: Limits, limit: LimitId, found: number, where = 'none'): UnreadableError {
  return new UnreadableError('too-large', {
    limit,
    where,
    found: shownLimit(limit, found),
    allowed: shownLimit(limit, limits[limit]),
    raise: `${limit}=${shownLimit(limit, roomFor(limit, found))}`,
  });
}

/** A value of a limit as `--limit` takes it: `256MiB`, `3000000`. */
export function shownLimit(id: LimitId, value: number): string {
  if (LIMITS[id].unit === 'count') return String(value);
  const [unit, size] = value >= GIB ? ['GiB', GIB] : value >= MIB ? ['MiB', MIB] : ['KiB', KIB];
  const scaled = value / (size as number);
  // Rounded up, so that what is over a limit never looks like the limit itself.
  return `${Math.ceil(scaled * 10) / 10}${unit}`;
}

/** A round value above `found`: the next power of two for bytes, two digits for numbers. */
function roomFor(id: LimitId, found: number): number {
  if (LIMITS[id].unit === 'size') return Math.max(MIB, 2 ** (Math.floor(Math.log2(found)) + 1));
  const digits = Math.max(1, 10 ** (Math.floor(Math.log10(2 * found)) - 1));
  return Math.ceil((2 * found) / digits) * digits;
}

const SIZE_UNITS: Readonly<Record<string, number>> = { '': 1, b: 1, k: KIB, m: MIB, g: GIB };

/** `400MiB`, `400m`, `65536` or `3,000,000` as a number above 0; `null` for anything else. */
export function parseLimit(id: LimitId, text: string): number | null {
  const match = /^(\d[\d,_]*)\s*(?:([kmg])(?:i?b)?|(b))?$/i.exec(text.trim());
  if (match === null) return null;
  const [, digits = '', scale, bytes] = match;
  const unit = (scale ?? bytes ?? '').toLowerCase();
  if (unit !== '' && LIMITS[id].unit !== 'size') return null;
  const value = Number(digits.replace(/[,_]/g, '')) * (SIZE_UNITS[unit] ?? Number.NaN);
  return Number.isSafeInteger(value) && value > 0 ? value : null;
}

/** The refusal of a file whose reader was ended, because it took too long or more memory than is allowed. */
export function overTime(limits: Limits): UnreadableError {
  return ended('too-slow', limits, 'seconds');
}

export function overMemory(limits: Limits): UnreadableError {
  return ended('too-much-memory', limits, 'memory');
}

/** What it would have needed is not known, so twice as much is what to try. */
function ended(reason: 'too-slow' | 'too-much-memory', limits: Limits, limit: LimitId): UnreadableError {
  const allowed = shownLimit(limit, limits[limit]);
  return new UnreadableError(reason, { allowed, raise: `${limit}=${shownLimit(limit, 2 * limits[limit])}` });
}
