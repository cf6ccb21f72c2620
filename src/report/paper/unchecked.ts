import type { PaperPart } from '../../write/paper.ts';
import { placeOf } from '../wording.ts';
import { PAPER_HEADS as H, COMPLIANCE_WORDS as W } from './compliance-words.ts';
import { paragraph, texts } from './numbered.ts';
import type { Sources } from './sources.ts';

interface Gap {
  readonly rules: Set<string>;
  readonly places: Set<string>;
}

/** What could not be checked, reason by reason; rules for tables that nobody sent are only counted. */
export function uncheckedParts({ run, wording, say }: Sources): PaperPart[] {
  const gaps = new Map<string, Gap>();
  const idle = new Set<string>();
  for (const skip of run.skips) {
    if (skip.reason.id === 'nothing-to-check') {
      idle.add(skip.rule);
      continue;
    }
    const reason = wording.skip(skip);
    const gap = gaps.get(reason) ?? { rules: new Set(), places: new Set() };
    gap.rules.add(wording.ruleTitle(skip.rule));
    if (skip.origin !== null) gap.places.add(`${skip.origin.file}\n${placeOf(skip.origin)}`);
    gaps.set(reason, gap);
  }
  const joint = wording.locale === 'en' ? '; ' : '；';
  const rows = [...gaps].map(([reason, { rules, places }], index) => [
    String(index + 1),
    reason,
    [...rules].join(joint),
    places.size === 0 ? '—' : String(places.size),
  ]);
  return [
    ...(rows.length === 0
      ? []
      : [
          paragraph('text', say(W.uncheckedLead)),
          {
            rank: 'table' as const,
            head: [H.number, H.reason, H.rules, H.tables].map((text) => say(text)),
            rows,
            widths: [8, 36, 44, 12],
            centred: [0, 3],
          },
        ]),
    ...(idle.size === 0 ? [] : texts(say(W.idleRules, { count: idle.size }))),
    ...(rows.length + idle.size + run.faults.length === 0 ? texts(say(W.allChecked)) : []),
    ...(run.faults.length === 0 ? [] : texts(say(W.faults, { count: run.faults.length }))),
  ];
}
