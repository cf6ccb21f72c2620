import type { DutyItem, DutyList } from '../../model/dataset.ts';
import { fileOrigin } from '../../model/origin.ts';
import { defineRule } from '../define.ts';

interface Place {
  readonly duties: DutyList;
  readonly item: DutyItem;
}

/** A list continued on another sheet is one list; repeats inside it are left to duty-item-duplicate. */
export const rule = defineRule({
  id: 'duty-item-in-two-lists',
  scope: 'workbook',
  messages: {
    both: {
      'zh-CN':
        '“{text}”既列入{list}，又列入{otherList}（{first}）。同一事项只能归入一张清单，请核定归属后删去另一处。',
      en: '“{text}” stands in the {list} and in the {otherList} ({first}). Decide where it belongs and delete the other.',
    },
  },
  check({ file, dutyLists }, { report, skip }) {
    const known = dutyLists.filter(({ list }) => list !== null);
    if (known.length === 0) skip('nothing-to-check', {}, fileOrigin(file));
    const seen = new Map<string, Place[]>();
    for (const duties of known) {
      for (const item of duties.items) {
        if (item.key === '') continue;
        const places = seen.get(item.key);
        const first = places?.find((place) => contradicts(place.duties, duties));
        if (places === undefined) seen.set(item.key, [{ duties, item }]);
        else places.push({ duties, item });
        if (first === undefined) continue;
        const origin = first.item.at('text', 'first');
        report({
          message: 'both',
          args: {
            text: item.text,
            list: duties.list ?? '',
            otherList: first.duties.list ?? '',
            first: `${origin.sheet ?? ''}!${origin.a1 ?? ''}`,
          },
          at: [item.at('text'), origin],
        });
      }
    }
  },
});

/** A village's lists and a community's may well differ on the same work. */
function contradicts(left: DutyList, right: DutyList): boolean {
  const known = ({ scope }: DutyList) => scope !== null && scope !== 'either';
  return left.list !== right.list && (left.scope === right.scope || !known(left) || !known(right));
}
