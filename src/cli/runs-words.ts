import type { LocalText } from '../model/policy.ts';

/** Words of the commands over saved runs: compare, verify, why. */
export const RUNS_TEXTS = {
  compare: {
    'zh-CN': '比较几次检查的 JSON 报告：哪些问题是新的、改了的、还没改的、移了位置的；几个月的走势',
    en: 'compare JSON reports of check: what is new, fixed, still open, moved; the trend over months',
  },
  reports: {
    'zh-CN': 'check --out json=文件 写出的报告，早的在前',
    en: 'reports of check --out json=FILE, the earliest first',
  },
  twoRuns: {
    'zh-CN': '至少要两份报告，早的在前。例：jianfu compare 3月.json 4月.json',
    en: 'Give at least two reports, the earliest first: jianfu compare march.json april.json',
  },
  verify: {
    'zh-CN': '照报告里记下的政策包和选项重新检查一遍，看结果是否一致',
    en: 'make a saved run again with the packs and options it names, and say whether the result is the same',
  },
  report: { 'zh-CN': 'check --out json=文件 写出的报告', en: 'a report of check --out json=FILE' },
  root: {
    'zh-CN': '报送的文件在哪个文件夹，即检查时给的路径；可重复。不写则是当前文件夹',
    en: 'the folder of the submissions, as it was given to check; repeatable; the current folder if left out',
  },
  verifyPolicy: {
    'zh-CN': '政策包；不写则用报告里的那一个。自己的政策包要写文件夹',
    en: 'policy pack; that of the report if left out; give your own as a folder',
  },
  newOnly: {
    'zh-CN': '报告“{path}”只列了新问题（--new-only），不全，无法核对。请用不带 --new-only 的报告。',
    en: 'The report “{path}” lists new findings only (--new-only) and cannot be verified. Use one made without it.',
  },
  noneUnder: {
    'zh-CN': '“{root}”里没有报告所查的 {count} 个文件，如“{first}”。请用 --root 写明检查时给的文件夹。',
    en: 'Under “{root}” there is none of the {count} files of the report, such as “{first}”. Give the folder that was checked with --root.',
  },
} as const satisfies Record<string, LocalText>;
