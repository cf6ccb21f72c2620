import type { LocalText } from '../../model/policy.ts';

/** What the command line says of waivers and baselines. */
export const STANDING_WORDS = {
  waivers: {
    'zh-CN': '豁免清单（默认：当前文件夹里有 jianfu-waivers.yaml 就用它；见 docs/waivers.md）',
    en: 'list of waivers (by default jianfu-waivers.yaml where it lies in this folder; docs/waivers.md)',
  },
  withoutWaivers: { 'zh-CN': '不用任何豁免清单', en: 'use no list of waivers' },
  baseline: {
    'zh-CN': '与基线比较：分出新问题和老问题（--update-baseline 写的文件，或一份 --out json 报告）',
    en: 'tell new findings from known ones: a file of --update-baseline, or a report of --out json',
  },
  updateBaseline: {
    'zh-CN': '把这次没有豁免的问题写进 --baseline 文件，以 0 退出',
    en: 'write the findings that stand open into the file of --baseline and exit 0',
  },
  newOnly: {
    'zh-CN': '只报、只按新问题退出，老问题只计数（要有 --baseline）',
    en: 'report and fail on new findings only; known ones are counted (needs --baseline)',
  },
  needsBaseline: {
    'zh-CN': '{option} 要和 --baseline 文件 一起用。例：--baseline 基线.json {option}',
    en: '{option} goes with --baseline FILE, such as --baseline baseline.json {option}',
  },
  noSuchBaseline: {
    'zh-CN': '找不到基线“{path}”。第一次请加 --update-baseline 写出它。',
    en: 'There is no baseline “{path}”. Add --update-baseline to write it the first time.',
  },
  cannotRead: {
    'zh-CN': '“{path}”读不出来（{code}）。请检查路径和权限。',
    en: '“{path}” cannot be read ({code}). Check the path and its permissions.',
  },
  noBaseline: {
    'zh-CN': '“{path}”不是基线，也不是 --out json 的报告。请用 --update-baseline 重新写出。',
    en: '“{path}” is neither a baseline nor a report of --out json. Write it anew with --update-baseline.',
  },
  brokenBaseline: {
    'zh-CN':
      '“{path}”的 {place} 不对：应有问题的编号（fingerprint）和规则（rule）。请用 --update-baseline 重新写出。',
    en: 'In “{path}”, {place} is wrong: a finding has a fingerprint and a rule. Write the file anew with --update-baseline.',
  },
  baselineKept: {
    'zh-CN': '检查没有做完整（工具自身出错），基线“{path}”没有改。',
    en: 'The check is not complete (the tool itself failed); the baseline “{path}” is as it was.',
  },
} as const satisfies Record<string, LocalText>;
