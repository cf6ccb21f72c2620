import type { DutyList } from '../../model/dataset.ts';
import { fileOrigin } from '../../model/origin.ts';
import { foldText } from '../../model/text.ts';
import { defineRule } from '../define.ts';
import { lineOrigin } from '../origins.ts';

/**
 * Assist lists also use bare nouns (社区矫正), so the want of 协助 alone says nothing about them: their items
 * must look like self-governance as well, or the file's perform list must hold assistance, as when two lists
 * were swapped. The shares are a matter of form, not of policy.
 */
export const rule = defineRule({
  id: 'duty-list-title-mismatch',
  scope: 'workbook',
  asks: { catalogues: ['word.self-governance-start'] },
  options: {
    minimum: 5,
    share: 0.8,
    selfGovernanceShare: 0.5,
    assistingStarts: ['协助', '配合'] as readonly string[],
  },
  messages: {
    names: {
      'zh-CN': '标题说是{list}，工作表名却是{otherList}，按标题检查。请改成一致。',
      en: 'The title says {list}, the sheet’s name {otherList}; it was checked by its title. Make them agree.',
    },
    mismatch: {
      'zh-CN':
        '标为{list}，内容却像{otherList}：{share}% 的事项以“协助”“配合”开头。请核对标题与内容是否张冠李戴。',
      en: 'Headed as {list} but reads like the {otherList}: {share}% of its items begin with 协助 or 配合. Check title against content.',
    },
  },
  check({ file, dutyLists }, { policy, options, report, skip }) {
    for (const duties of dutyLists) {
      const otherList = contradictionOf(duties);
      if (otherList === null) continue;
      const at = lineOrigin(duties.table, duties.head);
      report({ message: 'names', args: { list: duties.list ?? '', otherList }, at });
    }
    const catalogue = 'word.self-governance-start';
    const words = policy.catalogues.get(catalogue)?.entries.map(({ name }) => foldText(name));
    if (words === undefined) return skip('catalogue-missing', { catalogue }, fileOrigin(file));
    const judged = dutyLists
      .map((duties) => ({ duties, keys: duties.items.map(({ key }) => key).filter((key) => key !== '') }))
      .filter(({ keys }) => keys.length >= options.minimum)
      .map(({ duties, keys }) => ({
        duties,
        assisting: shareOf(keys, (key) => options.assistingStarts.some((start) => key.startsWith(start))),
        keys,
      }));
    const selfGoverned = (keys: readonly string[]) =>
      shareOf(keys, (key) => words.some((word) => key.includes(word)));
    const holdsAssistance = judged.filter(
      ({ duties, assisting }) => duties.list === 'perform' && assisting >= options.share,
    );
    const holdsSelfGovernance = judged.filter(
      ({ duties, assisting, keys }) =>
        duties.list === 'assist' &&
        assisting === 0 &&
        (holdsAssistance.length > 0 || selfGoverned(keys) >= options.selfGovernanceShare),
    );
    if (!judged.some(({ duties }) => isJudged(duties))) skip('nothing-to-check', {}, fileOrigin(file));
    for (const { duties, assisting } of [...holdsAssistance, ...holdsSelfGovernance]) {
      const otherList = duties.list === 'perform' ? 'assist' : 'perform';
      const args = { list: duties.list ?? '', otherList, share: Math.round(assisting * 100) };
      report({ message: 'mismatch', args, at: lineOrigin(duties.table, duties.head) });
    }
  },
});

/** The list that the sheet's name announces against the title's. */
function contradictionOf({ head, table }: DutyList): string | null {
  return head.from === 'title' && table.sheetList !== head.list ? table.sheetList : null;
}

function isJudged({ list }: DutyList): boolean {
  return list === 'perform' || list === 'assist';
}

function shareOf(keys: readonly string[], test: (key: string) => boolean): number {
  return keys.filter(test).length / keys.length;
}
