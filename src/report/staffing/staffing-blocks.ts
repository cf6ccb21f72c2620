import { sentence } from '../../i18n/messages.ts';
import type { Locale, LocalText } from '../../model/policy.ts';
import type { Args } from '../../model/run.ts';
import type { Count, StaffingReport, StaffRatio } from '../../model/staffing.ts';
import { type Block, type Cell, line, plain } from '../blocks.ts';
import { planningBlocks } from './planning-blocks.ts';
import { registerBlocks } from './register-blocks.ts';
import { NEEDS, NOTES, STAFFING_WORDS as W } from './words.ts';

export type Say = (text: LocalText, args?: Args) => string;

/** Of many, the first are enough to see what is wrong; JSON has all. */
const SHOWN = 40;
const FIRST_SHOWN = 10;
/** Communities are named only where they are short. */
const WIDEST_FIRST = ['city', 'district', 'subdistrict'] as const;

/** The staffing report for a terminal: the whole first, then what is short, then the register, then what is planned. */
export function staffingBlocks(report: StaffingReport, locale: Locale): readonly Block[] {
  const say: Say = (text, args = {}) => sentence(text, args, locale, {});
  const { policy, asOf, norm } = report;
  return [
    line(say(W.head, { policy: policy.join(locale === 'en' ? ', ' : '、'), asOf })),
    line(
      norm === null ? say(W.noNorm) : say(W.norm, { value: norm.value, title: norm.title ?? '' }),
      'muted',
    ),
    ...ratioBlocks(report, say),
    ...firstBlocks(report.first, say),
    ...needBlocks(report, say),
    ...registerBlocks(report, say),
    ...planningBlocks(report, say),
    ...noteBlocks(report, say),
  ];
}

function ratioBlocks({ ratios, implied, counted }: StaffingReport, say: Say): Block[] {
  const above = WIDEST_FIRST.flatMap((level) => ratios.filter((ratio) => ratio.level === level));
  const shown = above.slice(0, SHOWN);
  return [
    ...implied.map(({ workers, ratio, base, short }) => {
      const round = Math.round((100 * workers) / ratio) / 100;
      const told = short === null ? '' : say(W.impliedShort, { told: shortText(short, say) });
      return line(
        `${say(W.implied, { workers, ratio, base: round, low: base.low, high: base.high })}${told}`,
      );
    }),
    ...(shown.length === 0
      ? []
      : [{ kind: 'heading' as const, text: say(W.ratios) }, ratioTable(shown, say)]),
    ...(above.length > shown.length
      ? [line(say(W.more, { count: above.length - shown.length }), 'muted')]
      : []),
    ...(counted > 0 ? [line(say(W.counted, { count: counted }), 'muted')] : []),
  ];
}

function ratioTable(ratios: readonly StaffRatio[], say: Say): Block {
  return {
    kind: 'table',
    head: [say(W.place), say(W.workers), say(W.residents), say(W.per10k), say(W.toNorm)],
    fill: 4,
    rows: ratios.map((ratio) => {
      const name = ratio.level === 'city' ? say(W.whole) : ratio.name;
      const place = plain(ratio.within === '' ? name : `${name}\n${ratio.within}`);
      const lacking = ratio.lacking === 0 ? '' : say(W.lacking, { count: ratio.lacking });
      if (ratio.places === 0) return [place, plain('—'), plain('—'), plain('—'), plain(say(W.unknown))];
      const told = ratio.short === null ? plain('') : shortCell(ratio.short, say);
      return [
        place,
        plain(countText(ratio.workers)),
        plain(countText(ratio.urbanResidents)),
        plain(countText(ratio.per10k)),
        { ...told, text: [told.text, lacking].filter((text) => text !== '').join('\n') },
      ];
    }),
  };
}

function shortCell(short: Count, say: Say): Cell {
  return { text: shortText(short, say), tone: short.low > 0 ? 'warning' : 'plain' };
}

/** 缺 12 人, 多 3 人; with two ends of different signs it cannot be told. */
export function shortText({ low, high }: Count, say: Say): string {
  if (low === 0 && high === 0) return say(W.met);
  if (low >= 0) return say(W.short, { count: countText({ low, high }) });
  if (high <= 0) return say(W.above, { count: countText({ low: -high, high: -low }) });
  return say(W.open, {
    low: say(W.above, { count: String(-low) }),
    high: say(W.short, { count: String(high) }),
  });
}

export function countText({ low, high }: Count): string {
  return low === high ? String(low) : `${low}～${high}`;
}

function firstBlocks(first: readonly StaffRatio[], say: Say): Block[] {
  if (first.length === 0) return [];
  const left = first.length - FIRST_SHOWN;
  return [
    { kind: 'heading', text: say(W.first) },
    ratioTable(first.slice(0, FIRST_SHOWN), say),
    ...(left > 0 ? [line(say(W.more, { count: left }), 'muted')] : []),
  ];
}

function needBlocks({ needs }: StaffingReport, say: Say): Block[] {
  if (needs.length === 0) return [];
  return [
    { kind: 'heading', text: say(W.needs) },
    {
      kind: 'table',
      head: [say(W.norm2), say(W.below), say(W.wanting), say(W.worst)],
      fill: 3,
      rows: needs.map(({ id, norm, places, below, short, worst, lacking }) => [
        plain(say(NEEDS[id], { norm })),
        plain(say(W.belowValue, { places, below })),
        {
          text: say(W.persons, { count: short }),
          tone: short > 0 ? ('warning' as const) : ('plain' as const),
        },
        plain(
          [
            ...worst.slice(0, 3).map((place) => `${place.name} ${place.short}`),
            ...(lacking > 0 ? [say(W.lacking, { count: lacking })] : []),
          ].join('\n'),
        ),
      ]),
    },
  ];
}

function noteBlocks({ notes }: StaffingReport, say: Say): Block[] {
  if (notes.length === 0) return [];
  const left = notes.length - SHOWN;
  return [
    { kind: 'heading', text: say(W.titled, { title: say(W.notes), count: notes.length }) },
    {
      kind: 'table',
      head: [say(W.place), say(W.notes)],
      fill: 1,
      rows: notes
        .slice(0, SHOWN)
        .map(({ id, args, at }) => [
          plain(at === null ? '' : [at.file.split('/').at(-1), at.a1].join('\n')),
          { text: say(NOTES[id], args), tone: 'warning' as const },
        ]),
    },
    ...(left > 0 ? [line(say(W.more, { count: left }), 'muted')] : []),
  ];
}
