import type { Community } from '../../model/dataset.ts';
import { defineRule, type Report } from '../define.ts';
import { firstHeaderOrigin } from '../origins.ts';

const MIN = 'household.residents.min';
const MAX = 'household.residents.max';

/** Both counts are read with their unit; a count that is no number at all is left to quantity-unit. */
export const rule = defineRule({
  id: 'households-implausible',
  scope: 'roster',
  asks: { parameters: [MIN, MAX] },
  needs: ['households', 'residents'],
  messages: {
    impossible: {
      'zh-CN': '“{field}”是 {found}，户数和人数应为大于 0 的整数。请核对后重填。',
      en: '“{field}” is {found}; households and residents are whole numbers above 0. Check and enter it again.',
    },
    fewer: {
      'zh-CN': '常住人口 {residents} 人少于常住户数 {households} 户。请核对两列是否填反或漏写数位。',
      en: '{residents} residents are fewer than {households} households. Check whether the two were swapped or a digit was dropped.',
    },
    ratio: {
      'zh-CN':
        '户均 {ratio} 人（{residents} 人、{households} 户），一般在 {min} 至 {max} 之间。请核对是否写错数位或单位；情况属实的请备注。',
      en: '{ratio} residents per household ({residents} to {households}); {min} to {max} is usual. Check digits and units, or say in a remark why it is so.',
    },
  },
  check({ table, communities }, { policy, report, skip }) {
    const parameter = [MIN, MAX].find((id) => !policy.parameters.has(id));
    if (parameter !== undefined) {
      skip('parameter-missing', { parameter }, firstHeaderOrigin(table));
      return;
    }
    const min = Number(policy.parameters.get(MIN)?.value);
    const max = Number(policy.parameters.get(MAX)?.value);
    for (const community of communities) {
      const fault = faultOf(community, min, max);
      if (fault === null) continue;
      report({ ...fault, at: [community.at('residents'), community.at('households')] });
    }
  },
});

type Fault = Omit<Report<'impossible' | 'fewer' | 'ratio'>, 'at'>;

function faultOf(community: Community, min: number, max: number): Fault | null {
  const counts = { households: counted(community.households), residents: counted(community.residents) };
  const field = (['residents', 'households'] as const).find(
    (id) => counts[id] !== null && !(Number.isInteger(counts[id]) && counts[id] > 0),
  );
  if (field !== undefined) {
    return { message: 'impossible', args: { field, found: community.value(field).text.trim() } };
  }
  const { households, residents } = counts;
  if (households === null || residents === null) return null;
  const ratio = residents / households;
  if (ratio < 1) return { message: 'fewer', args: { households, residents }, margin: rounded(1 - ratio) };
  if (ratio >= min && ratio <= max) return null;
  const margin = rounded(ratio < min ? min - ratio : ratio - max);
  return { message: 'ratio', args: { households, residents, ratio: rounded(ratio), min, max }, margin };
}

/** A range or a bound (不少于10) names no one count. */
function counted(quantity: Community['households']): number | null {
  if (quantity === null || !Number.isFinite(quantity.low) || !Number.isFinite(quantity.high)) return null;
  return quantity.value;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
