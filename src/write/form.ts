import { columnName } from '../model/origin.ts';
import type { FieldType } from '../model/policy.ts';
import { packageOf } from './package.ts';
import { sheetNames } from './sheet-names.ts';
import { sheetPart } from './xlsx.ts';
import { fixedParts, STYLE, xmlText } from './xlsx-parts.ts';

/** A column of a blank form. */
export interface FormColumn {
  readonly header: string;
  readonly type: FieldType;
  readonly choices: readonly string[];
  readonly norm: { readonly low: number | null; readonly high: number | null } | null;
  readonly length: number | null;
  /** What to write, shown when a cell is chosen, and what is told when something else was written. */
  readonly prompt: string;
  readonly refusal: string;
}

/** A blank form with its explanation: rows of what to write in each column. */
export interface Form {
  readonly name: string;
  readonly columns: readonly FormColumn[];
  readonly guide: {
    readonly name: string;
    readonly headers: readonly string[];
    readonly rows: readonly (readonly string[])[];
  };
  readonly choicesName: string;
}

/** Rows that are ready to be written in. */
const ROWS = 2000;
/** Longest texts that spreadsheets show beside a cell. */
const [LONGEST_PROMPT, LONGEST_REFUSAL] = [255, 225];

/**
 * A workbook of three sheets: the form, its explanation, and the lists its drop-downs choose from. What is asked of a
 * cell is written into the file as data validation. The bytes depend on the form alone.
 */
export async function toForm(form: Form): Promise<Buffer> {
  const { guide, columns, choicesName } = form;
  const [name = '', guideName = '', lists = ''] = sheetNames([form.name, guide.name, choicesName]);
  const listed = columns.filter(({ choices }) => choices.length > 0);
  const longest = Math.max(1, ...listed.map(({ choices }) => choices.length));
  const plain = (header: string) => ({ header, type: 'text' as const });
  const formTable = { name, columns: columns.map(({ header, type }) => ({ header, type })), rows: [] };
  const guideTable = { name: guideName, columns: guide.headers.map(plain), rows: guide.rows };
  const listTable = {
    name: lists,
    columns: listed.map(({ header }) => plain(header)),
    rows: Array.from({ length: longest }, (_, row) => listed.map(({ choices }) => choices[row] ?? null)),
  };
  const tables = listed.length === 0 ? [formTable, guideTable] : [formTable, guideTable, listTable];
  const flags = { yes: '是', no: '否' };
  const parts: [string, Buffer][] = [];
  const add = (part: string, bytes: Buffer) => parts.push([part, bytes]);
  const places = tables.map((table) => ({
    name: table.name,
    area: `$A$1:$${columnName(table.columns.length)}$${table.rows.length + 1}`,
  }));
  for (const [part, text] of fixedParts(places)) add(part, Buffer.from(text));
  for (const [index, table] of tables.entries()) {
    const sheet = sheetPart(table, flags).toString('utf8');
    const text = index === 0 ? withValidations(sheet, columns, listed, lists) : sheet;
    add(`xl/worksheets/sheet${index + 1}.xml`, Buffer.from(text));
  }
  return packageOf(parts);
}

/** Cells below the header get the style of their column, so that codes typed into them stay texts. */
function withValidations(
  sheet: string,
  columns: readonly FormColumn[],
  listed: readonly FormColumn[],
  lists: string,
): string {
  const rules = columns.map((column, index) =>
    validation(column, index + 1, listed.indexOf(column) + 1, lists),
  );
  let at = 0;
  return sheet
    .replace(/<col /g, () => {
      const style = styleOf(columns[at++]?.type ?? 'text');
      return style === STYLE.plain ? '<col ' : `<col style="${style}" `;
    })
    .replace(
      '<pageMargins',
      `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations><pageMargins`,
    );
}

function styleOf(type: FieldType): number {
  return type === 'id'
    ? STYLE.text
    : type === 'date'
      ? STYLE.date
      : type === 'percent'
        ? STYLE.percent
        : STYLE.plain;
}

function validation(column: FormColumn, number: number, listColumn: number, lists: string): string {
  const letter = columnName(number);
  const texts = `promptTitle="${xmlText(column.header.slice(0, 32))}" prompt="${xmlText(column.prompt.slice(0, LONGEST_PROMPT))}" error="${xmlText(column.refusal.slice(0, LONGEST_REFUSAL))}"`;
  const area = `sqref="${letter}2:${letter}${ROWS + 1}"`;
  const rule = (attributes: string, formulas: readonly string[], style = 'warning') =>
    `<dataValidation ${attributes}${style === 'stop' ? '' : ` errorStyle="${style}"`} allowBlank="1" showInputMessage="1" showErrorMessage="1" ${texts} ${area}>${formulas.map((text, index) => `<formula${index + 1}>${xmlText(text)}</formula${index + 1}>`).join('')}</dataValidation>`;
  if (listColumn > 0) {
    const at = columnName(listColumn);
    const source = `'${lists.replaceAll("'", "''")}'!$${at}$2:$${at}$${column.choices.length + 1}`;
    return rule('type="list"', [source]);
  }
  if (column.type === 'flag') return rule('type="list"', ['"是,否"']);
  if (column.length !== null)
    return rule('type="textLength" operator="equal"', [String(column.length)], 'stop');
  if (column.type === 'date') return rule('type="date" operator="greaterThan"', ['1']);
  if (column.type === 'whole' || column.type === 'number') {
    const { low, high } = column.norm ?? { low: 0, high: null };
    const type = `type="${column.type === 'whole' ? 'whole' : 'decimal'}"`;
    if (low !== null && high !== null) return rule(`${type} operator="between"`, [String(low), String(high)]);
    return low !== null
      ? rule(`${type} operator="greaterThanOrEqual"`, [String(low)])
      : rule(`${type} operator="lessThanOrEqual"`, [String(high)]);
  }
  return `<dataValidation allowBlank="1" showInputMessage="1" ${texts} ${area}/>`;
}
