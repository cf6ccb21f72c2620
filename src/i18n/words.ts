import type { LocalText } from '../model/policy.ts';
import type { SkipReason } from '../model/run.ts';
import type { RowRole } from '../model/table.ts';
import type { EncodingReason } from '../model/workbook.ts';

/** Words that no rule owns. */

export const OUTCOMES = {
  breach: { 'zh-CN': '违反', en: 'breach' },
  advice: { 'zh-CN': '建议', en: 'advice' },
  undetermined: { 'zh-CN': '无法判断', en: 'undetermined' },
} as const satisfies Record<string, LocalText>;

export const SEVERITIES = {
  error: { 'zh-CN': '错误', en: 'error' },
  warning: { 'zh-CN': '警告', en: 'warning' },
  info: { 'zh-CN': '提示', en: 'info' },
} as const satisfies Record<string, LocalText>;

export const SKIP_REASONS: Readonly<Record<SkipReason, LocalText>> = {
  'nothing-to-check': { 'zh-CN': '没有可检查的表', en: 'no table to check' },
  'no-second-count': {
    'zh-CN': '单元格数没有第二种数法可以核对（{format}）',
    en: 'no second way to count the cells ({format})',
  },
  'column-missing': { 'zh-CN': '缺少“{field}”列，无法判断', en: 'no column “{field}”, cannot tell' },
  'cell-missing': {
    'zh-CN': '“{field}”没有填明，无法判断',
    en: '“{field}” is empty or not certain, cannot tell',
  },
  'year-missing': {
    'zh-CN': '政策包没有 {year} 年的节假日安排，工作日数不清楚',
    en: 'the pack has no calendar of {year}; working days are not known',
  },
  'no-value': {
    'zh-CN': '算不出数（除以零，或超出范围）',
    en: 'there is no such number (division by zero, or out of range)',
  },
  'too-costly': {
    'zh-CN': '行数太多：要算 {steps} 步，上限 {limit}',
    en: 'too many rows: {steps} steps, at most {limit}',
  },
  'kind-missing': {
    'zh-CN': '没有报送“{kind}”，无从对照',
    en: 'no “{kind}” was handed in to compare with',
  },
  'claim-missing': {
    'zh-CN': '没有申报“{claim}”，无从核对',
    en: '“{claim}” is not declared, so that nothing can be held against it',
  },
  'parameter-missing': {
    'zh-CN': '政策包在该日没有参数 {parameter}',
    en: 'the pack has no parameter {parameter} on that day',
  },
  'catalogue-missing': { 'zh-CN': '政策包没有目录 {catalogue}', en: 'the pack has no catalogue {catalogue}' },
  'region-missing': { 'zh-CN': '政策包没有写明所在省份', en: 'the pack does not name its province' },
  'list-unknown': { 'zh-CN': '看不出是哪一类清单', en: 'the kind of list is not known' },
  'scope-unknown': { 'zh-CN': '看不出是社区还是村的清单', en: 'not known whether a community or a village' },
};

/** Why a text was taken for its encoding. */
export const ENCODING_REASONS: Readonly<Record<EncodingReason, LocalText>> = {
  mark: { 'zh-CN': '文件开头有字节顺序标记', en: 'it begins with a byte order mark' },
  valid: { 'zh-CN': '全文都符合', en: 'all of it is valid' },
  pattern: { 'zh-CN': '没有标记，按字符分布判断', en: 'no mark; by how it reads' },
  'not-utf-8': { 'zh-CN': '不是 UTF-8，按此全文读通', en: 'not UTF-8, and all of it is valid in this' },
  named: { 'zh-CN': '由 --encoding 指定', en: 'named with --encoding' },
};

/** Words of the reports themselves. */
export const REPORT_WORDS = {
  policy: {
    'zh-CN': '政策包：{title}（{packs}），按 {day} 有效的条文',
    en: 'Policy: {title} ({packs}), as in force on {day}',
  },
  place: { 'zh-CN': '位置', en: 'Place' },
  level: { 'zh-CN': '级别', en: 'Level' },
  finding: { 'zh-CN': '问题', en: 'Finding' },
  more: {
    'zh-CN': '另有 {count} 条同类问题：{title} {rule}。全部见 --out json=文件。',
    en: '{count} more of the same: {title} {rule}. All are in --out json=FILE.',
  },
  wholeFile: { 'zh-CN': '整个文件', en: 'whole file' },
  basis: { 'zh-CN': '依据', en: 'Basis' },
  physicalLine: { 'zh-CN': '文本第 {line} 行', en: 'line {line} of the text' },
  textFacts: {
    'zh-CN': '文字编码 {encoding}（{reason}），分隔符 {delimiter}',
    en: 'Text in {encoding} ({reason}), delimiter {delimiter}',
  },
  form: { 'zh-CN': '形式检查', en: 'matter of form' },
  ranking: { 'zh-CN': '排名：{title}', en: 'Ranking: {title}' },
  rankPlace: { 'zh-CN': '名次', en: 'Place' },
  rankNumber: {
    'zh-CN': '数量{unit, select, none {} other {（{unit}）}}',
    en: 'Number{unit, select, none {} other { ({unit})}}',
  },
  rankRows: { 'zh-CN': '行数', en: 'Rows' },
  rankAbout: { 'zh-CN': '单位', en: 'Who' },
  rankTied: { 'zh-CN': '{place}（{tied} 个并列）', en: '{place} ({tied} share it)' },
  rankOpen: { 'zh-CN': '定不了', en: 'open' },
  skips: { 'zh-CN': '未检查', en: 'Not checked' },
  rule: { 'zh-CN': '规则', en: 'Rule' },
  reason: { 'zh-CN': '原因', en: 'Reason' },
  reasonAndRules: { 'zh-CN': '原因与规则', en: 'Reason and rules' },
  idleRules: {
    'zh-CN': '{reason}：{count} 条规则（编号见 --out json）',
    en: '{reason}: {count} of the rules (ids in --out json)',
  },
  times: { 'zh-CN': '表数', en: 'Tables' },
  faults: { 'zh-CN': '故障（工具自身出错，请反馈）', en: 'Faults (the tool itself failed; please report)' },
  passedOver: { 'zh-CN': '没有读的文件', en: 'Files passed over' },
  handedOver: { 'zh-CN': '由通用库读取的 .xlsx', en: 'Files .xlsx read by the general library' },
  handover: {
    'zh-CN':
      '{part} 的写法少见（{why, select, binary {二进制格式} encoding {编码} entity {实体} namespace {命名空间} order {行或单元格的次序} part {部件改名} reference {单元格地址} structure {结构} style {样式编号} other {{why}}}），改由通用库读取',
    en: '{part} is written in an unusual way ({why, select, binary {binary format} encoding {encoding} entity {entity} namespace {namespace} order {order of rows or cells} part {part renamed} reference {cell reference} structure {structure} style {number of a style} other {{why}}}), so the general library read the file',
  },
  file: { 'zh-CN': '文件', en: 'File' },
  summary: { 'zh-CN': '小结', en: 'Summary' },
  count: { 'zh-CN': '条数', en: 'Count' },
  filesLine: {
    'zh-CN':
      '文件 {total} 个：已读 {read}，读不出 {unreadable}，跳过 {skipped}；{dirty} 个有问题，{clean} 个没有问题。',
    en: '{total, plural, one {{total} file} other {{total} files}}: {read} read, {unreadable} unreadable, {skipped} passed over; {dirty} with findings, {clean} without.',
  },
  rowsLine: {
    'zh-CN':
      '表格行 {rows} 行：数据 {data}，其余（标题、表头、分类、空行、合计、注）{other}，看不懂 {unclear}，未用 {skipped}。',
    en: '{rows, plural, one {{rows} row} other {{rows} rows}} accounted for: {data} data, {other} title, header, band, blank, total or note, {unclear} unclear, {skipped} unused.',
  },
  findingsLine: {
    'zh-CN': '问题 {total} 条：错误 {error}，警告 {warning}，提示 {info}。',
    en: '{total, plural, one {{total} finding} other {{total} findings}}: {error, plural, one {{error} error} other {{error} errors}}, {warning, plural, one {{warning} warning} other {{warning} warnings}}, {info, plural, one {{info} note} other {{info} notes}}.',
  },
  rulesLine: {
    'zh-CN': '规则 {total} 条：有问题 {findings}，通过 {passed}，未检查 {skipped}，出错 {crashed}。',
    en: '{total, plural, one {{total} rule} other {{total} rules}}: {findings} with findings, {passed} passed, {skipped} not checked, {crashed} crashed.',
  },
  seal: {
    'zh-CN': '封签 {seal}（jianfu {version}）。核对：jianfu verify 报告.json',
    en: 'Seal {seal} (jianfu {version}). To check it: jianfu verify REPORT.json',
  },
  nextStep: {
    'zh-CN': '想知道某条规则查什么、怎么改：jianfu explain {rule}',
    en: 'What a rule asks and how to put it right: jianfu explain {rule}',
  },
  fileCounts: {
    'zh-CN': '{count} 条',
    en: '{count, plural, one {{count} finding} other {{count} findings}}',
  },
  noTable: {
    'zh-CN': '没有找到表头，这张工作表没有检查。',
    en: 'No header was found; this sheet is not checked.',
  },
  hiddenSheet: { 'zh-CN': '（隐藏）', en: ' (hidden)' },
  sheetSize: {
    'zh-CN': '{rows} 行，{cells} 个有内容的单元格',
    en: '{rows} rows, {cells} cells that hold something',
  },
  blankSheet: { 'zh-CN': '空工作表。', en: 'A blank sheet.' },
  turnedSheet: {
    'zh-CN': '列名写在左边一列、事项从左往右排，这张工作表没有检查。请用“选择性粘贴→转置”转过来。',
    en: 'The column names stand below one another and the items run from left to right; this sheet is not checked. Paste it transposed.',
  },
  changeLog: { 'zh-CN': '这是 fix 的修改记录，不检查。', en: 'The log of changes made by fix; not checked.' },
  resultSheet: {
    'zh-CN': '这是 check 写的校验结果，不检查。',
    en: 'The list of results written by check; not checked.',
  },
  notSelected: { 'zh-CN': '没有选定这张工作表。', en: 'This sheet was not asked for.' },
  tableNumber: { 'zh-CN': '表{number}', en: 'Table {number}' },
  understoodCounts: {
    'zh-CN': '把握 {percent}%（列名 {known}/{columns}）　数据 {rows} 行，看不懂 {unclear} 行',
    en: '{percent}% sure ({known} of {columns} headers)　{rows, plural, one {{rows} data row} other {{rows} data rows}}, {unclear} unclear',
  },
  continuesTable: {
    'zh-CN': '接着工作表“{sheet}”表头在第 {row} 行的那张表：列名相同，序号接着往下，按同一张清单检查。',
    en: 'Goes on with the table whose header is in row {row} of sheet “{sheet}”: same headers, numbers that go on; checked as one list.',
  },
  columnsLeft: {
    'zh-CN': '另有 {count} 列有内容，图中没有画出：{columns}。检查时照样看。',
    en: '{count, plural, one {1 column that holds something is} other {{count} columns that hold something are}} not drawn: {columns}. The check looks at {count, plural, one {it} other {them}} all the same.',
  },
  joinedTables: {
    'zh-CN': '合为一张清单：{tables}。列名相同、序号相接，项数合在一起计。',
    en: 'Checked as one list: {tables}. Same headers, numbers that go on; the items are counted together.',
  },
  joinedTable: { 'zh-CN': '工作表“{sheet}”自 {cell} 起', en: 'sheet “{sheet}” from {cell}' },
  pinHeader: {
    'zh-CN':
      '若有表头，用 --header-row 行号 指明；某一列是什么，用 --columns 文件.yaml 写明（见 docs/reading.md）。',
    en: 'If there is a header, say where with --header-row N; say which column is what with --columns FILE.yaml (docs/reading.md).',
  },
  unclearAdvice: {
    'zh-CN': '标“看不懂”的行没有检查：请补全，或以“注：”开头写成说明，或删去。',
    en: 'Rows marked unclear are not checked: complete them, begin them with 注： to make them notes, or delete them.',
  },
  blankRows: { 'zh-CN': '{rows} 行', en: '{rows, plural, one {{rows} row} other {{rows} rows}}' },
  elidedRows: {
    'zh-CN': '... 略去 {rows} 行（第 {from}–{to} 行）',
    en: '... {rows, plural, one {{rows} row} other {{rows} rows}} left out (rows {from}–{to})',
  },
  notKnown: { 'zh-CN': '看不出', en: 'not known' },
  listByColumn: { 'zh-CN': '各行的清单见 {column} 列', en: 'each row names its list in column {column}' },
  field: { 'zh-CN': '理解为', en: 'Taken for' },
  'lock-file': {
    'zh-CN': 'Office 或 WPS 打开文件时留下的临时文件',
    en: 'left by Office or WPS while a file is open',
  },
  'system-file': { 'zh-CN': '系统文件', en: 'system file' },
  link: { 'zh-CN': '链接，不跟随', en: 'a link, not followed' },
  'not-a-table': { 'zh-CN': '不是表格文件', en: 'not a table' },
} as const satisfies Record<string, LocalText>;

/** How a clause speaks. */
export const MODALITIES = {
  must: { 'zh-CN': '必须·不得', en: 'must' },
  should: { 'zh-CN': '原则上·一般', en: 'should' },
  form: { 'zh-CN': '形式检查', en: 'matter of form' },
} as const satisfies Record<string, LocalText>;

/** What a row can be. */
export const ROW_ROLES: Readonly<Record<RowRole, LocalText>> = {
  title: { 'zh-CN': '标题', en: 'title' },
  meta: { 'zh-CN': '填报行', en: 'signature line' },
  header: { 'zh-CN': '表头', en: 'header' },
  data: { 'zh-CN': '数据', en: 'data' },
  band: { 'zh-CN': '分类行', en: 'band' },
  blank: { 'zh-CN': '空行', en: 'blank' },
  subtotal: { 'zh-CN': '合计', en: 'total' },
  note: { 'zh-CN': '注', en: 'note' },
  unclear: { 'zh-CN': '看不懂', en: 'unclear' },
  skipped: { 'zh-CN': '未用', en: 'unused' },
};

/** Other words of a marked copy. */
export const RESULT_WORDS = {
  sheet: { 'zh-CN': '校验结果（jianfu）', en: 'Results（jianfu）' },
  title: { 'zh-CN': '校验结果：{file}', en: 'Results: {file}' },
  counts: {
    'zh-CN': '问题 {total} 条：错误 {error}，警告 {warning}，提示 {info}。按{packs}，{day} 有效的条文。',
    en: '{total, plural, one {# finding} other {# findings}}: {error, plural, one {# error} other {# errors}}, {warning, plural, one {# warning} other {# warnings}}, {info} info. By {packs}, as in force on {day}.',
  },
  guide: {
    'zh-CN':
      '点“位置”转到单元格；标红的单元格有批注。改好后在“回复”里选“已改”；不同意的选“有异议”，属实但有原因的选“说明”，并在“回复说明”里写明理由。连同本表一起交回。',
    en: 'Click a place to go to its cell; red cells have comments. Choose a reply for each: fixed, objection or explanation, with the reason beside it, and send this sheet back with the workbook.',
  },
  rewritten: {
    'zh-CN':
      '原文件是 {format} 格式，不能加批注：这是按读到的内容另写的 .xlsx，只有单元格内容，没有原来的格式、公式和图。',
    en: 'The file is of the format {format}, which takes no marks: this is a new .xlsx with the cells as read, without their looks, formulas and pictures.',
  },
  footer: { 'zh-CN': '&C第 &P 页 共 &N 页', en: '&CPage &P of &N' },
  basisLine: { 'zh-CN': '依据：{basis}', en: 'Basis: {basis}' },
  remedyLine: { 'zh-CN': '怎么改：{remedy}', en: 'Remedy: {remedy}' },
  moreInCell: {
    'zh-CN': '这个单元格另有 {count} 条，见第一张工作表。',
    en: '{count} more on this cell: see the first sheet.',
  },
} as const satisfies Record<string, LocalText>;
