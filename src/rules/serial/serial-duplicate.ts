import type { DutyItem } from '../../model/dataset.ts';
import { defineRule } from '../define.ts';
import { type SerialStep, serialSteps } from '../serial-steps.ts';

/** A name that comes back with its number is one item over several rows, or `duty-item-duplicate`. */
export const rule = defineRule({
  id: 'serial-duplicate',
  scope: 'duty-list',
  needs: ['serial'],
  messages: {
    repeated: {
      'zh-CN': '序号 {number} 重复，首次在 {first}。请核对是否重复填报，再重新编号。',
      en: 'The serial number {number} stands twice, first at {first}. See whether a row was entered twice, then renumber.',
    },
  },
  check(duties, { report }) {
    const steps = serialSteps(duties);
    if (new Set(steps.map(({ number }) => number)).size === steps.length || numbersCategories(steps)) return;
    const seen = new Map<number, DutyItem>();
    for (const [index, step] of steps.entries()) {
      if (isRestart(step, steps[index - 1], steps[index + 1])) seen.clear();
      const { item, number } = step;
      const first = seen.get(number);
      if (first === undefined) {
        seen.set(number, item);
      } else if (item.key !== first.key) {
        const origin = first.at('serial', 'first');
        report({
          message: 'repeated',
          args: { number, first: origin.a1 ?? '' },
          at: [item.at('serial'), origin],
        });
      }
    }
  },
});

/** Under a new heading 1 begins anew, or the 2 after a first row that cannot be read; elsewhere 1, 2 does. */
function isRestart(
  { number, fresh, ignored }: SerialStep,
  before: SerialStep | undefined,
  after: SerialStep | undefined,
): boolean {
  if (fresh) return number <= 1 + ignored;
  return number === 1 && (before?.number ?? 0) > 1 && after?.number === 2;
}

/** Where 序号 is merged over the items of a category, its number comes back in every row of it. */
function numbersCategories(steps: readonly SerialStep[]): boolean {
  const pairs = new Set(steps.map(({ number, item }) => JSON.stringify([number, item.category])));
  const numbers = new Set(steps.map(({ number }) => number));
  const categories = new Set(steps.map(({ item }) => item.category));
  return categories.size > 1 && pairs.size === numbers.size && pairs.size === categories.size;
}
