import { nearest } from '../../model/text.ts';
import { certificateNamed, certificateNames } from '../certificate-names.ts';
import { defineRule } from '../define.ts';
import { firstHeaderOrigin } from '../origins.ts';

/** Places may add names of their own, by a pack; therefore 待核 and not a verdict on the row. */
export const rule = defineRule({
  id: 'certificate-not-in-catalogue',
  scope: 'duty-list',
  asks: { catalogues: ['certificate.not-to-issue'] },
  lists: ['not-certify'],
  needs: ['text'],
  messages: {
    unknown: {
      'zh-CN': '“{text}”不在不应出具证明事项目录内。请核对名称；确属本地增列的，附上依据。',
      en: '“{text}” is not in the catalogue of certificates not to be issued. Check the name, or give its basis.',
    },
    similar: {
      'zh-CN': '“{text}”不在不应出具证明事项目录内，是否应为“{expected}”？请按目录名称填写。',
      en: '“{text}” is not in the catalogue of certificates not to be issued. Is “{expected}” meant? Use its wording.',
    },
  },
  check({ table, items }, { policy, report, skip }) {
    const id = 'certificate.not-to-issue';
    const catalogue = policy.catalogues.get(id);
    if (catalogue === undefined)
      return skip('catalogue-missing', { catalogue: id }, firstHeaderOrigin(table));
    const names = certificateNames(catalogue);
    for (const item of items) {
      if (item.key === '' || certificateNamed(item.key, names) !== null) continue;
      const expected = names.get(nearest(item.key, [...names.keys()]) ?? '');
      const at = item.at('text');
      if (expected === undefined) report({ message: 'unknown', args: { text: item.text }, at });
      else report({ message: 'similar', args: { text: item.text, expected }, at });
    }
  },
});
