import { foldText } from '../../model/text.ts';
import { defineRule } from '../define.ts';
import { firstHeaderOrigin, lineOrigin } from '../origins.ts';

/**
 * Assist lists also use bare nouns (社区矫正), so the want of 协助 alone says nothing about them: their items
 * must look like self-governance as well. The shares are a matter of form, not of policy.
 */
export const rule = defineRule({
  id: 'duty-list-title-mismatch',
  scope: 'duty-list',
  lists: ['perform', 'assist'],
  needs: ['text'],
  options: {
    minimum: 5,
    share: 0.8,
    selfGovernanceShare: 0.5,
    assistingStarts: ['协助', '配合'] as readonly string[],
  },
  messages: {
    mismatch: {
      'zh-CN': '标为{list}，但 {share}% 的事项更像{otherList}的内容。请核对标题与内容是否张冠李戴。',
      en: 'Headed as {list}, yet {share}% of its items look like the {otherList}. Check title against content.',
    },
  },
  check(duties, { policy, options, report, skip }) {
    const keys = duties.items.map(({ key }) => key).filter((key) => key !== '');
    if (keys.length < options.minimum) return;
    const catalogue = 'word.self-governance-start';
    const words = policy.catalogues.get(catalogue)?.entries.map(({ name }) => foldText(name));
    if (words === undefined) return skip('catalogue-missing', { catalogue }, firstHeaderOrigin(duties.table));
    const shareOf = (test: (key: string) => boolean) => keys.filter(test).length / keys.length;
    const assisting = shareOf((key) => options.assistingStarts.some((start) => key.startsWith(start)));
    const selfGoverned = shareOf((key) => words.some((word) => key.includes(word)));
    const isMismatch =
      duties.list === 'perform'
        ? assisting >= options.share
        : assisting === 0 && selfGoverned >= options.selfGovernanceShare;
    if (!isMismatch) return;
    const [otherList, share] = duties.list === 'perform' ? ['assist', assisting] : ['perform', selfGoverned];
    report({
      message: 'mismatch',
      args: { list: duties.list ?? '', otherList: String(otherList), share: Math.round(Number(share) * 100) },
      at: lineOrigin(duties.table, duties.head),
    });
  },
});
