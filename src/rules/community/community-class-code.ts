import { defineRule } from '../define.ts';
import { firstHeaderOrigin } from '../origins.ts';

const CATALOGUE = 'code.urban-rural-class';

export const rule = defineRule({
  id: 'community-class-code',
  scope: 'roster',
  asks: { catalogues: [CATALOGUE] },
  needs: ['classCode'],
  messages: {
    unknown: {
      'zh-CN': '城乡分类代码“{found}”不在规定的代码之内，应为 {expected} 之一。请对照城乡划分代码改正。',
      en: '“{found}” is not a class code; it has to be one of {expected}. Correct it from the official list of codes.',
    },
  },
  check({ table, communities }, { policy, report, skip }) {
    const catalogue = policy.catalogues.get(CATALOGUE);
    if (catalogue === undefined) {
      skip('catalogue-missing', { catalogue: CATALOGUE }, firstHeaderOrigin(table));
      return;
    }
    const codes = catalogue.entries.map(({ name }) => name);
    for (const community of communities) {
      const { raw, text, empty } = community.value('classCode');
      // Error cells and formulas without a result have rules of their own.
      if (empty || (typeof raw === 'object' && raw.kind !== 'date')) continue;
      const found = text.trim();
      if (codes.includes(found.normalize('NFKC'))) continue;
      report({
        message: 'unknown',
        args: { found, expected: codes.join(' / ') },
        at: community.at('classCode'),
      });
    }
  },
});
