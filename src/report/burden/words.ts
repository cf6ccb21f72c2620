import type { ChangeKind, ChangeReason } from '../../model/burden.ts';
import type { LocalText } from '../../model/policy.ts';

export const CHANGE_KINDS: Readonly<Record<ChangeKind, LocalText>> = {
  kept: { 'zh-CN': '保留', en: 'kept' },
  reworded: { 'zh-CN': '改写', en: 'reworded' },
  moved: { 'zh-CN': '移列', en: 'moved' },
  merged: { 'zh-CN': '合并', en: 'merged' },
  split: { 'zh-CN': '拆分', en: 'split' },
  'taken-back': { 'zh-CN': '上收', en: 'taken back' },
  'handed-over': { 'zh-CN': '移交', en: 'handed over' },
  removed: { 'zh-CN': '取消', en: 'removed' },
  added: { 'zh-CN': '新增', en: 'new' },
};

export const CHANGE_REASONS: Readonly<Record<ChangeReason, LocalText>> = {
  'same-text': { 'zh-CN': '文字相同', en: 'the same words' },
  'same-content': {
    'zh-CN': '去掉“协助、做好、工作”一类的词后，内容相同',
    en: 'the same once words such as 协助, 做好, 工作 are off',
  },
  alike: { 'zh-CN': '实质内容相近，得分 {score}', en: 'alike in content, score {score}' },
  parts: { 'zh-CN': '几项的内容合起来占一项的 {share}%', en: 'the parts say {share}% of the whole' },
  duplicate: { 'zh-CN': '同样的文字出现几次', en: 'the same words stand several times' },
  'now-barred': {
    'zh-CN': '现列入不应承担的清单：{text}（{at}）',
    en: 'now on the list of what is barred: {text} ({at})',
  },
  'now-withdrawn': {
    'zh-CN': '现列入上级部门收回事项：{text}（{at}）',
    en: 'now on the list of duties taken back: {text} ({at})',
  },
  marked: { 'zh-CN': '原清单注明：{text}', en: 'the earlier list says: {text}' },
  mapped: {
    'zh-CN': '职能对应表写明现由{owner}承担：{text}（{at}）',
    en: 'the map of functions gives it to {owner}: {text} ({at})',
  },
  'was-barred': {
    'zh-CN': '原清单列为不应承担：{text}（{at}）',
    en: 'barred by the earlier list: {text} ({at})',
  },
  reviewed: { 'zh-CN': '经人工复核', en: 'decided by a person' },
  'no-counterpart': { 'zh-CN': '另一份清单里没有对应的事项', en: 'nothing in the other version answers it' },
};

export const DIFF_WORDS = {
  compared: {
    'zh-CN': '对照 {units} 个单位的清单：各类清单合计，原有 {before} 项，现有 {after} 项。',
    en: 'Lists of {units, plural, one {# unit} other {# units}} held against each other: {before} items before, {after} after, all lists together.',
  },
  change: { 'zh-CN': '变化', en: 'Change' },
  before: { 'zh-CN': '原有', en: 'Before' },
  after: { 'zh-CN': '现有', en: 'After' },
  open: { 'zh-CN': '其中待核', en: 'To review' },
  openMark: { 'zh-CN': '待核', en: 'to review' },
  total: { 'zh-CN': '合计', en: 'Total' },
  changes: { 'zh-CN': '逐项变化（未变的不列）', en: 'Item by item, without those unchanged' },
  units: { 'zh-CN': '单位数', en: 'Units' },
  content: { 'zh-CN': '原（−）现（+）与理由', en: 'Before (−), after (+) and the reason' },
  more: {
    'zh-CN': '还有 {count} 种变化没有列出；--out json 或 --review 文件.xlsx 给出全部。',
    en: '{count} more are not drawn; --out json or --review FILE.xlsx gives all.',
  },
  none: { 'zh-CN': '没有变化。', en: 'Nothing changed.' },
  uncompared: { 'zh-CN': '没有对照的单位', en: 'Units that were not compared' },
  unit: { 'zh-CN': '单位', en: 'Unit' },
  why: { 'zh-CN': '原因与文件', en: 'Why, and its files' },
  onlyBefore: {
    'zh-CN': '只有原清单（{items} 项），不算减少：{files}',
    en: 'only in the earlier version ({items} items); not counted as a reduction: {files}',
  },
  onlyAfter: {
    'zh-CN': '只有现清单（{items} 项），不算新增：{files}',
    en: 'only in the later version ({items} items); not counted as new: {files}',
  },
  severalVersions: {
    'zh-CN': '有几个文件都是这一份清单，不知道以哪个为准：{files}',
    en: 'several files hold the same list, and nothing says which counts: {files}',
  },
  unreadable: { 'zh-CN': '读不出的文件', en: 'Files that cannot be read' },
  review: {
    'zh-CN': '带“待核”的请在 --review 写出的表里填“是”或“否”，再用 --reviewed 读回。',
    en: 'What is to be reviewed: fill in yes or no in the workbook of --review and give it back with --reviewed.',
  },
} as const satisfies Record<string, LocalText>;

export const REVIEW_WORDS = {
  sheet: { 'zh-CN': '清单变化复核表', en: 'Changes to review' },
  serial: { 'zh-CN': '序号', en: 'No.' },
  state: { 'zh-CN': '现在算作', en: 'Taken for' },
  listBefore: { 'zh-CN': '原清单', en: 'List before' },
  itemBefore: { 'zh-CN': '原事项', en: 'Item before' },
  listAfter: { 'zh-CN': '现清单', en: 'List after' },
  itemAfter: { 'zh-CN': '现事项', en: 'Item after' },
  score: { 'zh-CN': '得分', en: 'Score' },
  reason: { 'zh-CN': '理由', en: 'Reason' },
  units: { 'zh-CN': '涉及单位数', en: 'Units' },
  sameDuty: { 'zh-CN': '是否同一事项', en: 'Same duty' },
  remark: { 'zh-CN': '备注', en: 'Remark' },
} as const satisfies Record<string, LocalText>;
