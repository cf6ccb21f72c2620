import { type AnswerKey, answersFor } from './answers.ts';
import { BROKEN_KINDS, BROKEN_NOTES, type BrokenKind, breakFile } from './broken.ts';
import type { Fault } from './draft.ts';
import { FAULTS, isRosterFault } from './faults.ts';
import type { Layout } from './layout.ts';
import { COMMUNITY_LAYOUTS, rosterOnly, VILLAGE_LAYOUTS } from './layouts.ts';
import { ARRANGED_LAYOUTS } from './layouts-arranged.ts';
import { stackedLists } from './layouts-one-sheet.ts';
import type { Placement } from './place.ts';
import { choosePlaces, makeRoster, readPlaces, unitOf } from './places.ts';
import { makeRng, type Rng } from './prng.ts';
import type { Format, Mark, Place } from './types.ts';
import { type Job, makeDraft, placeDraft, spoil } from './workbook.ts';
import { extensionOf, writePlacement } from './writers.ts';

export interface CityOptions {
  count: number;
  seed: number;
  faults: number;
  format: Format | 'mixed';
  rosters: boolean;
  /** Which layouts the lists have: those most cities send in, or those of several tables to a list or sheet. */
  layouts: 'usual' | 'arranged';
}

interface Task extends Job {
  file: string;
  rng: Rng;
}

// Out of twenty: what a city's mailbox roughly holds.
const MIX: readonly Format[] = [
  ...Array.from({ length: 14 }, () => 'xlsx' as const),
  'xls',
  'xls',
  'ods',
  'csv-utf8',
  'csv-gb18030',
  'csv-gb18030',
];

const SUFFIXES = [
  '事项清单20240308',
  '20240312（修改版2）',
  '事项清单',
  '2024.3.15(最终版)',
  '上报表（盖章）',
];

function layoutFor(place: Place, format: Format, index: number, { layouts }: CityOptions): Layout {
  if (format.startsWith('csv')) return stackedLists;
  const usual = unitOf(place) === 'village' ? VILLAGE_LAYOUTS : COMMUNITY_LAYOUTS;
  const choices = layouts === 'arranged' ? ARRANGED_LAYOUTS : usual;
  return choices[index % choices.length] ?? stackedLists;
}

const folder = (place: Place): string => `${place.district}/${place.subdistrict}`;

function bySubdistrict(places: readonly Place[]): Map<string, Place[]> {
  const groups = new Map<string, Place[]>();
  for (const place of places) groups.set(folder(place), [...(groups.get(folder(place)) ?? []), place]);
  return groups;
}

function planTasks(options: CityOptions, root: Rng): Task[] {
  const places = choosePlaces(readPlaces(), options.count);
  const groups = bySubdistrict(places);
  const waiting = new Set(options.rosters ? [] : groups.keys());
  const tasks = places.map((place, i): Task => {
    const rng = root.fork(place.code);
    const format = options.format === 'mixed' ? rng.pick(MIX) : options.format;
    const dir = folder(place);
    // One workbook of each subdistrict carries its roster: a second would repeat every code.
    const carries = !format.startsWith('csv') && waiting.delete(dir);
    const roster = carries ? makeRoster(groups.get(dir) ?? [], rng.fork('roster')) : null;
    const file = `${dir}/${place.name}${rng.pick(SUFFIXES)}.${extensionOf(format)}`;
    return { place, layout: layoutFor(place, format, i, options), format, roster, file, rng };
  });
  if (!options.rosters) return tasks;
  const extra = [...groups].map(([dir, members]): Task => {
    const rng = root.fork(dir);
    const [first] = members;
    if (!first) throw new Error(`no places in ${dir}`);
    const format = options.format === 'mixed' ? 'xlsx' : options.format;
    const file = `${dir}/${first.subdistrict}社区花名册20240308.${extensionOf(format)}`;
    return {
      place: first,
      layout: rosterOnly,
      format,
      roster: makeRoster(members, rng.fork('roster')),
      file,
      rng,
    };
  });
  return [...tasks, ...extra];
}

/** Deals faults from a deck, so that rare ones get their turn: what was used goes to the bottom. */
class Deck {
  private faults: Fault[];
  private broken = 0;

  constructor(rng: Rng) {
    this.faults = rng.shuffle(FAULTS);
  }

  /** Rosters are few, so a workbook that has one gets a fault in it first. */
  forWorkbook(hasRoster: boolean): Fault[] {
    if (!hasRoster) return this.faults;
    const first = this.faults.filter(isRosterFault).slice(0, 2);
    return [...first, ...this.faults.filter((fault) => !first.includes(fault))];
  }

  bury(used: readonly Fault[]): void {
    this.faults = [...this.faults.filter((fault) => !used.includes(fault)), ...used];
  }

  nextBroken(): BrokenKind {
    this.broken += 1;
    return BROKEN_KINDS[this.broken % BROKEN_KINDS.length] ?? 'empty';
  }
}

export interface CityFile {
  file: string;
  bytes: Buffer;
}

/** A submission before it is written in a format. `broken` says how its file is to be spoiled. */
export interface Placed {
  file: string;
  format: Format;
  placement: Placement;
  marks: Mark[];
  broken: BrokenKind | null;
  rng: Rng;
}

export function* placeCity(options: CityOptions): Generator<Placed> {
  const root = makeRng(options.seed);
  const tasks = planTasks(options, root);
  const order = root.fork('faulty').shuffle(tasks.map((_, i) => i));
  const faulty = new Set(order.slice(0, Math.round(options.faults * tasks.length)));
  const deck = new Deck(root.fork('deck'));
  let spoiled = 0;
  for (const [i, task] of tasks.entries()) {
    const draft = makeDraft(task, task.rng);
    let marks: Mark[] = [];
    let broken: BrokenKind | null = null;
    if (faulty.has(i)) {
      spoiled += 1;
      if (spoiled % 15 === 5 && task.format === 'xlsx') broken = deck.nextBroken();
      const dealt = broken ? null : spoil(draft, deck.forWorkbook(task.roster !== null), task.rng.int(1, 4));
      if (dealt) deck.bury(dealt.used);
      marks = dealt?.marks ?? [];
    }
    yield {
      file: task.file,
      format: task.format,
      placement: placeDraft(draft),
      marks,
      broken,
      rng: task.rng,
    };
  }
}

/** Hands over one file at a time; the key is complete when all of them were taken. */
export function* makeCity(options: CityOptions, key: AnswerKey): Generator<CityFile> {
  for (const { file, format, placement, marks, broken, rng } of placeCity(options)) {
    const whole = writePlacement(placement, format);
    const told: Mark[] = broken
      ? [{ rule: 'file-unreadable', note: BROKEN_NOTES[broken], anchor: { at: 'file' } }]
      : marks;
    key.files += 1;
    if (told.length === 0) key.clean.push(file);
    key.planted.push(...answersFor(file, format, placement, told));
    yield { file, bytes: broken ? breakFile(broken, whole, rng) : whole };
  }
}
