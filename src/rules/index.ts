// Made by `npm run generate` from the files of this folder. Do not edit.
import type { LocalText } from '../model/policy.ts';
import { rule as basisBrackets } from './basis/basis-brackets.ts';
import { rule as basisMissing } from './basis/basis-missing.ts';
import { rule as basisOtherProvince } from './basis/basis-other-province.ts';
import { rule as basisPrefix } from './basis/basis-prefix.ts';
import { rule as cellErrorValue } from './cell/cell-error-value.ts';
import { rule as cellFormulaWithoutValue } from './cell/cell-formula-without-value.ts';
import { rule as cellFullWidth } from './cell/cell-full-width.ts';
import { rule as cellInnerSpace } from './cell/cell-inner-space.ts';
import { rule as cellInvisibleCharacter } from './cell/cell-invisible-character.ts';
import { rule as cellNumberAsText } from './cell/cell-number-as-text.ts';
import { rule as cellPlaceholder } from './cell/cell-placeholder.ts';
import { rule as cellRequiredEmpty } from './cell/cell-required-empty.ts';
import { rule as dateUnreadable } from './cell/date-unreadable.ts';
import { rule as idDigitsLost } from './cell/id-digits-lost.ts';
import { rule as personalData } from './cell/personal-data.ts';
import { rule as quantityUnit } from './cell/quantity-unit.ts';
import { rule as certificateForbidden } from './certificate/certificate-forbidden.ts';
import { rule as certificateMissing } from './certificate/certificate-missing.ts';
import { rule as certificateNotInCatalogue } from './certificate/certificate-not-in-catalogue.ts';
import { rule as certificateUnsupported } from './certificate/certificate-unsupported.ts';
import { rule as communityClassCode } from './community/community-class-code.ts';
import { rule as communityCodeDuplicate } from './community/community-code-duplicate.ts';
import { rule as communityCodeFormat } from './community/community-code-format.ts';
import { rule as communityCodeLevel } from './community/community-code-level.ts';
import { rule as communityCodeParent } from './community/community-code-parent.ts';
import { rule as communityCodeType } from './community/community-code-type.ts';
import { rule as householdsImplausible } from './community/households-implausible.ts';
import type { Rule } from './define.ts';
import { rule as departmentDigits } from './department/department-digits.ts';
import { rule as departmentMissing } from './department/department-missing.ts';
import { rule as dutyItemCount } from './duty/duty-item-count.ts';
import { rule as dutyItemCountDeclared } from './duty/duty-item-count-declared.ts';
import { rule as dutyItemDuplicate } from './duty/duty-item-duplicate.ts';
import { rule as dutyItemForbidden } from './duty/duty-item-forbidden.ts';
import { rule as dutyItemInTwoLists } from './duty/duty-item-in-two-lists.ts';
import { rule as dutyItemOutsideCatalogue } from './duty/duty-item-outside-catalogue.ts';
import { rule as dutyListTitleMismatch } from './duty/duty-list-title-mismatch.ts';
import { rule as cellsLost } from './file/cells-lost.ts';
import { rule as encodingAmbiguous } from './file/encoding-ambiguous.ts';
import { rule as fileUnreadable } from './file/file-unreadable.ts';
import { rule as hiddenContent } from './file/hidden-content.ts';
import { rule as headerAmbiguous } from './header/header-ambiguous.ts';
import { rule as headerBlank } from './header/header-blank.ts';
import { rule as headerMissing } from './header/header-missing.ts';
import { rule as headerUnknown } from './header/header-unknown.ts';
import { rule as serialAsDate } from './serial/serial-as-date.ts';
import { rule as serialDuplicate } from './serial/serial-duplicate.ts';
import { rule as serialGap } from './serial/serial-gap.ts';
import { rule as csvRaggedRow } from './table/csv-ragged-row.ts';
import { rule as listKindUnknown } from './table/list-kind-unknown.ts';
import { rule as rowUnclear } from './table/row-unclear.ts';
import { rule as sheetWithoutTable } from './table/sheet-without-table.ts';
import { rule as tableUncertain } from './table/table-uncertain.ts';

/** Every rule there is, in the order of their ids. */
export const RULES: readonly Rule[] = [
  basisBrackets,
  basisMissing,
  basisOtherProvince,
  basisPrefix,
  cellErrorValue,
  cellFormulaWithoutValue,
  cellFullWidth,
  cellInnerSpace,
  cellInvisibleCharacter,
  cellNumberAsText,
  cellPlaceholder,
  cellRequiredEmpty,
  cellsLost,
  certificateForbidden,
  certificateMissing,
  certificateNotInCatalogue,
  certificateUnsupported,
  communityClassCode,
  communityCodeDuplicate,
  communityCodeFormat,
  communityCodeLevel,
  communityCodeParent,
  communityCodeType,
  csvRaggedRow,
  dateUnreadable,
  departmentDigits,
  departmentMissing,
  dutyItemCount,
  dutyItemCountDeclared,
  dutyItemDuplicate,
  dutyItemForbidden,
  dutyItemInTwoLists,
  dutyItemOutsideCatalogue,
  dutyListTitleMismatch,
  encodingAmbiguous,
  fileUnreadable,
  headerAmbiguous,
  headerBlank,
  headerMissing,
  headerUnknown,
  hiddenContent,
  householdsImplausible,
  idDigitsLost,
  listKindUnknown,
  personalData,
  quantityUnit,
  rowUnclear,
  serialAsDate,
  serialDuplicate,
  serialGap,
  sheetWithoutTable,
  tableUncertain,
];

/** What each rule is called: the first line of its page. */
export const RULE_TITLES: Readonly<Record<string, LocalText>> = {
  'basis-brackets': { 'zh-CN': '依据中的括号不配对', en: 'Brackets of the basis do not match' },
  'basis-missing': { 'zh-CN': '事项没有依据', en: 'An item without legal basis' },
  'basis-other-province': { 'zh-CN': '依据引用了外省的规定', en: 'A basis of another province' },
  'basis-prefix': { 'zh-CN': '依据前多写了“依据：”', en: 'The basis opens with a label' },
  'cell-error-value': { 'zh-CN': '单元格是公式错误', en: 'A formula error in a cell' },
  'cell-formula-without-value': { 'zh-CN': '公式没有保存结果', en: 'A formula without its result' },
  'cell-full-width': { 'zh-CN': '全角数字或字母', en: 'Full-width digits or letters' },
  'cell-inner-space': { 'zh-CN': '文字中有多余的空格或换行', en: 'Blanks or line breaks inside words' },
  'cell-invisible-character': { 'zh-CN': '有看不见的字符', en: 'Invisible characters' },
  'cell-number-as-text': { 'zh-CN': '数字存成了文本', en: 'A number kept as text' },
  'cell-placeholder': { 'zh-CN': '模板占位文字没有改', en: 'A placeholder left in' },
  'cell-required-empty': { 'zh-CN': '必填项为空', en: 'A required cell is empty' },
  'cells-lost': { 'zh-CN': '有单元格没有读到', en: 'Cells not read' },
  'certificate-forbidden': {
    'zh-CN': '把不应出具的证明列为任务',
    en: 'A certificate not to be issued, listed as a duty',
  },
  'certificate-missing': {
    'zh-CN': '不应出具清单缺少目录中的证明',
    en: 'Certificates missing from the list',
  },
  'certificate-not-in-catalogue': {
    'zh-CN': '不应出具清单中有目录外的名称',
    en: 'A name outside the catalogue of certificates',
  },
  'certificate-unsupported': {
    'zh-CN': '可出具的证明没有依据或索要单位',
    en: 'A certificate without basis or requester',
  },
  'community-class-code': { 'zh-CN': '城乡分类代码不在规定之列', en: 'Unknown urban-rural class code' },
  'community-code-duplicate': { 'zh-CN': '社区代码重复', en: 'The same code for two communities' },
  'community-code-format': {
    'zh-CN': '社区代码不是规定位数的数字',
    en: 'Code that is not the required number of digits',
  },
  'community-code-level': { 'zh-CN': '代码不到社区一级', en: 'Code of a higher level than a community' },
  'community-code-parent': { 'zh-CN': '代码与同街道其他社区不属同一上级', en: 'Code of another subdistrict' },
  'community-code-type': { 'zh-CN': '名称与代码段不相符', en: 'Code range that does not go with the name' },
  'csv-ragged-row': { 'zh-CN': 'CSV 的行格数不一致', en: 'Rows of unequal length in a CSV' },
  'date-unreadable': { 'zh-CN': '日期读不出或有疑问', en: 'A date that cannot be read for certain' },
  'department-digits': { 'zh-CN': '部门名称夹带数字', en: 'Digits in a department’s name' },
  'department-missing': { 'zh-CN': '协助事项没有主管部门', en: 'Assisted work without a department' },
  'duty-item-count': {
    'zh-CN': '清单项数与公布的不符',
    en: 'Number of items differs from the published one',
  },
  'duty-item-count-declared': {
    'zh-CN': '写明的项数与实有行数不符',
    en: 'Claimed number of items differs from the rows',
  },
  'duty-item-duplicate': { 'zh-CN': '同一清单内事项重复', en: 'The same item twice in one list' },
  'duty-item-forbidden': { 'zh-CN': '列入了应当取消的任务', en: 'Work that was to be cancelled' },
  'duty-item-in-two-lists': { 'zh-CN': '同一事项列入两张清单', en: 'One item in two lists' },
  'duty-item-outside-catalogue': {
    'zh-CN': '事项不在准入目录内',
    en: 'Item outside the admission catalogue',
  },
  'duty-list-title-mismatch': {
    'zh-CN': '清单标题与内容不符',
    en: 'Title and content of a list do not agree',
  },
  'encoding-ambiguous': { 'zh-CN': '文件太短，两种编码都读得通', en: 'So short that two encodings fit' },
  'file-unreadable': { 'zh-CN': '文件读不出来', en: 'The file cannot be read' },
  'header-ambiguous': { 'zh-CN': '列名有歧义', en: 'An ambiguous column name' },
  'header-blank': { 'zh-CN': '有内容的列没有列名', en: 'A column with content but no header' },
  'header-missing': { 'zh-CN': '缺少必填的列', en: 'A required column is missing' },
  'header-unknown': { 'zh-CN': '不认得的列名', en: 'An unknown column name' },
  'hidden-content': { 'zh-CN': '有隐藏的内容', en: 'Hidden content' },
  'households-implausible': {
    'zh-CN': '户数与人数不合常理',
    en: 'Households and residents that do not go together',
  },
  'id-digits-lost': { 'zh-CN': '号码丢失了数字', en: 'A number that lost digits' },
  'list-kind-unknown': { 'zh-CN': '看不出是哪一类清单', en: 'A list of unknown kind' },
  'personal-data': { 'zh-CN': '不该出现的个人信息', en: 'Personal data out of place' },
  'quantity-unit': {
    'zh-CN': '数量栏写了单位、约数或文字',
    en: 'Unit, estimate or words in a number column',
  },
  'row-unclear': { 'zh-CN': '看不出是什么的行', en: 'A row that cannot be told' },
  'serial-as-date': { 'zh-CN': '序号变成了日期', en: 'A serial number turned into a date' },
  'serial-duplicate': { 'zh-CN': '序号重复', en: 'A serial number twice' },
  'serial-gap': { 'zh-CN': '序号不连续', en: 'A gap in the serial numbers' },
  'sheet-without-table': { 'zh-CN': '工作表中找不到表格', en: 'A sheet without a table' },
  'table-uncertain': { 'zh-CN': '表格类型没有把握', en: 'A table understood only in part' },
};

/** Sentences and remedies of the general methods. */
export { METHOD_MESSAGES, METHOD_REMEDIES } from './methods/methods.ts';
