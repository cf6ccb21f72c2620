import type { CheckOf, Group } from '../../model/check.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { PolicyPack } from '../../model/policy.ts';
import { foldText } from '../../model/text.ts';
import { groupOf, spansFiles } from './groups.ts';
import { defineMethod, type Gather } from './method.ts';
import { DENOMINATOR, judgeRatio, NUMERATOR, RATIO_MESSAGES, type RatioMessage } from './quotients.ts';
import { setsWith, unansweredIn } from './rows.ts';
import { gatherSums, type TermFact } from './terms.ts';

/** The rows of some kind among all rows that say of what kind they are; a ratio of two counts. */
export const share = defineMethod<'share', TermFact, RatioMessage>({
  id: 'share',
  messages: RATIO_MESSAGES,
  remedy: {
    'zh-CN': '请核对各行的填写；属实的，按条文提高或降低占比。',
    en: 'Check what the rows say; where it is right, act on the clause.',
  },
  spansFiles: (check) => spansFiles(groupIn(check)),
  collect(dataset, check, policy, gather) {
    const catalogue = check.catalogue === undefined ? null : policy.catalogues.get(check.catalogue);
    if (catalogue === undefined) {
      gather.skip('catalogue-missing', { catalogue: check.catalogue ?? '' }, null);
      return;
    }
    const names = catalogue?.entries.flatMap(({ name, synonyms }) => [name, ...synonyms].map(foldText));
    collectRows(dataset, check, names === undefined ? null : new Set(names), gather);
  },
  judge: (facts, check, policy: PolicyPack, judgement) =>
    judgeRatio(facts, check, check.of[0] ?? '', policy, judgement),
});

function groupIn({ group }: CheckOf<'share'>): Group {
  return group ?? 'table';
}

/** Without names the field is a flag, and yes counts. */
function collectRows(
  dataset: Dataset,
  check: CheckOf<'share'>,
  names: ReadonlySet<string> | null,
  gather: Gather<TermFact>,
): void {
  const { field } = check;
  const facts: TermFact[] = [];
  for (const set of setsWith(dataset, check.of, [field], gather)) {
    for (const record of set.records) {
      const group = groupOf(record, set, groupIn(check));
      const unanswered = unansweredIn(record, set, check.besides);
      if (group === null || unanswered === null) {
        gather.excuse();
        continue;
      }
      const text = record.text(field);
      const counts = text === '' ? null : names === null ? record.flag(field) : names.has(foldText(text));
      const common = {
        dimension: '',
        whole: true,
        clash: null,
        unread: [],
        at: record.at(field),
        unanswered,
      };
      const one = { group: group.key, label: group.label, rows: 1, low: 1, high: 1, ...common };
      facts.push({ ...one, term: DENOMINATOR });
      // A cell that says nothing may be either: the share is an interval then.
      facts.push({ ...one, term: NUMERATOR, low: counts === true ? 1 : 0, high: counts === false ? 0 : 1 });
    }
  }
  gatherSums(facts, gather);
}
