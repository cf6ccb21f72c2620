import type { LocalText } from '../../model/policy.ts';

/** Sentences of the note of one page. */
export const NOTE_WORDS = {
  title: { 'zh-CN': '社区报送表格检查情况', en: 'Tables handed in by communities: in short' },
  lead: {
    'zh-CN': '依据“{title}”，适用{day}有效的条文。启用的规则{rules}条，其中未检查{skipped}条，不作通过。',
    en: 'Policy: {title}, {day}. {rules} rules, {skipped} of them not checked, which is not passed.',
  },
  numbers: { 'zh-CN': '三个数字', en: 'Three numbers' },
  files: { 'zh-CN': '收到的文件', en: 'Files received' },
  filesValue: { 'zh-CN': '{total}个（读不出{unreadable}个）', en: '{total} ({unreadable} unreadable)' },
  dirty: { 'zh-CN': '有问题的文件', en: 'Files with findings' },
  dirtyValue: {
    'zh-CN': '{dirty}个（{percent}%，{dirty}/{checked}）',
    en: '{dirty} ({percent}%, {dirty}/{checked})',
  },
  errors: { 'zh-CN': '应当改正的错误', en: 'Errors to put right' },
  errorsValue: {
    'zh-CN': '{error}条（另有警告{warning}条、提示{info}条）',
    en: '{error} (and {warning, plural, one {# warning} other {# warnings}}, {info, plural, one {# note} other {# notes}})',
  },
  chart: {
    'zh-CN': '问题在哪里{rest, plural, =0 {} other {（最重的{shown}个，其余#个{count}条）}}',
    en: 'Where they are{rest, plural, =0 {} other { (the worst {shown}; # more with {count})}}',
  },
  problems: {
    'zh-CN': '主要问题{rest, plural, =0 {} other {（最重的{shown}类，其余#类{count}条）}}',
    en: 'Main findings{rest, plural, =0 {} other { (the worst {shown} kinds; # more with {count})}}',
  },
  problem: {
    'zh-CN': '{number}.{title}（{level}，{count}条，{files}个文件）：{remedy}',
    en: '{number}. {title} ({level}, {count} in {files, plural, one {# file} other {# files}}): {remedy}',
  },
  noProblem: { 'zh-CN': '没有发现问题。', en: 'Nothing was found.' },
  steps: { 'zh-CN': '下一步', en: 'Next steps' },
  returned: {
    'zh-CN': '把退回意见单发给{count}个文件的报送单位，改正后重新报送。',
    en: 'Send {count, plural, one {the letter} other {# letters}} back with the {count, plural, one {file} other {files}}; hand in again once put right.',
  },
  unreadable: {
    'zh-CN': '读不出的{count}个文件，另存或重新导出后重新报送。',
    en: 'Save or export {count, plural, one {the unreadable file} other {the # unreadable files}} anew and hand in again.',
  },
  open: {
    'zh-CN': '无法判断的{count}条，请报送单位补填所缺的内容。',
    en: 'Have what is missing filled in for {count, plural, one {# finding} other {# findings}} that {count, plural, one {is} other {are}} undetermined.',
  },
  unchecked: {
    'zh-CN': '未检查的{count}条规则，补齐所缺的表或列后再查。',
    en: 'Hand in the tables or columns that {count, plural, one {# rule} other {# rules}} lacked.',
  },
  again: {
    'zh-CN': '重新报送后再检查一次，直至没有错误。',
    en: 'Check again what is handed in, until no error is left.',
  },
  crashed: {
    'zh-CN': '检查程序运行出错，结果不完整，应当排除后重新检查。',
    en: 'The program failed and the result is incomplete: check again once that is mended.',
  },
  clean: {
    'zh-CN': '没有需要改正的内容，可以汇总上报。',
    en: 'There is nothing to put right: go on with the roll-up.',
  },
  step: { 'zh-CN': '{number}.{text}', en: '{number}. {text}' },
} as const satisfies Record<string, LocalText>;
