import type { LocalText } from '../../model/policy.ts';

/** Words of `jianfu explain FINGERPRINT --report`. */
export const FINDING_WORDS = {
  fingerprint: { 'zh-CN': '指纹 {fingerprint}', en: 'fingerprint {fingerprint}' },
  seen: { 'zh-CN': '看到的', en: 'What was seen' },
  place: { 'zh-CN': '位置', en: 'Place' },
  column: { 'zh-CN': '列', en: 'Column' },
  row: { 'zh-CN': '行', en: 'Row' },
  margin: { 'zh-CN': '离界限还差 {margin}。', en: 'Beyond the limit by {margin}.' },
  clause: { 'zh-CN': '依据怎么说', en: 'What the clause says' },
  noClause: { 'zh-CN': '形式检查，不依条文。', en: 'A matter of form; it rests on no clause.' },
  remedy: { 'zh-CN': '怎样改就不再报', en: 'What puts it right' },
  page: {
    'zh-CN': '这条规则查什么、不查什么：jianfu explain {rule}',
    en: 'What the rule asks and what it does not: jianfu explain {rule}',
  },
} as const satisfies Record<string, LocalText>;
