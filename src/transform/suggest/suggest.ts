import type { Dataset } from '../../model/dataset.ts';
import type { PolicyPack } from '../../model/policy.ts';
import type { Finding } from '../../model/run.ts';
import type { Workbook } from '../../model/workbook.ts';
import { convertFile } from '../convert.ts';
import { cellsOf } from '../repairs.ts';
import type { Roster } from '../rollup/place.ts';
import { renumber } from '../serial-edits.ts';
import { codeSuggestions } from './codes.ts';
import { firstOfEach, namedSuggestions, type Suggestion } from './suggestion.ts';

/** What is probably meant in a file, from what is found in it and from a roster; at most one for a cell. */
export function suggestionsIn(
  source: { readonly findings: readonly Finding[]; readonly workbook: Workbook; readonly dataset: Dataset },
  { vocabulary }: PolicyPack,
  roster: Roster | null,
): Suggestion[] {
  const { findings, workbook, dataset } = source;
  const cells = cellsOf(workbook);
  const serials = renumber(findings, dataset).open.map(
    (edit): Suggestion => ({ ...edit, reason: 'serial', args: {} }),
  );
  const communities =
    roster === null
      ? []
      : (convertFile({ workbook, dataset, vocabulary, kinds: ['community'] }).rows.get('community') ?? []);
  const codes = roster === null ? [] : codeSuggestions(findings, communities, cells, roster);
  return firstOfEach([...namedSuggestions(findings, cells), ...codes, ...serials]);
}
