import type { LocalText } from '../model/policy.ts';
import type { SkipReason } from '../model/run.ts';

/** Words that no rule owns. */

export const OUTCOMES = {
  violation: { 'zh-CN': '违反', en: 'violation' },
  advice: { 'zh-CN': '建议', en: 'advice' },
  undetermined: { 'zh-CN': '无法判断', en: 'undetermined' },
} as const satisfies Record<string, LocalText>;

export const SEVERITIES = {
  error: { 'zh-CN': '错误', en: 'error' },
  warning: { 'zh-CN': '警告', en: 'warning' },
  info: { 'zh-CN': '提示', en: 'info' },
} as const satisfies Record<string, LocalText>;

export const SKIP_REASONS: Readonly<Record<SkipReason, LocalText>> = {
  'nothing-to-check': { 'zh-CN': '没有可检查的表', en: 'no table to check' },
  'column-missing': { 'zh-CN': '缺少“{field}”列，无法判断', en: 'no column “{field}”, cannot tell' },
  'parameter-missing': {
    'zh-CN': '政策包在该日没有参数 {parameter}',
    en: 'the pack has no parameter {parameter} on that day',
  },
  'catalogue-missing': { 'zh-CN': '政策包没有目录 {catalogue}', en: 'the pack has no catalogue {catalogue}' },
  'region-missing': { 'zh-CN': '政策包没有写明所在省份', en: 'the pack does not name its province' },
  'list-unknown': { 'zh-CN': '看不出是哪一类清单', en: 'the kind of list is not known' },
  'scope-unknown': { 'zh-CN': '看不出是社区还是村的清单', en: 'not known whether a community or a village' },
};
