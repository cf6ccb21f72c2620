import { sentence, type Terms } from '../../i18n/messages.ts';
import type { BurdenChange, ListedItem } from '../../model/burden.ts';
import type { Locale, LocalText } from '../../model/policy.ts';
import type { Args } from '../../model/run.ts';
import { roundHalfUp } from '../../model/units.ts';
import { type Block, type Cell, line, plain } from '../blocks.ts';
import { ORDER, type SharedChange, sharedChanges } from './same-changes.ts';
import { CHANGE_KINDS, CHANGE_REASONS, DIFF_WORDS } from './words.ts';

export interface DiffFacts {
  readonly units: readonly { readonly unit: string; readonly changes: readonly BurdenChange[] }[];
  readonly uncompared: readonly {
    readonly unit: string;
    readonly side: 'before' | 'after';
    readonly why: 'no-other-version' | 'several-versions';
    readonly files: readonly string[];
    readonly items: number;
  }[];
  /** Files that could not be read, with the reason in words. */
  readonly unreadable: readonly { readonly file: string; readonly text: string }[];
}

/** More would be read by nobody on a terminal; the rest is named. */
const MOST_DRAWN = 300;

type Say = (text: LocalText, args?: Args) => string;

/** Counts of every kind of change, then each change once, then what was not compared. */
export function diffBlocks(facts: DiffFacts, terms: Terms, locale: Locale): Block[] {
  const say: Say = (text, args = {}) => sentence(text, args, locale, terms);
  const all = facts.units.flatMap(({ changes }) => changes);
  const changed = sharedChanges(facts.units).filter(({ change }) => change.kind !== 'kept');
  return [
    line(
      say(DIFF_WORDS.compared, {
        units: facts.units.length,
        before: itemsIn(all, 'before'),
        after: itemsIn(all, 'after'),
      }),
    ),
    countTable(all, say),
    { kind: 'heading', text: say(DIFF_WORDS.changes) },
    ...(changed.length === 0
      ? [line(say(DIFF_WORDS.none), 'good')]
      : [changeTable(changed, facts.units.length, terms, locale)]),
    ...(changed.length > MOST_DRAWN
      ? [line(say(DIFF_WORDS.more, { count: changed.length - MOST_DRAWN }), 'warning')]
      : []),
    ...(changed.some(({ change }) => !change.certain) ? [line(say(DIFF_WORDS.review), 'warning')] : []),
    ...leftOutBlocks(facts, terms, locale),
  ];
}

function itemsIn(changes: readonly BurdenChange[], side: 'before' | 'after'): number {
  return changes.reduce((sum, change) => sum + change[side].length, 0);
}

function countTable(all: readonly BurdenChange[], say: Say): Block {
  const row = (label: string, changes: readonly BurdenChange[]) => {
    const open = changes.filter(({ certain }) => !certain);
    return [
      plain(label),
      plain(String(itemsIn(changes, 'before'))),
      plain(String(itemsIn(changes, 'after'))),
      { text: open.length === 0 ? '' : String(itemsIn(open, 'before')), tone: 'warning' as const },
    ];
  };
  const rows = ORDER.map((kind) => [kind, all.filter((change) => change.kind === kind)] as const).filter(
    ([, changes]) => changes.length > 0,
  );
  return {
    kind: 'table',
    head: [DIFF_WORDS.change, DIFF_WORDS.before, DIFF_WORDS.after, DIFF_WORDS.open].map((text) => say(text)),
    rows: [
      ...rows.map(([kind, changes]) => row(say(CHANGE_KINDS[kind]), changes)),
      row(say(DIFF_WORDS.total), all),
    ],
    fill: 3,
  };
}

function changeTable(
  changed: readonly SharedChange[],
  unitCount: number,
  terms: Terms,
  locale: Locale,
): Block {
  const say: Say = (text, args = {}) => sentence(text, args, locale, terms);
  return {
    kind: 'table',
    head: [
      say(DIFF_WORDS.change),
      ...(unitCount > 1 ? [say(DIFF_WORDS.units)] : []),
      say(DIFF_WORDS.content),
    ],
    rows: changed
      .slice(0, MOST_DRAWN)
      .map(({ change, units }): Cell[] => [
        change.certain
          ? plain(say(CHANGE_KINDS[change.kind]))
          : { text: `${say(CHANGE_KINDS[change.kind])}\n${say(DIFF_WORDS.openMark)}`, tone: 'warning' },
        ...(unitCount > 1 ? [plain(String(units.length))] : []),
        plain(
          [
            ...change.before.map((item) => `− ${itemText(item, terms, locale)}`),
            ...change.after.map((item) => `+ ${itemText(item, terms, locale)}`),
            reasonText(change, locale, terms),
          ].join('\n'),
        ),
      ]),
    fill: unitCount > 1 ? 2 : 1,
  };
}

/** An item with its list and its cell. */
export function itemText({ list, text, at }: ListedItem, terms: Terms, locale: Locale): string {
  const label = list === null ? '' : (terms[`list.${list}`]?.[locale] ?? list);
  return `${text}　${[label, `${at.sheet ?? ''}!${at.a1 ?? ''}`].filter((part) => part !== '').join(' ')}`;
}

/** Why a change is taken for what it is, in words. */
export function reasonText({ reason, score }: BurdenChange, locale: Locale, terms: Terms): string {
  const args = { ...reason.args, score: score.toFixed(2), share: roundHalfUp(score * 100, 0) };
  return sentence(CHANGE_REASONS[reason.id], args, locale, terms);
}

/** Units and files of which nothing is counted, with the reason. */
export function leftOutBlocks(
  { uncompared, unreadable }: Pick<DiffFacts, 'uncompared' | 'unreadable'>,
  terms: Terms,
  locale: Locale,
): Block[] {
  const say: Say = (text, args = {}) => sentence(text, args, locale, terms);
  const text = {
    before: DIFF_WORDS.onlyBefore,
    after: DIFF_WORDS.onlyAfter,
  };
  const blocks: Block[] = [];
  if (uncompared.length > 0) {
    blocks.push({ kind: 'heading', text: say(DIFF_WORDS.uncompared) });
    blocks.push({
      kind: 'table',
      head: [say(DIFF_WORDS.unit), say(DIFF_WORDS.why)],
      rows: uncompared.map(({ unit, side, why, files, items }) => [
        plain(unit),
        plain(
          say(why === 'several-versions' ? DIFF_WORDS.severalVersions : text[side], {
            items,
            files: files.join(' '),
          }),
        ),
      ]),
      fill: 1,
    });
  }
  if (unreadable.length > 0) {
    blocks.push({ kind: 'heading', text: say(DIFF_WORDS.unreadable) });
    for (const { file, text: reason } of unreadable) blocks.push(line(`${file}　${reason}`, 'error'));
  }
  return blocks;
}
