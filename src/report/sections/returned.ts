import { RETURNED_WORDS as WORDS } from '../../i18n/returned-words.ts';
import type { Run } from '../../model/run.ts';
import { type Block, line, plain } from '../blocks.ts';
import { followUp } from '../returned.ts';
import type { Wording } from '../wording.ts';
import { byFile } from './findings.ts';

/** Of workbooks that came back with a sheet of results: how many findings are gone, still there and new, and the replies. */
export function returned(run: Run, wording: Wording): Block[] {
  const found = byFile(run.findings);
  const rows = run.inputs.flatMap((input) => {
    const follow = followUp(run, input, found.get(input.path) ?? []);
    if (follow === null) return [];
    const open = follow.open.filter((mark) => mark !== null);
    const replied = (reply: string) => open.filter((mark) => mark.reply === reply).length;
    const counts = [
      follow.fixed.length,
      open.length,
      follow.open.length - open.length,
      replied('fixed'),
      replied('objection') + replied('explanation'),
    ];
    return [[...counts.map((count) => plain(String(count))), plain(input.path)]];
  });
  if (rows.length === 0) return [];
  const head = (['fixed', 'open', 'new', 'saidFixed', 'replied', 'file'] as const).map((id) =>
    wording.say(WORDS[id]),
  );
  return [
    { kind: 'heading', text: wording.say(WORDS.heading) },
    { kind: 'table', head, rows, fill: 5 },
    line(wording.say(WORDS.adviseMarked), 'muted'),
    line(wording.say(WORDS.adviseWaivers), 'muted'),
  ];
}
