import type { PolicyPack } from '../../model/policy.ts';
import { foldText } from '../../model/text.ts';
import { isBlankLevel, LEVEL_DIGITS, splitCode } from '../community-codes.ts';
import { defineRule } from '../define.ts';
import { firstHeaderOrigin } from '../origins.ts';

/** How names end, and the parameters that hold the ranges for them. */
const TYPES = [
  { ending: /(?:居委会|居民委员会|社区)$/u, ranges: ['code.community', 'code.community-like'] },
  { ending: /(?:村委会|村民委员会)$/u, ranges: ['code.village', 'code.village-like'] },
] as const;

const PARAMETERS = [
  'code.length',
  ...TYPES.flatMap(({ ranges }) => ranges.flatMap((range) => [`${range}.from`, `${range}.to`])),
];

/** Only names whose ending leaves no doubt are judged: 嘎查, 园区 and the like may have either kind of code. */
export const rule = defineRule({
  id: 'community-code-type',
  scope: 'roster',
  needs: ['code', 'name'],
  messages: {
    outside: {
      'zh-CN':
        '“{name}”的代码末段是 {found}，按名称应在 {expected} 之内。请核对代码，或核对它是居委会还是村委会。',
      en: 'The code of “{name}” ends in {found}; its name calls for {expected}. Check the code, or whether it is a community or a village.',
    },
  },
  check({ table, communities }, { policy, report, skip }) {
    const parameter = PARAMETERS.find((id) => !policy.parameters.has(id));
    if (parameter !== undefined) {
      skip('parameter-missing', { parameter }, firstHeaderOrigin(table));
      return;
    }
    for (const community of communities) {
      const { code: written, name } = community;
      const code = splitCode(written, numberOf(policy, 'code.length'));
      const type = TYPES.find(({ ending }) => ending.test(foldText(name)));
      if (code === null || type === undefined || isBlankLevel(code.community)) continue;
      const ranges = type.ranges.map((id) => [numberOf(policy, `${id}.from`), numberOf(policy, `${id}.to`)]);
      const found = Number(code.community);
      if (ranges.some(([from = 0, to = 0]) => from <= found && found <= to)) continue;
      const expected = ranges.map((range) => range.map(padded).join('–')).join(' / ');
      report({
        message: 'outside',
        args: { name, found: code.community, expected },
        at: community.at('code'),
      });
    }
  },
});

function numberOf(policy: PolicyPack, id: string): number {
  return Number(policy.parameters.get(id)?.value);
}

function padded(value: number): string {
  return String(value).padStart(LEVEL_DIGITS, '0');
}
