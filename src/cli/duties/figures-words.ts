import type { LocalText } from '../../model/policy.ts';

/** What `jianfu figures` says for itself; what it reports is worded in src/report/claims/. */
export const FIGURES_TEXTS = {
  figures: {
    'zh-CN': '重新核算文稿里的数字：减少了多少、占多少、合计、列举几项，逐条说成立、不成立还是无法核对',
    en: 'work out the numbers a draft claims: reductions, shares, sums, things listed; say which hold and which fail',
  },
  drafts: { 'zh-CN': '文稿：.docx、.md 或 .txt', en: 'drafts: .docx, .md or .txt' },
  data: {
    'zh-CN': '与这些数据对照（清单、名册）：文件或文件夹；可重复',
    en: 'hold them against these data (lists, rosters): files or folders; repeatable',
  },
  failOn: {
    'zh-CN': 'error：有不成立的就退出 1；warning：存疑的也算；never',
    en: 'error: exit 1 where a claim fails; warning: also where one is doubtful; never',
  },
  notADraft: {
    'zh-CN':
      '{found, select, spreadsheet {这是电子表格，不是文稿。数据请用 --data 给出。} other {读不了这种文字文档。请在 Word 或 WPS 里另存为 .docx。}}',
    en: '{found, select, spreadsheet {This is a spreadsheet, not a draft. Give data with --data.} other {This kind of text document cannot be read. Save it as .docx.}}',
  },
  nothing: {
    'zh-CN': '“{path}”里没有文稿。认得的扩展名：.docx .md .txt。',
    en: 'There is no draft in “{path}”. Known file names end in .docx .md .txt.',
  },
  unreadable: { 'zh-CN': '{path}：{text}', en: '{path}: {text}' },
} as const satisfies Record<string, LocalText>;
