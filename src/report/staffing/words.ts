import type { LocalText } from '../../model/policy.ts';
import type { StaffingNote, StaffNeed, StaffShare } from '../../model/staffing.ts';

export const NEEDS: Readonly<Record<StaffNeed['id'], LocalText>> = {
  'grid-workers': { 'zh-CN': '每个网格 {norm} 名专职网格员', en: '{norm} grid worker to a grid' },
  'committee-members': { 'zh-CN': '居委会成员不少于 {norm} 人', en: 'at least {norm} committee members' },
  'households-per-worker': { 'zh-CN': '每 {norm} 户至少 1 名', en: 'a worker to {norm} households' },
  'workers-per-community': { 'zh-CN': '每个社区不少于 {norm} 名', en: 'at least {norm} to a community' },
};

export const SHARES: Readonly<Record<StaffShare['field'], LocalText>> = {
  category: { 'zh-CN': '人员类别', en: 'Category' },
  education: { 'zh-CN': '学历', en: 'Education' },
  qualification: { 'zh-CN': '职业资格', en: 'Qualification' },
};

export const NOTES: Readonly<Record<StaffingNote['id'], LocalText>> = {
  'file-unreadable': {
    'zh-CN': '“{file}”读不出来，没有算进去。用 jianfu check 看原因。',
    en: '“{file}” cannot be read and is in no figure. `jianfu check` says why.',
  },
  'place-twice': {
    'zh-CN': '“{name}”报了两次，首次在 {first}，只算首次。请删去一处。',
    en: '“{name}” stands twice, first at {first}; only the first counts. Delete one.',
  },
  'workers-differ': {
    'zh-CN': '“{name}”表中填 {declared} 人，名册里数出 {counted} 人，按表中所填计算。请核对。',
    en: '“{name}” declares {declared} workers, its register has {counted}; the declared number is used. Check them.',
  },
  'grid-worker-double': {
    'zh-CN': '“{worker}”同时是“{first}”和“{grid}”的专职网格员。一格一员；确属兼任的，请在“是否兼任”写明。',
    en: '“{worker}” is the worker of both “{first}” and “{grid}”. One grid, one worker; where one serves both, say so under 是否兼任.',
  },
};

/** Words of the staffing report. */
export const STAFFING_WORDS = {
  head: {
    'zh-CN': '社区工作者配备。政策包 {policy}，按 {asOf} 有效的条文',
    en: 'Staff of communities. Pack {policy} in force on {asOf}',
  },
  norm: {
    'zh-CN':
      '标准：每万名城镇常住人口 {value} 人（{title}）。缺额向上取整；分母只用城镇常住人口，不用其他人口代替。',
    en: 'Norm: {value} to 10,000 urban residents ({title}). What is short is rounded up; no other population stands in for urban residents.',
  },
  noNorm: {
    'zh-CN': '政策包在该日没有每万人比例的标准，只列比例，不算缺额。',
    en: 'The pack has no norm for the ratio on that day: ratios only, nothing is called short.',
  },
  ratios: { 'zh-CN': '每万名城镇常住人口的社区工作者', en: 'Workers to 10,000 urban residents' },
  place: { 'zh-CN': '范围', en: 'Place' },
  workers: { 'zh-CN': '社区工作者', en: 'Workers' },
  residents: { 'zh-CN': '城镇常住人口', en: 'Urban residents' },
  per10k: { 'zh-CN': '每万人', en: 'To 10,000' },
  toNorm: { 'zh-CN': '与标准相比', en: 'To the norm' },
  whole: { 'zh-CN': '全部', en: 'All' },
  short: { 'zh-CN': '缺 {count} 人', en: '{count} short' },
  above: { 'zh-CN': '多 {count} 人', en: '{count} above' },
  met: { 'zh-CN': '正好', en: 'met' },
  open: { 'zh-CN': '定不了：{low} 至 {high}', en: 'cannot be told: {low} to {high}' },
  lacking: { 'zh-CN': '另有 {count} 个缺数，未算', en: '{count} more lack a number' },
  unknown: { 'zh-CN': '无法判断：缺人数或城镇常住人口', en: 'cannot be told: a number is missing' },
  implied: {
    'zh-CN':
      '申报 {workers} 人、每万人 {ratio} 人，没有写分母：推算城镇常住人口约 {base} 万（{low} 至 {high} 人）。',
    en: '{workers} workers at {ratio} to 10,000 are declared without the residents: some {base} × 10,000 ({low} to {high}).',
  },
  impliedShort: { 'zh-CN': '按推算的分母，{told}。', en: 'By that base: {told}.' },
  first: {
    'zh-CN': '先补哪里（每名居民缺额最大的在前）',
    en: 'Which vacancies first (most short to a resident)',
  },
  needs: { 'zh-CN': '其他配备标准', en: 'Other norms' },
  norm2: { 'zh-CN': '标准', en: 'Norm' },
  below: { 'zh-CN': '不足的', en: 'Below' },
  belowValue: { 'zh-CN': '{places} 个中 {below} 个', en: '{below} of {places}' },
  wanting: { 'zh-CN': '共缺', en: 'Short' },
  persons: { 'zh-CN': '{count} 人', en: '{count}' },
  worst: { 'zh-CN': '缺得最多', en: 'Most short' },
  shares: { 'zh-CN': '名册构成', en: 'The register' },
  counted: {
    'zh-CN': '{count} 个社区表中没有填工作者人数，用的是名册里数出的人数。',
    en: 'For {count} communities whose row gives no workers, those in the register were counted.',
  },
  what: { 'zh-CN': '项目', en: 'What' },
  value: { 'zh-CN': '内容', en: 'Value' },
  share: { 'zh-CN': '占比', en: 'Share' },
  shareValue: { 'zh-CN': '{share}%（{count}/{of}）', en: '{share}% ({count}/{of})' },
  blank: { 'zh-CN': '（未填）', en: '(blank)' },
  quotas: { 'zh-CN': '额度使用', en: 'Quotas' },
  post: { 'zh-CN': '岗位', en: 'Post' },
  quota: { 'zh-CN': '额度', en: 'Quota' },
  filled: { 'zh-CN': '在岗（表报/名册）', en: 'Filled (told/counted)' },
  free: { 'zh-CN': '余额', en: 'Free' },
  over: { 'zh-CN': '超 {count}', en: '{count} over' },
  supervisors: {
    'zh-CN': '督导师 {all} 人，每人督导不超过 {norm} 人；超过的 {over} 人：{names}',
    en: '{all} supervisors, at most {norm} workers each; {over} above: {names}',
  },
  supervisorsMet: {
    'zh-CN': '督导师 {all} 人，每人督导都不超过 {norm} 人。',
    en: '{all} supervisors, none with more than {norm} workers.',
  },
  allocation: { 'zh-CN': '{posts} 个新岗位给谁', en: 'Who gets {posts} new posts' },
  allocationWhy: {
    'zh-CN':
      '逐个给每万人比例最低的，最低比例由 {before} 升到 {after}，没有别的分法能更高；相同的按代码先后。',
    en: 'Each goes where the ratio is lowest: the lowest rises from {before} to {after}, and no other way takes it higher; equals by code.',
  },
  leftOut: {
    'zh-CN': '{count} 个缺数或只有约数，没有参加分配。',
    en: '{count} without exact numbers took no part.',
  },
  noTakers: {
    'zh-CN': '没有一个社区同时有确切的工作者人数和城镇常住人口，分不了。',
    en: 'No community has both exact numbers; nothing can be given out.',
  },
  gets: { 'zh-CN': '给', en: 'Gets' },
  before: { 'zh-CN': '原每万人', en: 'Before' },
  after: { 'zh-CN': '现每万人', en: 'After' },
  forecast: { 'zh-CN': '{years} 年后还有多少人', en: 'How many are left after {years} years' },
  assumed: {
    'zh-CN':
      '假定：满 {leaveAt} 岁离岗，其余每年有 {turnover}% 离开，互不影响，不招新人。这是您给的假定，不是规定。名册 {staff} 人，{unknown} 人没有出生年月，按不到龄算。',
    en: 'Assumed: one leaves at {leaveAt}; of the others {turnover}% leave in a year, each apart from the rest; nobody is hired. These are your assumptions, no regulation. {staff} in the register, {unknown} without a date of birth, taken to be younger.',
  },
  year: { 'zh-CN': '年底', en: 'End of' },
  retired: { 'zh-CN': '到龄', en: 'Reach age' },
  mean: { 'zh-CN': '平均', en: 'Mean' },
  range90: { 'zh-CN': '九成可能', en: '90 in 100' },
  range50: { 'zh-CN': '五成可能', en: '50 in 100' },
  notes: { 'zh-CN': '要核对的', en: 'To be checked' },
  titled: { 'zh-CN': '{title}　{count} 条', en: '{title}: {count}' },
  more: { 'zh-CN': '还有 {count} 条，见 --out json。', en: '{count} more: --out json.' },
} as const satisfies Record<string, LocalText>;
