import type { FieldRecord } from '../../model/dataset.ts';
import type { Origin } from '../../model/origin.ts';
import { foldText } from '../../model/text.ts';
import { defineMethod } from './method.ts';
import { setsWith } from './rows.ts';

type MatchFact =
  | { readonly side: 'offer'; readonly names: readonly string[]; readonly same: readonly string[] }
  | {
      readonly side: 'need';
      readonly names: readonly string[];
      readonly same: readonly string[];
      readonly shown: string;
      readonly about: string;
      readonly at: Origin;
    };

/** Every need has something that answers it: a resource or a service of its class, for its type of quarter. */
export const directoryMatch = defineMethod<'directory-match', MatchFact, 'unmatched' | 'unnamed'>({
  id: 'directory-match',
  messages: {
    unmatched: {
      'zh-CN': '{about}：“{found}”在{kinds}里都没有对应。',
      en: '{about}: nothing in {kinds} answers “{found}”.',
    },
    unnamed: {
      'zh-CN': '{about}：没有填“{field}”，看不出由什么来对应。',
      en: '{about}: “{field}” is empty, so that nothing says what answers it.',
    },
  },
  remedy: {
    'zh-CN': '请补上对应的资源或服务，或核对类别的写法。',
    en: 'Add what answers it, or write the class as the other lists do.',
  },
  spansFiles: (check) => check.group !== 'file',
  collect(dataset, check, _policy, gather) {
    const { same = [] } = check;
    for (const target of check.in) {
      for (const set of setsWith(dataset, [target.of], [target.field], gather)) {
        for (const record of set.records) {
          const names = namesIn(record.text(target.field));
          if (names.length > 0) gather.fact({ side: 'offer', names, same: sameIn(record, same) });
        }
      }
    }
    for (const set of setsWith(dataset, check.of, [check.field], gather)) {
      for (const record of set.records) {
        const at = record.at(check.field);
        const shown = record.text(check.field);
        const about = record.about === '' ? (at.a1 ?? '') : record.about;
        gather.fact({ side: 'need', names: namesIn(shown), same: sameIn(record, same), shown, about, at });
      }
    }
  },
  judge(facts, check, _policy, { report, skip }) {
    const needs = facts.filter((fact) => fact.side === 'need');
    const offers = facts.filter(({ side }) => side === 'offer');
    if (needs.length === 0) return skip('kind-missing', { kind: check.of[0] ?? '' });
    if (offers.length === 0) return skip('kind-missing', { kind: check.in[0]?.of ?? '' });
    const kinds = check.in.map(({ of }) => of).join(' ');
    for (const { names, same, shown, about, at } of needs) {
      if (names.length === 0) {
        report({ message: 'unnamed', args: { about, field: check.field }, at, outcome: 'undetermined' });
      } else if (!offers.some((offer) => answers(offer, names, same))) {
        report({ message: 'unmatched', args: { about, found: shown, kinds }, at });
      }
    }
  },
});

/** 甲、乙；丙 names three. */
function namesIn(text: string): string[] {
  return text
    .split(/[、，,；;\n]/u)
    .map(foldText)
    .filter((name) => name !== '');
}

function sameIn(record: FieldRecord, fields: readonly string[]): string[] {
  return fields.map((field) => foldText(record.text(field)));
}

/** An offer that leaves a field empty is for all. */
function answers(
  offer: Pick<MatchFact, 'names' | 'same'>,
  names: readonly string[],
  same: readonly string[],
): boolean {
  return (
    offer.names.some((name) => names.includes(name)) &&
    offer.same.every((text, index) => text === '' || text === same[index])
  );
}
