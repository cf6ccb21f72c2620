import { OUTCOMES, SEVERITIES } from '../../i18n/words.ts';
import type { Run } from '../../model/run.ts';
import { byCodeUnit } from '../../model/text.ts';
import { talliesByRule } from '../charts/tallies.ts';
import { escaped } from '../escaped.ts';
import { visible } from '../visible.ts';
import type { Wording } from '../wording.ts';
import { textHtml } from './blocks-html.ts';
import { LEVELS, OUTCOME_IDS } from './gather.ts';
import { PAGE_WORDS } from './words.ts';

/** The form above the findings; hidden until the script of the page runs, as it does nothing without. */
export function filtersHtml(run: Run, wording: Wording): string {
  const word = (id: keyof typeof PAGE_WORDS) => textHtml(wording.say(PAGE_WORDS[id]));
  const count = (of: 'severity' | 'outcome', id: string) =>
    run.findings.filter((finding) => finding[of] === id).length;
  const levels = LEVELS.map((id, index) =>
    box('level', index, wording.say(SEVERITIES[id]), count('severity', id)),
  );
  const outcomes = OUTCOME_IDS.map((id, index) =>
    box('outcome', index, wording.say(OUTCOMES[id]), count('outcome', id)),
  );
  const rules = talliesByRule(run).map(({ id, total }) =>
    option(id, `${wording.ruleTitle(id)} ${id}（${total}）`),
  );
  const units = unitsOf(run).map(({ path, total }) => option(path, `${path}（${total}）`));
  return `<form id="filter" role="search" aria-label="${escaped(wording.say(PAGE_WORDS.filter))}" hidden>
<div class="field"><label for="words">${word('search')}</label><input id="words" name="words" type="search" autocomplete="off"></div>
<div class="field"><label for="rule">${textHtml(wording.word('rule'))}</label><select id="rule" name="rule"><option value="">${word('all')}</option>${rules.join('')}</select></div>
<div class="field"><label for="unit">${word('unit')}</label><select id="unit" name="unit"><option value="">${word('all')}</option>${units.join('')}</select></div>
<fieldset><legend>${textHtml(wording.word('level'))}</legend>${levels.join('')}</fieldset>
<fieldset><legend>${word('outcome')}</legend>${outcomes.join('')}</fieldset>
<button type="reset">${word('reset')}</button>
</form>`;
}

function box(name: string, value: number, label: string, count: number): string {
  return `<label><input type="checkbox" name="${name}" value="${value}" checked> ${textHtml(label)} ${count}</label>`;
}

function option(value: string, label: string): string {
  return `<option value="${escaped(visible(value))}">${escaped(visible(label))}</option>`;
}

/** More would make a list that nobody finds anything in; the search takes over. */
const MOST_UNITS = 2000;

/** Every folder and file with findings, each folder before what lies in it. */
function unitsOf({ findings }: Run): readonly { readonly path: string; readonly total: number }[] {
  const totals = new Map<string, number>();
  for (const { origins } of findings) {
    const parts = (origins[0]?.file ?? '').split('/');
    for (const index of parts.keys()) {
      const path = parts.slice(0, index + 1).join('/');
      totals.set(path, (totals.get(path) ?? 0) + 1);
    }
  }
  return [...totals]
    .map(([path, total]) => ({ path, total }))
    .sort((left, right) => byCodeUnit(left.path, right.path))
    .slice(0, MOST_UNITS);
}
