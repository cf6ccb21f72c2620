import type { PolicyPack } from '../../model/policy.ts';
import { defineRule } from '../define.ts';
import { judgeWith } from '../duty-verdict.ts';
import { madeOnce } from '../made-once.ts';
import { firstHeaderOrigin } from '../origins.ts';

const CATALOGUES = ['duty.forbidden', 'word.assisting-verb', 'word.responsible-verb'] as const;

/** 城市管理 is forbidden as a duty of one's own and welcome as help; `when` in the pack says which words are so. */
export const rule = defineRule({
  id: 'duty-item-forbidden',
  scope: 'duty-list',
  asks: { catalogues: CATALOGUES },
  lists: ['perform', 'assist', 'basic', 'cooperate'],
  needs: ['text'],
  messages: {
    always: {
      'zh-CN': '“{text}”含有“{phrase}”，属于要求取消的任务。请删去，或退回派交部门。',
      en: '“{text}” contains “{phrase}”, work that was to be cancelled. Delete it, or return it to its department.',
    },
    responsible: {
      'zh-CN': '“{text}”以“{verb}”把“{phrase}”列为社区的责任，社区只能协助。请改写为协助事项，或删去。',
      en: '“{text}” makes “{phrase}” this body’s own duty (“{verb}”); it may only assist. Reword or delete it.',
    },
    unclear: {
      'zh-CN': '“{text}”涉及“{phrase}”，看不出由谁负责。请写明责任部门以及社区做什么，如“协助……”。',
      en: '“{text}” touches “{phrase}” and does not say whose duty it is. Name the department and the help given.',
    },
  },
  check({ table, list, items }, { policy, report, skip }) {
    const catalogue = CATALOGUES.find((id) => !policy.catalogues.has(id));
    if (catalogue !== undefined) return skip('catalogue-missing', { catalogue }, firstHeaderOrigin(table));
    const judge = judgeOf(policy);
    for (const item of items) {
      const verdict = judge(item.text, list === 'assist' || list === 'cooperate');
      if (verdict === null) continue;
      const { message, phrase, verb, citation } = verdict;
      report({
        message,
        args: { text: item.text, phrase, verb },
        at: item.at('text'),
        citation,
        ...(message === 'unclear' ? { outcome: 'undetermined' } : {}),
      });
    }
  },
});

const judgeOf = madeOnce((policy: PolicyPack) => {
  const [forbidden, assisting, responsible] = CATALOGUES;
  return judgeWith(
    entriesOf(policy, forbidden),
    entriesOf(policy, assisting),
    entriesOf(policy, responsible),
  );
});

function entriesOf(policy: PolicyPack, id: string) {
  return policy.catalogues.get(id)?.entries ?? [];
}
