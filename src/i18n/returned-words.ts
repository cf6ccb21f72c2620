import type { LocalText } from '../model/policy.ts';

/** What reports say of marked workbooks that came back. */
export const RETURNED_WORDS = {
  heading: { 'zh-CN': '与上次校验结果相比', en: 'Since the workbooks were sent back' },
  fixed: { 'zh-CN': '已改', en: 'Fixed' },
  open: { 'zh-CN': '未改', en: 'Open' },
  new: { 'zh-CN': '新增', en: 'New' },
  saidFixed: { 'zh-CN': '回复已改而未改', en: 'Said fixed, open' },
  replied: { 'zh-CN': '有异议、说明', en: 'Objections, explanations' },
  file: { 'zh-CN': '文件', en: 'File' },
  adviseMarked: {
    'zh-CN': '逐条情况：加 --out marked=文件夹',
    en: 'Finding by finding: add --out marked=FOLDER',
  },
  adviseWaivers: {
    'zh-CN': '把“有异议”“说明”列为待批的豁免：加 --propose-waivers 文件.yaml',
    en: 'Objections and explanations as waivers to be approved: add --propose-waivers FILE.yaml',
  },
  counts: {
    'zh-CN': '与上次相比：已改 {fixed} 条（列在最后），未改 {open} 条，新增 {fresh} 条。',
    en: 'Since last time: {fixed} fixed (listed last), {open} not fixed, {fresh} new.',
  },
} as const satisfies Record<string, LocalText>;
