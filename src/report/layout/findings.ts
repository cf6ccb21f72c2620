import type { LayoutFinding, LayoutFindingId } from '../../model/layout.ts';
import type { LocalText } from '../../model/policy.ts';

/** What is wrong or doubtful in the data of a plan. */
export const LAYOUT_FINDINGS: Readonly<Record<LayoutFindingId, LocalText>> = {
  'file-unreadable': {
    'zh-CN': '“{path}”读不出，没有用到。请用 jianfu check 看原因，改正后重做。',
    en: '“{path}” cannot be read and was left out. `jianfu check` says why; put it right and plan again.',
  },
  'community-twice': {
    'zh-CN': '{about}在社区表中出现两次，只用第一次的。请删去一行，或写明所属街道。',
    en: '{about} stands twice in the roster; the first row is used. Remove one, or give the subdistrict.',
  },
  'community-unknown': {
    'zh-CN':
      '网格 {about} 的{found, select, none {所属社区没有填} other {所属社区“{found}”不在社区表中，或同名的不止一个}}，未用。请核对名称。',
    en: 'Grid {about}: {found, select, none {no community is given} other {its community “{found}” is not in the roster, or several have that name}}; left out. Check the name.',
  },
  'community-without-grids': {
    'zh-CN': '{about}没有网格。请补报。',
    en: '{about} has no grids. Hand them in.',
  },
  'community-in-pieces': {
    'zh-CN': '{about}的网格不相连，分成 {pieces} 片，其中一片有网格 {first}。请核对相邻关系和屏障。',
    en: 'The grids of {about} do not hang together: {pieces} pieces, one with grid {first}. Check neighbours and barriers.',
  },
  'grid-twice': {
    'zh-CN': '网格 {about} 出现两次，首次在 {first}；涉及的社区不作调整。请改正。',
    en: 'Grid {about} stands twice, first in {first}; the communities concerned are left alone. Put it right.',
  },
  'grid-alone': {
    'zh-CN': '网格 {about} 与任何网格都不相邻。请补填相邻关系。',
    en: 'Grid {about} lies beside no other. Fill in its neighbours.',
  },
  'households-missing': {
    'zh-CN': '{about}的常住户数“{found}”不是一个整数。请填写户数。',
    en: 'Households of {about}: “{found}” is no whole number. Fill in the number.',
  },
  'households-inexact': {
    'zh-CN': '{about}的户数“{found}”是约数，按 {value} 户计算。请填写准确户数。',
    en: 'Households of {about}: “{found}” is a rough number, taken as {value}. Fill in the exact one.',
  },
  'households-differ': {
    'zh-CN': '{about}报 {declared} 户，各网格合计 {counted} 户；方案按网格合计。请核对。',
    en: '{about} declares {declared} households, its grids add up to {counted}; the plan goes by the grids. Check both.',
  },
  'neighbour-unknown': {
    'zh-CN': '{about}写明相邻的“{found}”没有找到，或同名的不止一个。请写编码。',
    en: '{about} names “{found}” as a neighbour, which was not found or is not unique. Give its code.',
  },
  'border-one-sided': {
    'zh-CN': '网格 {about} 写明与 {other} 相邻，{other} 没有写；按相邻计。请核对。',
    en: 'Grid {about} names {other} as a neighbour, and {other} does not name it; taken as neighbours. Check both.',
  },
  'barrier-unknown': {
    'zh-CN': '不认得的屏障“{found}”，按没有屏障计。可写的：{expected}。',
    en: 'The barrier “{found}” is not known and was taken as none. Known: {expected}.',
  },
  'unit-across-communities': {
    'zh-CN': '“{about}”分属{first}和{second}，只在各社区内保持完整。请核对。',
    en: '“{about}” lies in {first} and {second}; it is kept whole within each only. Check it.',
  },
  'polygon-unknown': {
    'zh-CN': '图形“{about}”在网格表中没有，未用。请核对网格编码。',
    en: 'The shape “{about}” is no grid of the tables and was left out. Check its code.',
  },
  'polygon-missing': {
    'zh-CN': '网格 {about} 没有图形。请补充。',
    en: 'Grid {about} has no shape. Add it.',
  },
  'polygon-twice': {
    'zh-CN': '网格 {about} 的图形出现两次，只用第一次的。',
    en: 'Grid {about} has two shapes; the first is used.',
  },
  'polygon-broken': {
    'zh-CN': '图形“{about}”不是多边形，或坐标不全，未用。',
    en: 'The shape “{about}” is no polygon, or lacks coordinates, and was left out.',
  },
  'polygons-overlap': {
    'zh-CN': '{about} 与 {other} 的图形有重叠。请核对边界。',
    en: 'The shapes of {about} and {other} overlap. Check their outlines.',
  },
  'polygons-gap': {
    'zh-CN': '{about} 旁有约 {area} 平方米不属于任何网格。请核对是否漏了网格（水面、绿地等可以不管）。',
    en: 'About {area} m² beside {about} belong to no grid. Check whether one is missing (water or parks may be left so).',
  },
  'border-near': {
    'zh-CN': '{about} 与 {other} 的边线不完全重合，约 {metres} 米并行，按相邻计。请核对。',
    en: '{about} and {other} do not share their border exactly but run side by side for about {metres} m; taken as neighbours. Check them.',
  },
};

export function placeOf({ at }: LayoutFinding): string {
  if (at === null) return '';
  return at.a1 === null ? at.file : `${at.file} ${at.sheet === null ? '' : `${at.sheet}!`}${at.a1}`;
}
