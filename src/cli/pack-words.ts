import type { LocalText } from '../model/policy.ts';

/** What the commands under `jianfu packs` say in their usage. */
export const PACK_TEXTS = {
  coverage: {
    'zh-CN': '逐条列出条文：由哪条规则检查、部分检查、人工核对还是没有检查',
    en: 'clause by clause: checked by which rule, partly, by hand, or not at all',
  },
  test: {
    'zh-CN': '运行政策包自带的例子，对照应有的结果',
    en: 'run the examples in a pack and compare what they give with what they should',
  },
} as const satisfies Record<string, LocalText>;

export const COVERED_WORDS = {
  checked: { 'zh-CN': '已检查', en: 'checked' },
  partly: { 'zh-CN': '部分检查', en: 'partly' },
  'by-hand': { 'zh-CN': '人工核对', en: 'by hand' },
  'not-covered': { 'zh-CN': '未检查', en: 'not covered' },
} as const satisfies Record<string, LocalText>;

/** Words of what these commands print. */
export const PACK_WORDS = {
  state: { 'zh-CN': '状态', en: 'State' },
  clause: { 'zh-CN': '条文、依据、规则、说明', en: 'Clause, citation, rules, reason' },
  rule: { 'zh-CN': '规则', en: 'Rule' },
  id: { 'zh-CN': '编号', en: 'Id' },
  citation: { 'zh-CN': '依据', en: 'Citation' },
  noLedger: {
    'zh-CN': '这个政策包没有 coverage.yaml，下面只有算得出来的部分。',
    en: 'This pack has no coverage.yaml; below is only what can be worked out.',
  },
  idle: { 'zh-CN': '条文账里写了、当日没有启用的规则', en: 'Rules the ledger names that are not in force' },
  unlisted: {
    'zh-CN': '规则引用了、条文账里没有的依据',
    en: 'Citations that rules rest on and the ledger lacks',
  },
  uncited: {
    'zh-CN': '没有规则、参数、目录引用，条文账也没有的依据',
    en: 'Citations that no rule, parameter, catalogue or ledger names',
  },
  totals: { 'zh-CN': '合计', en: 'Totals' },
  clauseCount: {
    'zh-CN': '条文 {count} 条：{states}。',
    en: '{count, plural, one {{count} clause} other {{count} clauses}}: {states}.',
  },
  noExamples: {
    'zh-CN': '没有 examples.yaml，没有例子可以运行。',
    en: 'There is no examples.yaml, so nothing to run.',
  },
  untried: { 'zh-CN': '例子不全的规则', en: 'Rules that lack an example' },
  lacks: { 'zh-CN': '缺什么', en: 'What is lacking' },
  lacksFinding: { 'zh-CN': '缺一个查得出问题的例子', en: 'an example that finds something' },
  lacksPass: { 'zh-CN': '缺一个没有问题的例子', en: 'an example that finds nothing' },
  difference: { 'zh-CN': '差异', en: 'Difference' },
  place: { 'zh-CN': '位置', en: 'Place' },
  content: { 'zh-CN': '内容', en: 'Content' },
  expected: { 'zh-CN': '应有而没有', en: 'expected' },
  found: { 'zh-CN': '多出来的', en: 'found' },
  notChecked: { 'zh-CN': '没有查成', en: 'not checked' },
  wrongRule: { 'zh-CN': '规则不对', en: 'wrong rule' },
  fault: { 'zh-CN': '规则自身出错', en: 'the rule itself failed' },
  checked: {
    'zh-CN': '例子说查不成，实际查成了',
    en: 'the example says it cannot be checked, and it was',
  },
  'not-in-force': { 'zh-CN': '当日没有启用', en: 'not in force on the day' },
  examplesLine: {
    'zh-CN': '例子 {total} 个：对 {right}，错 {wrong}；缺例子 {untried} 处。',
    en: '{total, plural, one {{total} example} other {{total} examples}}: {right} right, {wrong} wrong; {untried} lacking.',
  },
} as const satisfies Record<string, LocalText>;
