import type { Locale, LocalText, PolicyPack } from '../../model/policy.ts';
import { say } from '../say.ts';

/** How long a paper may be: of work as a whole (综合性), and of one matter (专项). Characters. */
const LIMITS = { general: 'document.general.words', specific: 'document.specific.words' } as const;

const TOO_LONG: LocalText = {
  'zh-CN':
    '{path} 正文 {found} 字（不含附件），超过 {limit} 字，多 {over} 字。请删减后再报；可把表格移到附件。',
  en: 'The body of {path} has {found} words without its attachments, {over} more than the {limit} allowed. Shorten it; tables may go to an attachment.',
};

/** Tells on standard error that a paper is longer than the pack allows; silent where the pack sets no limit. */
export function tellLength(
  paper: { readonly path: string; readonly words: number; readonly kind: keyof typeof LIMITS },
  policy: PolicyPack,
  locale: Locale,
): void {
  const limit = Number(policy.parameters.get(LIMITS[paper.kind])?.value ?? Number.POSITIVE_INFINITY);
  if (!(paper.words > limit)) return;
  const args = { path: paper.path, found: paper.words, limit, over: paper.words - limit };
  process.stderr.write(`jianfu: ${say(TOO_LONG, locale, args)}\n`);
}
