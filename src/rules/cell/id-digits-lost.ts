import type { PolicyPack } from '../../model/policy.ts';
import type { Column, Table } from '../../model/table.ts';
import type { CellValue } from '../../model/workbook.ts';
import { rowKey } from '../body-cells.ts';
import { defineRule } from '../define.ts';
import { cellOrigin } from '../origins.ts';

/** Columns that hold codes and numbers of documents, besides those the pack gives the type `id`. */
const ID_HEADER = /代码|编码|号码|身份证|证件号|证号|账号|卡号|信用代码|电话|手机/u;
const IDENTITY_HEADER = /身份证|公民身份|证件号/u;
/** 1.50102E+11 and larger: no count or sum of a community is written like this, but telephones and codes are. */
const EXPONENT = /^\d(?:\.\d+)?e\+?1\d$/iu;
/** A spreadsheet keeps fifteen digits of a number and makes the rest noughts. */
const KEPT_DIGITS = 15;
const KEPT = 10 ** KEPT_DIGITS;

/** A code typed into a cell of numbers loses digits for good; no format brings them back. */
export const rule = defineRule({
  id: 'id-digits-lost',
  scope: 'table',
  asks: { parameters: ['<field>.length'] },
  messages: {
    exponent: {
      'zh-CN':
        '“{found}”是科学记数法，后面的数字已经丢失，改格式也找不回来。请把该列设为文本，照原件重新录入。',
      en: '“{found}” is in scientific notation and has lost digits for good. Format the column as text and type the number again from the original.',
    },
    rounded: {
      'zh-CN':
        '“{found}”超过 {kept} 位，又按数字保存过，{kept} 位以后的数字已变成 0，找不回来。请把该列设为文本，照原件重新录入。',
      en: '“{found}” has more than {kept} digits and was once kept as a number: those after the first {kept} have become noughts for good. Format the column as text and type it again from the original.',
    },
    short: {
      'zh-CN':
        '“{found}”只有 {digits} 位，应为 {length} 位：按数字保存，开头的 0 会丢失。请把该列设为文本，照原件重新录入。',
      en: '“{found}” has {digits} digits instead of {length}; kept as a number, a code loses the noughts it begins with. Format the column as text and type it again from the original.',
    },
  },
  check(table, { policy, report }) {
    const elsewhere = policy.rules.has('community-code-format') ? 'code' : null;
    for (const column of table.columns) {
      // Codes of communities are told by the rule that knows their length.
      if (table.kind === 'community' && column.field === elsewhere) continue;
      const shape = shapeOf(table, column, policy);
      for (const row of table.rows) {
        const cell = row.cells[column.column - 1];
        const message = faultOf(cell, shape);
        if (message === null || row.repeated.includes(column.column)) continue;
        const found = shown(cell, column);
        const args =
          message === 'short'
            ? { digits: digitsOf(cell).length, length: shape.length }
            : { kept: KEPT_DIGITS };
        const at = cellOrigin(table, row.row, column.column, rowKey(table, row));
        report({ message, args: { found, ...args }, at });
      }
    }
  },
});

/** What the header and the pack say of a column of codes. */
interface Shape {
  readonly isId: boolean;
  readonly isIdentity: boolean;
  /** Digits each code has: the parameter `FIELD.length` of the pack; 0 where it gives none. */
  readonly length: number;
}

function shapeOf(table: Table, { field, header }: Column, { vocabulary, parameters }: PolicyPack): Shape {
  const kind = vocabulary.kinds.find(({ id }) => id === table.kind);
  const isTyped = kind?.fields.find(({ id }) => id === field)?.type === 'id';
  return {
    isId: isTyped || ID_HEADER.test(header),
    isIdentity: IDENTITY_HEADER.test(header),
    length: isTyped ? Number(parameters.get(`${field}.length`)?.value ?? 0) : 0,
  };
}

function faultOf(cell: CellValue | undefined, shape: Shape): 'exponent' | 'rounded' | 'short' | null {
  if (typeof cell === 'number') {
    if (Math.abs(cell) > Number.MAX_SAFE_INTEGER) return 'rounded';
    if (shape.isId && cell >= KEPT && cell % 10 === 0) return 'rounded';
  } else {
    if (typeof cell !== 'string') return null;
    // Most cells hold words.
    if (/^\s*\d/.test(cell)) {
      const text = cell.trim();
      if (text.length >= SHORTEST_EXPONENT && EXPONENT.test(text)) return 'exponent';
      if (shape.isIdentity && /^\d{18}$/u.test(text) && isRounded(text)) return 'rounded';
    }
  }
  if (shape.length === 0) return null;
  const { length } = digitsOf(cell);
  return length > 0 && length < shape.length ? 'short' : null;
}

const SHORTEST_EXPONENT = 5;

/** The code if it is of digits alone. */
function digitsOf(cell: CellValue | undefined): string {
  return (
    /^\d+$/u.exec(
      String(cell ?? '')
        .normalize('NFKC')
        .trim(),
    )?.[0] ?? ''
  );
}

/** GB 11643: weights of the digits; the last is a check digit, so that a number that truly ends in 000 is told apart. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2, 1];

function isRounded(identity: string): boolean {
  if (!identity.endsWith('000')) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(identity[index]), 0);
  return sum % 11 !== 1;
}

/** A person's number is not repeated in reports: place, and the noughts at the end. */
function shown(cell: CellValue | undefined, { header }: Column): string {
  // A file may say 1e999, which is a number without digits.
  const isWhole = typeof cell === 'number' && Number.isFinite(cell);
  const text = isWhole ? BigInt(Math.trunc(cell)).toString() : String(cell).trim();
  return IDENTITY_HEADER.test(header) && text.length > 9 ? `${text.slice(0, 6)}…${text.slice(-3)}` : text;
}
