// Made by `npm run generate` from the files of this folder. Do not edit.
import { rule as basisBrackets } from './basis/basis-brackets.ts';
import { rule as basisMissing } from './basis/basis-missing.ts';
import { rule as basisOtherProvince } from './basis/basis-other-province.ts';
import { rule as basisPrefix } from './basis/basis-prefix.ts';
import { rule as cellErrorValue } from './cell/cell-error-value.ts';
import { rule as cellFormulaWithoutValue } from './cell/cell-formula-without-value.ts';
import { rule as cellFullWidth } from './cell/cell-full-width.ts';
import { rule as cellInnerSpace } from './cell/cell-inner-space.ts';
import { rule as cellPlaceholder } from './cell/cell-placeholder.ts';
import { rule as cellRequiredEmpty } from './cell/cell-required-empty.ts';
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
import { rule as fileUnreadable } from './file/file-unreadable.ts';
import { rule as hiddenContent } from './file/hidden-content.ts';
import { rule as headerAmbiguous } from './header/header-ambiguous.ts';
import { rule as headerMissing } from './header/header-missing.ts';
import { rule as headerUnknown } from './header/header-unknown.ts';
import { rule as serialAsDate } from './serial/serial-as-date.ts';
import { rule as serialDuplicate } from './serial/serial-duplicate.ts';
import { rule as serialGap } from './serial/serial-gap.ts';
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
  departmentDigits,
  departmentMissing,
  dutyItemCount,
  dutyItemCountDeclared,
  dutyItemDuplicate,
  dutyItemForbidden,
  dutyItemInTwoLists,
  dutyItemOutsideCatalogue,
  dutyListTitleMismatch,
  fileUnreadable,
  headerAmbiguous,
  headerMissing,
  headerUnknown,
  hiddenContent,
  householdsImplausible,
  listKindUnknown,
  quantityUnit,
  rowUnclear,
  serialAsDate,
  serialDuplicate,
  serialGap,
  sheetWithoutTable,
  tableUncertain,
];
