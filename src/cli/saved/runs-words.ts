import type { LocalText } from '../../model/policy.ts';

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
  why: {
    'zh-CN': '报告里的一个数字是怎么来的：算法、条件、参数与依据、由哪些单元格组成；不写数字则列出可以问的',
    en: 'how a figure of a report comes about: formula, filter, parameters with clause, cells; without one, what can be asked',
  },
  figureId: { 'zh-CN': '数字的编号，如 findings.error', en: 'id of a figure, such as findings.error' },
  evidence: { 'zh-CN': '把组成它的每一处写进这个 .xlsx', en: 'write everything it is made of to this .xlsx' },
  evidenceOfWhat: {
    'zh-CN': '--evidence 要写明哪个数字。例：jianfu why 报告.json findings.error --evidence 明细.xlsx',
    en: '--evidence needs a figure: jianfu why report.json findings.error --evidence cells.xlsx',
  },
  noFigure: {
    'zh-CN':
      '报告里没有数字“{found}”。{suggestion, select, none {} other {您是不是想写“{suggestion}”？}}不写编号可以列出全部：jianfu why 报告.json',
    en: 'The report has no figure “{found}”. {suggestion, select, none {} other {Did you mean “{suggestion}”?}} Without an id all are listed: jianfu why REPORT.json',
  },
  explainReport: {
    'zh-CN': '解释这份 JSON 报告里的一条问题：编号写它的指纹（fingerprint）',
    en: 'explain one finding of this JSON report: give its fingerprint as the id',
  },
  noFinding: {
    'zh-CN':
      '报告里没有指纹为“{found}”的问题。{suggestion, select, none {} other {您是不是想写“{suggestion}”？}}指纹见报告的 fingerprint，或 jianfu why 报告.json findings.total --evidence 明细.xlsx',
    en: 'The report has no finding with the fingerprint “{found}”. {suggestion, select, none {} other {Did you mean “{suggestion}”?}} Fingerprints stand in the report, and in the workbook of jianfu why REPORT.json findings.total --evidence FILE.xlsx',
  },
  noneUnder: {
    'zh-CN': '“{root}”里没有报告所查的 {count} 个文件，如“{first}”。请用 --root 写明检查时给的文件夹。',
    en: 'Under “{root}” there is none of the {count} files of the report, such as “{first}”. Give the folder that was checked with --root.',
  },
} as const satisfies Record<string, LocalText>;
