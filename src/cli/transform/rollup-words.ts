import type { LocalText } from '../../model/policy.ts';
import type { VersionReason } from '../../transform/rollup/versions.ts';

/** Words of `jianfu rollup` and `jianfu split`. */
export const ROLLUP_WORDS = {
  rollup: {
    'zh-CN': '汇总：社区→街道→旗县区→全市，谁报了、谁没报、用的哪一版、合计多少',
    en: 'add up by community, subdistrict, district and all: who handed in, who is missing, which version is used',
  },
  output: { 'zh-CN': '写到哪个 .xlsx', en: 'the .xlsx to write' },
  roster: {
    'zh-CN': '应报单位的名册（社区基本情况表）；不写就用报来的社区基本情况表',
    en: 'the roster of units that should hand in; without it, the community rosters among the files',
  },
  split: {
    'zh-CN': '汇总的反向：按单位分成一个个工作簿',
    en: 'the other way round: one workbook for each unit',
  },
  folder: { 'zh-CN': '写到哪个文件夹', en: 'the folder to write to' },
  by: {
    'zh-CN': '按哪一级分：community|subdistrict|district',
    en: 'the level to split by: community|subdistrict|district',
  },
  noRoster: {
    'zh-CN':
      '名册“{path}”里没有社区基本情况表，不知道应该有谁报。请核对文件，用 jianfu tables 看看怎样理解。',
    en: 'There is no community roster in “{path}”, so it is not known who should hand in. See jianfu tables.',
  },
  district: { 'zh-CN': '旗县区', en: 'district' },
  subdistrict: { 'zh-CN': '街道', en: 'subdistrict' },
  community: { 'zh-CN': '社区', en: 'community' },
  city: { 'zh-CN': '全部', en: 'all' },
  code: { 'zh-CN': '代码', en: 'code' },
  state: { 'zh-CN': '报送', en: 'state' },
  submitted: { 'zh-CN': '已报', en: 'handed in' },
  missingUnit: { 'zh-CN': '未报', en: 'missing' },
  notExpected: { 'zh-CN': '已报，不在名册', en: 'handed in, not on the roster' },
  files: { 'zh-CN': '用的文件', en: 'files used' },
  units: { 'zh-CN': '单位数', en: 'units' },
  expected: { 'zh-CN': '应报', en: 'expected' },
  absent: { 'zh-CN': '未报', en: 'missing' },
  lacking: { 'zh-CN': '缺数', en: 'numbers missing' },
  rowsOf: { 'zh-CN': '{kind}行数', en: 'rows of {kind}' },
  superseded: { 'zh-CN': '没有用的版本', en: 'versions not used' },
  unit: { 'zh-CN': '单位', en: 'unit' },
  what: { 'zh-CN': '内容', en: 'content' },
  file: { 'zh-CN': '没有用的文件', en: 'file not used' },
  usedFile: { 'zh-CN': '用的文件', en: 'file used' },
  reason: { 'zh-CN': '理由', en: 'reason' },
  differences: { 'zh-CN': '不同之处（没有用的 → 用的）', en: 'differences (not used → used)' },
  homeless: { 'zh-CN': '不知是谁报的', en: 'of nobody known' },
  heading: { 'zh-CN': '汇总', en: 'Added up' },
  counts: {
    'zh-CN': '单位 {units} 个：已报 {submitted}，未报 {absent}，不在名册 {strangers}。',
    en: 'Units: {units}; handed in {submitted}, missing {absent}, not on the roster {strangers}.',
  },
  countsWithout: {
    'zh-CN': '单位 {units} 个：已报 {submitted}。没有名册，不知道还缺谁。',
    en: 'Units: {units}; handed in {submitted}. Without a roster it is not known who is missing.',
  },
  rows: {
    'zh-CN':
      '行 {written} 行 = 计入 {used} + 旧版 {old} + 不知是谁报的 {homeless}；另有 {rejected} 行（个文件）没有转换。',
    en: 'Rows {written} = used {used} + of older versions {old} + of nobody known {homeless}; {rejected} rows or files were not converted.',
  },
  undecided: {
    'zh-CN': '有 {count} 处分不出哪一版新，暂用排在后面的，见“没有用的版本”。',
    en: 'In {count} places it is not clear which version is newer; the last by name is used, see “versions not used”.',
  },
  repeated: {
    'zh-CN': '名册里代码 {code} 有 {count} 个单位：{units}。',
    en: 'In the roster code {code} has {count} units: {units}.',
  },
  wrote: { 'zh-CN': '已写出 {path}。', en: 'Wrote {path}.' },
  wroteMany: { 'zh-CN': '已写出 {count} 个文件，在 {path}。', en: 'Wrote {count} files to {path}.' },
  unknown: { 'zh-CN': '不详', en: 'unknown' },
} as const satisfies Record<string, LocalText>;

export const VERSION_WORDS: Readonly<Record<VersionReason, LocalText>> = {
  'same-content': { 'zh-CN': '内容相同', en: 'the same content' },
  date: { 'zh-CN': '文件名上的日期早', en: 'the earlier day in its name' },
  version: { 'zh-CN': '文件名上的版本旧', en: 'the older version in its name' },
  undecided: { 'zh-CN': '分不出哪一版新', en: 'not clear which is newer' },
};
