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

/** How to put right what a rule finds, as its page says, in one line. */
export const RULE_REMEDIES: Readonly<Record<string, LocalText>> = {
  'basis-brackets': {
    'zh-CN': '补上另一半，或改成同一种；里层书名号用〈〉。',
    en: 'Add the missing half, use one kind, and 〈〉 inside 《》.',
  },
  'basis-missing': {
    'zh-CN': '补上法律法规条款或文件文号；与上一行相同的写“同上”。',
    en: 'Add the clause or document number; write 同上 where the row above holds.',
  },
  'basis-other-province': {
    'zh-CN': '换成本省或国家的规定，并核对条款内容。',
    en: 'Cite rules of this province or the state, and check the clause.',
  },
  'basis-prefix': {
    'zh-CN': '删去前缀，只留条款；只有前缀的，补上内容。',
    en: 'Delete the label; where nothing follows, add the basis.',
  },
  'cell-error-value': {
    'zh-CN': '改正公式；不需要公式的，直接填写数值，再报送。',
    en: 'Mend the formula, or type the value.',
  },
  'cell-formula-without-value': {
    'zh-CN': '在 WPS 或 Excel 中打开，保存一次；或复制后“选择性粘贴—数值”。',
    en: 'Open and save the file in WPS or Excel, or paste the values.',
  },
  'cell-full-width': {
    'zh-CN': '改为半角。可用 ASC 函数整列转换，但它会把标点一并改为半角，转换后请看一遍。',
    en: 'Write them in half width. ASC converts a whole column, but takes punctuation with it: look the result over.',
  },
  'cell-inner-space': {
    'zh-CN': '用“查找和替换”删去空格；换行用 Ctrl+J 查找。首尾空格可用 TRIM、CLEAN 函数去除。',
    en: 'Delete them with Find and Replace (Ctrl+J finds line breaks); TRIM and CLEAN take them from the ends.',
  },
  'cell-invisible-character': {
    'zh-CN':
      '删去后重新输入；整列的，可先粘贴到纯文本编辑器再粘贴回来，或用 CLEAN 函数（它不去掉零宽字符）。',
    en: 'Delete them and type the text again. For a whole column, paste it into a plain text editor and back, or use CLEAN, which leaves zero-width characters in.',
  },
  'cell-number-as-text': {
    'zh-CN': '选中该列，点单元格旁的提示“转换为数字”；或在空白处输入 1，复制后对该列“选择性粘贴—乘”。',
    en: 'Select the column and use Convert to Number at the mark beside the cells.',
  },
  'cell-placeholder': {
    'zh-CN': '填写实际名称；没有内容的示例行整行删去。',
    en: 'Write the real name, or delete the sample row.',
  },
  'cell-required-empty': {
    'zh-CN': '补填；多余的行整行删去。',
    en: 'Fill the cell, or delete the whole row.',
  },
  'cells-lost': {
    'zh-CN': '在 WPS 或 Excel 中打开，另存为新的 .xlsx 后重报。',
    en: 'Save the file anew as .xlsx in WPS or Excel.',
  },
  'certificate-forbidden': {
    'zh-CN': '删去该事项，告知群众其他办理途径；有例外的，把例外条款写进依据。',
    en: 'Delete the item and tell residents the other way; where an exception holds, write its clause into the basis.',
  },
  'certificate-missing': {
    'zh-CN': '补齐所列名称；本地依规定不列的，说明依据。',
    en: 'Add the names, or state why they are left out here.',
  },
  'certificate-not-in-catalogue': {
    'zh-CN': '写法不同的改用目录名称；确属本地增列的，附上依据，并请管理员加入政策包。',
    en: 'Use the catalogue’s wording; for a local addition give the basis and have the pack extended.',
  },
  'certificate-unsupported': {
    'zh-CN': '补上条款或保留清单文号、索要单位；补不上的，从清单中删去。',
    en: 'Add clause and authority, or delete the row.',
  },
  'community-class-code': {
    'zh-CN': '对照统计部门公布的城乡划分代码改正；只填代码，不填“主城区”等名称。',
    en: 'Correct it from the published list. Enter the code alone, not its name.',
  },
  'community-code-duplicate': {
    'zh-CN': '对照统计用区划代码，改正抄错的一个。若是同一社区报了两次，删去旧的一份。',
    en: 'Correct the one that was miscopied. If the same community was sent in twice, drop the older copy.',
  },
  'community-code-format': {
    'zh-CN':
      '先把整列设为“文本”再录入。科学记数法的代码无法恢复，须对照区划代码重新录入；不要只改单元格格式。',
    en: 'Format the column as text first, then type the codes. Digits lost to scientific notation do not come back; changing the format is not enough.',
  },
  'community-code-level': {
    'zh-CN':
      '对照统计用区划代码，填写该社区自己的代码。新设社区尚无代码的，先向统计部门申请，不要用上级代码顶替。',
    en: 'Enter the community’s own code. Where it has none yet, apply for one instead of borrowing its superior’s.',
  },
  'community-code-parent': {
    'zh-CN': '核对代码；代码无误的，改正“所属街道”。一张表含几个街道的，请补上“所属街道”列。',
    en: 'Check the code; if it is right, correct the subdistrict. Add the column where one table holds several subdistricts.',
  },
  'community-code-type': {
    'zh-CN':
      '核对代码是否抄错行；村改居后代码未变更的，名称与代码以民政、统计部门的批复为准，并在备注中写明。',
    en: 'See whether the code was copied from another row. Where a village has become a community, follow the decision on record and say so in a remark.',
  },
  'csv-ragged-row': {
    'zh-CN': '给含有逗号、引号或换行的单元格加上英文双引号；最省事的是改报 .xlsx。',
    en: 'Put cells with commas, quotation marks or line breaks into double quotation marks; simplest is to send an .xlsx.',
  },
  'date-unreadable': {
    'zh-CN': '统一写成 2024-03-08，或把单元格设为日期格式。',
    en: 'Write all of them as 2024-03-08, or format the cells as dates.',
  },
  'department-digits': {
    'zh-CN': '只写部门全称，电话、序号另列。',
    en: 'Write the name alone; numbers go elsewhere.',
  },
  'department-missing': {
    'zh-CN': '补上主管部门全称；没有部门认领的，不列入清单。',
    en: 'Name the department in full; what no department claims leaves the list.',
  },
  'duty-item-count': {
    'zh-CN': '与公布的清单逐项核对，补齐或删去。结果中附与应有项数的差。',
    en: 'Compare with the published list, item by item. The finding carries the difference.',
  },
  'duty-item-count-declared': {
    'zh-CN': '核对是漏报、多报，还是标题未随内容修改，改正其中一处。',
    en: 'Find out whether rows are missing, extra, or the title is old; correct one of the two.',
  },
  'duty-item-duplicate': {
    'zh-CN': '删去后一条。若确是两件事，把名称写得能分辨：对象、环节或部门不同的，写进名称里。',
    en: 'Delete the second. If they are two things, let the names say so.',
  },
  'duty-item-forbidden': {
    'zh-CN': '删去，或退回派交部门；确属协助的，写明“协助某部门做什么”。',
    en: 'Delete it or return it to its department; where it is help, say “协助” whom in what.',
  },
  'duty-item-in-two-lists': {
    'zh-CN': '核定归属，删去另一处。在后一张清单的事项单元格报告，并指出首次出现的位置。',
    en: 'Decide where it belongs and delete the other. The item in the later list is reported, with the first place beside it.',
  },
  'duty-item-outside-catalogue': {
    'zh-CN': '写法不同的改用目录写法；确未准入的退回派交部门，或先办准入手续。',
    en: 'Use the catalogue’s wording; send back what was not admitted, or have it admitted first.',
  },
  'duty-list-title-mismatch': {
    'zh-CN': '核对标题与内容：改标题，或换成正确的清单。',
    en: 'Correct the title, or put the right list under it.',
  },
  'encoding-ambiguous': {
    'zh-CN':
      '看报告里的两种读法，错了的加 --encoding gb18030 再检查；或者另存为“CSV UTF-8”，它带标记，不会读错。',
    en: 'Look at both readings. If the wrong one was taken, check again with --encoding gb18030, or save the file as CSV UTF-8, which carries a mark.',
  },
  'file-unreadable': {
    'zh-CN':
      '按提示另存或重新导出为 .xlsx（或“CSV UTF-8”），确认能打开后再报。加密的先取消密码，压缩包先解压。',
    en: 'Save or export it again as .xlsx (or CSV UTF-8) as the message says, and open it once before sending. Remove passwords and unpack archives first.',
  },
  'header-ambiguous': {
    'zh-CN':
      '合并同义的两列，或把其中一列改成意思不同的列名（如“主管部门”与“配合部门”）；一词多义的，换成意思唯一的列名。',
    en: 'Merge the two, or rename one (主管部门 and 配合部门, for example). Replace a name of several meanings by one with a single meaning.',
  },
  'header-blank': {
    'zh-CN': '补上列名；列名合并了几列的，拆开后各写各的；多余的内容删去。',
    en: 'Give it a header; split a header that is merged over several columns; delete what does not belong there.',
  },
  'header-missing': {
    'zh-CN':
      '补上这一列。列在而名称不同的，改用政策包认得的列名，或在本地政策包的 columns.yaml 中加上这种写法。',
    en: 'Add the column. If it is there under another name, use a header the pack knows, or add the name to the columns.yaml of a local pack.',
  },
  'header-unknown': {
    'zh-CN':
      '列名写错的，改正；确是多余的列，可以保留；各地通用而认不得的列名，可以加进政策包的 columns.yaml。',
    en: 'Correct a misspelt name. A column of your own may stay. Add common names to the columns.yaml of a pack.',
  },
  'hidden-content': {
    'zh-CN': '取消隐藏，清除筛选；确实不报送的内容，删去而不要隐藏。',
    en: 'Unhide them and clear filters. Delete what is not to be sent instead of hiding it.',
  },
  'households-implausible': {
    'zh-CN': '对照底册核实两个数。情况属实的（如集体宿舍、养老机构集中），在备注中说明。',
    en: 'Check both numbers against the register. Where they are right (dormitories, care homes), say so in a remark.',
  },
  'id-digits-lost': {
    'zh-CN':
      '把该列设为“文本”，照原件重新录入；从系统导出的，请重新导出为 .xlsx，或打开 CSV 时用“导入数据”把该列设为文本。',
    en: 'Format the column as text and type the numbers again from the original. If a system exported them, export an .xlsx, or import the CSV with that column set to text.',
  },
  'list-kind-unknown': {
    'zh-CN':
      '在标题或工作表名中写明，如“社区依法履行职责事项清单”；一张表放几类清单的，加“清单类型”列，逐行填写。',
    en: 'Name the list in the title or the sheet name, as in 社区依法履行职责事项清单. For several lists in one table add a column 清单类型 and fill it in every row.',
  },
  'personal-data': {
    'zh-CN': '删去这些列或内容，再报送。',
    en: 'Delete the columns or the contents, and send the table again.',
  },
  'quantity-unit': {
    'zh-CN': '只填确切的数字；单位写进列名，如“常住人口（人）”；约数请核实。',
    en: 'Enter the exact number alone and put the unit into the header. Find out the number behind an estimate.',
  },
  'row-unclear': {
    'zh-CN':
      '是数据的，补全事项名称等内容；是分类行的，合并整行或加上“一、”之类的编号；是说明的，以“注：”开头。',
    en: 'Complete a row of data; merge a category over the whole row or number it 一、; begin a note with 注：.',
  },
  'serial-as-date': {
    'zh-CN': '把序号列设为“文本”格式，重新填写编号；只改单元格格式不能恢复原来的编号。',
    en: 'Format the column as text and type the numbers again; changing the format alone does not bring them back.',
  },
  'serial-duplicate': {
    'zh-CN': '先看两行是不是同一事项，是则删去一行；不是则重新编号。',
    en: 'If both rows are one item, delete one; otherwise renumber.',
  },
  'serial-gap': {
    'zh-CN': '先对照原件看有没有漏行；没有漏的，重新编号。',
    en: 'Compare with the original; if nothing is missing, renumber.',
  },
  'sheet-without-table': {
    'zh-CN':
      '若是清单，在数据上方补一行列名，如“序号、事项名称、主管部门”；转置的清单，选中、复制后用“选择性粘贴→转置”；若是说明、封面或参考资料，可以不改，或移出报送文件。',
    en: 'If it is a list, put a row of column names such as 序号, 事项名称, 主管部门 above the data; a list that runs from left to right is copied and pasted transposed. Notes, covers and reference material may stay, or leave the file.',
  },
  'table-uncertain': {
    'zh-CN': '把列名改成政策包认得的写法；常用而认不得的列名，可以加进政策包的 columns.yaml。',
    en: 'Use column names the pack knows, or add common ones to the columns.yaml of a pack.',
  },
};

/** Sentences and remedies of the general methods. */
export { METHOD_MESSAGES, METHOD_REMEDIES } from './methods/methods.ts';
