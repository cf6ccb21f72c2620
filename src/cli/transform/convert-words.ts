import type { LocalText } from '../../model/policy.ts';
import type { DoubtReason, RejectReason } from '../../transform/canonical.ts';

/** Words of `jianfu convert`. */
export const CONVERT_WORDS = {
  convert: {
    'zh-CN': '把报来的各种表整理成一张规范的总表，每个单元格都能查到出处',
    en: 'bring the tables as they were sent into one canonical table; every cell can be traced back',
  },
  output: {
    'zh-CN':
      '写到哪个文件：.xlsx、.csv、.ndjson 或 .parquet；旁边另写 .lineage.ndjson（出处）和 .rejects.csv（未转换的行）',
    en: 'the file to write: .xlsx, .csv, .ndjson or .parquet; beside it .lineage.ndjson (where each cell comes from) and .rejects.csv (rows not converted)',
  },
  kind: {
    'zh-CN': '只要这一种表，如 duty-list、community；可重复',
    en: 'tables of this kind only, such as duty-list, community; repeatable',
  },
  select: {
    'zh-CN': '只要这些列，按此顺序，用逗号分开，如 submitter,list,text',
    en: 'these columns only, in this order, parted by commas, such as submitter,list,text',
  },
  sheetsBy: {
    'zh-CN': '按这一列分成几张工作表，如 list（每张清单一张）、leadDepartment（每个部门一张）',
    en: 'a sheet for each value of this column, such as list (one a list) or leadDepartment (one a department)',
  },
  sheetsNeedXlsx: {
    'zh-CN': '几张工作表只有 .xlsx 放得下，-o 写的是“{found}”。',
    en: 'Only an .xlsx holds several sheets; found “{found}”.',
  },
  notSaid: { 'zh-CN': '没有写明{field}', en: 'no {field}' },
  withOrigin: {
    'zh-CN': '最后加上来源文件、来源工作表、来源行三列',
    en: 'add three columns: source file, sheet and row',
  },
  allColumns: {
    'zh-CN': '没有一行填写的列也写出来',
    en: 'write columns that no row fills, too',
  },
  outputEncoding: {
    'zh-CN': 'CSV 写成什么编码：utf-8|gb18030',
    en: 'encoding of the CSV that is written: utf-8|gb18030',
  },
  noTable: {
    'zh-CN': '没有认得的表可以转换。请用 jianfu tables 文件 看看怎样理解，用 --header-row、--columns 指定。',
    en: 'There is no table of a known kind to convert. See jianfu tables FILE, and pin it down with --header-row or --columns.',
  },
  severalKinds: {
    'zh-CN':
      '这些文件里有几种表：{found}。{reason, select, select {--select} other {.{reason} 文件}}只能放一种，请用 --kind 指定，或写成 .xlsx（每种一张工作表）。',
    en: 'There are tables of several kinds: {found}. {reason, select, select {--select} other {A .{reason} file}} takes one; choose it with --kind, or write .xlsx (one sheet each).',
  },
  tooLarge: {
    'zh-CN':
      '第 {row} 行第 {column} 列写不进去：{reason, select, encoding {“{found}”里有这种编码没有的字符} text-too-long {“{found}…”超过 32767 字} too-many-rows {一张工作表最多 1048576 行} other {一张工作表最多 16384 列}}。请改写成 .ndjson 或 UTF-8 的 .csv。',
    en: 'Row {row}, column {column} cannot be written: {reason, select, encoding {“{found}” has characters the encoding does not have} text-too-long {“{found}…” has more than 32767 characters} too-many-rows {a sheet holds 1048576 rows} other {a sheet holds 16384 columns}}. Write .ndjson or .csv in UTF-8 instead.',
  },
  heading: { 'zh-CN': '转换', en: 'Converted' },
  rows: { 'zh-CN': '行数', en: 'rows' },
  columns: { 'zh-CN': '列数', en: 'columns' },
  table: { 'zh-CN': '表', en: 'table' },
  files: {
    'zh-CN': '文件 {all} 个：已读 {read}，读不出 {unreadable}，跳过 {skipped}。',
    en: 'Files: {all}; read {read}, unreadable {unreadable}, passed over {skipped}.',
  },
  balance: {
    'zh-CN':
      '表格行 {read} 行 = 已转换 {written} + 并入上一行 {joined} + 未转换 {rejected} + 不是所要的表 {aside}。',
    en: 'Rows read {read} = converted {written} + joined to the row above {joined} + rejected {rejected} + of other kinds {aside}.',
  },
  unbalanced: {
    'zh-CN': '行数对不上：读到 {read} 行，有交代的 {told} 行。这是工具的错，结果不要使用。',
    en: 'The rows do not add up: {read} were read, {told} are accounted for. This is a fault of the tool; do not use the result.',
  },
  doubtful: {
    'zh-CN': '有 {count} 行的值存疑，照原样写出，见“转换说明”列：{list}。',
    en: '{count} rows hold values in doubt, written as they stand; see the column “conversion notes”: {list}.',
  },
  repeatedList: {
    'zh-CN': '{file} 里 {at} 都说是“{list}”，都照样转换了，可能算了两遍。请只留一张，或改正标题。',
    en: '{at} of {file} both say they are “{list}”; both were converted and may count twice. Keep one, or correct the titles.',
  },
  wrote: { 'zh-CN': '已写出 {paths}。', en: 'Wrote {paths}.' },
  reason: { 'zh-CN': '原因', en: 'reason' },
  content: { 'zh-CN': '内容', en: 'content' },
  rejects: { 'zh-CN': '未转换的行', en: 'rows not converted' },
} as const satisfies Record<string, LocalText>;

export const DOUBT_WORDS: Readonly<Record<DoubtReason, LocalText>> = {
  hedged: { 'zh-CN': '约数', en: 'not exact' },
  'not-a-number': { 'zh-CN': '不是数字', en: 'not a number' },
  'not-whole': { 'zh-CN': '不是整数', en: 'not a whole number' },
  'other-unit': { 'zh-CN': '单位不同', en: 'another unit' },
  'not-a-date': { 'zh-CN': '不是日期', en: 'not a date' },
  'date-likely': { 'zh-CN': '日期不能肯定', en: 'date not certain' },
  'not-a-flag': { 'zh-CN': '看不出是或否', en: 'neither yes nor no' },
  'digits-lost': { 'zh-CN': '代码丢了数字', en: 'code has lost digits' },
  'error-value': { 'zh-CN': '公式错误', en: 'spreadsheet error' },
  'formula-without-value': { 'zh-CN': '公式没有保存结果', en: 'formula without a stored result' },
};

export const REJECT_WORDS: Readonly<Record<RejectReason, LocalText>> = {
  unclear: { 'zh-CN': '看不懂这一行是什么', en: 'it is not clear what the row is' },
  'no-table': { 'zh-CN': '工作表里没有找到表头', en: 'the sheet has no header' },
  turned: { 'zh-CN': '表是横着排的', en: 'the list runs from left to right' },
  'not-selected': { 'zh-CN': '没有选这张工作表', en: 'the sheet was not selected' },
  'change-log': { 'zh-CN': '是 fix 的修改记录', en: 'the sheet is a log of changes' },
  'result-sheet': { 'zh-CN': '是 check 写的校验结果', en: 'the sheet lists the results of check' },
  'kind-unknown': { 'zh-CN': '认不出是哪一种表', en: 'the table is of no known kind' },
  'no-place': { 'zh-CN': '空表里没有这张清单的位置', en: 'the form has no table for the list' },
  unreadable: { 'zh-CN': '文件读不出', en: 'the file cannot be read' },
};
