import type { Community } from '../../model/dataset.ts';
import { foldText } from '../../model/text.ts';
import { type CommunityCode, isBlankLevel, splitCode } from '../community-codes.ts';
import { defineRule } from '../define.ts';
import { firstHeaderOrigin } from '../origins.ts';

interface Coded {
  readonly community: Community;
  readonly code: CommunityCode;
}

/** No list of subdistricts is at hand, so the codes of one subdistrict are held against each other. */
export const rule = defineRule({
  id: 'community-code-parent',
  scope: 'roster',
  asks: { parameters: ['code.length'] },
  needs: ['code'],
  /** With fewer codes there is no telling which of them is the odd one. */
  options: { minimum: 3 },
  messages: {
    other: {
      'zh-CN':
        '代码 {code}（{name}）以 {found} 开头，而{subdistrict}的社区多以 {expected} 开头。请核对代码或所属街道。',
      en: 'Code {code} ({name}) begins with {found}, most codes of {subdistrict} with {expected}. Check the code or the subdistrict.',
    },
    unnamed: {
      'zh-CN':
        '代码 {code}（{name}）以 {found} 开头，而本表的社区多以 {expected} 开头。请核对代码；确属另一街道的，请填明所属街道。',
      en: 'Code {code} ({name}) begins with {found}, most codes of this table with {expected}. Check the code, or name the subdistrict it belongs to.',
    },
  },
  check({ table, communities }, { policy, options, report, skip }) {
    const length = policy.parameters.get('code.length')?.value;
    if (length === undefined) {
      skip('parameter-missing', { parameter: 'code.length' }, firstHeaderOrigin(table));
      return;
    }
    for (const members of bySubdistrict(communities, Number(length))) {
      const expected = members.length < options.minimum ? null : majority(members);
      if (expected === null) continue;
      for (const { community, code } of members) {
        if (code.parent === expected) continue;
        const { name, subdistrict } = community;
        report({
          message: subdistrict === '' ? 'unnamed' : 'other',
          args: { code: code.digits, name, found: code.parent, expected, subdistrict },
          at: community.at('code'),
        });
      }
    }
  },
});

/** Codes without a subdistrict say nothing about one; community-code-level reports them. */
function bySubdistrict(communities: readonly Community[], length: number): Iterable<Coded[]> {
  const groups = new Map<string, Coded[]>();
  for (const community of communities) {
    const code = splitCode(community.code, length);
    if (code === null || isBlankLevel(code.subdistrict)) continue;
    const key = foldText(community.subdistrict);
    groups.set(key, [...(groups.get(key) ?? []), { community, code }]);
  }
  return groups.values();
}

function majority(members: readonly Coded[]): string | null {
  const counts = new Map<string, number>();
  for (const { code } of members) counts.set(code.parent, (counts.get(code.parent) ?? 0) + 1);
  return [...counts].find(([, count]) => count * 2 > members.length)?.[0] ?? null;
}
