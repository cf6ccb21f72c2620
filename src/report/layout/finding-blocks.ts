import type { LayoutFinding } from '../../model/layout.ts';
import type { LocalText } from '../../model/policy.ts';
import type { Args } from '../../model/run.ts';
import { type Block, line, plain } from '../blocks.ts';
import { LAYOUT_FINDINGS, placeOf } from './findings.ts';
import { LAYOUT_WORDS } from './words.ts';

type Say = (text: LocalText, args?: Args) => string;

/** Of many, the first are enough to see what is wrong; JSON has all. */
const SHOWN = 40;

export function findingBlocks(findings: readonly LayoutFinding[], say: Say): Block[] {
  if (findings.length === 0) return [];
  const W = LAYOUT_WORDS;
  return [
    { kind: 'heading', text: say(W.titled, { title: say(W.findings), count: findings.length }) },
    {
      kind: 'table',
      head: [say(W.place), say(W.found)],
      fill: 1,
      rows: findings
        .slice(0, SHOWN)
        .map((finding) => [
          plain(placeOf(finding)),
          { text: say(LAYOUT_FINDINGS[finding.id], finding.args), tone: 'warning' as const },
        ]),
    },
    ...(findings.length > SHOWN ? [line(say(W.more, { count: findings.length - SHOWN }), 'muted')] : []),
  ];
}
