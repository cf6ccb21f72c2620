import type { Run } from '../../model/run.ts';
import { type Block, plain } from '../blocks.ts';
import type { Wording } from '../wording.ts';

/** What could not be checked, grouped by rule and reason: a gap must never look like a pass. */
export function unchecked(run: Run, wording: Wording): Block[] {
  const groups = new Map<string, { rule: string; reason: string; tables: number }>();
  for (const skip of run.skips) {
    const reason = wording.skip(skip);
    const key = `${skip.rule}\n${reason}`;
    const group = groups.get(key) ?? { rule: skip.rule, reason, tables: 0 };
    group.tables += skip.origin === null ? 0 : 1;
    groups.set(key, group);
  }
  if (groups.size === 0) return [];
  const rows = [...groups.values()].map(({ rule, reason, tables }) => [
    plain(rule),
    plain(tables === 0 ? '—' : String(tables)),
    plain(reason),
  ]);
  return [
    { kind: 'heading', text: wording.word('skips') },
    {
      kind: 'table',
      head: [wording.word('rule'), wording.word('times'), wording.word('reason')],
      rows,
      fill: 2,
    },
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
