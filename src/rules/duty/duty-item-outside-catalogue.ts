import { foldText, nearest } from '../../model/text.ts';
import { defineRule } from '../define.ts';
import { firstHeaderOrigin } from '../origins.ts';

/** The catalogue of admitted items belongs to a place; a pack that has none leaves this unchecked. */
export const rule = defineRule({
  id: 'duty-item-outside-catalogue',
  scope: 'duty-list',
  asks: { catalogues: ['duty.<scope>.<list>'] },
  lists: ['perform', 'assist', 'not-undertake'],
  needs: ['text'],
  messages: {
    outside: {
      'zh-CN': '“{text}”不在{list}的目录内。未经准入的事项请退回派交部门，或补办准入手续。',
      en: '“{text}” is not in the catalogue of the {list}. Send it back, or have it admitted first.',
    },
    similar: {
      'zh-CN':
        '“{text}”不在{list}的目录内，最接近的是“{expected}”。同一事项请改用目录写法，否则按未准入处理。',
      en: '“{text}” is not in the catalogue of the {list}; nearest is “{expected}”. Use its wording if that is meant.',
    },
  },
  check(duties, { policy, report, skip }) {
    const { scope, list, table } = duties;
    if (scope === null || scope === 'either') return skip('scope-unknown', {}, firstHeaderOrigin(table));
    const catalogue = `duty.${scope}.${list}`;
    const entries = policy.catalogues.get(catalogue)?.entries;
    if (entries === undefined) return skip('catalogue-missing', { catalogue }, firstHeaderOrigin(table));
    const admitted = new Map(
      entries.flatMap(({ name, synonyms }) => [name, ...synonyms].map((word) => [foldText(word), name])),
    );
    for (const item of duties.items) {
      if (item.key === '' || admitted.has(item.key)) continue;
      const expected = admitted.get(nearest(item.key, [...admitted.keys()]) ?? '');
      const args = { text: item.text, list: list ?? '' };
      const at = item.at('text');
      if (expected === undefined) report({ message: 'outside', args, at });
      else report({ message: 'similar', args: { ...args, expected }, at });
    }
  },
});
