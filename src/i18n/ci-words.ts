import type { LocalText } from '../model/policy.ts';

/** What the formats for programs that run checks say of themselves. */
export const CI_WORDS = {
  basis: { 'zh-CN': '依据：{basis}', en: 'Basis: {basis}' },
  remedy: { 'zh-CN': '怎么改：{remedy}', en: 'Remedy: {remedy}' },
  explain: { 'zh-CN': '详见：jianfu explain {rule}', en: 'More: jianfu explain {rule}' },
  /** At the end of annotations: what is not among them. */
  held: {
    'zh-CN':
      '{total, plural, =0 {没有问题。} other {问题共 {total} 条，标出 {shown} 条}}{held, plural, =0 {} other {，另有 {held} 条没有标（每级最多标 {most} 条，最严重的在前）}}{total, plural, =0 {} other {。}}',
    en: '{total, plural, =0 {No findings.} one {{total} finding, {shown} marked} other {{total} findings, {shown} marked}}{held, plural, =0 {} other {; {held} more are not marked (at most {most} of each level, the worst first)}}{total, plural, =0 {} other {.}}',
  },
  account: { 'zh-CN': '减负检查小结', en: 'jianfu: summary' },
  allFiles: { 'zh-CN': '全部文件', en: 'All files' },
  isRead: { 'zh-CN': '读取', en: 'reading' },
  waivedBy: { 'zh-CN': '已豁免：{approval}', en: 'waived: {approval}' },
  notChecked: { 'zh-CN': '未检查', en: 'not checked' },
  filesLeftOut: {
    'zh-CN': '篇幅有限：另有 {files} 个文件的 {findings} 条问题没有列出，见 --out json 或 table。',
    en: 'Cut for length: {findings} findings of {files} more files are not listed; see --out json or table.',
  },
} as const satisfies Record<string, LocalText>;
