import type { Unfixed } from '../../fixing.ts';
import type { LocalText } from '../../model/policy.ts';
import type { SuggestionReason } from '../../transform/suggest/suggestion.ts';

/** Words of `jianfu fix`. */
export const FIX_WORDS = {
  fix: {
    'zh-CN': '把只有一种改法的问题改好，另存为新的文件，格式不动，附修改记录；拿不准的列成建议，由人决定',
    en: 'put right what can be put right in one way only, in new files with their formatting and a log of changes; what is doubtful is suggested, for a person to decide',
  },
  output: {
    'zh-CN': '写到哪个文件夹（按原来的相对路径；只写有改动的文件）',
    en: 'the folder to write to (by relative path; only files that change are written)',
  },
  diff: { 'zh-CN': '只显示改前、改后，什么都不写', en: 'show cells before and after; write nothing' },
  needsTarget: {
    'zh-CN':
      '请写明改好的文件放到哪里：-o 文件夹；只想看看的，写 --diff；只要建议的，写 --review 建议.xlsx。',
    en: 'Say where the new files go: -o FOLDER; to look only, write --diff; for suggestions only, --review FILE.xlsx.',
  },
  reviewOption: {
    'zh-CN': '把拿不准的改法写成一张建议表（.xlsx），每条由人选“采纳”“不采纳”或“改为”',
    en: 'write what is doubtful into a review sheet (.xlsx), in which a person accepts, rejects or changes each',
  },
  suggestedOption: {
    'zh-CN': '按填好的建议表改',
    en: 'make the changes of a review sheet that was filled in',
  },
  rosterOption: {
    'zh-CN': '社区基本情况表，代码以它为准；代码有问题的，按名称和街道给出建议',
    en: 'a table of communities with the right codes; for codes at fault, those are suggested by name and subdistrict',
  },
  reviewFormat: {
    'zh-CN': '建议表只能写成 .xlsx（要有下拉选项），写的是“{path}”。',
    en: 'A review sheet has drop-downs and has to be an .xlsx; found “{path}”.',
  },
  review: { 'zh-CN': '建议', en: 'Suggestions' },
  workbook: { 'zh-CN': '文件', en: 'file' },
  suggestion: { 'zh-CN': '建议', en: 'suggestion' },
  reason: { 'zh-CN': '原因', en: 'reason' },
  decision: { 'zh-CN': '决定', en: 'decision' },
  instead: { 'zh-CN': '改为', en: 'change to' },
  accept: { 'zh-CN': '采纳', en: 'accept' },
  reject: { 'zh-CN': '不采纳', en: 'reject' },
  other: { 'zh-CN': '改为', en: 'change to' },
  confirmed: { 'zh-CN': '人工确认', en: 'confirmed by a person' },
  noReview: {
    'zh-CN': '读不出建议表“{path}”。{reason}',
    en: 'The review sheet “{path}” cannot be read. {reason}',
  },
  noReviewHeader: {
    'zh-CN': '“{path}”里没有建议表的表头：{headers}。请用 jianfu fix --review 写出的表来填，列名不要改。',
    en: '“{path}” has no header of a review sheet: {headers}. Fill in what jianfu fix --review wrote, and keep the headers.',
  },
  badDecision: {
    'zh-CN': '{at}：决定写的是“{found}”，应为 {expected}，不决定的留空。',
    en: '{at}: the decision is “{found}”; expected {expected} (accept / reject / change to), or nothing.',
  },
  noInstead: {
    'zh-CN': '{at}：决定是“改为”，却没有写改成什么。',
    en: '{at}: the decision is “change to”, but nothing says what to.',
  },
  noCell: {
    'zh-CN': '{at}：“{found}”不是单元格的地址，应写成 B12 这样。这一列不要改动。',
    en: '{at}: “{found}” is no address of a cell such as B12. Leave this column as it was.',
  },
  stale: {
    'zh-CN': '{place}：确认时是“{before}”，现在是“{found}”，没有改。',
    en: '{place}: it said “{before}” when it was confirmed and says “{found}” now; it was left.',
  },
  immovable: {
    'zh-CN': '{place}：已确认，但单元格是公式、有几种字体或者不存在，没有改。请手工改。',
    en: '{place}: confirmed, but the cell is a formula, has several fonts or is not there; change it by hand.',
  },
  unknownFile: {
    'zh-CN': '建议表里的文件“{path}”不在这次给的文件里。请从写建议表时的同一个文件夹运行。',
    en: 'The review sheet names “{path}”, which is not among the files given. Run it from the folder it was made in.',
  },
  open: {
    'zh-CN': '建议表里有 {count} 条还没有决定。',
    en: '{count, plural, one {# row of the review sheet is} other {# rows of the review sheet are}} not decided yet.',
  },
  suggested: {
    'zh-CN': '另有 {count} 条建议要人来定：加 --review 建议.xlsx 写出来。',
    en: '{count, plural, one {# suggestion waits} other {# suggestions wait}} for a person: write them out with --review FILE.xlsx.',
  },
  reviewed: {
    'zh-CN': '有 {count} 条建议，见 {path}。在“决定”一列选好，再用 --suggested {path} 改。',
    en: '{count, plural, one {# suggestion} other {# suggestions}} in {path}. Decide on each, then run --suggested {path}.',
  },
  place: { 'zh-CN': '位置', en: 'place' },
  change: { 'zh-CN': '改前 → 改后', en: 'before → after' },
  number: { 'zh-CN': '序号', en: 'number' },
  sheet: { 'zh-CN': '工作表', en: 'sheet' },
  cell: { 'zh-CN': '单元格', en: 'cell' },
  before: { 'zh-CN': '改前', en: 'before' },
  after: { 'zh-CN': '改后', en: 'after' },
  rule: { 'zh-CN': '规则', en: 'rule' },
  log: { 'zh-CN': '修改记录（jianfu{number}）', en: 'Changes（jianfu{number}）' },
  file: { 'zh-CN': '{path}　改 {count} 处', en: '{path}　{count, plural, one {# change} other {# changes}}' },
  heading: { 'zh-CN': '小结', en: 'Summary' },
  files: {
    'zh-CN': '文件 {all} 个：有改动 {changed}，不用改 {same}，不能改 {unfixed}。',
    en: 'Files: {all}; changed {changed}, nothing to change {same}, not changeable {unfixed}.',
  },
  counts: {
    'zh-CN': '改 {edits} 处；还有 {left} 条问题要人来改，用 jianfu check 查看。',
    en: '{edits, plural, one {# cell} other {# cells}} changed; {left, plural, one {# finding is} other {# findings are}} left to a person, see jianfu check.',
  },
  unfixed: { 'zh-CN': '{path}：{reason}。', en: '{path}: {reason}.' },
  wrote: { 'zh-CN': '已写到 {path}。', en: 'Written to {path}.' },
  wroteNothing: { 'zh-CN': '没有写任何文件。', en: 'No file was written.' },
} as const satisfies Record<string, LocalText>;

export const UNFIXED_WORDS: Readonly<Record<Unfixed, LocalText>> = {
  unreadable: { 'zh-CN': '读不出', en: 'it cannot be read' },
  format: {
    'zh-CN':
      '不是 .xlsx 或 .csv，没有改。请在 WPS 或 Excel 中另存为 .xlsx 再改，或用 jianfu convert 整理成总表',
    en: 'it is no .xlsx or .csv and was left as it is; save it as .xlsx first, or bring it into a canonical table with jianfu convert',
  },
  unfamiliar: {
    'zh-CN': '文件的写法少见，改了怕伤及别处，没有改。请在 WPS 或 Excel 中另存一次',
    en: 'it is written in an unusual way and was left as it is; save it again from Excel or WPS',
  },
  structure: {
    'zh-CN': '文件的结构少见，改了怕伤及别处，没有改。请在 WPS 或 Excel 中另存一次',
    en: 'its structure is unusual and it was left as it is; save it again from Excel or WPS',
  },
  signed: {
    'zh-CN': '文件有数字签名，改了签名就失效，没有改',
    en: 'it is signed; a change would void the signature',
  },
  formula: { 'zh-CN': '单元格是公式，没有改', en: 'the cell is a formula' },
  'rich-text': { 'zh-CN': '单元格里有几种字体，没有改', en: 'the cell has several fonts' },
  'no-cell': { 'zh-CN': '找不到单元格，没有改', en: 'the cell was not found' },
  unsettled: { 'zh-CN': '改来改去没有结果，没有改', en: 'the changes came to no end' },
};

/** Why something is suggested. */
export const SUGGESTION_WORDS: Readonly<Record<SuggestionReason, LocalText>> = {
  catalogue: { 'zh-CN': '目录里没有，最接近的是这个', en: 'not in the catalogue; this is nearest' },
  header: { 'zh-CN': '列名不认得，最接近的是这个', en: 'the header is not known; this is nearest' },
  digits: { 'zh-CN': '部门名称夹带数字', en: 'the name of the department has digits in it' },
  serial: {
    'zh-CN': '序号缺号；没有漏行的，按行数重新编号',
    en: 'a number is missing; if no row is, number the rows anew',
  },
  code: {
    'zh-CN': '名册里这个名称、街道的社区是这个代码',
    en: 'the roster has this code for a community of that name and subdistrict',
  },
  department: {
    'zh-CN': '这样写的只有 {few} 处，写成建议名称的有 {many} 处',
    en: '{few} cells say this, {many} say what is suggested',
  },
};
