import type { PolicyPack } from '../../model/policy.ts';
import { foldText } from '../../model/text.ts';
import { isBlankLevel, LEVEL_DIGITS, splitCode } from '../community-codes.ts';
import { defineRule } from '../define.ts';
import { firstHeaderOrigin } from '../origins.ts';

/** How names end, and the parameters that hold the ranges for them. */
const TYPES = [
  { ending: /(?:居委会|居民委员会|社区)$/u, range: 'code.community' },
  { ending: /(?:村委会|村民委员会)$/u, range: 'code.village' },
] as const;

const PARAMETERS = ['code.length', ...TYPES.flatMap(({ range }) => [`${range}.from`, `${range}.to`])];

/** Only names whose ending leaves no doubt are judged: 嘎查, 园区 and the like may have either kind of code. */
export const rule = defineRule({
  id: 'community-code-type',
  scope: 'roster',
  asks: { parameters: PARAMETERS },
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
    const ranges = TYPES.map(({ ending, range }) => ({
      ending,
      from: numberOf(policy, `${range}.from`),
      to: numberOf(policy, `${range}.to`),
    }));
    for (const community of communities) {
      const { code: written, name } = community;
      const code = splitCode(written, numberOf(policy, 'code.length'));
      const own = ranges.find(({ ending }) => ending.test(foldText(name)));
      if (code === null || own === undefined || isBlankLevel(code.community)) continue;
      const number = Number(code.community);
      const isIn = ({ from, to }: (typeof ranges)[number]) => from <= number && number <= to;
      // Beyond the two known ranges lie those of bodies like them, of which the source was not seen.
      if (isIn(own) || !ranges.some(isIn)) continue;
      const expected = `${padded(own.from)}–${padded(own.to)}`;
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
