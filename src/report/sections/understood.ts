import { ENCODING_REASONS } from '../../i18n/words.ts';
import { columnName } from '../../model/origin.ts';
import type { SheetLedger, Table, TableSet } from '../../model/table.ts';
import type { TextFacts, Workbook } from '../../model/workbook.ts';
import { type Block, line } from '../blocks.ts';
import type { Wording } from '../wording.ts';
import { pictureOf } from './picture.ts';

/** A workbook with what was understood of it. */
export interface Understood {
  readonly workbook: Workbook;
  readonly set: TableSet;
}

/** What was understood of a workbook: each sheet as a picture, with its tables said above it. */
export function understood({ workbook, set }: Understood, wording: Wording): Block[] {
  const { encoding, text = null, handover } = workbook;
  const facts = text === null ? [] : [line(textFacts(encoding ?? '', text, wording))];
  if (handover !== undefined) facts.push(line(wording.handover(handover), 'warning'));
  const sheets = workbook.sheets.flatMap((sheet, index) => {
    const ledger = set.ledgers[index];
    if (ledger === undefined) return [];
    const own = set.tables.filter((table) => table.sheet === sheet.name);
    const isBlank = ledger.firstCell === null;
    return [
      sheetHeading(ledger, wording),
      ...own.flatMap((table, at) => tableLines(table, own.length > 1 ? at + 1 : null, wording)),
      ...(own.length === 0 ? [line(absence(ledger, wording), isBlank ? 'muted' : 'warning')] : []),
      ...(isBlank ? [] : pictureOf(sheet, own, set.stretches[index] ?? [], wording)),
      ...adviceOn(ledger, wording),
    ];
  });
  return [...facts, ...sheets];
}

function textFacts(encoding: string, { encodingFrom, delimiter }: TextFacts, wording: Wording): string {
  return wording.word('textFacts', {
    encoding: encoding.toUpperCase(),
    reason: wording.say(ENCODING_REASONS[encodingFrom]),
    delimiter: delimiter === '\t' ? 'TAB' : `“${delimiter}”`,
  });
}

function sheetHeading({ sheet, hidden, rows, cells }: SheetLedger, wording: Wording): Block {
  const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
  const state = hidden ? wording.word('hiddenSheet') : '';
  return { kind: 'heading', text: `${sheet}${state}　${wording.word('sheetSize', { rows: total, cells })}` };
}

function absence({ skipReason, firstCell }: SheetLedger, wording: Wording): string {
  if (firstCell === null) return wording.word('blankSheet');
  if (skipReason === 'turned') return wording.word('turnedSheet');
  if (skipReason === 'change-log') return wording.word('changeLog');
  if (skipReason === 'result-sheet') return wording.word('resultSheet');
  return wording.word(skipReason === 'not-selected' ? 'notSelected' : 'noTable');
}

/** Kind, list and scope, how much was understood, and where the list began. */
function tableLines(table: Table, number: number | null, wording: Wording): Block[] {
  const known = table.columns.filter(({ field }) => field !== null).length;
  const name = number === null ? '' : `${wording.word('tableNumber', { number })}　`;
  const counts = wording.word('understoodCounts', {
    known,
    columns: table.columns.length,
    rows: table.rows.length,
    unclear: table.unclear.length,
    percent: Math.round(table.confidence * 100),
  });
  const text = `${name}${wording.term('kind', table.kind)}　${listText(table, wording)}`;
  const isDoubtful = table.kind === null || table.unclear.length > 0 || known < table.columns.length;
  const { continues } = table;
  return [
    line(text),
    line(counts, isDoubtful ? 'warning' : 'good'),
    ...(continues === null ? [] : [line(wording.word('continuesTable', { ...continues }))]),
  ];
}

/** How to put it right, where something was not understood. */
function adviceOn({ rows, skipReason }: SheetLedger, wording: Wording): Block[] {
  if (skipReason === 'no-table') return [line(wording.word('pinHeader'), 'muted')];
  return rows.unclear === 0 ? [] : [line(wording.word('unclearAdvice'), 'muted')];
}

function listText({ head, scope, sections, listColumn }: Table, wording: Wording): string {
  const banded = new Set(sections.flatMap(({ list }) => (list === null ? [] : [wording.term('list', list)])));
  const lists =
    listColumn !== null
      ? wording.word('listByColumn', { column: columnName(listColumn) })
      : banded.size > 0
        ? [...banded].join('、')
        : wording.term('list', head.list);
  return scope === null ? lists : `${lists}　${wording.term('scope', scope)}`;
}
