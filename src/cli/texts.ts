import type { LocalText } from '../model/policy.ts';

/** Everything the command line says for itself. */
export const TEXTS = {
  program: {
    'zh-CN': '减负：把社区、街道报来的清单对照有日期、有出处的政策，离线检查',
    en: 'Check the lists that communities send in against dated, cited policy, offline',
  },
  check: {
    'zh-CN': '检查文件、文件夹、.zip 或通配路径里的清单（- 表示标准输入）',
    en: 'check lists in files, folders, .zip archives or globs (- reads standard input)',
  },
  paths: { 'zh-CN': '文件、文件夹或通配路径', en: 'files, folders or globs' },
  tables: {
    'zh-CN': '显示怎样理解一个工作簿：表、列、每一行是什么',
    en: 'show what is understood of a workbook: tables, columns, what every row is',
  },
  file: { 'zh-CN': '一个文件', en: 'one file' },
  oneFile: {
    'zh-CN': '请给一个文件：“{path}”没有匹配到，或匹配到多个。',
    en: 'Give one file: “{path}” matches none or several.',
  },
  explain: {
    'zh-CN': '说明一条规则：查什么、为什么、怎么改',
    en: 'what a rule asks, why, and how to put it right',
  },
  ruleId: { 'zh-CN': '规则编号', en: 'rule id' },
  packs: { 'zh-CN': '查看政策包', en: 'look at policy packs' },
  packsList: { 'zh-CN': '列出自带的政策包', en: 'list the packs that ship with the program' },
  packsShow: {
    'zh-CN': '显示一个政策包在某日有效的规则、参数和依据',
    en: 'show the rules, parameters and citations in force on a day',
  },
  packId: { 'zh-CN': '政策包编号或文件夹', en: 'pack id or folder' },
  policy: { 'zh-CN': '政策包编号或文件夹', en: 'policy pack: id or folder' },
  asOf: {
    'zh-CN': '按哪一天有效的条文（YYYY-MM-DD；默认是政策包最近核对日）',
    en: 'the day whose policy applies (YYYY-MM-DD; by default the day the pack was last reviewed)',
  },
  out: {
    'zh-CN': '输出格式 table|json，可写到文件；可重复',
    en: 'output format table|json, to a file if given; repeatable',
  },
  failOn: {
    'zh-CN': '出现哪一级问题时以 1 退出：error|warning|never',
    en: 'exit 1 on findings of this severity: error|warning|never',
  },
  lang: { 'zh-CN': '语言：zh-CN|en', en: 'language: zh-CN|en' },
  color: { 'zh-CN': '颜色：auto|always|never', en: 'colour: auto|always|never' },
  quiet: { 'zh-CN': '只显示问题和小结，不显示进度', en: 'findings and summary only, no progress' },
  stdinFilename: { 'zh-CN': '标准输入内容的文件名', en: 'file name for what comes on standard input' },
  encoding: {
    'zh-CN': '文本文件的编码：utf-8|gb18030（gbk）|utf-16le|utf-16be|big5；不写则自动识别',
    en: 'encoding of text files: utf-8|gb18030 (gbk)|utf-16le|utf-16be|big5; told by itself if left out',
  },
  limit: {
    'zh-CN': '放宽或收紧一项上限，如 part=400MiB；可重复（全部上限见 docs/reading.md）',
    en: 'raise or lower a limit, such as part=400MiB; repeatable (all limits: docs/reading.md)',
  },
  byDefault: { 'zh-CN': '{description}（默认：{value}）', en: '{description} (default: {value})' },
  help: { 'zh-CN': '显示用法', en: 'show usage' },
  versionOption: { 'zh-CN': '显示版本号', en: 'show the version' },
  exitCodes: {
    'zh-CN':
      '退出码：0 没有达到 --fail-on 的问题；1 有；2 用法、配置或政策包有误，或没有匹配的文件；3 工具自身出错，结果不完整。',
    en: 'Exit codes: 0 nothing at or above --fail-on; 1 findings; 2 wrong usage, configuration or pack, or nothing matched; 3 the tool failed and the result is incomplete.',
  },
  examples: {
    'zh-CN':
      '例：\n  jianfu check 报送/\n  jianfu check 报送/ --policy hohhot --out table --out json=结果.json\n  jianfu explain duty-item-count',
    en: 'Examples:\n  jianfu check submissions/\n  jianfu check submissions/ --policy hohhot --out table --out json=result.json\n  jianfu explain duty-item-count',
  },
  progress: { 'zh-CN': '正在检查 {done}/{total}　{path}', en: 'checking {done}/{total}  {path}' },
  wrote: { 'zh-CN': '已写出 {path}', en: 'wrote {path}' },
  noMatch: {
    'zh-CN': '“{path}”没有匹配到任何文件。请检查路径；带空格的路径要加引号。',
    en: 'Nothing matches “{path}”. Check the path; put quotes around one with blanks.',
  },
  nothingToRead: {
    'zh-CN': '“{path}”里没有可以读的表格。认得的扩展名：.xlsx .xls .et .ods .csv .tsv。',
    en: 'There is no table to read in “{path}”. Known file names end in .xlsx .xls .et .ods .csv .tsv.',
  },
  badValue: {
    'zh-CN':
      '{option} 的值“{found}”不对，应为：{expected}。{suggestion, select, none {} other {您是不是想写“{suggestion}”？}}',
    en: '{option} cannot be “{found}”; expected {expected}. {suggestion, select, none {} other {Did you mean “{suggestion}”?}}',
  },
  outIsInput: {
    'zh-CN': '输出“{path}”就是要检查的文件之一。为免覆盖原表，请换一个文件名。',
    en: 'The output “{path}” is one of the files to check. Choose another name; submissions are never overwritten.',
  },
  cannotWrite: {
    'zh-CN': '“{path}”写不进去（{code}）。请关闭正在打开它的 WPS 或 Excel，或检查文件夹权限。',
    en: '“{path}” cannot be written ({code}). Close the program that has it open, or check the folder.',
  },
  twoToStdout: {
    'zh-CN': '只能有一种格式写到标准输出，其余请写成 --out 格式=文件。',
    en: 'Only one format can go to standard output; write the others as --out FORMAT=FILE.',
  },
  unknownRule: {
    'zh-CN': '没有规则“{found}”。{suggestion, select, none {} other {您是不是想写“{suggestion}”？}}',
    en: 'There is no rule “{found}”. {suggestion, select, none {} other {Did you mean “{suggestion}”?}}',
  },
  unknownOption: {
    'zh-CN':
      '没有选项“{found}”。{suggestion, select, none {} other {您是不是想写“{suggestion}”？}}用 --help 查看用法。',
    en: 'There is no option “{found}”. {suggestion, select, none {} other {Did you mean “{suggestion}”?}} See --help.',
  },
  unknownCommand: {
    'zh-CN':
      '没有命令“{found}”。{suggestion, select, none {} other {您是不是想写“{suggestion}”？}}用 --help 查看用法。',
    en: 'There is no command “{found}”. {suggestion, select, none {} other {Did you mean “{suggestion}”?}} See --help.',
  },
  missingArgument: {
    'zh-CN': '缺少“{found}”。用 --help 查看用法。',
    en: '“{found}” is missing. See --help.',
  },
  missingValue: { 'zh-CN': '选项“{found}”后面缺少值。', en: 'Option “{found}” needs a value.' },
  tooMany: { 'zh-CN': '多写了参数。用 --help 查看用法。', en: 'Too many arguments. See --help.' },
  bug: {
    'zh-CN': '工具自身出错：{error}\n请把这条信息和所用命令反馈给我们；您的文件没有被改动。',
    en: 'The tool itself failed: {error}\nPlease report this line with the command; your files were not changed.',
  },
} as const satisfies Record<string, LocalText>;

/** Commander's own headings. */
export const HELP_TITLES: Readonly<Record<string, LocalText>> = {
  'Usage:': { 'zh-CN': '用法：', en: 'Usage:' },
  'Arguments:': { 'zh-CN': '参数：', en: 'Arguments:' },
  'Options:': { 'zh-CN': '选项：', en: 'Options:' },
  '[options]': { 'zh-CN': '[选项]', en: '[options]' },
  '[command]': { 'zh-CN': '[命令]', en: '[command]' },
  'Commands:': { 'zh-CN': '命令：', en: 'Commands:' },
};

/** What is wrong with a policy pack, by problem; each says what was found, what was expected, one way on. */
export const PACK_MISTAKES: Readonly<Record<string, LocalText>> = {
  'not-found': {
    'zh-CN':
      '找不到政策包“{file}”。{suggestion, select, none {} other {您是不是想写“{suggestion}”？}}用 jianfu packs list 查看自带的政策包；自己的政策包请写文件夹路径，如 ./我的政策包。',
    en: 'There is no policy pack “{file}”. {suggestion, select, none {} other {Did you mean “{suggestion}”?}} jianfu packs list shows those that ship; give your own as a folder, such as ./my-pack.',
  },
  yaml: {
    'zh-CN': '不是正确的 YAML：{found}。请检查缩进、引号和冒号后的空格，例如：\n  severity: error',
    en: 'Not valid YAML: {found}. Check indentation, quotes and the blank after a colon, for example:\n  severity: error',
  },
  'not-utf8': {
    'zh-CN': '文件不是 UTF-8 文字。请用记事本另存为，编码选 UTF-8。',
    en: 'The file is not UTF-8 text. Save it as UTF-8.',
  },
  'unknown-key': {
    'zh-CN':
      '{path}：不认得的项“{found}”。{suggestion, select, none {} other {您是不是想写“{suggestion}”？}}可写的项：{expected}。',
    en: '{path}: unknown key “{found}”. {suggestion, select, none {} other {Did you mean “{suggestion}”?}} Known keys: {expected}.',
  },
  'missing-key': {
    'zh-CN': '{path}：缺少“{expected}”。例如：\n  {expected}: …',
    en: '{path}: “{expected}” is missing. For example:\n  {expected}: …',
  },
  'wrong-type': {
    'zh-CN': '{path}：写的是 {found}，应为 {expected}。',
    en: '{path}: found {found}, expected {expected}.',
  },
  'not-allowed': {
    'zh-CN':
      '{path}：写的是“{found}”，只能是 {expected}。{suggestion, select, none {} other {您是不是想写“{suggestion}”？}}',
    en: '{path}: found “{found}”, expected one of {expected}. {suggestion, select, none {} other {Did you mean “{suggestion}”?}}',
  },
  pattern: {
    'zh-CN':
      '{path}：“{found}”的写法不对，应符合 {expected}。例如日期写 "2024-03-01"（带引号），编号写 duty-list.count。',
    en: '{path}: “{found}” is not well formed, expected {expected}. For example a date 2024-03-01, an id duty-list.count.',
  },
  'no-origin': {
    'zh-CN':
      '{path}：这个值的出处不明。请写 citation: 依据编号；若只是形式上的界限，写 form: true；两项只写一项。例如：\n  - from: "2023-03-28"\n    value: 18\n    citation: hohhot-community-lists',
    en: '{path}: the origin of the value is not clear. Write citation: ID, or form: true for a matter of form, not both. For example:\n  - from: "2023-03-28"\n    value: 18\n    citation: hohhot-community-lists',
  },
  'unknown-rule': {
    'zh-CN': '{path}：没有规则“{found}”。{suggestion, select, none {} other {您是不是想写“{suggestion}”？}}',
    en: '{path}: there is no rule “{found}”. {suggestion, select, none {} other {Did you mean “{suggestion}”?}}',
  },
  'unknown-citation': {
    'zh-CN':
      '{path}：没有依据“{found}”。{suggestion, select, none {} other {您是不是想写“{suggestion}”？}}请在 citations.yaml 里写明这条依据。',
    en: '{path}: there is no citation “{found}”. {suggestion, select, none {} other {Did you mean “{suggestion}”?}} Add it to citations.yaml.',
  },
  'unknown-option': {
    'zh-CN': '{path}：规则 {rule} 没有选项“{found}”。它的选项：{expected}（空白表示没有选项）。',
    en: '{path}: rule {rule} has no option “{found}”. Its options: {expected} (blank: none).',
  },
  'unknown-entry': {
    'zh-CN':
      '{path}：目录里没有“{found}”，无从删去。{suggestion, select, none {} other {您是不是想写“{suggestion}”？}}',
    en: '{path}: the catalogue has no “{found}” to remove. {suggestion, select, none {} other {Did you mean “{suggestion}”?}}',
  },
  'unknown-province': {
    'zh-CN':
      '{path}：没有省级行政区“{found}”，请写全称。{suggestion, select, none {} other {您是不是想写“{suggestion}”？}}',
    en: '{path}: there is no province “{found}”; write its full name. {suggestion, select, none {} other {Did you mean “{suggestion}”?}}',
  },
  'no-such-day': {
    'zh-CN': '{path}：没有“{found}”这一天。日期写作 "2024-03-01"（带引号）。',
    en: '{path}: there is no day “{found}”. Write a date as "2024-03-01", with quotes.',
  },
  'ends-before': {
    'zh-CN': '{path}：止于 {found}，早于起始日 {from}。请核对两个日期。',
    en: '{path}: ends on {found}, before it begins on {from}. Check both days.',
  },
  'repeated-id': {
    'zh-CN': '{path}：编号“{found}”用了两次。请合并，或改一个编号。',
    en: '{path}: the id “{found}” is given twice. Join the two, or rename one.',
  },
  circular: {
    'zh-CN': '政策包互相继承，成了一个圈：{found}。请去掉其中一个 extends。',
    en: 'The packs extend one another in a circle: {found}. Remove one extends.',
  },
  schema: { 'zh-CN': '{path}：{found}。', en: '{path}: {found}.' },
};

/** Headings of `packs list` and `packs show`. */
export const PACK_HEADINGS = {
  id: { 'zh-CN': '编号与依据', en: 'Id and citation' },
  packId: { 'zh-CN': '编号', en: 'Id' },
  reviewed: { 'zh-CN': '核对日', en: 'Reviewed' },
  extends: { 'zh-CN': '基于', en: 'Extends' },
  title: { 'zh-CN': '名称', en: 'Title' },
  rules: { 'zh-CN': '规则', en: 'Rules' },
  rule: { 'zh-CN': '规则与依据', en: 'Rule and citations' },
  severity: { 'zh-CN': '级别', en: 'Level' },
  modality: { 'zh-CN': '条文口气', en: 'Modality' },
  pack: { 'zh-CN': '政策包', en: 'Pack' },
  citation: { 'zh-CN': '依据', en: 'Citation' },
  parameters: { 'zh-CN': '参数', en: 'Parameters' },
  value: { 'zh-CN': '值', en: 'Value' },
  inForce: { 'zh-CN': '有效期', en: 'In force' },
  citations: { 'zh-CN': '依据', en: 'Citations' },
} as const satisfies Record<string, LocalText>;
