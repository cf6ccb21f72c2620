import { IDLE_REASONS, STANDING_REPORT_WORDS as WORDS } from '../../i18n/standing-words.ts';
import { SEVERITIES } from '../../i18n/words.ts';
import type { Run } from '../../model/run.ts';
import type { IdleReason, Waiver } from '../../model/waiver.ts';
import { type Block, line, plain } from '../blocks.ts';
import { placeOf, type Wording } from '../wording.ts';

/** What was waived, by whom and until when, and the waivers that let nothing stand. */
export function waivers({ waivers: account }: Run, wording: Wording): Block[] {
  if (account === undefined) return [];
  return [...waived(account.waived, wording), ...idle(account.idle, wording)];
}

type Account = NonNullable<Run['waivers']>;

function waived(all: Account['waived'], wording: Wording): Block[] {
  if (all.length === 0) return [];
  const rows = all.map(({ finding, waiver }) => {
    const [origin] = finding.origins;
    const place = placeOf(origin);
    return [
      plain(place === '' ? wording.word('wholeFile') : place),
      plain(wording.say(SEVERITIES[finding.severity])),
      plain(`${origin?.file ?? ''}\n${wording.finding(finding)}\n${approval(waiver, wording)}`),
    ];
  });
  const head = [wording.word('place'), wording.word('level'), wording.word('finding')];
  return [
    { kind: 'heading', text: wording.say(WORDS.waived) },
    { kind: 'table', head, rows, fill: 2 },
  ];
}

/** Who lets a finding stand, on what document, until when and why. */
export function approval({ approver, document, expires, reason }: Waiver, wording: Wording): string {
  return wording.say(WORDS.until, {
    approver: approver ?? '',
    document: document ?? 'none',
    expires,
    reason,
  });
}

function idle(all: Account['idle'], wording: Wording): Block[] {
  const told = all.filter(({ why }) => why !== 'not-looked-at');
  if (told.length === 0) return [];
  const rows = told.map(({ waiver, why }) => [
    plain(waiver.fingerprint),
    plain(
      `${wording.say(IDLE_REASONS[why], { expires: waiver.expires })}\n${aboutOf(waiver, wording)}`.trim(),
    ),
  ]);
  const head = [wording.say(WORDS.waiver), wording.word('reason')];
  return [
    { kind: 'heading', text: wording.say(WORDS.idle) },
    { kind: 'table', head, rows, fill: 1 },
  ];
}

function aboutOf({ rule, file, cell }: Waiver, wording: Wording): string {
  const title = rule === null ? null : wording.ruleTitle(rule);
  return [file, cell, title].filter((part) => part !== null).join(' · ');
}

/** One line each for the waivers and the baseline of a run, where there are any. */
export function standingLines(run: Run, wording: Wording): readonly string[] {
  const { waivers: account, baseline } = run;
  const lines: string[] = [];
  if (account !== undefined) {
    const count = (reason: IdleReason) => account.idle.filter(({ why }) => why === reason).length;
    const counts = {
      waived: account.waived.length,
      expired: count('expired'),
      proposed: count('proposed'),
      unused: count('unused'),
      notLookedAt: count('not-looked-at'),
    };
    lines.push(wording.say(WORDS.waivedLine, { file: account.file, ...counts }));
  }
  if (baseline !== undefined) {
    const { file, asOf, fresh, known, gone, newOnly } = baseline;
    const day = asOf === '' ? '—' : asOf;
    lines.push(wording.say(WORDS.baselineLine, { file, day, fresh, known, gone: gone.length }));
    if (newOnly && known > 0) lines.push(wording.say(WORDS.knownHeld, { known }));
  }
  return lines;
}

export function standing(run: Run, wording: Wording): Block[] {
  return standingLines(run, wording).map((text) => line(text));
}
