import type { Run } from '../../model/run.ts';
import { type Block, plain } from '../blocks.ts';
import { placeOf, type Wording } from '../wording.ts';

/**
 * What could not be checked, reason by reason: a gap must never look like a pass. Rules for tables that nobody
 * sent are only counted, as they would hide the gaps a person can close.
 */
export function unchecked(run: Run, wording: Wording): Block[] {
  const groups = new Map<string, { isIdle: boolean; rules: Set<string>; places: Set<string> }>();
  for (const skip of run.skips) {
    const reason = wording.skip(skip);
    const group = groups.get(reason) ?? {
      isIdle: skip.reason.id === 'nothing-to-check',
      rules: new Set(),
      places: new Set(),
    };
    group.rules.add(skip.rule);
    if (skip.origin !== null) group.places.add(`${skip.origin.file}\n${placeOf(skip.origin)}`);
    groups.set(reason, group);
  }
  if (groups.size === 0) return [];
  const rows = [...groups].map(([reason, { isIdle, rules, places }]) => [
    plain(places.size === 0 ? '—' : String(places.size)),
    plain(
      isIdle
        ? wording.word('idleRules', { reason, count: rules.size })
        : `${reason}\n${[...rules].join(' ')}`,
    ),
  ]);
  return [
    { kind: 'heading', text: wording.word('skips') },
    { kind: 'table', head: [wording.word('times'), wording.word('reasonAndRules')], rows, fill: 1 },
  ];
}

/** Rules that threw: the tool's own failures, never the submitter's. */
export function faults(run: Run, wording: Wording): Block[] {
  if (run.faults.length === 0) return [];
  return [
    { kind: 'heading', text: wording.word('faults') },
    {
      kind: 'table',
      head: [wording.word('rule'), wording.word('file'), wording.word('reason')],
      rows: run.faults.map(({ rule, file, error }) => [plain(rule ?? '—'), plain(file ?? '—'), plain(error)]),
      fill: 2,
    },
  ];
}

/** Files that were met and not read on purpose. */
export function passedOver(run: Run, wording: Wording): Block[] {
  const files = run.inputs.flatMap(({ path, skipped }) => (skipped === null ? [] : [{ path, skipped }]));
  if (files.length === 0) return [];
  return [
    { kind: 'heading', text: wording.word('passedOver') },
    {
      kind: 'table',
      head: [wording.word('file'), wording.word('reason')],
      rows: files.map(({ path, skipped }) => [plain(path), plain(wording.word(skipped))]),
      fill: 0,
    },
  ];
}

/** Workbooks that our own reader gave up for the library, so that a difference can be traced to who read them. */
export function handedOver(run: Run, wording: Wording): Block[] {
  const rows = run.inputs.flatMap(({ path, handover }) =>
    handover === null ? [] : [[plain(path), plain(wording.handover(handover))]],
  );
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', text: wording.word('handedOver') },
    { kind: 'table', head: [wording.word('file'), wording.word('reason')], rows, fill: 1 },
  ];
}
