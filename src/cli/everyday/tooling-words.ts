import type { LocalText } from '../../model/policy.ts';

/** What the commands say that look after the tool itself. */
export const TOOLING_WORDS = {
  init: {
    'zh-CN': '在文件夹里写一个配置文件 jianfu.config.yaml，以后不用每次写同样的选项',
    en: 'write a file of settings, jianfu.config.yaml, so that nothing is typed twice',
  },
  folder: { 'zh-CN': '文件夹', en: 'folder' },
  doctor: {
    'zh-CN': '查看本机情况：版本、配置、政策包、语言、字体、上限、会读哪些文件',
    en: 'show what the tool stands on: versions, settings, packs, language, fonts, limits, what would be read',
  },
  doctorPaths: {
    'zh-CN': '打算检查的文件、文件夹或通配路径（不写则看配置文件里的）',
    en: 'files, folders or globs that you mean to check (by default those of the settings)',
  },
  completion: {
    'zh-CN': '输出命令补全脚本',
    en: 'print a script that completes commands in a shell',
  },
  shell: { 'zh-CN': '哪一种命令行', en: 'which shell' },
  initDone: {
    'zh-CN': '已写出 {file}。接着运行：\n  jianfu check',
    en: 'Wrote {file}. Go on with:\n  jianfu check',
  },
  noFolder: {
    'zh-CN': '没有文件夹“{path}”。请先建好。',
    en: 'There is no folder “{path}”. Make it first.',
  },
  // Sections of `doctor`.
  program: { 'zh-CN': '程序', en: 'Program' },
  settings: { 'zh-CN': '配置', en: 'Settings' },
  surroundings: { 'zh-CN': '语言与终端', en: 'Language and terminal' },
  fonts: { 'zh-CN': '公文字体（写 Word 报告用）', en: 'Fonts of official documents (for Word reports)' },
  limits: { 'zh-CN': '上限（--limit 编号=值）', en: 'Limits (--limit ID=VALUE)' },
  reading: { 'zh-CN': '会读哪些文件', en: 'What would be read' },
  item: { 'zh-CN': '项目', en: 'Item' },
  state: { 'zh-CN': '情况', en: 'State' },
  packs: { 'zh-CN': '政策包', en: 'Packs' },
  reviewed: { 'zh-CN': '{id}（{day} 核对）', en: '{id} (reviewed {day})' },
  installed: { 'zh-CN': '安装位置', en: 'Installed in' },
  nodeOld: {
    'zh-CN': '{version}　太旧，请升级到 20.19 以上',
    en: '{version}  too old; 20.19 or newer is needed',
  },
  configFile: { 'zh-CN': '配置文件', en: 'File of settings' },
  none: { 'zh-CN': '没有（jianfu init 写一个）', en: 'none (jianfu init writes one)' },
  noneHere: { 'zh-CN': '没有', en: 'none' },
  waivers: { 'zh-CN': '豁免清单', en: 'Waivers' },
  waiverCount: {
    'zh-CN': '{file}：{count} 条',
    en: '{file}: {count, plural, one {1 entry} other {{count} entries}}',
  },
  reports: { 'zh-CN': '报告语言', en: 'Language of reports' },
  machine: { 'zh-CN': '本机语言（不影响结果）', en: 'Language of the machine (has no say)' },
  terminal: { 'zh-CN': '终端', en: 'Terminal' },
  columns: { 'zh-CN': '宽 {columns} 列', en: '{columns} columns' },
  notTerminal: { 'zh-CN': '输出不是终端，按 80 列', en: 'output is no terminal; 80 columns' },
  found: { 'zh-CN': '有', en: 'found' },
  missingFont: {
    'zh-CN': '没有找到，打开报告时会换成别的字体',
    en: 'not found; another takes its place when a report is opened',
  },
  noPaths: {
    'zh-CN': '没有写路径。例：jianfu doctor 报送/',
    en: 'No path was given, such as: jianfu doctor submissions/',
  },
  readCount: { 'zh-CN': '要读的文件', en: 'Files to read' },
  files: { 'zh-CN': '{count} 个', en: '{count, plural, one {1 file} other {{count} files}}' },
  passedOver: { 'zh-CN': '跳过：{reason}', en: 'Passed over: {reason}' },
  notFound: { 'zh-CN': '没有匹配到', en: 'Nothing matches' },
  someNames: { 'zh-CN': '{count} 个，如 {names}', en: '{count}, such as {names}' },
} as const satisfies Record<string, LocalText>;
