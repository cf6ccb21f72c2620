import { at, claim, type Draft, type Fault, textOf } from './draft.ts';
import { faultsNamed } from './faults.ts';
import type { Layout } from './layout.ts';
import { rosterOnly } from './layouts.ts';
import { kindColumn, listBands, stackedLists } from './layouts-one-sheet.ts';
import {
  bareSheets,
  categoryBands,
  looseSheets,
  mergedCategory,
  titledSheets,
  villageSheets,
} from './layouts-plain.ts';
import { threeRowHeader, twoRowHeader } from './layouts-tall.ts';
import { makeRoster, ROSTER_COLUMNS, readPlaces } from './places.ts';
import type { Rng } from './prng.ts';
import type { Format, Mark, Place, Roster } from './types.ts';
import type { Job } from './workbook.ts';

export interface SampleFile {
  /** Without extension. */
  file: string;
  place: string;
  layout: Layout;
  format: Format;
  by: 'sheetjs' | 'openpyxl' | 'libreoffice';
  faults: readonly (string | Fault)[];
  /** Codes of the roster's communities. */
  roster?: (places: readonly Place[]) => Place[];
}

/** The figures of a real submission: 居民3333333户、972人. */
const threes: Fault = {
  id: 'households-implausible',
  plant: (draft) => {
    const row = draft.sub.roster?.rows[3];
    if (!row || !claim(draft, 'roster/3', 'roster-field/residents')) return null;
    row.households = 3333333;
    row.residents = 972;
    return [
      at('households-implausible', 'roster', 3, 'residents', '3333333户、972人'),
      at('community-size-split', 'roster', 3, 'households', '3333333户、972人'),
    ];
  },
};

/** Listed once more in a later file. */
const sentTwice: Fault = {
  id: 'community-code-duplicate',
  plant: (draft) => {
    const name = textOf(draft.sub.roster?.rows[0], 'name');
    return [at('community-code-duplicate', 'roster', 0, 'code', `${name}在01号文件中已有`)];
  },
};

const EAST = '新城区/海拉尔东路街道';
const inStreet = (street: string) => (places: readonly Place[]) =>
  places.filter((place) => `${place.district}/${place.subdistrict}` === street);

type Extra = Partial<Pick<SampleFile, 'format' | 'by' | 'roster'>>;

const entry = (
  place: string,
  file: string,
  layout: Layout,
  faults: SampleFile['faults'],
  extra: Extra = {},
): SampleFile => ({ place, file, layout, faults, format: 'xlsx', by: 'sheetjs', ...extra });

export const SAMPLE: readonly SampleFile[] = [
  entry('150102001001', `${EAST}/公主府社区居委会20240308（修改版2）`, titledSheets, [
    'cell-inner-space',
    'duty-item-duplicate',
    'basis-brackets',
    'serial-gap',
  ]),
  entry('150102001002', `${EAST}/赛马场社区居委会事项清单`, bareSheets, []),
  entry('150102001006', `${EAST}/内蒙古军区社区居委会2024.3.12`, listBands, [
    'header-ambiguous',
    'duty-item-count-declared',
    'basis-prefix',
    'duty-item-in-two-lists',
  ]),
  entry(
    '150102001007',
    `${EAST}/哲里木路社区居委会20240308`,
    kindColumn,
    ['department-missing', 'duty-item-forbidden', 'cell-placeholder', 'cell-full-width'],
    { by: 'openpyxl' },
  ),
  entry('150102001008', `${EAST}/体校巷社区居委会事项清单(最终版)`, twoRowHeader, [], { by: 'openpyxl' }),
  entry('150102001009', `${EAST}/内蒙古工业大学社区居委会20240315`, threeRowHeader, [
    'duty-item-count',
    'cell-error-value',
    'cell-formula-without-value',
    'header-unknown',
  ]),
  entry(
    '150102001010',
    `${EAST}/公安厅社区居委会20240308`,
    mergedCategory,
    ['basis-missing', 'serial-duplicate', 'department-digits'],
    { format: 'xls', by: 'libreoffice' },
  ),
  entry(
    '150102001012',
    `${EAST}/长海社区居委会上报表`,
    categoryBands,
    ['duty-list-title-mismatch', 'serial-as-date', 'basis-other-province'],
    { format: 'ods', by: 'libreoffice' },
  ),
  entry(
    '150102001014',
    `${EAST}/气象局东巷社区居委会20240312（修改版2）`,
    stackedLists,
    ['cell-required-empty', 'certificate-not-in-catalogue'],
    { format: 'csv-gb18030' },
  ),
  entry('150103001001', '回民区/新华西路街道/四合兴社区居委会20240308', stackedLists, [], {
    format: 'csv-utf8',
  }),
  entry(
    '150103001011',
    '回民区/新华西路街道/医学院社区居委会20240312（修改版3）',
    looseSheets,
    ['list-kind-unknown'],
    {
      by: 'openpyxl',
    },
  ),
  entry('150103001013', '回民区/新华西路街道/通道北街社区居委会事项清单', bareSheets, [
    'certificate-forbidden',
  ]),
  entry('150102101202', '新城区/保合少镇/保合少村委会事项清单20240308', villageSheets, []),
  entry(
    '150102001001',
    `${EAST}/01海拉尔东路街道社区花名册`,
    rosterOnly,
    [
      threes,
      'community-code-format',
      'community-code-level',
      'community-code-parent',
      'community-class-code',
      'quantity-unit',
    ],
    { roster: inStreet(EAST) },
  ),
  entry('150102001001', `${EAST}/02海拉尔东路街道社区花名册（补报）`, rosterOnly, [sentTwice], {
    roster: (places) => inStreet(EAST)(places).slice(0, 1),
  }),
  entry(
    '150104008001',
    '玉泉区/昭君路街道/社区花名册20240308',
    rosterOnly,
    [
      'header-missing',
      'community-code-type',
      'community-code-duplicate',
      'community-code-format',
      'quantity-unit',
    ],
    { roster: inStreet('玉泉区/昭君路街道') },
  ),
];

export function sampleJob(entry: SampleFile, rng: Rng): Job {
  const places = readPlaces();
  const place = places.find((one) => one.code === entry.place);
  if (!place) throw new Error(`no place ${entry.place}`);
  const members = entry.roster?.(places);
  const roster: Roster | null = members
    ? { ...makeRoster(members, rng.fork('roster')), columns: [...ROSTER_COLUMNS] }
    : null;
  return { place, layout: entry.layout, format: entry.format, roster };
}

export function plantAll(draft: Draft, faults: SampleFile['faults']): Mark[] {
  return faults.flatMap((wanted) => {
    const tries = typeof wanted === 'string' ? faultsNamed(wanted) : [wanted];
    for (const fault of tries) {
      const marks = fault.plant(draft);
      if (marks) return marks;
    }
    throw new Error(`no place for ${typeof wanted === 'string' ? wanted : wanted.id} in ${draft.layout.id}`);
  });
}
