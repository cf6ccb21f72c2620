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
  checkOut: {
    'zh-CN':
      '输出格式：table|json|html|docx|note|xlsx|ndjson，自动检查用 sarif|junit|github|gitlab|markdown（见 docs/ci.md）；可写到文件，如 json=结果.json；marked=文件夹 把标注好的工作簿、letters=文件夹 把退回意见单写到文件夹；可重复',
    en: 'output format: table|json|html|docx|note|xlsx|ndjson; sarif|junit|github|gitlab|markdown for CI (docs/ci.md); to a file if given, such as json=result.json; marked=FOLDER writes marked copies of the workbooks, letters=FOLDER a letter for each file; repeatable',
  },
  adviseGithub: {
    'zh-CN': '在 GitHub Actions 里，加 --out github 就把问题标在文件上（见 docs/ci.md）。',
    en: 'In GitHub Actions, --out github marks the findings on the files (docs/ci.md).',
  },
  adviseGitlab: {
    'zh-CN':
      '在 GitLab 里，加 --out gitlab=gl-code-quality-report.json 就在合并请求里显示问题（见 docs/ci.md）。',
    en: 'In GitLab, --out gitlab=gl-code-quality-report.json shows the findings in the merge request (docs/ci.md).',
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
  measures: {
    'zh-CN': 'JSON 报告里带上与每个界限比较过的数字，供 whatif --report 使用',
    en: 'put every number that was held against a limit into the JSON report, for whatif --report',
  },
  noValues: {
    'zh-CN': '报告里不出现任何单元格内容（个人信息总是遮住）',
    en: 'no contents of cells in the report (personal data is masked in any case)',
  },
  jobs: {
    'zh-CN': '同时用几个线程检查文件：auto 或个数；结果与个数无关',
    en: 'threads that check files side by side: auto or a number; the result is the same for any',
  },
  limit: {
    'zh-CN': '放宽或收紧一项上限，如 part=400MiB；可重复（全部上限见 docs/reading.md）',
    en: 'raise or lower a limit, such as part=400MiB; repeatable (all limits: docs/reading.md)',
  },
  sheet: {
    'zh-CN': '只读这张工作表，可用 * 和 ?；可重复',
    en: 'read this sheet only; * and ? may stand in the name; repeatable',
  },
  headerRow: { 'zh-CN': '表头在第几行', en: 'the row in which the header stands' },
  columns: {
    'zh-CN': '哪一列是什么，写在一个 YAML 文件里（见 docs/reading.md）',
    en: 'which column is what, in a YAML file (see docs/reading.md)',
  },
  tablesOut: { 'zh-CN': '输出格式：table json', en: 'format: table json' },
  noSuchSheet: {
    'zh-CN': '没有名称符合“{pin}”的工作表。有的是：{found}。名称里可用 * 代表任意文字。',
    en: 'No sheet is called “{pin}”. There are: {found}. A * stands for any text.',
  },
  noHeaderRow: {
    'zh-CN': '第 {pin} 行没有内容，不能作表头。附近有内容的行：{found}。用 jianfu tables 文件 查看行号。',
    en: 'Row {pin} is blank and cannot be the header. Near it: {found}. jianfu tables FILE shows the row numbers.',
  },
  noSuchColumn: {
    'zh-CN': '{pin}：没有这一列。表里的列：{found}。请照表头原文写，或写列的字母，如 C。',
    en: '{pin}: there is no such column. The tables have: {found}. Write the header as it stands, or the letter of the column, such as C.',
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
  forceMarked: {
    'zh-CN': '覆盖 marked、letters 的文件夹里已有的文件',
    en: 'overwrite files that are in the folders of marked and letters',
  },
  force: { 'zh-CN': '覆盖已有的输出文件', en: 'overwrite output files that are there' },
  yes: { 'zh-CN': '是', en: 'yes' },
  no: { 'zh-CN': '否', en: 'no' },
  outExists: {
    'zh-CN': '“{path}”已经有了，没有覆盖。请换一个名称，或加 --force 覆盖它。',
    en: '“{path}” is there already and was not overwritten. Choose another name, or add --force.',
  },
  outIsNoFile: {
    'zh-CN': '“{path}”是文件夹、链接或设备，不能写到那里。请写一个普通文件的名称。',
    en: '“{path}” is a folder, link or device and cannot be written to. Give the name of a plain file.',
  },
  outsideFolder: {
    'zh-CN': '“{path}”会写到文件夹外面去，没有写。',
    en: '“{path}” would be written outside the folder, so it was not written.',
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
  interrupted: {
    'zh-CN':
      '已中断，没有做完{total, select, 0 {} other {（{total} 个文件做了 {done} 个）}}，没有结果。您的文件没有被改动。{kept, select, yes {检查过的文件已存入缓存，再运行同一命令会接着做。} other {}}',
    en: 'Interrupted before it was done{total, select, 0 {} other { ({done} of {total} files)}}; there is no result. Your files were not changed.{kept, select, yes { What was checked is in the cache: the same command goes on from there.} other {}}',
  },
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
    'zh-CN':
      '不是正确的 YAML：{code, select, BAD_INDENT {缩进不对齐} TAB_AS_INDENT {用了制表符缩进，请改用空格} MISSING_CHAR {缺少标点（冒号后的空格、逗号、括号或引号）} UNEXPECTED_TOKEN {这里出现了不该有的字符} BLOCK_AS_IMPLICIT_KEY {一行里写了两个“键: 值”，或值里的冒号没有加引号} BLOCK_IN_FLOW {方括号、花括号里不能用缩进写法} BAD_SCALAR_START {文字不能以这个字符开头，请加引号} BAD_DQ_ESCAPE {双引号里的反斜杠写法不对，请改用单引号} MULTILINE_IMPLICIT_KEY {键跨了行} KEY_OVER_1024_CHARS {键太长} BAD_PROP_ORDER {标签或锚点的位置不对} MULTIPLE_ANCHORS {锚点写了两次} MULTIPLE_TAGS {标签写了两次} BAD_ALIAS {引用写法不对} BAD_DIRECTIVE {指令写法不对} BAD_COLLECTION_TYPE {列表和键值混写了} IMPOSSIBLE {写法不完整} DUPLICATE_KEY {键写了两次} ALIAS_PROPS {引用写法不对} NON_STRING_KEY {键不是文字} other {写法不对（{found}）}}。请检查缩进、引号和冒号后的空格，例如：\n  severity: error',
    en: 'Not valid YAML: {code, select, other {{found}}}. Check indentation, quotes and the blank after a colon, for example:\n  severity: error',
  },
  'not-utf8': {
    'zh-CN': '文件不是 UTF-8 文字。请用记事本另存为，编码选 UTF-8。',
    en: 'The file is not UTF-8 text. Save it as UTF-8.',
  },
  'too-large': {
    'zh-CN': '文件有 {found} 字节，超过 {expected} 字节。请把大目录拆成几个政策包，用 extends 合起来。',
    en: 'The file has {found} bytes, more than {expected}. Split it into several packs and join them with extends.',
  },
  'too-many-entries': {
    'zh-CN': '文件的行和逗号合计超过 {expected} 个，没有读。请把大目录拆成几个政策包，用 extends 合起来。',
    en: 'The file has more than {expected} lines and commas and was not read. Split it into several packs and join them with extends.',
  },
  'too-deep': {
    'zh-CN': '一层套一层超过 {expected} 层。请检查括号是否配对、缩进是否对齐。',
    en: 'More than {expected} levels inside one another. Check that brackets close and lines are aligned.',
  },
  directive: {
    'zh-CN': '不能写“{found}”：政策包一律按 YAML 1.2 读。请删去这一行。',
    en: '“{found}” is not allowed: packs are read as YAML 1.2. Remove this line.',
  },
  'several-documents': {
    'zh-CN': '一个文件里只能有一份内容。请删去这里的“---”，或拆成两个文件。',
    en: 'A file holds one document only. Remove the “---” here, or make two files.',
  },
  tag: {
    'zh-CN': "{path}：不能用标签“{found}”。请删去；文字加引号，例如：\n  '2024'",
    en: "{path}: the tag “{found}” is not allowed. Remove it; put quotes around text, for example:\n  '2024'",
  },
  alias: {
    'zh-CN': '{path}：不能用别名“{found}”。请把内容再写一遍。',
    en: '{path}: the alias “{found}” is not allowed. Write its content out again.',
  },
  'merge-key': {
    'zh-CN': '{path}：不能用合并项“{found}”。请把各项写出来，或用 extends 基于另一个政策包。',
    en: '{path}: the merge key “{found}” is not allowed. Write the keys out, or extend another pack.',
  },
  'repeated-key': {
    'zh-CN': '{path}：“{found}”写了两次。请合并成一处。',
    en: '{path}: “{found}” is written twice. Join the two.',
  },
  'reserved-key': {
    'zh-CN': '{path}：不能用“{found}”作项名。请换一个。',
    en: '{path}: “{found}” cannot be a key. Choose another.',
  },
  unquoted: {
    'zh-CN':
      '{path}：“{found}”没有加引号，会被当作数字、日期或是非，前面的零和后面的位数可能丢失。请写成 {expected}；确是大数的，请换大一级的单位。',
    en: '{path}: “{found}” has no quotes and would be read as a number, a date or a yes or no; leading zeros and last digits may be lost. Write {expected}; for a large quantity choose a larger unit.',
  },
  outside: {
    'zh-CN': '这个文件是指向别处的链接：{found}。政策包只读自己文件夹里的文件，请把内容复制过来。',
    en: 'This file is a link to elsewhere: {found}. A pack reads files of its own folder only; copy the content.',
  },
  'extends-address': {
    'zh-CN':
      '{path}：“{found}”不能用。extends 写自带政策包的编号，或相对本文件夹的路径（如 ../base）；不能是网址、绝对路径或链接。',
    en: '{path}: “{found}” cannot be used. extends takes the id of a shipped pack or a path relative to this folder, such as ../base; no web address, absolute path or link.',
  },
  'extends-too-long': {
    'zh-CN': '政策包一个基于一个，超过 {expected} 层：{found}。请减少层次。',
    en: 'Packs extend one another more than {expected} deep: {found}. Use fewer layers.',
  },
  'not-in-year': {
    'zh-CN': '{path}：“{found}”不在 {expected} 年。请写到它所在的年份下面。',
    en: '{path}: “{found}” is not in {expected}. Write it under its own year.',
  },
  'expression-syntax': {
    'zh-CN':
      '{path}：表达式写法不对{found, select, none {，到此没有写完} other {，看不懂“{found}”}}。{expected, select, none {} other {这里应为“{expected}”。}}{suggestion, select, none {} other {您是不是想写 {suggestion} ？}}',
    en: '{path}: the expression is not well formed{found, select, none {: it ends too soon} other {: “{found}” is not understood}}. {expected, select, none {} other {Expected “{expected}”. }}{suggestion, select, none {} other {Did you mean {suggestion} ?}}',
  },
  'expression-escape': {
    'zh-CN': '{path}：文字里的“{found}”不对。反斜杠要写两次（"\\\\d"），或在引号前加 r（r"\\d"）。',
    en: '{path}: “{found}” in a text is not well formed. Write the backslash twice ("\\\\d"), or put r before the quotes (r"\\d").',
  },
  'expression-name': {
    'zh-CN':
      '{path}：没有“{found}”。{suggestion, select, none {} other {您是不是想写“{suggestion}”？}}这里可用的名称：{expected}。文字要加引号。',
    en: '{path}: there is no “{found}”. {suggestion, select, none {} other {Did you mean “{suggestion}”? }}Names known here: {expected}. Put quotes around text.',
  },
  'expression-field': {
    'zh-CN':
      '{path}：没有字段“{found}”。{suggestion, select, none {} other {您是不是想写“{suggestion}”？}}这类表的字段：{expected}。',
    en: '{path}: there is no field “{found}”. {suggestion, select, none {} other {Did you mean “{suggestion}”? }}Fields of this kind of table: {expected}.',
  },
  'expression-function': {
    'zh-CN':
      '{path}：没有函数“{found}”。{suggestion, select, none {} other {您是不是想写“{suggestion}”？}}可用的：{expected}。',
    en: '{path}: there is no function “{found}”. {suggestion, select, none {} other {Did you mean “{suggestion}”? }}Known ones: {expected}.',
  },
  'expression-arguments': {
    'zh-CN': '{path}：“{found}”的写法不对：{expected}。',
    en: '{path}: “{found}” is not called rightly: {expected}.',
  },
  'expression-types': {
    'zh-CN':
      '{path}：“{found}”两边的类型合不到一起：{expected}（text 文字、whole 整数、number 小数、date 日期、flag 是非）。',
    en: '{path}: in “{found}” the types do not go together: {expected} (text, whole, number, date, flag).',
  },
  'expression-condition': {
    'zh-CN': '{path}：“{found}”应当得出是或否，例如 row.households > 3000。',
    en: '{path}: “{found}” should come to yes or no, such as row.households > 3000.',
  },
  'expression-whole-division': {
    'zh-CN': '{path}：“{found}”是整数除以整数，余数会丢。请把一边写成小数：double(…)。',
    en: '{path}: “{found}” divides whole by whole and would drop the rest. Make one side a decimal: double(…).',
  },
  'expression-unit': {
    'zh-CN':
      '{path}：左边的单位是“{found}”，右边的单位是“{expected}”，不能直接相比或相加。单位不换算，请换一个字段或参数，或让参数用字段的单位。',
    en: '{path}: the left side counts “{found}”, the right side counts “{expected}”; they cannot be compared or added. Nothing is converted here: choose another field or parameter, or give the parameter the unit of the field.',
  },
  'expression-joining': {
    'zh-CN': '{path}：“{found}”：加号只用于数字。文字不能相接，请分别比较。',
    en: '{path}: “{found}”: plus is for numbers only. Texts are not joined; compare them one by one.',
  },
  'expression-parameter': {
    'zh-CN':
      '{path}：没有参数“{found}”。{suggestion, select, none {} other {您是不是想写“{suggestion}”？}}请在 parameters.yaml 里写明，带单位和依据。',
    en: '{path}: there is no parameter “{found}”. {suggestion, select, none {} other {Did you mean “{suggestion}”? }}Add it to parameters.yaml, with unit and citation.',
  },
  'expression-catalogue': {
    'zh-CN':
      '{path}：没有目录“{found}”。{suggestion, select, none {} other {您是不是想写“{suggestion}”？}}请在 catalogue.yaml 里写明。',
    en: '{path}: there is no catalogue “{found}”. {suggestion, select, none {} other {Did you mean “{suggestion}”? }}Add it to catalogue.yaml.',
  },
  'expression-literal': {
    'zh-CN': '{path}：{expected} 的内容要直接写在引号里，不能是“{found}”，这样读政策包时就能核对。',
    en: '{path}: write what {expected} takes in quotes, not “{found}”, so that it can be checked when the pack is read.',
  },
  'expression-number': {
    'zh-CN': '{path}：数字“{found}”太大或写法不对。',
    en: '{path}: the number “{found}” is too large or not well formed.',
  },
  'expression-day': {
    'zh-CN': '{path}：没有“{found}”这一天。日期写作 date("2024-03-01")。',
    en: '{path}: there is no day “{found}”. Write a date as date("2024-03-01").',
  },
  'expression-pattern': {
    'zh-CN':
      '{path}：正则表达式的“{found}”不能用。只收 RE2 的写法：没有前后断言 (?=…)、反向引用 \\1，重复不超过 1000 次。',
    en: '{path}: “{found}” cannot be used in a pattern. Patterns are RE2: no look-around (?=…), no back-reference \\1, no repeat above 1000.',
  },
  'expression-too-large': {
    'zh-CN': '{path}：表达式太长，最多 {expected}。请拆成几条规则。',
    en: '{path}: the expression is too large, at most {expected}. Split it into several checks.',
  },
  'expression-too-deep': {
    'zh-CN': '{path}：“{found}”套得太深，最多 {expected} 层。',
    en: '{path}: “{found}” is nested too deeply, at most {expected} levels.',
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
  'claim-place': {
    'zh-CN':
      '{path}：名称“{found}”里的花括号不对。名称里只能空出一处地名，写作 place 加花括号，而且 is 里也要空出这一处。',
    en: '{path}: the braces in the name “{found}” are wrong. A name may leave one place open, written as place in braces, and the name in is must leave it open too.',
  },
  'not-resting-on': {
    'zh-CN':
      '{path}：这条规则的依据里没有“{found}”，无从删去。{suggestion, select, none {} other {您是不是想写“{suggestion}”？}}现有的依据：{expected}。',
    en: '{path}: the rule does not rest on “{found}”, so it cannot be taken away. {suggestion, select, none {} other {Did you mean “{suggestion}”?}} It rests on: {expected}.',
  },
  'no-words': {
    'zh-CN':
      '{path}：这个条件没有用话说明，报告和检查办法里读不懂。请写 says。例如：\n  says:\n    zh-CN: 常住户数不超过设置标准\n    en: households are within the standard',
    en: '{path}: the condition is not put in words, which reports and papers need. Write says. For example:\n  says:\n    zh-CN: 常住户数不超过设置标准\n    en: households are within the standard',
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
  'unknown-kind': {
    'zh-CN':
      '{path}：没有“{found}”这一种表。{suggestion, select, none {} other {您是不是想写“{suggestion}”？}}可写的：{expected}。新的种类写在 columns.yaml 的 kinds 下。',
    en: '{path}: there is no kind of table “{found}”. {suggestion, select, none {} other {Did you mean “{suggestion}”?}} Known kinds: {expected}. A new one is written under kinds in columns.yaml.',
  },
  'unknown-field': {
    'zh-CN':
      '{path}：这种表没有字段“{found}”。{suggestion, select, none {} other {您是不是想写“{suggestion}”？}}可写的：{expected}。',
    en: '{path}: this kind of table has no field “{found}”. {suggestion, select, none {} other {Did you mean “{suggestion}”?}} Known fields: {expected}.',
  },
  'unknown-parameter': {
    'zh-CN':
      '{path}：没有参数“{found}”。{suggestion, select, none {} other {您是不是想写“{suggestion}”？}}请在 parameters.yaml 里写明它的单位、日期和依据。',
    en: '{path}: there is no parameter “{found}”. {suggestion, select, none {} other {Did you mean “{suggestion}”?}} Write it in parameters.yaml, with unit, day and citation.',
  },
  'unknown-catalogue': {
    'zh-CN':
      '{path}：没有目录“{found}”。{suggestion, select, none {} other {您是不是想写“{suggestion}”？}}请写进 catalogue.yaml。',
    en: '{path}: there is no catalogue “{found}”. {suggestion, select, none {} other {Did you mean “{suggestion}”?}} Write it in catalogue.yaml.',
  },
  'wrong-unit': {
    'zh-CN': '{path}：参数的单位是“{found}”，这里只能用：{expected}。请改参数的单位，或换一个参数。',
    en: '{path}: the parameter is in “{found}”; here only these will do: {expected}. Change its unit or choose another parameter.',
  },
  'other-unit': {
    'zh-CN': '{path}：这里的单位是“{found}”，与它相比的是“{expected}”，两者不能相比。请换一个字段或参数。',
    en: '{path}: this counts “{found}”, and what it is held against counts “{expected}”; they cannot be compared. Choose another field or parameter.',
  },
  'limit-number': {
    'zh-CN':
      '{path}：界限直接写了数字 {found}。请在 parameters.yaml 里立一个参数，写明单位、日期和依据，这里写它的编号。',
    en: '{path}: the limit is the bare number {found}. Make it a parameter in parameters.yaml, with unit, day and citation, and write its id here.',
  },
  'no-clause': {
    'zh-CN':
      '{path}：条文口气是“{found}”，却没有写依据。请写 citations: [依据编号]；没有条文的，写 modality: form。',
    en: '{path}: the clause speaks as “{found}”, but none is cited. Write citations: [ID], or modality: form where there is no clause.',
  },
  'taken-id': {
    'zh-CN':
      '{path}：编号“{found}”已有规则使用。要改它的级别、口气或依据，请写在 pack.yaml 的 rules 下；要另立一条，请换编号。',
    en: '{path}: the id “{found}” belongs to another rule. To change its setting, write it under rules in pack.yaml; for a rule of its own choose another id.',
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
  'no-map': {
    'zh-CN': '找不到这个文件。请核对 --columns 后面的路径。',
    en: 'There is no such file. Check the path behind --columns.',
  },
  'no-waivers': {
    'zh-CN': '找不到这份豁免清单。请核对 --waivers 后面的路径，或不写 --waivers。',
    en: 'There is no such list of waivers. Check the path behind --waivers, or leave --waivers out.',
  },
  'no-config': {
    'zh-CN': '找不到这个配置文件。请核对 --config 后面的路径，或用 jianfu init 写一个。',
    en: 'There is no such file of settings. Check the path behind --config, or write one with jianfu init.',
  },
  'config-outside': {
    'zh-CN':
      '{path}：“{found}”会写到配置文件所在文件夹之外。请写文件夹里的路径；要写到别处，请在命令行上写。',
    en: '{path}: “{found}” would be written outside the folder of this file. Give a path inside it, or say so on the command line.',
  },
  'unmapped-field': {
    'zh-CN':
      '{path}：不认得的字段“{found}”。{suggestion, select, none {} other {您是不是想写“{suggestion}”？}}可写的字段：{expected}。也可写中文名称，例如：\n  事项名称: 任务描述',
    en: '{path}: unknown field “{found}”. {suggestion, select, none {} other {Did you mean “{suggestion}”?}} Fields: {expected}. Their Chinese names do as well, for example:\n  事项名称: 任务描述',
  },
  'ambiguous-field': {
    'zh-CN': '{path}：“{found}”可以是几个字段，请写编号：{expected}。',
    en: '{path}: “{found}” may be several fields; write the id of one: {expected}.',
  },
  schema: {
    'zh-CN':
      '{path}：{keyword, select, minItems {至少要写 {expected} 项} maxItems {最多写 {expected} 项} minProperties {至少要写 {expected} 个键} minLength {不能为空} minimum {不能小于 {expected}} maximum {不能大于 {expected}} const {只能写 {expected}} uniqueItems {有重复的项} other {不合规定的写法（{keyword}）}}。请对照 docs/policy-packs.md 改正。',
    en: '{path}: {keyword, select, minItems {write at least {expected}} maxItems {write at most {expected}} minProperties {write at least {expected, plural, one {one key} other {{expected} keys}}} minLength {it must not be empty} minimum {not less than {expected}} maximum {not more than {expected}} const {only {expected}} uniqueItems {something stands in it twice} other {not as it should be written ({keyword})}}. See docs/policy-packs.md.',
  },
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
  packTitle: { 'zh-CN': '名称、地区、所基于的层', en: 'Title, region, layers below' },
  name: { 'zh-CN': '名称', en: 'Name' },
  otherNames: { 'zh-CN': '其他写法', en: 'Other spellings' },
  exceptions: { 'zh-CN': '例外用语', en: 'Excused by' },
  field: { 'zh-CN': '字段', en: 'Field' },
  headerWords: { 'zh-CN': '列名用词', en: 'Header words' },
  listWords: { 'zh-CN': '清单与范围的用词', en: 'Words of lists and scopes' },
  traceRule: { 'zh-CN': '规则的来历', en: 'Where rules come from' },
  traceParameter: { 'zh-CN': '参数的来历', en: 'Where parameters come from' },
  traceEntry: { 'zh-CN': '目录条目的来历', en: 'Where catalogue entries come from' },
  traceWord: { 'zh-CN': '列名用词的来历', en: 'Where header words come from' },
  layer: { 'zh-CN': '层', en: 'Layer' },
  said: { 'zh-CN': '写了什么、写在哪里、依据', en: 'What it says, where, on what basis' },
} as const satisfies Record<string, LocalText>;
