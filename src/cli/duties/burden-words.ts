import type { LocalText } from '../../model/policy.ts';

/** What `jianfu diff` says for itself; what it reports is worded in src/report/burden/. */
export const DIFF_TEXTS = {
  diff: {
    'zh-CN': '对照同一份清单的两个版本：每一项保留、改写、移列、合并、拆分、取消还是新增',
    en: 'hold two versions of lists against each other: what became of every item',
  },
  before: { 'zh-CN': '原来的清单：文件或文件夹', en: 'the earlier lists: a file or folder' },
  after: { 'zh-CN': '现在的清单：文件或文件夹', en: 'the later lists: a file or folder' },
  beforeSheet: {
    'zh-CN': '原清单在这张工作表，可用 * 和 ?；可重复',
    en: 'the earlier version is on this sheet; * and ? may stand in the name; repeatable',
  },
  afterSheet: {
    'zh-CN': '现清单在这张工作表，可用 * 和 ?；可重复',
    en: 'the later version is on this sheet; * and ? may stand in the name; repeatable',
  },
  review: {
    'zh-CN': '把变化写成 .xlsx，由人填“是否同一事项”',
    en: 'write the changes to an .xlsx in which a person says which are the same duty',
  },
  reviewed: { 'zh-CN': '读回填好的复核表；可重复', en: 'read a filled-in review back; repeatable' },
  force: { 'zh-CN': '复核表已存在时覆盖', en: 'overwrite the review where it exists' },
  sameInput: {
    'zh-CN': '前后是同一个“{path}”。同一工作簿里的两张表，请写 --before-sheet 和 --after-sheet。',
    en: 'Both versions are “{path}”. For two sheets of one workbook give --before-sheet and --after-sheet.',
  },
  noList: {
    'zh-CN': '“{path}”里没有找到事项清单。用 jianfu tables 文件 查看怎样理解它。',
    en: 'No duty list was found in “{path}”. jianfu tables FILE shows what is understood of it.',
  },
  noReview: {
    'zh-CN': '“{path}”不是复核表：找不到“是否同一事项”这一列。请用 --review 写出的文件填写。',
    en: '“{path}” is no review: it has no column “Same duty”. Fill in the workbook that --review wrote.',
  },
  reviewFormat: { 'zh-CN': '复核表请写成 .xlsx：“{path}”。', en: 'Name an .xlsx for the review: “{path}”.' },
  reviewWritten: { 'zh-CN': '已写出复核表 {path}（{count} 行）', en: 'Wrote {count} rows to {path}' },
} as const satisfies Record<string, LocalText>;

/** What `jianfu burden` says for itself. */
export const BURDEN_TEXTS = {
  burden: {
    'zh-CN': '核算减负：名义减了多少、实际减了多少、差在哪里',
    en: 'account for a reduction: how much in lines, how much in fact, and what the difference is',
  },
  evidence: {
    'zh-CN': '下派任务、报表台账的表：文件或文件夹；可重复',
    en: 'tables of tasks sent down and of forms: files or folders; repeatable',
  },
  since: {
    'zh-CN': '只看这一天起的下派（YYYY-MM-DD）',
    en: 'look at tasks sent down from this day on (YYYY-MM-DD)',
  },
  by: {
    'zh-CN': '分项：list|department|category|unit；可重复（默认 list 和 department）',
    en: 'break down by list|department|category|unit; repeatable (list and department by default)',
  },
  declared: {
    'zh-CN': '申报的数，如 140多:79，与清单实数对照',
    en: 'declared numbers, as 140多:79, held against the lists',
  },
  similar: {
    'zh-CN': '找清单里相近、包含、冲突的事项：换了说法的重复、不应承担的、协助写成负责的',
    en: 'find items that are alike, contained in others, barred elsewhere, or assisted and worded as one’s own',
  },
} as const satisfies Record<string, LocalText>;
