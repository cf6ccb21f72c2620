import { Package } from '../package.ts';
import { DECLARATION, MAIN, TYPE } from '../xlsx-parts.ts';
import { clearMarks } from './clear.ts';
import { addComments } from './comments.ts';
import { addFirstSheet } from './first-sheet.ts';
import { type CellMark, type MarkRefusal, type Marks, RECIPE } from './mark.ts';
import { addType, BOOK, freePart, relate, relations, sheetParts, textOf, UnsureError } from './parts.ts';
import { withRedCells } from './red-cells.ts';
import { resultSheetPart } from './result-sheet.ts';
import { withMarkStyles } from './styles.ts';

/**
 * The same workbook with marks: red cells by a conditional format, comments, and a first sheet that lists what was found.
 * Every other part keeps the bytes it is packed in. Marks of an earlier time are taken away before. A package that is
 * signed, or not known for certain, is refused whole.
 */
export function markXlsx(bytes: Buffer, marks: Marks): Buffer | MarkRefusal {
  try {
    const clean = clearMarks(bytes).bytes;
    const pack = new Package(clean);
    const refusal = refusalOf(pack);
    if (refusal !== null) return refusal;
    const parts = sheetParts(pack);
    const styles = stylesOf(pack);
    for (const [sheet, cells] of marks.cells) {
      const part = parts.get(sheet);
      if (part === undefined) return 'structure';
      if (cells.length > 0) markSheet(pack, part, cells, styles.red);
    }
    addFirstSheet(pack, marks.sheet, resultSheetPart(marks.sheet, styles.cells));
    addType(pack, RECIPE, 'application/octet-stream');
    pack.put(RECIPE, '');
    pack.put(RECIPE, pack.recipe());
    return pack.toBytes();
  } catch (error) {
    if (error instanceof UnsureError) return error.what;
    throw error;
  }
}

/** A signature would no longer hold; a workbook that several people edit at once logs its changes by cell. */
function refusalOf(pack: Package): MarkRefusal | null {
  const names = pack.names().map((name) => name.toLowerCase());
  if (names.some((name) => name.startsWith('_xmlsignatures/'))) return 'signed';
  if (names.some((name) => name.startsWith('xl/revisions/'))) return 'shared';
  return textOf(pack, BOOK).includes(`xmlns="${MAIN}"`) ? null : 'structure';
}

function stylesOf(pack: Package) {
  const known = relations(pack, BOOK).find(({ type }) => type === 'styles')?.target;
  const part = known ?? freePart(pack, 'xl/jianfuStyles', '.xml');
  const made = withMarkStyles(known === undefined ? NO_STYLES : textOf(pack, known));
  if (made === null) throw new UnsureError('structure');
  pack.put(part, made.xml);
  if (known === undefined) {
    addType(pack, part, `${TYPE}.styles+xml`);
    relate(pack, BOOK, 'styles', part);
  }
  return made;
}

/** Programs that give cells no looks may leave the part out. */
const NO_STYLES = `${DECLARATION}<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>`;

function markSheet(pack: Package, part: string, cells: readonly CellMark[], red: number): void {
  const sheet = textOf(pack, part);
  if (!sheet.includes(`xmlns="${MAIN}"`)) throw new UnsureError('structure');
  pack.put(part, withRedCells(sheet, cells, red));
  addComments(pack, part, cells);
}
