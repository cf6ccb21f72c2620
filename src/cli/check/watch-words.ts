import type { LocalText } from '../../model/policy.ts';

/** Words of `check --watch`. */
export const WATCH_WORDS = {
  watch: {
    'zh-CN': '守着这些文件，一有改动就重新检查，按 Ctrl-C 结束',
    en: 'stays and checks again whenever a file changes; Ctrl-C ends it',
  },
  watching: {
    'zh-CN': '正在守着 {paths}，文件一改就重新检查。按 Ctrl-C 结束。',
    en: 'Watching {paths}; a changed file is checked again. Ctrl-C ends it.',
  },
  ended: {
    'zh-CN': '不再守着了。您的文件没有被改动。',
    en: 'No longer watching. Your files were not changed.',
  },
  stdin: {
    'zh-CN': '--watch 守的是文件，不能用标准输入（-）。请写文件或文件夹的路径。',
    en: '--watch watches files, not standard input (-). Give the path of a file or folder.',
  },
  updateBaseline: {
    'zh-CN': '--watch 不能和 --update-baseline 一起用：基线要人定时候写。请分两次运行。',
    en: '--watch and --update-baseline do not go together: a person says when a baseline is written. Run them apart.',
  },
} as const satisfies Readonly<Record<string, LocalText>>;
