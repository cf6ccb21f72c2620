// Made by `npm run generate` from the files of this folder. Do not edit.

import { rule as communityCodeDuplicate } from './community/community-code-duplicate.ts';
import type { Rule } from './define.ts';
import { rule as dutyItemDuplicate } from './duty/duty-item-duplicate.ts';
import { rule as fileUnreadable } from './file/file-unreadable.ts';
import { rule as headerMissing } from './header/header-missing.ts';

/** Every rule there is, in the order of their ids. */
export const RULES: readonly Rule[] = [
  communityCodeDuplicate,
  dutyItemDuplicate,
  fileUnreadable,
  headerMissing,
];
