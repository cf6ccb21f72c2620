import { sentence } from '../../i18n/messages.ts';
import type { Claim, Verdict } from '../../model/claims.ts';
import type { Locale, LocalText } from '../../model/policy.ts';
import { type Block, line, plain, type Tone } from '../blocks.ts';
import { CLAIM_REASONS, FIGURE_WORDS, VERDICTS } from './claim-words.ts';

const TONES: Readonly<Record<Verdict, Tone>> = {
  fails: 'error',
  doubtful: 'warning',
  unchecked: 'muted',
  holds: 'good',
};
const ORDER: readonly Verdict[] = ['fails', 'doubtful', 'unchecked', 'holds'];

/** One draft: how many claims of each verdict, then every claim, those to look at first. */
export function claimBlocks(path: string, claims: readonly Claim[], locale: Locale): Block[] {
  const say = (text: LocalText, args = {}) => sentence(text, args, locale, {});
  const head: Block = { kind: 'heading', text: say(FIGURE_WORDS.draft, { path }) };
  if (claims.length === 0) return [head, line(say(FIGURE_WORDS.none))];
  const counts = Object.fromEntries(
    ORDER.map((verdict) => [verdict, claims.filter((claim) => claim.verdict === verdict).length]),
  );
  return [
    head,
    line(say(FIGURE_WORDS.found, { all: claims.length, ...counts })),
    {
      kind: 'table',
      head: [FIGURE_WORDS.verdict, FIGURE_WORDS.place, FIGURE_WORDS.claim].map((text) => say(text)),
      rows: ORDER.flatMap((verdict) => claims.filter((claim) => claim.verdict === verdict)).map((claim) => [
        { text: say(VERDICTS[claim.verdict]), tone: TONES[claim.verdict] },
        plain(say(FIGURE_WORDS.at, { paragraph: claim.paragraph, sentence: claim.sentence })),
        plain(contentOf(claim, locale)),
      ]),
      fill: 2,
    },
    line(say(FIGURE_WORDS.rounding), 'muted'),
  ];
}

function contentOf(claim: Claim, locale: Locale): string {
  const reason = reasonOf(claim, locale);
  return [claim.quote, ...(claim.sum === null ? [] : [claim.sum]), reason].join('\n');
}

export function reasonOf({ reason }: Claim, locale: Locale): string {
  return sentence(CLAIM_REASONS[reason.id], reason.args, locale, {});
}
