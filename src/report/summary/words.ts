import type { LocalText } from '../../model/policy.ts';
import type { InputState, RuleState } from '../../model/run.ts';

/** Words of the summary workbook. */
export const SUMMARY_WORDS = {
  overview: { 'zh-CN': '概况', en: 'Overview' },
  byUnit: { 'zh-CN': '按单位', en: 'By unit' },
  byFile: { 'zh-CN': '按文件', en: 'By file' },
  byRule: { 'zh-CN': '按规则', en: 'By rule' },
  byDepartment: { 'zh-CN': '按部门', en: 'By department' },
  findings: { 'zh-CN': '问题清单', en: 'Findings' },
  unchecked: { 'zh-CN': '未检查', en: 'Not checked' },
  subject: { 'zh-CN': '项目', en: 'Subject' },
  content: { 'zh-CN': '内容', en: 'Content' },
  number: { 'zh-CN': '序号', en: 'No.' },
  unit: { 'zh-CN': '单位（文件夹）', en: 'Unit (folder)' },
  files: { 'zh-CN': '文件数', en: 'Files' },
  unread: { 'zh-CN': '读不出', en: 'Unreadable' },
  file: { 'zh-CN': '文件', en: 'File' },
  state: { 'zh-CN': '状态', en: 'State' },
  dataRows: { 'zh-CN': '数据行', en: 'Data rows' },
  error: { 'zh-CN': '错误', en: 'Errors' },
  warning: { 'zh-CN': '警告', en: 'Warnings' },
  info: { 'zh-CN': '提示', en: 'Info' },
  all: { 'zh-CN': '问题合计', en: 'All findings' },
  total: { 'zh-CN': '合计', en: 'Total' },
  rule: { 'zh-CN': '规则', en: 'Rule' },
  ruleId: { 'zh-CN': '规则编号', en: 'Rule id' },
  level: { 'zh-CN': '级别', en: 'Level' },
  affected: { 'zh-CN': '涉及文件', en: 'Files affected' },
  skips: { 'zh-CN': '未检查处', en: 'Not checked' },
  department: { 'zh-CN': '主管部门', en: 'Lead department' },
  noDepartment: { 'zh-CN': '（没有写明主管部门）', en: '(no lead department given)' },
  noUnit: { 'zh-CN': '（最上层）', en: '(top level)' },
  sheet: { 'zh-CN': '工作表', en: 'Sheet' },
  cell: { 'zh-CN': '单元格', en: 'Cell' },
  header: { 'zh-CN': '列名', en: 'Column' },
  key: { 'zh-CN': '事项或名称', en: 'Item or name' },
  text: { 'zh-CN': '问题', en: 'Finding' },
  basis: { 'zh-CN': '依据', en: 'Basis' },
  remedy: { 'zh-CN': '怎么改', en: 'Remedy' },
  fingerprint: { 'zh-CN': '问题编号', en: 'Finding id' },
  reason: { 'zh-CN': '原因', en: 'Reason' },
  place: { 'zh-CN': '位置', en: 'Place' },
  policy: { 'zh-CN': '政策包', en: 'Policy' },
  asOf: { 'zh-CN': '按哪一天的条文', en: 'As in force on' },
  tool: { 'zh-CN': '检查工具', en: 'Checked by' },
  seal: { 'zh-CN': '封签', en: 'Seal' },
  standing: { 'zh-CN': '豁免与基线', en: 'Waivers and baseline' },
  faults: { 'zh-CN': '故障', en: 'Faults' },
  held: {
    'zh-CN': '问题清单只列前 {shown} 条，全部见 --out json=文件。',
    en: 'Only the first {shown} findings are listed; all are in --out json=FILE.',
  },
  footer: { 'zh-CN': '&C第 &P 页 共 &N 页', en: '&CPage &P of &N' },
} as const satisfies Record<string, LocalText>;

export const INPUT_STATES: Readonly<Record<InputState, LocalText>> = {
  read: { 'zh-CN': '已读', en: 'read' },
  unreadable: { 'zh-CN': '读不出', en: 'unreadable' },
  skipped: { 'zh-CN': '跳过', en: 'passed over' },
};

export const RULE_STATES: Readonly<Record<RuleState, LocalText>> = {
  passed: { 'zh-CN': '通过', en: 'passed' },
  findings: { 'zh-CN': '有问题', en: 'findings' },
  skipped: { 'zh-CN': '未检查', en: 'not checked' },
  crashed: { 'zh-CN': '出错', en: 'crashed' },
};
