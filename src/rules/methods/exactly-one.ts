import type { CheckOf } from '../../model/check.ts';
import type { Origin } from '../../model/origin.ts';
import { foldText } from '../../model/text.ts';
import { defineMethod, type Judgement } from './method.ts';
import { setsWith } from './rows.ts';

type MapFact =
  | { readonly side: 'domain'; readonly key: string; readonly shown: string; readonly at: Origin }
  | {
      readonly side: 'mapped';
      readonly key: string;
      readonly shown: string;
      readonly at: Origin;
      /** What it is mapped to; `null` where the check asks for one row only. */
      readonly to: string | null;
    };

type Mapped = Extract<MapFact, { readonly side: 'mapped' }>;

/** Everything of a domain goes to exactly one place: none left out, none given twice. */
export const exactlyOne = defineMethod<'exactly-one', MapFact, 'none' | 'nowhere' | 'several' | 'repeated'>({
  id: 'exactly-one',
  messages: {
    none: { 'zh-CN': '“{found}”没有对应。', en: '“{found}” is mapped to nothing.' },
    nowhere: {
      'zh-CN': '“{found}”的“{field}”没有填，等于没有对应。',
      en: '“{found}”: “{field}” is empty, so that it is mapped to nothing.',
    },
    several: {
      'zh-CN': '“{found}”对应了 {count} 处：{names}。',
      en: '“{found}” is mapped to {count} places: {names}.',
    },
    repeated: {
      'zh-CN': '“{found}”已在 {file} 的 {first} 对应过一次。',
      en: '“{found}” is mapped already in {file}, {first}.',
    },
  },
  remedy: {
    'zh-CN': '请使每一个恰好对应一处：漏的补上，重的只留一处。',
    en: 'Give each exactly one place: add what is missing, keep one of what is double.',
  },
  spansFiles: (check) => check.group !== 'file',
  collect(dataset, check, _policy, gather) {
    const { domain, field, to } = check;
    for (const set of domain === undefined ? [] : setsWith(dataset, [domain.of], [domain.field], gather)) {
      for (const record of set.records) {
        const shown = record.text(domain?.field ?? '');
        const at = record.at(domain?.field ?? '');
        if (shown !== '') gather.fact({ side: 'domain', key: foldText(shown), shown, at });
      }
    }
    for (const set of setsWith(dataset, check.of, to === undefined ? [field] : [field, to], gather)) {
      for (const record of set.records) {
        const shown = record.text(field);
        if (shown === '') continue;
        const target = to === undefined ? null : record.text(to);
        gather.fact({ side: 'mapped', key: foldText(shown), shown, at: record.at(to ?? field), to: target });
      }
    }
  },
  judge(facts, check, _policy, judgement) {
    const mapped = new Map<string, Mapped[]>();
    for (const fact of facts) {
      if (fact.side === 'mapped') mapped.set(fact.key, [...(mapped.get(fact.key) ?? []), fact]);
    }
    const domain = facts.filter(({ side }) => side === 'domain');
    if (check.domain !== undefined && domain.length === 0) {
      return judgement.skip('kind-missing', { kind: check.domain.of });
    }
    if (mapped.size === 0) return judgement.skip('kind-missing', { kind: check.of[0] ?? '' });
    for (const { key, shown, at } of domain) {
      if (!mapped.has(key)) judgement.report({ message: 'none', args: { found: shown }, at });
    }
    for (const rows of mapped.values()) judgeRows(rows, check, judgement);
  },
});

function judgeRows(
  rows: readonly Mapped[],
  { to }: CheckOf<'exactly-one'>,
  { report }: Judgement<'none' | 'nowhere' | 'several' | 'repeated'>,
): void {
  const [first, second] = rows;
  if (first === undefined) return;
  for (const { shown, at } of rows.filter((row) => row.to === '')) {
    report({ message: 'nowhere', args: { found: shown, field: to ?? '' }, at });
  }
  const places = new Map(
    rows.flatMap((row) => (row.to === null || row.to === '' ? [] : [[foldText(row.to), row]])),
  );
  if (places.size > 1) {
    const names = [...places.values()].map((row) => row.to).join('、');
    const at = [...places.values()].map((row) => row.at).reverse();
    report({ message: 'several', args: { found: first.shown, count: places.size, names }, at });
    return;
  }
  if (second === undefined) return;
  for (const row of rows.slice(1)) {
    const { file, sheet, a1 } = first.at;
    report({
      message: 'repeated',
      args: { found: row.shown, file, first: `${sheet ?? ''}!${a1 ?? ''}` },
      at: [row.at, { ...first.at, role: 'first' }],
    });
  }
}
