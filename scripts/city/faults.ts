import type { Fault } from './draft.ts';
import { CELL_FAULTS } from './faults-cells.ts';
import { HEADER_FAULTS } from './faults-headers.ts';
import { LIST_FAULTS, swapLists } from './faults-lists.ts';
import { ROSTER_FAULTS } from './faults-roster.ts';

export const FAULTS: readonly Fault[] = [
  ...CELL_FAULTS,
  ...LIST_FAULTS,
  swapLists,
  ...HEADER_FAULTS,
  ...ROSTER_FAULTS,
];

export const isRosterFault = (fault: Fault): boolean => ROSTER_FAULTS.includes(fault);

export function faultsNamed(id: string): readonly Fault[] {
  const found = FAULTS.filter((fault) => fault.id === id);
  if (found.length === 0) throw new Error(`no fault is called ${id}`);
  return found;
}

/** Every rule that a planted fault may be answered with. */
export const RULES: readonly string[] = [
  ...new Set(FAULTS.filter((fault) => fault !== swapLists).map((fault) => fault.id)),
  'certificate-missing',
  'file-unreadable',
];
