import { timesAYear } from '../../indicators/frequency.ts';
import type { ListedItem } from '../../model/burden.ts';
import type { Dataset, DutyItem, DutyList } from '../../model/dataset.ts';
import { foldText } from '../../model/text.ts';
import { unitOfFile } from './unit-names.ts';

/** The lists of one unit in one version. */
export interface UnitLists {
  readonly unit: string;
  /** `village` where a unit has lists of both, and these are the villages'; else `null`. */
  readonly scope: 'village' | null;
  /** The folder the unit's files lie in, relative to what was named; empty for the top. */
  readonly folder: string;
  readonly files: readonly string[];
  readonly items: readonly ListedItem[];
  /** Files of the unit that hold the same list: which of them counts, nobody says. */
  readonly rivals: readonly string[];
}

/** Duty items of one version by unit, in the order of the files. Files without a duty list are left out. */
export function unitListsOf(datasets: readonly Dataset[]): UnitLists[] {
  const units = new Map<string, { folder: string; unit: string; datasets: Dataset[] }>();
  for (const dataset of datasets) {
    if (dataset.dutyLists.every(({ items }) => items.length === 0)) continue;
    const folder = dataset.file.split('/').slice(0, -1).join('/');
    const unit = unitOfFile(dataset);
    const key = `${folder}\n${foldText(unit)}`;
    const known = units.get(key);
    if (known === undefined) units.set(key, { folder, unit, datasets: [dataset] });
    else known.datasets.push(dataset);
  }
  return [...units.values()].flatMap(({ folder, unit, datasets: own }) =>
    scopesIn(own).map((scope) => unitLists(folder, unit, own, scope)),
  );
}

/** A workbook may hold the lists of communities and of villages; one's are never held against the other's. */
function scopesIn(datasets: readonly Dataset[]): (string | null)[] {
  const scopes = new Set(datasets.flatMap(({ dutyLists }) => dutyLists.map(({ scope }) => scope)));
  return scopes.has('community') && scopes.has('village') ? ['community', 'village'] : [null];
}

/** `only`: the scope whose lists are meant; lists that name none are the communities'. */
function unitLists(
  folder: string,
  unit: string,
  datasets: readonly Dataset[],
  only: string | null,
): UnitLists {
  const isMeant = (scope: string | null) => only === null || (scope === 'village') === (only === 'village');
  const own = datasets.map((dataset) => ({
    file: dataset.file,
    lists: dataset.dutyLists.filter(({ scope }) => isMeant(scope)),
  }));
  const name = only === 'village' ? `${unit}（村）` : unit;
  return {
    unit: name,
    scope: only === 'village' ? 'village' : null,
    folder,
    files: own.filter(({ lists }) => lists.length > 0).map(({ file }) => file),
    items: own.flatMap(({ lists }) =>
      lists.flatMap(({ list, items }) => items.map((item) => listed(item, name, list))),
    ),
    rivals: rivalsAmong(own),
  };
}

function listed(item: DutyItem, unit: string, list: string | null): ListedItem {
  const text = (field: string) => item.value(field).text.trim();
  return {
    unit,
    list,
    text: item.text,
    key: item.key,
    category: item.category,
    department: text('leadDepartment'),
    basis: foldText(text('legalBasis')),
    disposition: text('disposition') || shortRemark(text('remark')),
    timesAYear: timesAYear(text('frequency')),
    minutes: item.quantity('minutes')?.value ?? null,
    communities: item.quantity('communityCount')?.value ?? 1,
    at: item.at('text'),
  };
}

/** A remark of a few words says what becomes of the item; a sentence speaks of other things. */
function shortRemark(remark: string): string {
  return remark.length <= LONGEST_REMARK ? remark : '';
}

const LONGEST_REMARK = 12;

function rivalsAmong(
  files: readonly { readonly file: string; readonly lists: readonly DutyList[] }[],
): string[] {
  const holders = new Map<string, Set<string>>();
  for (const { file, lists } of files) {
    for (const { list } of lists) holders.set(list ?? '', (holders.get(list ?? '') ?? new Set()).add(file));
  }
  return [...new Set([...holders.values()].filter(({ size }) => size > 1).flatMap((found) => [...found]))];
}
