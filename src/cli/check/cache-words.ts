import type { LocalText } from '../../model/policy.ts';

/** Words of `jianfu cache` and `--no-cache`. */
export const CACHE_WORDS = {
  cache: {
    'zh-CN': '缓存的位置和大小；check 检查过的文件没有变，就不再读第二遍',
    en: 'where the cache is and what it holds; a file that has not changed is not read again by check',
  },
  clean: { 'zh-CN': '清空缓存', en: 'empties the cache' },
  noCache: {
    'zh-CN': '不用缓存，每个文件都重新读',
    en: 'reads every file anew, without the cache',
  },
  holds: {
    'zh-CN': '缓存在 {folder}，存有 {count} 个文件的检查结果，共 {size} MB。清空：jianfu cache clean',
    en: 'The cache is in {folder}; it holds what {count} files gave, {size} MB. To empty it: jianfu cache clean',
  },
  cleaned: {
    'zh-CN': '已清空 {folder}：{count} 个文件的检查结果，共 {size} MB。',
    en: 'Emptied {folder}: what {count} files gave, {size} MB.',
  },
  off: {
    'zh-CN': '缓存已关闭（环境变量 JIANFU_CACHE=off）。',
    en: 'The cache is off (JIANFU_CACHE=off).',
  },
} as const satisfies Readonly<Record<string, LocalText>>;
