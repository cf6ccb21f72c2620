import type { Community } from '../../model/dataset.ts';
import { defineRule } from '../define.ts';
import { firstHeaderOrigin } from '../origins.ts';

const EXPONENT = /^\d+(?:\.\d*)?e[+-]?\d+$/iu;

/** A code stored as a number is innocent as long as all its digits are there. */
export const rule = defineRule({
  id: 'community-code-format',
  scope: 'roster',
  asks: { parameters: ['code.length'] },
  needs: ['code'],
  messages: {
    exponent: {
      'zh-CN':
        '社区代码“{found}”已变成科学记数法，后面的数字丢失，改格式也找不回来。请把该列设为文本，重新录入 {length} 位代码。',
      en: 'Code “{found}” is in scientific notation and has lost digits for good. Format the column as text and type all {length} digits again.',
    },
    digits: {
      'zh-CN': '社区代码“{found}”是 {digits} 位，应为 {length} 位。请对照统计用区划代码改正。',
      en: 'Code “{found}” has {digits} digits instead of {length}. Correct it from the official list of codes.',
    },
    characters: {
      'zh-CN': '社区代码“{found}”夹有数字以外的字符，应为 {length} 位数字。请删去多余字符后核对。',
      en: 'Code “{found}” holds characters other than digits; {length} digits are expected. Remove them and check the rest.',
    },
    empty: {
      'zh-CN': '社区代码没有填写，而同表其他社区填了。请补填 {length} 位代码。',
      en: 'The code is empty although other communities of this table have one. Fill in all {length} digits.',
    },
  },
  check({ table, communities }, { policy, report, skip }) {
    const length = policy.parameters.get('code.length')?.value;
    if (length === undefined) {
      skip('parameter-missing', { parameter: 'code.length' }, firstHeaderOrigin(table));
      return;
    }
    const somewhere = communities.some(({ code }) => code !== '');
    for (const community of communities) {
      const message = faultOf(community, Number(length));
      if (message === null || (message === 'empty' && !somewhere)) continue;
      const found = community.code;
      report({ message, args: { found, digits: found.length, length }, at: community.at('code') });
    }
  },
});

function faultOf(
  community: Community,
  length: number,
): 'exponent' | 'digits' | 'characters' | 'empty' | null {
  const { raw } = community.value('code');
  // Error cells and formulas without a result have rules of their own.
  if (typeof raw === 'object' && raw.kind !== 'date') return null;
  const code = community.code.normalize('NFKC');
  if (code === '') return 'empty';
  if (EXPONENT.test(code)) return 'exponent';
  if (!/^\d+$/u.test(code)) return 'characters';
  return code.length === length ? null : 'digits';
}
