import type { PaperPart } from '../../write/paper.ts';
import { PAPER_HEADS as H, COMPLIANCE_WORDS as W } from './compliance-words.ts';
import { paragraph, texts } from './numbered.ts';
import { FINDINGS_ANNEX, type Sources } from './sources.ts';

const SHOWN = 10;

/** Files that could not be read, each with its reason, and how many were passed over as no tables. */
export function unreadParts({ run, wording, say }: Sources): PaperPart[] {
  const unread = run.inputs.flatMap(({ path, unreadable }) =>
    unreadable === null ? [] : [{ path, reason: unreadable.reason, args: unreadable.args }],
  );
  const rest = unread.length - SHOWN;
  const rows = unread
    .slice(0, SHOWN)
    .map(({ path, reason, args }, index) => [
      String(index + 1),
      path,
      wording.finding({ rule: 'file-unreadable', message: { id: reason, args } }),
    ]);
  return [
    ...(unread.length === 0
      ? texts(say(W.allRead))
      : [
          paragraph('text', say(W.unreadable, { count: unread.length })),
          {
            rank: 'table' as const,
            head: [H.number, H.file, H.reasonAndWay].map((text) => say(text)),
            rows,
            widths: [8, 40, 52],
            centred: [0],
          },
        ]),
    ...(rest > 0 ? texts(say(W.unreadableRest, { count: rest, annex: FINDINGS_ANNEX })) : []),
    ...passedOver({ run, wording, say }),
  ];
}

function passedOver({ run, wording, say }: Pick<Sources, 'run' | 'wording' | 'say'>): PaperPart[] {
  const kinds = new Map<string, number>();
  for (const { skipped } of run.inputs) {
    if (skipped !== null) kinds.set(wording.word(skipped), (kinds.get(wording.word(skipped)) ?? 0) + 1);
  }
  if (kinds.size === 0) return [];
  const count = [...kinds.values()].reduce((sum, one) => sum + one, 0);
  const told = [...kinds].map(([kind, of]) => say(W.passedOverKind, { kind, count: of }));
  return texts(say(W.passedOver, { count, which: told.join(wording.locale === 'en' ? ', ' : '、') }));
}
