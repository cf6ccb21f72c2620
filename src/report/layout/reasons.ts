import type { LayoutReasonId } from '../../model/layout.ts';
import type { LocalText } from '../../model/policy.ts';

/** Why a community was kept, divided or joined, or why it cannot be. */
export const REASONS: Readonly<Record<LayoutReasonId, LocalText>> = {
  standard: { 'zh-CN': '规模合乎标准。', en: 'Its size meets the standard.' },
  watch: {
    'zh-CN': '高于标准，未到拆分界限，列入观察。',
    en: 'Above the standard and below the limit for a split: to be watched.',
  },
  unknown: {
    'zh-CN': '没有户数，无法归类。请补填常住户数。',
    en: 'No number of households, so no class. Fill it in.',
  },
  locked: {
    'zh-CN': '单位家属区等，填明保持稳定，不动。',
    en: 'Marked as to be kept stable, so it is left alone.',
  },
  'not-overloaded': {
    'zh-CN': '填明管理负荷不过重；条文只对负荷过重的要求拆分。',
    en: 'Marked as not overloaded; the clause asks for a split only of those that are.',
  },
  'not-mergeable': {
    'zh-CN': '填明没有条件与周边社区合并。',
    en: 'Marked as having no neighbour to be merged with.',
  },
  'mode-split': {
    'zh-CN': '本方案只拆分，不合并（--mode split）。',
    en: 'This plan only divides (--mode split).',
  },
  incomplete: {
    'zh-CN': '网格户数不全或网格重复，先改正数据（见“数据中的问题”）。',
    en: 'Households of grids are missing, or grids stand twice: put the data right first (see “Wrong in the data”).',
  },
  'no-grids': {
    'zh-CN': '没有网格数据，只能归类，不能拆分。请报送网格表。',
    en: 'No grids, so it can be classed and not divided. Hand in a table of grids.',
  },
  'no-borders': {
    'zh-CN': '不知道哪些网格相邻，不能拆分。请报送相邻关系表，或用 --geometry 给出网格图形。',
    en: 'Which grids lie side by side is not known. Hand in a table of neighbours, or give their shapes with --geometry.',
  },
  split: {
    'zh-CN': '{households} 户，每个社区不超过 {high} 户，最少分为 {parts} 个。',
    en: '{households} households, at most {high} in each: {parts} parts at least.',
  },
  'split-more': {
    'zh-CN':
      '{households} 户，按户数最少分为 {fewest} 个，但沿网格边界没有这样的连片分法（逐一试过），所以分为 {parts} 个。',
    en: '{households} households would make {fewest} parts, but along grid borders there is no such connected division (all were tried), so {parts}.',
  },
  'no-count': {
    'zh-CN': '{households} 户：至少要分 {fewest} 个，每个不超过 {high} 户，却不够每个 {low} 户。',
    en: '{households} households: {fewest} parts are needed for at most {high} each, and then not every one has {low}.',
  },
  'grid-too-large': {
    'zh-CN': '网格 {grid} 一个就有 {households} 户，超过 {high} 户。请先重新划分这个网格。',
    en: 'Grid {grid} alone has {households} households, more than {high}. Divide that grid first.',
  },
  'unit-too-large': {
    'zh-CN':
      '不可拆分的“{unit}”（{grids} 个网格）共 {households} 户，超过 {high} 户。请放开这一单元，或重新划分。',
    en: '“{unit}” ({grids} grids), which must stay whole, has {households} households, more than {high}. Release it or divide it anew.',
  },
  'piece-too-small': {
    'zh-CN':
      '被隔成 {pieces} 片，网格 {grid} 所在的一片只有 {households} 户，不足 {low} 户，又不能跨越屏障。请核对屏障，或将这一片划给邻近社区。',
    en: 'Cut into {pieces} pieces; the one with grid {grid} has {households} households, fewer than {low}, and the barrier must not be crossed. Check the barrier, or give the piece to a neighbour.',
  },
  exhausted: {
    'zh-CN':
      '分为 {fewest} 至 {most} 个的所有连片分法都不能使每一个在 {low} 至 {high} 户之间（搜索 {states} 种局面，已穷尽）。请重新划分网格，或与相邻社区一并调整。',
    en: 'No connected division into {fewest} to {most} parts brings every one between {low} and {high} households (exhausted, {states} situations). Divide grids anew, or adjust it together with a neighbour.',
  },
  unproved: {
    'zh-CN':
      '在限度内没有找到分为 {fewest} 至 {most} 个、每个 {low} 至 {high} 户的分法（看过 {states} 种局面），但不能断定没有。请加大 --ways。',
    en: 'No division into {fewest} to {most} parts of {low} to {high} households was found within the limit ({states} situations), but there may be one. Raise --ways.',
  },
  merged: {
    'zh-CN': '{others}并入本社区，合并后 {households} 户。',
    en: 'Joined by {others}: {households} households together.',
  },
  'merged-into': {
    'zh-CN': '并入{keeper}，合并后 {households} 户。',
    en: 'Joined to {keeper}: {households} households together.',
  },
  'no-partner': {
    'zh-CN': '本街道内没有可跨越边界的相邻社区。请核对相邻关系。',
    en: 'No community of its subdistrict lies beside it across a border that may be crossed. Check the neighbours.',
  },
  'partners-too-large': {
    'zh-CN': '与相邻社区合并都会超过 {high} 户，或对方不能动：{totals}。',
    en: 'With every neighbour it would exceed {high} households, or that one cannot be touched: {totals}.',
  },
  'partners-too-small': {
    'zh-CN': '与相邻社区合并仍达不到 {low} 户，或超过 {high} 户：{totals}。',
    en: 'Joined with its neighbours it stays below {low} households or exceeds {high}: {totals}.',
  },
  'partners-taken': {
    'zh-CN': '可合并的相邻社区已与别的社区合并，后者能使更多社区达标：{totals}。',
    en: 'The neighbours it could join are joined with others, which brings more communities into the standard: {totals}.',
  },
  reorganised: {
    'zh-CN':
      '与偏小的{others}一并重划：共 {households} 户，划为 {parts} 个，{added, plural, =0 {不必新设} other {新设 # 个}}。',
    en: 'Divided anew together with {others}, under-size: {households} households in {parts} communities, {added, plural, =0 {none of them new} other {# of them new}}.',
  },
  'reorganised-with': {
    'zh-CN': '从{host}划入 {taken} 户，重划后 {households} 户，不必撤并。',
    en: 'Takes {taken} households over from {host}: {households} then, and it need not be abolished.',
  },
  transferred: {
    'zh-CN':
      '{gave, plural, =0 {} other {划出 {gave} 户，}}{got, plural, =0 {} other {划入 {got} 户，}}{added, plural, =0 {} other {新设 {added} 个社区，}}调整后 {households} 户。',
    en: '{gave, plural, =0 {} other {{gave} households go, }}{got, plural, =0 {} other {{got} come, }}{added, plural, =0 {} other {{added} new made of it, }}{households} then.',
  },
  dissolved: { 'zh-CN': '撤销，网格划入{others}。', en: 'Abolished; its grids go to {others}.' },
  'in-pieces': {
    'zh-CN': '网格不连片（见“数据中的问题”），不参加统筹调整。请核对相邻关系和屏障。',
    en: 'Its grids do not hang together (see “Wrong in the data”), so it takes no part. Check neighbours and barriers.',
  },
  'left-out': {
    'zh-CN':
      '未动：周边社区能划出的户数或余地不够，怎样划转都不能使它达标（已证明）。可减小预留（layout.joint.room），或跨街道调整。',
    en: 'Left alone: what its neighbours could give or take does not suffice, whatever is transferred (proved). Reserve less (layout.joint.room), or look beyond the subdistrict.',
  },
  'left-open': {
    'zh-CN':
      '未动：在限度内没有找到使它达标的划转（至少 {least} 个不能达标，这里是 {left} 个）。请加大 --steps。',
    en: 'Left alone: no transfer that brings it into the standard was found within the limit (at least {least} must stay out, here {left}). Raise --steps.',
  },
};
