import type { Finding } from '../../model/run.ts';
import type { Verification } from '../../model/verification.ts';
import { type Block, line, plain } from '../blocks.ts';
import { placeOf, sealText, type Wording } from '../wording.ts';
import { VERIFY_WORDS } from './words.ts';

const MOST_DRAWN = 10;

/** 一致, or a table of what differs. */
export function verificationBlocks(facts: Verification, wording: Wording): Block[] {
  const { besides, isSame } = facts;
  const [seal, now] = [facts.seal, facts.sealNow].map((code) => sealText({ seal: { code, policy: {} } }));
  return [
    isSame
      ? line(wording.say(VERIFY_WORDS.same, { seal: seal ?? '' }), 'good')
      : line(wording.say(VERIFY_WORDS.differs, { seal: seal ?? '', now: now ?? '' }), 'error'),
    ...(isSame ? [] : [differences(facts, wording)]),
    ...(besides.length === 0
      ? []
      : [
          line(
            wording.say(VERIFY_WORDS.besides, { count: besides.length, first: besides[0] ?? '' }),
            'muted',
          ),
        ]),
  ];
}

function differences(facts: Verification, wording: Wording): Block {
  const { tool, policy, missing, changed, onlyBefore, onlyNow, parts } = facts;
  const findings = (all: readonly Finding[]) => all.map((finding) => findingText(finding, wording));
  const told = [
    ['tool', tool === null ? [] : [`${tool.before} → ${tool.now}`]],
    ['policy', policy],
    ['missing', missing],
    ['changed', changed],
    ['onlyBefore', findings(onlyBefore)],
    ['onlyNow', findings(onlyNow)],
    ['parts', parts.length === 0 ? [] : [parts.join(' ')]],
  ] as const;
  return {
    kind: 'table',
    head: [wording.say(VERIFY_WORDS.what), wording.say(VERIFY_WORDS.which)],
    rows: told
      .filter(([, which]) => which.length > 0)
      .map(([what, which]) => [
        plain(wording.say(VERIFY_WORDS[what], { count: which.length })),
        plain(firstOf(which, wording)),
      ]),
    fill: 1,
  };
}

function firstOf(which: readonly string[], wording: Wording): string {
  const more = which.length - MOST_DRAWN;
  const rest = more > 0 ? [wording.say(VERIFY_WORDS.more, { count: more })] : [];
  return [...which.slice(0, MOST_DRAWN), ...rest].join('\n');
}

function findingText(finding: Finding, wording: Wording): string {
  const [origin] = finding.origins;
  return `${origin?.file ?? ''}　${placeOf(origin)}　${wording.finding(finding)}`;
}
