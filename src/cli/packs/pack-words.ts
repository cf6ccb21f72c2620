import type { LocalText } from '../../model/policy.ts';
import type { HintId } from '../../policy/hints.ts';

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
  catalogues: { 'zh-CN': '列出目录', en: 'list the catalogues' },
  words: { 'zh-CN': '列出列名用词', en: 'list the header words' },
  trace: {
    'zh-CN': '每个规则、参数、目录条目、列名用词由哪几层定下，写在哪一行；可只看编号含某字的',
    en: 'which layers set each rule, parameter, entry and header word, and on which line; of one id if given',
  },
  diff: {
    'zh-CN': '比较两个政策包，或同一政策包的两天：依据、参数、规则、目录、列名用词有什么不同',
    en: 'compare two packs, or two days of one: clauses, parameters, rules, catalogues, header words',
  },
  diffSide: {
    'zh-CN': '政策包编号或文件夹，可加日期，如 hohhot@2024-06-01',
    en: 'pack id or folder, with a day if wanted, as hohhot@2024-06-01',
  },
  new: {
    'zh-CN': '新建一个政策包文件夹，带说明，能直接通过检查',
    en: 'make the folder of a new pack, with remarks, that passes its own test',
  },
  newId: { 'zh-CN': '新政策包的编号，也是文件夹名', en: 'id of the new pack, and name of its folder' },
  extends: { 'zh-CN': '基于哪个政策包', en: 'the pack it extends' },
  rehearse: {
    'zh-CN': '用手头的报表试一个草案：会多报哪些问题，少报哪些问题',
    en: 'try a draft on files at hand: what it would newly flag, and no longer flag',
  },
  rehearseOn: { 'zh-CN': '用来试的文件或文件夹；可重复', en: 'files or folders to try it on; repeatable' },
  rehearseAgainst: {
    'zh-CN': '与哪个政策包比（默认：草案所基于的）',
    en: 'the pack to compare with (by default what the draft extends)',
  },
  doc: {
    'zh-CN': '把政策包印成可读的检查办法（Markdown 或公文版式的 Word）',
    en: 'print a pack as a paper to read (Markdown, or Word in the layout of official papers)',
  },
  docOut: {
    'zh-CN': '输出格式 markdown|docx，如 docx=检查办法.docx；可重复',
    en: 'output format markdown|docx, as docx=FILE.docx; repeatable',
  },
  lint: {
    'zh-CN': '找出政策包里的全部错误，并提示可疑之处',
    en: 'find every mistake in a pack, and hint at what is odd',
  },
  lintFailOn: {
    'zh-CN': '出现什么时不以 0 退出：mistake（有错误，退出码 2）|hint（有提示也算，退出码 1）',
    en: 'what keeps the exit code from being 0: mistake (exit 2)|hint (hints too, exit 1)',
  },
} as const satisfies Record<string, LocalText>;

/** What is odd about a pack, and what to do about it. */
export const HINTS: Readonly<Record<HintId, LocalText>> = {
  'unused-parameter': {
    'zh-CN':
      '没有规则用到参数“{found}”。{suggestion, select, none {} other {您是不是想写“{suggestion}”？}}用不到的请删去，或在 checks.yaml 里引用。',
    en: 'No rule uses the parameter “{found}”. {suggestion, select, none {} other {Did you mean “{suggestion}”?}} Take it out, or use it in checks.yaml.',
  },
  'unused-catalogue': {
    'zh-CN':
      '没有规则用到目录“{found}”。{suggestion, select, none {} other {您是不是想写“{suggestion}”？}}用不到的请删去，或在 checks.yaml 里引用。',
    en: 'No rule uses the catalogue “{found}”. {suggestion, select, none {} other {Did you mean “{suggestion}”?}} Take it out, or use it in checks.yaml.',
  },
  'unused-citation': {
    'zh-CN': '依据“{found}”没有被引用。请在规则、参数或 coverage.yaml 里引用，或删去。',
    en: 'Nothing rests on the citation “{found}”. Cite it in a rule, a parameter or coverage.yaml, or take it out.',
  },
  'overlapping-values': {
    'zh-CN': '参数“{found}”有两个值同时有效：{from} 至 {to}。后开始的一个算数；请把前一个的 to 改早。',
    en: 'Two values of “{found}” hold from {from} to {to}; the one that began last counts. Let the earlier one end before.',
  },
  'near-kind': {
    'zh-CN': '新的表种类“{found}”与已有的“{suggestion}”只差一点，是不是写错了？',
    en: 'The new kind “{found}” is close to “{suggestion}”, which exists. Is it a slip?',
  },
  'near-field': {
    'zh-CN': '新字段“{found}”与已有的“{suggestion}”只差一点，是不是写错了？',
    en: 'The new field “{found}” is close to “{suggestion}”, which exists. Is it a slip?',
  },
  'no-clause-listed': {
    'zh-CN': '规则引用了“{found}”，coverage.yaml 里却没有它的条文。请补一条，写明查到什么程度。',
    en: 'Rules rest on “{found}”, and coverage.yaml has no clause of it. Add one and say how far it is checked.',
  },
  'unworded-condition': {
    'zh-CN': 'where 只写了表达式“{found}”，检查办法里只能照印。请写成 if 和 says 两项。',
    en: 'where has the expression “{found}” alone, which papers can only print as it is. Write it as if and says.',
  },
  'idle-rule': {
    'zh-CN': '条文写着由规则“{found}”检查，这条规则却没有启用。',
    en: 'The clause is said to be checked by “{found}”, which is not in force.',
  },
  'no-finding-example': {
    'zh-CN': '规则“{found}”缺一个查得出问题的例子。请写进 examples.yaml。',
    en: 'The rule “{found}” lacks an example that finds something. Write one in examples.yaml.',
  },
  'no-pass-example': {
    'zh-CN': '规则“{found}”缺一个没有问题的例子。请写进 examples.yaml。',
    en: 'The rule “{found}” lacks an example that finds nothing. Write one in examples.yaml.',
  },
};

export const DIFF_WORDS = {
  citation: { 'zh-CN': '依据', en: 'Citations' },
  parameter: { 'zh-CN': '参数', en: 'Parameters' },
  rule: { 'zh-CN': '规则', en: 'Rules' },
  entry: { 'zh-CN': '目录条目', en: 'Catalogue entries' },
  word: { 'zh-CN': '列名用词', en: 'Header words' },
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
  noTrace: {
    'zh-CN':
      '没有编号里含“{found}”的规则、参数、目录条目或列名用词。{suggestion, select, none {} other {您是不是想写“{suggestion}”？}}',
    en: 'No rule, parameter, catalogue entry or header word has “{found}” in its id. {suggestion, select, none {} other {Did you mean “{suggestion}”?}}',
  },
  change: { 'zh-CN': '变化', en: 'Change' },
  added: { 'zh-CN': '新增', en: 'added' },
  gone: { 'zh-CN': '去掉', en: 'gone' },
  changed: { 'zh-CN': '改动', en: 'changed' },
  noDifference: { 'zh-CN': '没有不同。', en: 'There is no difference.' },
  diffLine: {
    'zh-CN': '共 {count} 处不同。',
    en: '{count, plural, one {{count} difference} other {{count} differences}}.',
  },
  badPackId: {
    'zh-CN': '编号“{found}”不对：只能用小写字母和数字，中间可用 - 或 . 连接，如 my-city。',
    en: 'The id “{found}” will not do: small letters and digits, joined by - or ., as my-city.',
  },
  folderExists: {
    'zh-CN': '“{path}”已经存在，没有改动它。请换一个编号，或先移走原来的文件夹。',
    en: '“{path}” exists and was left alone. Choose another id, or move the folder away first.',
  },
  packWritten: {
    'zh-CN':
      '已写出 {path}。接下来：\n  jianfu packs lint {path}\n  jianfu packs test {path}\n  jianfu check 报送/ --policy {path}',
    en: 'Wrote {path}. Next:\n  jianfu packs lint {path}\n  jianfu packs test {path}\n  jianfu check submissions/ --policy {path}',
  },
  rehearseHead: {
    'zh-CN': '草案 {draft}，对照 {base}，按 {day}，读了 {files} 个文件',
    en: 'Draft {draft} against {base}, on {day}, {files, plural, one {{files} file} other {{files} files}} read',
  },
  changedRules: { 'zh-CN': '结果有变的规则', en: 'Rules whose findings change' },
  newly: { 'zh-CN': '新报', en: 'New' },
  noLonger: { 'zh-CN': '不再报', en: 'Gone' },
  still: { 'zh-CN': '不变', en: 'Kept' },
  ruleAndSamples: { 'zh-CN': '规则与例（最多三处）', en: 'Rule, and up to three places' },
  everywhere: {
    'zh-CN': '几乎人人都报的规则（{percent}% 以上的文件），请看是不是规则太严',
    en: 'Rules that flag nearly every file ({percent}% or more); perhaps they ask too much',
  },
  share: { 'zh-CN': '占比', en: 'Share' },
  silent: { 'zh-CN': '查了、一处也没报的规则', en: 'Rules that looked and never fired' },
  untouched: { 'zh-CN': '没有东西可查的规则', en: 'Rules that had nothing to look at' },
  rehearseLine: {
    'zh-CN': '新报 {added} 条，不再报 {gone} 条，不变 {kept} 条。',
    en: '{added} new, {gone} gone, {kept} kept.',
  },
  hint: { 'zh-CN': '提示：', en: 'hint: ' },
  lintLine: {
    'zh-CN': '错误 {mistakes} 处，提示 {hints} 处。',
    en: '{mistakes, plural, one {{mistakes} mistake} other {{mistakes} mistakes}}, {hints, plural, one {{hints} hint} other {{hints} hints}}.',
  },
  lintAgain: {
    'zh-CN': '改好以后请再运行一次：文件写对了，才能查名称和提示。',
    en: 'Run it again once these are put right: names and hints are looked at when the files are in form.',
  },
} as const satisfies Record<string, LocalText>;
