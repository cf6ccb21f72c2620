import { columnName } from '../../model/origin.ts';
import type { KindWords, Locale } from '../../model/policy.ts';
import {
  type GroupRow,
  type MeasureId,
  measureKey,
  type Rollup,
  type UnitRow,
} from '../../transform/rollup/rollup.ts';
import type { PlainColumn, PlainTable, PlainValue } from '../../write/plain-table.ts';
import { say } from '../say.ts';
import { ROLLUP_WORDS, VERSION_WORDS } from './rollup-words.ts';

type Word = Exclude<keyof typeof ROLLUP_WORDS, 'counts' | 'rows' | 'rowsOf'>;

const UNIT_COLUMNS = ['district', 'subdistrict', 'community', 'code', 'state', 'files'] as const;
/** Units, expected, submitted and absent stand before what is added up. */
const COUNTS = 4;

/** The sheet a level is the sum of: its rows, and its columns before the numbers. */
interface Parts {
  readonly sheet: string;
  readonly rows: number;
  readonly places: number;
}

/** A number of a level as the sum of those of the parts that say the same place; counts of units are none of the lowest level. */
function sumOf(row: number, column: number, places: number, parts: Parts): string | null {
  const at = column - places;
  const isLowest = parts.places === UNIT_COLUMNS.length;
  if (at < 0 || parts.rows === 0 || (isLowest && at < COUNTS)) return null;
  const area = (from: number) => {
    const letter = columnName(from + 1);
    return `'${parts.sheet.replaceAll("'", "''")}'!$${letter}$2:$${letter}$${parts.rows + 1}`;
  };
  const numbers = area(parts.places + (isLowest ? at - COUNTS : at));
  if (places === 0) return `SUM(${numbers})`;
  const same = Array.from(
    { length: places },
    (_, place) => `${area(place)},$${columnName(place + 1)}${row + 2}`,
  );
  return `SUMIFS(${numbers},${same.join(',')})`;
}

/** A sheet a level, the largest first, then the versions that were not used and rows of nobody known. */
export function rollupTables(rollup: Rollup, kinds: readonly KindWords[], locale: Locale): PlainTable[] {
  const word = (id: Word) => ROLLUP_WORDS[id][locale];
  const measures = rollup.measures.map((measure) => ({ measure, header: headerOf(measure, kinds, locale) }));
  const labelOf = (kind: string, field: string) =>
    kinds.find(({ id }) => id === kind)?.fields.find(({ id }) => id === field)?.label[locale] ?? field;
  const text = (header: string): PlainColumn => ({ header, type: 'text' });
  const number = (header: string): PlainColumn => ({ header, type: 'number' });
  const amounts = (row: GroupRow | UnitRow) =>
    measures.map(({ measure }): PlainValue => row.amounts.get(measureKey(measure)) ?? 0);
  const tail = [...measures.map(({ header }) => number(header)), number(word('lacking'))];
  const level = (
    name: string,
    places: readonly ('district' | 'subdistrict')[],
    groups: readonly GroupRow[],
    parts: Parts,
  ): PlainTable => ({
    name,
    formulas: (row, column) => sumOf(row, column, places.length, parts),
    columns: [
      ...places.map((place) => text(word(place))),
      ...(['units', 'expected', 'submitted', 'absent'] as const).map((id) => number(word(id))),
      ...tail,
    ],
    rows: groups.map((group) => [
      ...places.map((place) => group.place[place] || word('unknown')),
      group.units,
      group.expected,
      group.submitted,
      group.units - group.submitted,
      ...amounts(group),
      group.missing,
    ]),
  });
  return [
    level(word('city'), [], [rollup.total], {
      sheet: word('district'),
      rows: rollup.districts.length,
      places: 1,
    }),
    level(word('district'), ['district'], rollup.districts, {
      sheet: word('subdistrict'),
      rows: rollup.subdistricts.length,
      places: 2,
    }),
    level(word('subdistrict'), ['district', 'subdistrict'], rollup.subdistricts, {
      sheet: word('community'),
      rows: rollup.units.length,
      places: UNIT_COLUMNS.length,
    }),
    {
      name: word('community'),
      columns: [...UNIT_COLUMNS.map((id) => text(word(id))), ...tail],
      rows: rollup.units.map((unit) => [
        unit.place.district || word('unknown'),
        unit.place.subdistrict || word('unknown'),
        unit.place.community,
        unit.code,
        word(stateOf(unit)),
        unit.files.join('\n'),
        ...amounts(unit),
        unit.missing,
      ]),
    },
    {
      name: word('superseded'),
      columns: (['unit', 'what', 'file', 'usedFile', 'reason', 'differences'] as const).map((id) =>
        text(word(id)),
      ),
      rows: rollup.superseded.map(({ unit, kind, list, file, by, reason, differences }) => [
        unit,
        list || (kinds.find(({ id }) => id === kind)?.label[locale] ?? kind),
        file,
        by,
        VERSION_WORDS[reason][locale],
        differences
          .map(({ field, unused, used }) => `${labelOf(kind, field)} ${unused ?? '—'} → ${used ?? '—'}`)
          .join('\n'),
      ]),
    },
    {
      name: word('homeless'),
      columns: [text(word('files')), number('#'), text(word('what'))],
      rows: rollup.homeless.map(({ file, row, values }) => [file, row, [...values.values()].join('｜')]),
    },
  ].filter(({ rows }, index) => index < 4 || rows.length > 0);
}

export function stateOf({ files, isExpected }: UnitRow): 'submitted' | 'missingUnit' | 'notExpected' {
  if (files.length === 0) return 'missingUnit';
  return isExpected === false ? 'notExpected' : 'submitted';
}

function headerOf({ kind, part, of }: MeasureId, kinds: readonly KindWords[], locale: Locale): string {
  const words = kinds.find(({ id }) => id === kind);
  const label = words?.label[locale] ?? kind;
  if (of === 'rows') return say(ROLLUP_WORDS.rowsOf, locale, { kind: label });
  if (of === 'list') return part || `${label}：${ROLLUP_WORDS.unknown[locale]}`;
  const field = words?.fields.find(({ id }) => id === part);
  return `${field?.label[locale] ?? part}${locale === 'en' ? ` (${field?.unit})` : `（${field?.unit}）`}`;
}
