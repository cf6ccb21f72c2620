import type { LocalText } from '../../model/policy.ts';

/** Words of `jianfu convert --as-form`. */
export const FORM_WORDS = {
  asForm: {
    'zh-CN': '填进另一张空表（.xlsx）：列名对得上的列照填，格式、公式、下拉选项不动，写成 -o 指定的文件',
    en: 'fill in a blank workbook of another office (.xlsx): columns whose headers match are filled, formats, formulas and drop-downs stay; written to the file of -o',
  },
  onlyXlsx: {
    'zh-CN': '--as-form 写出的是 .xlsx，-o 写的是“{found}”。',
    en: '--as-form writes an .xlsx; found “{found}”.',
  },
  notTogether: {
    'zh-CN': '--as-form 的列由空表决定，不能再写 {option}。',
    en: 'With --as-form the form sets the columns; {option} cannot be given.',
  },
  notXlsx: {
    'zh-CN': '空表“{path}”不是读得出的 .xlsx。请在 WPS 或 Excel 中另存为 .xlsx。',
    en: 'The form “{path}” is no .xlsx that can be read. Save it as .xlsx from Excel or WPS.',
  },
  unfamiliar: {
    'zh-CN': '空表“{path}”的写法少见，填了怕伤及别处。请在 WPS 或 Excel 中另存一次。',
    en: 'The form “{path}” is written in an unusual way. Save it again from Excel or WPS.',
  },
  structure: {
    'zh-CN': '空表“{path}”的结构少见，填了怕伤及别处。请在 WPS 或 Excel 中另存一次。',
    en: 'The structure of the form “{path}” is unusual. Save it again from Excel or WPS.',
  },
  signed: {
    'zh-CN': '空表“{path}”有数字签名，填了签名就失效。请要一份没有签名的。',
    en: 'The form “{path}” is signed, and filling it would void the signature. Ask for one without.',
  },
  noTable: {
    'zh-CN':
      '空表“{path}”里没有认得的表头。请用 jianfu tables {path} 看看怎样理解；列名写法不同的，写进政策包的 columns.yaml。',
    en: 'The form “{path}” has no header that is known. See jianfu tables {path}; header words of your own go into columns.yaml of a pack.',
  },
  notBlank: {
    'zh-CN': '空表“{path}”的 {at} 已经填了“{found}”。请先清空，或把示例行删去。',
    en: '{at} of the form “{path}” says “{found}” already. Clear it, or delete the example rows.',
  },
  severalTables: {
    'zh-CN':
      '空表“{path}”里有几张同类的表（{sheets}），标题看不出各是哪一张清单，不知道该填哪一张。请只留一张，或写明标题。',
    en: 'The form “{path}” has several tables of one kind ({sheets}), and their titles do not say which list each is. Keep one, or write the titles.',
  },
  tooFewRows: {
    'zh-CN':
      '空表“{path}”的“{sheet}”只能填 {room} 行（第 {from} 行起，第 {next} 行有别的内容），要填 {rows} 行。请在第 {next} 行前插入 {lacking} 行，再试一次。',
    en: 'Sheet “{sheet}” of the form “{path}” has room for {room} rows (from row {from}; row {next} holds something else), and {rows} are to be filled in. Insert {lacking} rows before row {next} and try again.',
  },
  untrue: {
    'zh-CN':
      '填好以后再读，“{path}”的 {at} 应为“{wanted}”，读到“{found}”，没有写出。请看看这一列的列名和格式。',
    en: 'Read again after filling, {at} of “{path}” should say “{wanted}” and says “{found}”; nothing was written. See the header and the format of this column.',
  },
  filled: { 'zh-CN': '已填 {rows} 行：{sheet}（{kind}）。', en: 'Filled in {rows} rows: {sheet} ({kind}).' },
  missing: {
    'zh-CN': '空表里没有这些列，没有填：{fields}。',
    en: 'The form has no column for: {fields}.',
  },
  left: {
    'zh-CN': '有 {count} 行的清单在空表里没有位置，见未转换的行：{lists}。',
    en: '{count} rows are of lists the form has no table for, see the rows not converted: {lists}.',
  },
  formulas: {
    'zh-CN': '这些单元格是公式，没有填：{cells}。',
    en: 'These cells hold formulas and were left: {cells}.',
  },
  short: {
    'zh-CN': '公式没有算到新加的行，请改：{cells}。',
    en: 'These formulas do not reach the rows that were added; change them: {cells}.',
  },
  doubts: {
    'zh-CN': '存疑的值，照原样填写：{cells}。',
    en: 'Values in doubt, filled in as they stand: {cells}.',
  },
} as const satisfies Record<string, LocalText>;
