import { Ajv } from 'ajv';

/** The ten checks over the rows of a folder's workbooks, whoever read them. */

const WORDS = {
  serial: ['序号', '编号'],
  text: [
    '事项名称',
    '工作事项',
    '事项',
    '证明事项名称',
    '证明名称',
    '事项内容',
    '工作内容',
    '职责事项',
    '名称',
  ],
  department: ['牵头部门', '责任单位', '主管部门', '牵头单位', '责任部门', '对应部门'],
  basis: ['依据', '实施依据', '政策依据', '法律依据', '设定依据', '法律法规依据'],
  code: ['社区代码', '统计用区划代码', '区划代码', '代码'],
};
const LISTS = [
  ['不应', 'not'],
  ['不得', 'not'],
  ['不出', 'not'],
  ['协助', 'assist'],
  ['履职', 'perform'],
  ['履行', 'perform'],
];
const BRACKETS = { '《': '》', '〈': '〉', '（': '）', '(': ')', '【': '】' };

const ajv = new Ajv({ allErrors: true });
const FILLED = { type: 'string', minLength: 1 };
const SCHEMAS = {
  perform: ajv.compile({ type: 'object', properties: { text: FILLED, basis: FILLED } }),
  assist: ajv.compile({ type: 'object', properties: { text: FILLED, department: FILLED, basis: FILLED } }),
  not: ajv.compile({ type: 'object', properties: { text: FILLED } }),
  roster: ajv.compile({ type: 'object', properties: { code: { type: 'string', pattern: '^[0-9]{12}$' } } }),
};
const RULE_OF = {
  text: 'cell-required-empty',
  department: 'department-missing',
  basis: 'basis-missing',
  code: 'community-code-format',
};

/** `books`: of each file, its sheets with rows of texts. */
export function tenChecks(books) {
  const findings = [];
  const codes = new Map();
  for (const { file, sheets } of books) {
    const texts = new Map();
    for (const { sheet, rows } of sheets) {
      const table = tableIn(sheet, rows);
      if (table === null) continue;
      const report = (rule, row, column) => findings.push({ file, sheet, cell: a1(row, column), rule });
      for (const item of table.items) {
        const validate = SCHEMAS[item.kind];
        if (!validate(item.fields)) {
          for (const { instancePath } of validate.errors) {
            const field = instancePath.slice(1);
            report(RULE_OF[field], item.row, table.columns[field]);
          }
        }
        if (item.fields.basis && !isBalanced(item.fields.basis))
          report('basis-brackets', item.row, table.columns.basis);
        if (table.kind === 'roster') duplicateCode(item, codes, file, sheet, table, findings);
      }
      if (table.kind === 'roster') continue;
      serials(table, report);
      duplicates(table, texts, report);
    }
  }
  return findings;
}

function duplicateCode({ fields, row }, codes, file, sheet, table, findings) {
  if (!fields.code) return;
  if (codes.has(fields.code)) {
    findings.push({ file, sheet, cell: a1(row, table.columns.code), rule: 'community-code-duplicate' });
  } else codes.set(fields.code, file);
}

function serials({ items, columns }, report) {
  let expected = null;
  const seen = new Set();
  for (const { fields, row } of items) {
    const serial = Number(/\d+/.exec(fields.serial ?? '')?.[0] ?? Number.NaN);
    if (Number.isNaN(serial)) continue;
    // A list that begins anew further down.
    if (serial === 1) seen.clear();
    if (seen.has(serial)) report('serial-duplicate', row, columns.serial);
    else if (expected !== null && serial !== expected && serial !== 1)
      report('serial-gap', row, columns.serial);
    seen.add(serial);
    expected = serial + 1;
  }
}

function duplicates({ items, columns }, texts, report) {
  const own = new Set();
  for (const { fields, row, kind } of items) {
    const text = (fields.text ?? '').replace(/[\s，。；、,.;]/g, '');
    if (text === '') continue;
    if (own.has(`${kind} ${text}`)) report('duty-item-duplicate', row, columns.text);
    else if (texts.has(text) && texts.get(text) !== kind) report('duty-item-in-two-lists', row, columns.text);
    own.add(`${kind} ${text}`);
    if (!texts.has(text)) texts.set(text, kind);
  }
}

/** The first header of a sheet with the rows below it. */
function tableIn(sheet, rows) {
  for (let at = 0; at < Math.min(rows.length, 12); at++) {
    const columns = columnsIn(rows.slice(at, at + 3));
    if (columns.serial === undefined && columns.code === undefined) continue;
    if (columns.text === undefined && columns.code === undefined) continue;
    const kind = kindOf(sheet, rows.slice(0, at), columns);
    let below = kind;
    const items = rows.slice(at + 1).flatMap((cells, index) => {
      const fields = Object.fromEntries(
        Object.entries(columns).map(([field, column]) => [field, (cells[column] ?? '').trim()]),
      );
      if (isItem(fields, kind)) return [{ row: at + 2 + index, fields, kind: below }];
      // The title of another list in the same sheet.
      if (kind !== 'roster' && cells.some((cell) => cell?.includes('清单')))
        below = kindOf('', [cells], columns);
      return [];
    });
    return { kind, columns, items };
  }
  return null;
}

function columnsIn(rows) {
  const columns = {};
  const [first = []] = rows;
  if (!first.some((cell) => WORDS.serial.includes(bare(cell)) || WORDS.code.includes(bare(cell))))
    return columns;
  for (const cells of rows) {
    for (const [column, cell] of cells.entries()) {
      for (const [field, words] of Object.entries(WORDS)) {
        if (columns[field] === undefined && words.includes(bare(cell))) columns[field] = column;
      }
    }
  }
  return columns;
}

const bare = (cell) => (cell ?? '').replace(/\s/g, '');

function isItem(fields, kind) {
  if (kind === 'roster') return fields.code !== '';
  return /^[（(]?[\d一二三四五六七八九十]+[)）、.．]?$/.test(fields.serial ?? '');
}

function kindOf(sheet, above, columns) {
  if (columns.code !== undefined) return 'roster';
  const words = [sheet, ...above.flat()].join(' ');
  return LISTS.find(([word]) => words.includes(word))?.[1] ?? 'perform';
}

function isBalanced(text) {
  const open = [];
  for (const mark of text) {
    if (BRACKETS[mark] !== undefined) open.push(BRACKETS[mark]);
    else if (Object.values(BRACKETS).includes(mark) && open.pop() !== mark) return false;
  }
  return open.length === 0;
}

function a1(row, column) {
  return `${String.fromCharCode(65 + (column ?? 0))}${row}`;
}
