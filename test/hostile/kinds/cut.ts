import { damaged, kindsOf, SOUND } from '../kind.ts';
import { xlsx } from '../workbook.ts';
import { soundOds, soundXls, soundXml2003 } from './old.ts';
import { soundCsv } from './text.ts';

const DIRECTORY = damaged('zipDirectory');

/** A sound file cut off behind so many bytes, or at so many hundredths of its length. */
function cut(
  id: string,
  file: string,
  whole: () => Buffer,
  places: readonly (readonly [place: number | string, answer: string])[],
) {
  return kindsOf(
    file,
    places.map(([place, answer]) => [
      `${id}-cut-${place}`,
      `cut off ${typeof place === 'number' ? `behind ${place} bytes` : `at ${place}`}`,
      () => {
        const bytes = whole();
        const length =
          typeof place === 'number' ? place : Math.floor((bytes.length * Number.parseInt(place, 10)) / 100);
        return bytes.subarray(0, length < 0 ? bytes.length + length : length);
      },
      answer,
    ]),
  );
}

export const CUT = [
  ...cut('xlsx', '清单.xlsx', xlsx, [
    [4, DIRECTORY],
    [22, DIRECTORY],
    [30, DIRECTORY],
    [100, DIRECTORY],
    ['10%', DIRECTORY],
    ['25%', DIRECTORY],
    ['50%', DIRECTORY],
    ['75%', DIRECTORY],
    ['90%', DIRECTORY],
    [-22, DIRECTORY],
    [-10, DIRECTORY],
    [-1, DIRECTORY],
  ]),
  ...cut('ods', '清单.ods', soundOds, [
    [40, DIRECTORY],
    ['50%', DIRECTORY],
    [-1, DIRECTORY],
  ]),
  ...cut('xls', '清单.xls', soundXls, [
    [600, damaged('oleDirectory')],
    ['25%', damaged('oleDirectory')],
    ['50%', damaged('workbook')],
    ['75%', damaged('workbook')],
    ['99%', SOUND],
    [-1, SOUND],
  ]),
  ...cut('xml2003', '清单.xls', soundXml2003, [
    ['50%', damaged('workbook')],
    [-1, damaged('workbook')],
  ]),
  ...cut('csv', '清单.csv', soundCsv, [
    [1, 'refused encoding encoding=UTF-8 / GB18030 offset=1 line=1'],
    ['50%', 'refused encoding encoding=UTF-8 / GB18030 offset=101 line=3'],
    [-1, SOUND],
  ]),
];
