import type { Unfixed } from '../fixing.ts';
import type { LocalText } from '../model/policy.ts';

/** Words of `jianfu fix`. */
export const FIX_WORDS = {
  fix: {
    'zh-CN': '把只有一种改法的问题改好，另存为新的工作簿，格式不动，附修改记录',
    en: 'put right what can be put right in one way only, in new workbooks with their formatting and a log of changes',
  },
  output: {
    'zh-CN': '写到哪个文件夹（按原来的相对路径；只写有改动的文件）',
    en: 'the folder to write to (by relative path; only files that change are written)',
  },
  diff: { 'zh-CN': '只显示改前、改后，什么都不写', en: 'show cells before and after; write nothing' },
  needsTarget: {
    'zh-CN': '请写明改好的文件放到哪里：-o 文件夹；只想看看的，写 --diff。',
    en: 'Say where the new workbooks go: -o FOLDER; to look only, write --diff.',
  },
  outside: {
    'zh-CN': '“{path}”会写到文件夹外面去，没有写。',
    en: '“{path}” would be written outside the folder, so it was not written.',
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
    en: '{edits} cells changed; {left} findings are left to a person, see jianfu check.',
  },
  unfixed: { 'zh-CN': '{path}：{reason}。', en: '{path}: {reason}.' },
  wrote: { 'zh-CN': '已写到 {path}。', en: 'Written to {path}.' },
  wroteNothing: { 'zh-CN': '没有写任何文件。', en: 'No file was written.' },
} as const satisfies Record<string, LocalText>;

export const UNFIXED_WORDS: Readonly<Record<Unfixed, LocalText>> = {
  unreadable: { 'zh-CN': '读不出', en: 'it cannot be read' },
  format: {
    'zh-CN': '不是 .xlsx，没有改。请在 WPS 或 Excel 中另存为 .xlsx',
    en: 'it is no .xlsx and was left as it is; save it as .xlsx',
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
