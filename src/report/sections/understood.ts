import { ENCODING_REASONS } from '../../i18n/words.ts';
import { columnName } from '../../model/origin.ts';
import type { RowRole, SheetLedger, Table, TableSet } from '../../model/table.ts';
import type { TextFacts } from '../../model/workbook.ts';
import { type Block, line, plain } from '../blocks.ts';
import type { Wording } from '../wording.ts';

/** What was understood of a workbook: each sheet's tables, each table's columns, and what every row is. */
export function understood({ tables, ledgers, encoding, text }: UnderstoodFile, wording: Wording): Block[] {
  const facts = text === null ? [] : [line(textFacts(encoding ?? '', text, wording))];
  const sheets = ledgers.flatMap((ledger) => {
    const own = tables.filter(({ sheet }) => sheet === ledger.sheet);
    return [
      sheetHeading(ledger, wording),
      ...(own.length === 0
        ? [line(wording.word('noTable'), 'warning')]
        : own.flatMap((table) => tableBlocks(table, wording))),
    ];
  });
  return [...facts, ...sheets];
}

/** The tables of a file, and for a text file how its bytes were read. */
export interface UnderstoodFile extends TableSet {
  readonly encoding: string | null;
  readonly text: TextFacts | null;
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

function tableBlocks(table: Table, wording: Wording): Block[] {
  return [
    line(
      `${wording.term('kind', table.kind)}　${listText(table, wording)}　${wording.word('confidence', { percent: Math.round(table.confidence * 100) })}`,
      table.kind === null ? 'warning' : 'plain',
    ),
    {
      kind: 'table',
      head: [wording.word('column'), wording.word('field'), wording.word('header')],
      rows: table.columns.map(({ column, field, header }) => [
        plain(columnName(column)),
        field === null
          ? { text: wording.word('notKnown'), tone: 'warning' as const }
          : plain(wording.term('field', field)),
        plain(header),
      ]),
      fill: 2,
    },
    {
      kind: 'table',
      head: [wording.word('rows'), wording.word('role'), wording.word('content')],
      rows: stretches(table).map(({ from, to, role, text }) => [
        plain(from === to ? String(from) : `${from}–${to}`),
        { text: wording.role(role), tone: role === 'unclear' ? ('warning' as const) : ('plain' as const) },
        plain(text === '' ? wording.word('rowCount', { rows: to - from + 1 }) : text),
      ]),
      fill: 2,
    },
  ];
}

function listText({ head, scope, sections, listColumn }: Table, wording: Wording): string {
  const banded = sections.flatMap(({ list }) => (list === null ? [] : [wording.term('list', list)]));
  const lists =
    listColumn !== null
      ? wording.word('listByColumn', { column: columnName(listColumn) })
      : banded.length > 0
        ? banded.join('、')
        : wording.term('list', head.list);
  return scope === null ? lists : `${lists}　${wording.term('scope', scope)}`;
}

interface Stretch {
  readonly from: number;
  to: number;
  readonly role: RowRole;
  text: string;
}

/** Rows of one role that follow each other, as one; lines of text each by itself. */
function stretches(table: Table): Stretch[] {
  const lines = (role: RowRole, of: readonly { readonly row: number; readonly text: string }[]) =>
    of.map(({ row, text }) => ({ row, role, text }));
  const rows: { readonly row: number; readonly role: RowRole; readonly text: string }[] = [
    ...lines('title', table.titles),
    ...lines('meta', table.metas),
    ...table.headerRows.map((row) => ({ row, role: 'header' as const, text: '' })),
    ...lines(
      'band',
      table.sections.flatMap(({ band }) => band ?? []),
    ),
    ...table.rows.map(({ row }) => ({ row, role: 'data' as const, text: '' })),
    ...lines('subtotal', table.subtotals),
    ...lines('note', table.notes),
    ...lines('unclear', table.unclear),
  ];
  const found: Stretch[] = [];
  for (const { row, role, text } of rows.sort((left, right) => left.row - right.row)) {
    const last = found.at(-1);
    if (last?.role === role && last.to === row) last.text += `　${text}`;
    else if (last?.role === role && text === '' && last.text === '' && row === last.to + 1) last.to = row;
    else found.push({ from: row, to: row, role, text });
  }
  return found;
}
