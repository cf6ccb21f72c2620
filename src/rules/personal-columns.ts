import { cellText } from '../model/cell-text.ts';
import type { PolicyPack } from '../model/policy.ts';
import type { Column, Table } from '../model/table.ts';
import { foldText } from '../model/text.ts';
import { madeOnce } from './made-once.ts';

/** Headers of columns that name residents: 户主姓名, 居民姓名 … */
export const RESIDENT_NAMES = 'word.resident-name';

/** Fields in which a form itself asks for a person. */
const ASKED = new Set(['person', 'personCode', 'gridWorker', 'contact', 'head', 'supervisor', 'applicant']);

const headersOf = madeOnce(
  ({ catalogues }: PolicyPack) =>
    new Set(
      catalogues
        .get(RESIDENT_NAMES)
        ?.entries.flatMap(({ name, synonyms }) => [name, ...synonyms].map(foldText)),
    ),
);

export function asksForPerson({ field }: Column): boolean {
  return field !== null && ASKED.has(field);
}

export function namesResidents(column: Column, policy: PolicyPack): boolean {
  return !asksForPerson(column) && headersOf(policy).has(foldText(column.header.split('/').at(-1) ?? ''));
}

/** The residents that tables name, so that reports can leave them out. */
export function residentNames(tables: readonly Table[], policy: PolicyPack): string[] {
  const names = tables.flatMap((table) =>
    table.columns
      .filter((column) => namesResidents(column, policy))
      .flatMap(({ column }) => table.rows.map(({ cells }) => cellText(cells[column - 1]).trim())),
  );
  return [...new Set(names)].filter((name) => /^\p{Script=Han}[\p{Script=Han}·]{1,14}$/u.test(name));
}
