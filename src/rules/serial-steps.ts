import type { DutyItem, DutyList, Serial } from '../model/dataset.ts';

/** One readable serial of a duty list, with what stands between it and the one before. */
export interface SerialStep {
  readonly item: DutyItem;
  readonly number: number;
  /** Rows since the last step whose serial is empty, a date, of another style or otherwise unreadable. */
  readonly ignored: number;
  /** A section, a category or a heading of another style begins here: numbering may restart. */
  readonly fresh: boolean;
  /** Rows of other lists stand between, which may have gone on with the numbering. */
  readonly detached: boolean;
}

/** Serials in the style most of the list is numbered in: （一） over 1, 2, 3 numbers another level. */
export function serialSteps(duties: DutyList): readonly SerialStep[] {
  const known = stepsByList.get(duties);
  if (known !== undefined) return known;
  const steps = readSteps(duties);
  stepsByList.set(duties, steps);
  return steps;
}

/** Two rules read the same steps, one after the other. */
const stepsByList = new WeakMap<DutyList, readonly SerialStep[]>();

function readSteps({ tables, items }: DutyList): SerialStep[] {
  const style = prevailingStyle(items);
  const rows = tables.flatMap((table) => table.rows);
  const steps: SerialStep[] = [];
  let ignored = 0;
  let fresh = false;
  let detached = false;
  let above: DutyItem | undefined;
  let position = 0;
  for (const item of items) {
    // Items stand in the order of their rows.
    const isApart = rows[position] !== item.row;
    if (isApart) position = Math.max(0, rows.indexOf(item.row, position));
    const moved =
      above !== undefined && (above.row.section !== item.row.section || above.category !== item.category);
    fresh ||= moved || isApart;
    detached ||= isApart;
    above = item;
    position++;
    const { number } = item.serial;
    const own = styleOf(item.serial);
    if (number !== null && own !== null && own === style) {
      steps.push({ item, number, ignored, fresh, detached });
      ignored = 0;
      fresh = false;
      detached = false;
    } else {
      ignored++;
      fresh ||= own !== null;
    }
  }
  return steps;
}

function prevailingStyle(items: readonly DutyItem[]): string | null {
  const counts = new Map<string, number>();
  for (const { serial } of items) {
    const style = styleOf(serial);
    if (style !== null) counts.set(style, (counts.get(style) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, left], [, right]) => right - left);
  return most?.[0] ?? null;
}

/** 1.2 and 1-2 number a lower level, and five digits are a project code: neither can be counted on from. */
function styleOf({ number, text }: Serial): string | null {
  if (number !== null && /^\d{1,4}$/.test(text)) return 'bare digits';
  const folded = text.normalize('NFKC');
  if (number === null || /\d\D+\d|\d{5}/u.test(folded)) return null;
  if (/[①-⑳]/u.test(text)) return 'circled';
  const brackets = folded.includes(')') ? 'bracketed' : 'bare';
  return /\d/u.test(folded) ? `${brackets} digits` : `${brackets} characters`;
}
