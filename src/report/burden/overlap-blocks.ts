import { sentence, type Terms } from '../../i18n/messages.ts';
import type { ListedItem } from '../../model/burden.ts';
import type { Overlap, OverlapKind } from '../../model/burden-report.ts';
import type { Locale, LocalText } from '../../model/policy.ts';
import type { Args } from '../../model/run.ts';
import { byCodeUnit } from '../../model/text.ts';
import { type Block, line, plain } from '../blocks.ts';
import { itemText } from './diff-blocks.ts';
import { DIFF_WORDS } from './words.ts';

export const OVERLAP_KINDS: Readonly<Record<OverlapKind, LocalText>> = {
  barred: { 'zh-CN': '与不应承担的冲突', en: 'barred' },
  'own-duty': { 'zh-CN': '协助写成负责', en: 'own duty' },
  alike: { 'zh-CN': '相近', en: 'alike' },
  contained: { 'zh-CN': '包含', en: 'contained' },
};

const OVERLAP_REASONS: Readonly<Record<OverlapKind, LocalText>> = {
  barred: {
    'zh-CN': '前一项要做的，后一项列为不应承担或不应出具',
    en: 'the first asks for what the second bars',
  },
  'own-duty': {
    'zh-CN': '列为协助，用词却把社区写成责任主体',
    en: 'on a list of what is assisted, worded as the community’s own responsibility',
  },
  alike: {
    'zh-CN': '两项内容相近，请核对是否重复',
    en: 'the two say much the same; look whether one is enough',
  },
  contained: { 'zh-CN': '前一项的内容都在后一项里', en: 'the second says all that the first says' },
};

const WORDS = {
  looked: {
    'zh-CN':
      '看了 {units} 个单位的 {items} 项：{found, plural, =0 {没有发现相近、包含或冲突的} other {发现 #}} 处',
    en: 'Looked at {items} items of {units, plural, one {# unit} other {# units}}: {found, plural, =0 {nothing alike, contained or barred} one {# overlap} other {# overlaps}}',
  },
  kind: { 'zh-CN': '种类', en: 'Kind' },
  content: { 'zh-CN': '事项与理由', en: 'Items and the reason' },
} as const satisfies Record<string, LocalText>;

export interface OverlapFacts {
  readonly units: readonly {
    readonly unit: string;
    readonly items: number;
    readonly overlaps: readonly Overlap[];
  }[];
}

const ORDER: readonly OverlapKind[] = ['barred', 'own-duty', 'alike', 'contained'];

/** Each overlap once, with the number of units whose lists hold it; conflicts first. */
export function overlapBlocks({ units }: OverlapFacts, terms: Terms, locale: Locale): Block[] {
  const say = (text: LocalText, args: Args = {}) => sentence(text, args, locale, terms);
  const shared = new Map<string, { overlap: Overlap; units: Set<string> }>();
  for (const { unit, overlaps } of units) {
    for (const overlap of overlaps) {
      const key = JSON.stringify([overlap.kind, textOf(overlap.one), textOf(overlap.other)]);
      const known = shared.get(key) ?? { overlap, units: new Set<string>() };
      known.units.add(unit);
      shared.set(key, known);
    }
  }
  const found = units.reduce((sum, { overlaps }) => sum + overlaps.length, 0);
  const items = units.reduce((sum, unit) => sum + unit.items, 0);
  const rows = [...shared.values()].sort(
    (left, right) =>
      ORDER.indexOf(left.overlap.kind) - ORDER.indexOf(right.overlap.kind) ||
      right.units.size - left.units.size ||
      byCodeUnit(left.overlap.one.key, right.overlap.one.key),
  );
  return [
    line(say(WORDS.looked, { units: units.length, items, found }), found === 0 ? 'good' : 'plain'),
    ...(rows.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            head: [say(WORDS.kind), say(DIFF_WORDS.units), say(WORDS.content)],
            rows: rows.map(({ overlap, units: own }) => [
              {
                text: say(OVERLAP_KINDS[overlap.kind]),
                tone: overlap.kind === 'barred' ? ('error' as const) : ('plain' as const),
              },
              plain(String(own.size)),
              plain(
                [
                  itemText(overlap.one, terms, locale),
                  ...(overlap.other === null ? [] : [itemText(overlap.other, terms, locale)]),
                  say(OVERLAP_REASONS[overlap.kind]),
                ].join('\n'),
              ),
            ]),
            fill: 2,
          },
        ]),
  ];
}

function textOf(item: ListedItem | null): unknown {
  return item === null ? null : [item.list, item.key];
}
