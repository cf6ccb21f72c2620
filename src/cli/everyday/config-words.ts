import type { LocalText } from '../../model/policy.ts';

/** What the command line says of settings. */
export const CONFIG_WORDS = {
  config: {
    'zh-CN': '配置文件（默认：当前文件夹或往上最近的 jianfu.config.yaml；命令行上写的优先）',
    en: 'file of settings (by default the nearest jianfu.config.yaml upward; options on the command line win)',
  },
  noConfig: { 'zh-CN': '不用配置文件', en: 'use no file of settings' },
  printConfig: {
    'zh-CN': '显示实际生效的设置和来源，不做检查',
    en: 'show the settings in force and where they come from, and do nothing else',
  },
  used: { 'zh-CN': '配置：{file}', en: 'settings: {file}' },
  noFile: { 'zh-CN': '没有配置文件', en: 'no file of settings' },
  cli: { 'zh-CN': '命令行', en: 'command line' },
  byConfig: { 'zh-CN': '配置文件', en: 'file of settings' },
  default: { 'zh-CN': '默认', en: 'default' },
} as const satisfies Record<string, LocalText>;
