import type { Unmarked } from '../../marking.ts';
import type { LocalText } from '../../model/policy.ts';

/** Words of marked copies and of `jianfu unmark`. */
export const MARKS_WORDS = {
  needsFolder: {
    'zh-CN': '请写明标注好的工作簿放到哪个文件夹：--out marked=文件夹。',
    en: 'Say which folder the marked copies go to: --out marked=FOLDER.',
  },
  insideInput: {
    'zh-CN': '文件夹“{path}”在要检查的“{input}”里面，下次会被当作报送来的文件。请换一个外面的文件夹。',
    en: 'The folder “{path}” lies inside “{input}”, which is checked; next time its files would be taken for submissions. Choose a folder outside.',
  },
  wrote: {
    'zh-CN':
      '已写出 {folder}：标注好的工作簿 {count} 个{rewritten, plural, =0 {} other {，其中 # 个原来不是 .xlsx，按读到的内容另写}}。',
    en: 'wrote {folder}: {count, plural, one {# marked workbook} other {# marked workbooks}}{rewritten, plural, =0 {} one {, # of them new, as the file is no .xlsx} other {, # of them new, as the files are no .xlsx}}.',
  },
  unmarked: {
    'zh-CN': '没有标注 {path}：{reason}。',
    en: 'no marked copy of {path}: {reason}.',
  },
  proposeWaivers: {
    'zh-CN': '把交回的校验结果里“有异议”“说明”的回复，作为待批的豁免加到这个文件末尾（见 docs/waivers.md）',
    en: 'add objections and explanations of returned workbooks to the end of this list, as waivers to be approved (docs/waivers.md)',
  },
  proposed: {
    'zh-CN': '{path}：加上待批的豁免 {count} 条。',
    en: '{path}: {count, plural, one {# waiver} other {# waivers}} proposed.',
  },
  noReason: { 'zh-CN': '没有写明理由', en: 'no reason given' },
  unmark: {
    'zh-CN': '去掉校验标注（红色单元格、批注、校验结果），另存为新的工作簿',
    en: 'take the marks of check away (red cells, comments, list of results), in new workbooks',
  },
  output: {
    'zh-CN': '写到哪个文件夹（按原来的相对路径；只写有标注的文件）',
    en: 'the folder to write to (by relative path; only files with marks are written)',
  },
  needsTarget: {
    'zh-CN': '请写明去掉标注的文件放到哪里：-o 文件夹。',
    en: 'Say where the workbooks without marks go: -o FOLDER.',
  },
  original: {
    'zh-CN': '已去掉标注，与标注前的文件逐字节相同',
    en: 'the marks are gone; byte for byte the file that was marked',
  },
  edited: {
    'zh-CN': '已去掉标注；标注后有人保存过，其余内容照现在的样子',
    en: 'the marks are gone; it was saved since it was marked, and all else is as saved',
  },
  none: { 'zh-CN': '没有标注', en: 'no marks' },
  noXlsx: { 'zh-CN': '不是 .xlsx，没有标注可去', en: 'no .xlsx, so there are no marks to take away' },
  unsure: { 'zh-CN': '结构少见，没有动', en: 'its structure is unusual; left as it is' },
  file: { 'zh-CN': '文件', en: 'file' },
  result: { 'zh-CN': '结果', en: 'result' },
} as const satisfies Record<string, LocalText>;

export const UNMARKED_WORDS: Readonly<Record<Unmarked, LocalText>> = {
  unreadable: { 'zh-CN': '读不出', en: 'it cannot be read' },
  changed: {
    'zh-CN': '检查之后文件变了，请重新检查',
    en: 'it has changed since it was checked; check it again',
  },
  unfamiliar: {
    'zh-CN': '文件的写法少见，怕伤及别处。请在 WPS 或 Excel 中另存一次再检查',
    en: 'it is written in an unusual way and might be harmed; save it again from Excel or WPS',
  },
  structure: {
    'zh-CN': '文件的结构少见，怕伤及别处。请在 WPS 或 Excel 中另存一次再检查',
    en: 'its structure is unusual and it might be harmed; save it again from Excel or WPS',
  },
  comments: {
    'zh-CN': '原有批注的写法少见，怕伤及它们。请在 WPS 或 Excel 中另存一次再检查',
    en: 'its own comments are written in an unusual way and might be harmed; save it again from Excel or WPS',
  },
  signed: {
    'zh-CN': '文件有数字签名，改了签名就失效。请对照检查结果处理',
    en: 'it is signed, and a change would void the signature; use the report',
  },
  shared: {
    'zh-CN': '是共享工作簿。请在 WPS 或 Excel 中取消共享后再检查',
    en: 'it is a shared workbook; stop sharing it and check again',
  },
};
