import type { Finding, Run, Skip } from '../../model/run.ts';
import { submissionName } from '../../model/submission.ts';
import type { PaperPart } from '../../write/paper.ts';
import { grouped } from '../grouped.ts';
import { byFile } from '../sections/findings.ts';
import { placeOf, type Wording } from '../wording.ts';
import { PAPER_HEADS as H } from './compliance-words.ts';
import { LETTER_WORDS as W } from './letter-words.ts';
import { dayText, paragraph } from './numbered.ts';
import type { Report } from './report.ts';
import { inert, teller } from './told.ts';

/** A letter for each file with findings, by its path: nothing but what stands in that file. */
export function* letters(run: Run, wording: Wording): Generator<readonly [file: string, letter: Report]> {
  const skips = grouped(run.skips, ({ origin }) => origin?.file ?? '');
  for (const [file, findings] of byFile(run.findings)) {
    if (file !== '') yield [file, letter(run, wording, { file, findings, skips: skips.get(file) ?? [] })];
  }
}

interface Returned {
  readonly file: string;
  readonly findings: readonly Finding[];
  readonly skips: readonly Skip[];
}

function letter(run: Run, wording: Wording, { file, findings, skips }: Returned): Report {
  const { locale, say } = wording;
  const count = (severity: Finding['severity']) => findings.filter((one) => one.severity === severity).length;
  const name = file.split('/').at(-1) ?? file;
  const checked = say(W.checked, {
    file: name,
    title: run.packs.at(-1)?.title[locale] ?? '',
    day: dayText(run.asOf, locale),
    total: findings.length,
    error: count('error'),
    warning: count('warning'),
    info: count('info'),
  });
  const body: PaperPart[] = [
    paragraph('title', say(W.title)),
    paragraph('flush', say(W.to, { unit: submissionName(name) })),
    paragraph('text', checked),
    findingsTable(run, findings, wording),
    ...uncheckedTable(skips, wording),
    paragraph('date', dayText(run.asOf, locale)),
  ];
  return { body, paper: inert([{ layout: 'upright', parts: body }]), kind: 'specific' };
}

function findingsTable(run: Run, findings: readonly Finding[], wording: Wording): PaperPart {
  const tell = teller(run, wording);
  return {
    rank: 'table',
    head: [H.number, H.place, H.level, H.finding, H.basis, H.reply].map((text) => wording.say(text)),
    widths: [8, 16, 11, 36, 16, 13],
    centred: [0, 2],
    rows: findings.map((finding, index) => {
      const { place, level, text, basis } = tell(finding);
      return [
        String(index + 1),
        place || wording.word('wholeFile'),
        level,
        text,
        basis || wording.word('form'),
        '',
      ];
    }),
  };
}

function uncheckedTable(skips: readonly Skip[], wording: Wording): PaperPart[] {
  if (skips.length === 0) return [];
  const reasons = grouped(skips, (skip) => `${placeOf(skip.origin ?? undefined)}\n${wording.skip(skip)}`);
  return [
    paragraph('text', wording.say(W.unchecked)),
    {
      rank: 'table',
      head: [H.place, H.reason, H.rules].map((text) => wording.say(text)),
      widths: [20, 36, 44],
      centred: [],
      rows: [...reasons.values()].map((same) => {
        const [first] = same;
        const rules = new Set(same.map(({ rule }) => wording.ruleTitle(rule)));
        return [
          placeOf(first?.origin ?? undefined) || wording.word('wholeFile'),
          first === undefined ? '' : wording.skip(first),
          [...rules].join(wording.locale === 'en' ? '; ' : '；'),
        ];
      }),
    },
  ];
}
