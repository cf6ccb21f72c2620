import type { LocalText } from '../../model/policy.ts';

/** Words of `check --shard` and `jianfu merge`. */
export const SHARD_WORDS = {
  shard: {
    'zh-CN':
      '只查第 i 份，共 n 份：i/n，或 auto、auto/n（从 Slurm、Kubernetes、GitLab 的环境变量取序号）；写成 --out blob=文件，再用 merge 合并',
    en: 'check part i of n only: i/n, or auto, auto/n (the index from the environment of Slurm, Kubernetes, GitLab); write it as --out blob=FILE, then merge',
  },
  wanted: {
    'zh-CN':
      '--shard 和 --out blob=文件 要一起写，不能有别的 --out：一份不是全部，出报告用 jianfu merge。例：jianfu check 报送/ --shard 1/4 --out blob=1.blob',
    en: '--shard goes with --out blob=FILE and no other --out: a part is not the whole, and jianfu merge makes the reports. As: jianfu check FOLDER/ --shard 1/4 --out blob=1.blob',
  },
  notHere: {
    'zh-CN': '分份检查时不能用 {option}，请写在 jianfu merge 上。',
    en: '{option} has no place in a part of a run; give it to jianfu merge.',
  },
  noWatch: {
    'zh-CN': '分份检查时不能用 --watch 或标准输入。',
    en: 'A part of a run takes neither --watch nor standard input.',
  },
  noIndex: {
    'zh-CN':
      '--shard {found}：环境变量里没有{what, select, index {序号} other {份数}}（看过 SLURM_ARRAY_TASK_ID、JOB_COMPLETION_INDEX、CI_NODE_INDEX{what, select, index {} other { 及其份数}}）。请写 {what, select, index {--shard i/n} other {--shard auto/n}}。',
    en: '--shard {found}: the environment gives no {what, select, index {index} other {count}} (looked at SLURM_ARRAY_TASK_ID, JOB_COMPLETION_INDEX, CI_NODE_INDEX). Write {what, select, index {--shard i/n} other {--shard auto/n}}.',
  },
  badIndex: {
    'zh-CN':
      '--shard：没有第 {index} 份，共 {count} 份，从 1 数起。Slurm 写 --array=1-{count}；只重跑其中一份时写 --shard auto/份数。',
    en: '--shard: there is no part {index} of {count}; parts count from 1. In Slurm write --array=1-{count}; to run one of them again, --shard auto/COUNT.',
  },
  done: {
    'zh-CN': '第 {index}/{count} 份：全部 {total} 个文件中的 {files} 个，已写入 {path}',
    en: 'part {index}/{count}: {files} of {total} files, written to {path}',
  },
  merge: {
    'zh-CN': '把 check --shard 的各份合成一份报告，与不分份检查逐字节相同',
    en: 'join the parts of check --shard into one report, byte for byte that of a check in one go',
  },
  blobs: { 'zh-CN': '各份写出的 blob 文件', en: 'blobs that the parts wrote' },
  mergePolicy: {
    'zh-CN': '政策包；不写则用各份记下的那一个。自己的政策包要写文件夹',
    en: 'policy pack; that of the parts if left out; give your own as a folder',
  },
  root: {
    'zh-CN': '报送的文件在哪里，即检查时给的路径；html 和代码平台的格式要用；可重复',
    en: 'the submissions, as they were given to check; needed for html and the formats of code hosts; repeatable',
  },
  needsRoot: {
    'zh-CN': '--out {format} 要看原来的文件。请用 --root 写明检查时给的路径。',
    en: '--out {format} looks at the files themselves. Give what was checked with --root.',
  },
  otherFiles: {
    'zh-CN': '--root 里的文件和各份所查的不是同一批。请写检查时给的路径。',
    en: 'The files under --root are not those that were checked. Give what was given to check.',
  },
  cannotRead: { 'zh-CN': '打不开“{path}”（{code}）。', en: '“{path}” cannot be opened ({code}).' },
  'no-blob': {
    'zh-CN': '“{path}”不是 check --out blob 写出的文件。',
    en: '“{path}” was not written by check --out blob.',
  },
  'other-format': {
    'zh-CN': '“{path}”的格式是 {found}，是另一版程序写的。请用那一版合并，或重新检查。',
    en: '“{path}” is of format {found}, of another version. Merge with that version, or check again.',
  },
  torn: {
    'zh-CN': '“{path}”不完整：写到一半，或被改动过。请重跑这一份：--shard {index}/{count}',
    en: '“{path}” is not whole: cut short, or changed. Run this part again: --shard {index}/{count}',
  },
  missing: {
    'zh-CN': '缺少第 {shards} 份（共 {count} 份）。请补上，或重跑：{again}',
    en: 'Missing: part {shards} of {count}. Add them, or run again: {again}',
  },
  double: {
    'zh-CN': '第 {shard} 份有两个：{blobs}。请只留一个。',
    en: 'Part {shard} is there twice: {blobs}. Keep one.',
  },
  mixed: {
    'zh-CN':
      '{blobs} 不是同一次检查：{what, select, tool {程序版本} list {文件清单} files {文件清单} packs {政策包} policy {政策包的内容} asOf {政策日期} settings {选项} measures {--measures} count {份数} other {{what}}}不同。请用同样的程序、文件、政策包和选项重跑其中一个。',
    en: '{blobs} are not of one run: they differ in {what, select, tool {the program} list {the list of files} files {the list of files} packs {packs} policy {what the packs say} asOf {the day of the packs} settings {options} measures {--measures} count {the number of parts} other {{what}}}. Run one of them again with the same program, files, packs and options.',
  },
  files: {
    'zh-CN': '各份合起来只有 {found} 个文件，应有 {expected} 个。请重跑。',
    en: 'The parts hold {found} files together, not {expected}. Run them again.',
  },
  otherProgram: {
    'zh-CN': '各份是 jianfu {found} 写的，与本程序（{expected}）不是同一版。请用写出它们的那一版合并。',
    en: 'The parts were written by jianfu {found}, not by this program ({expected}). Merge with the one that wrote them.',
  },
  otherPolicy: {
    'zh-CN':
      '政策包“{pack}”的内容和检查时不同（{parts}）。自己的政策包请用 --policy 写明文件夹；改过的请重跑各份。',
    en: 'What the pack “{pack}” says is not what it said then ({parts}). Give your own pack as a folder with --policy; if it was changed, run the parts again.',
  },
} as const satisfies Record<string, LocalText>;
