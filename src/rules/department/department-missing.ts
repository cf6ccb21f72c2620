import { defineRule } from '../define.ts';

/** Work that is assisted belongs to someone: without the department nobody answers for means and money. */
export const rule = defineRule({
  id: 'department-missing',
  scope: 'duty-list',
  lists: ['assist', 'cooperate'],
  needs: ['text', 'leadDepartment'],
  messages: {
    empty: {
      'zh-CN': '“{text}”没有填写主管部门。协助事项须有责任部门，请补上；没有部门认领的，不应列入。',
      en: '“{text}” names no lead department. Assisted work needs one: add it, or take the item off the list.',
    },
  },
  check({ items }, { report }) {
    for (const item of items) {
      if (item.text === '' || !isBlank(item.value('leadDepartment').text)) continue;
      report({ message: 'empty', args: { text: item.text }, at: item.at('leadDepartment') });
    }
  },
});

/** A stroke or 无 fills the cell and names nobody. */
function isBlank(department: string): boolean {
  return /^(?:[\s/\\—–-]*|无)$/u.test(department.trim());
}
