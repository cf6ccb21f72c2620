import path from 'node:path';
import type { LocalText } from '../../model/policy.ts';
import type { Run } from '../../model/run.ts';
import { readRun, SavedRunError } from '../../runs/read-run.ts';
import { HOME } from '../home.ts';
import { UsageError } from '../usage-error.ts';

const SCHEMA = path.join(HOME, 'schemas/report.schema.json');

/** A JSON report that `check` wrote, read back. Throws `UsageError` with the first thing that is wrong in it. */
export function readSavedRun(file: string): Run {
  try {
    return readRun(file, SCHEMA);
  } catch (error) {
    if (!(error instanceof SavedRunError)) throw error;
    throw new UsageError(MISTAKES[error.mistake], error.args);
  }
}

const MISTAKES: Readonly<Record<SavedRunError['mistake'], LocalText>> = {
  'cannot-read': {
    'zh-CN': '打不开报告“{path}”（{code}）。请核对路径。',
    en: 'The report “{path}” cannot be opened ({code}). Check the path.',
  },
  'no-report': {
    'zh-CN': '“{path}”不是 jianfu check 写出的 JSON 报告。请先运行：jianfu check 报送/ --out json=报告.json',
    en: '“{path}” is no JSON report of jianfu check. First run: jianfu check FOLDER/ --out json=report.json',
  },
  'other-version': {
    'zh-CN': '报告“{path}”的格式版本是 {found}，本程序读的是 1。请用写出它的那一版程序，或重新生成报告。',
    en: 'The report “{path}” is of format {found}; this program reads 1. Use the program that wrote it, or make it again.',
  },
  schema: {
    'zh-CN':
      '报告“{path}”的 {place} 写的是 {found}，{expected, select, required {必须写明} none {不该有} other {应为 {expected}}}：是另一版程序写的，或被改动过。请重新生成报告。',
    en: 'In the report “{path}”, {place} is {found}, {expected, select, required {and must be there} none {and should not be there} other {expected {expected}}}: another version wrote it, or it was edited. Make the report again.',
  },
  seal: {
    'zh-CN':
      '报告“{path}”写出以后被改动过：封签是 {found}，内容合 {expected}。不能再作依据，请重新生成报告。',
    en: 'The report “{path}” was changed after it was written: its seal is {found}, its content gives {expected}. It proves nothing any more; make it again.',
  },
};
