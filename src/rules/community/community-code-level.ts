import { isBlankLevel, splitCode } from '../community-codes.ts';
import { defineRule } from '../define.ts';
import { firstHeaderOrigin } from '../origins.ts';

/** A well-formed code may still be that of a district or subdistrict, and no community's. */
export const rule = defineRule({
  id: 'community-code-level',
  scope: 'roster',
  asks: { parameters: ['code.length'] },
  needs: ['code'],
  messages: {
    subdistrict: {
      'zh-CN': '代码 {code}（{name}）的街道（乡镇）段是 {found}，只写到旗县区一级。请填写社区自己的代码。',
      en: 'Code {code} ({name}) has {found} for its subdistrict, so it is a district’s code. Enter the community’s own code.',
    },
    community: {
      'zh-CN': '代码 {code}（{name}）的社区段是 {found}，只写到街道（乡镇）一级。请填写社区自己的代码。',
      en: 'Code {code} ({name}) has {found} for its community, so it is a subdistrict’s code. Enter the community’s own code.',
    },
  },
  check({ table, communities }, { policy, report, skip }) {
    const length = policy.parameters.get('code.length')?.value;
    if (length === undefined) {
      skip('parameter-missing', { parameter: 'code.length' }, firstHeaderOrigin(table));
      return;
    }
    for (const community of communities) {
      const { code: written, name } = community;
      const code = splitCode(written, Number(length));
      const message = (['subdistrict', 'community'] as const).find(
        (level) => code !== null && isBlankLevel(code[level]),
      );
      if (code === null || message === undefined) continue;
      report({ message, args: { code: code.digits, name, found: code[message] }, at: community.at('code') });
    }
  },
});
