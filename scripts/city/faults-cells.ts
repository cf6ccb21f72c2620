import { at, cellFault, claim, type Draft, type Fault, has, pickList, pickRow } from './draft.ts';
import type { ListKind, Value } from './types.ts';

const TEXT_LISTS: readonly ListKind[] = ['own', 'assist', 'refuse'];
const DUTIES: readonly ListKind[] = ['own', 'assist'];

const PLACEHOLDERS = ['内容', '证明一', 'XXX', '待填', '事项1'];

function spoilSpacing(text: string, draft: Draft): string | undefined {
  const chars = [...text];
  const inner = chars.findIndex((c, i) => i > 3 && /\p{Script=Han}{2}/u.test(c + (chars[i + 1] ?? '')));
  if (inner < 0) return undefined;
  const split = (by: string): string =>
    `${chars.slice(0, inner + 1).join('')}${by}${chars.slice(inner + 1).join('')}`;
  const end = /\p{Script=Han}/u.test(chars.at(-1) ?? '');
  const ways = end ? [split(' '), split('\n'), `${text}\r\n`, `${text}  `] : [split(' '), split('\n')];
  return draft.rng.pick(ways);
}

const widen = (text: string): string =>
  text.replace(/[0-9A-Za-z]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

const BASIS_BREAKS: ReadonlyArray<(old: string) => string> = [
  (old) => old.replace('》', '〉'),
  (old) => old.replace('》', ''),
  () => '《内蒙古自治区实施《中华人民共和国城市居民委员会组织法》办法》第三条',
];

const OTHER_PROVINCES = [
  '《安徽省社会治安综合治理条例》第十一条',
  '《安徽省实施〈中华人民共和国城市居民委员会组织法〉办法》第三条',
  '《陕西省社会救助办法》第五条',
];

// A formula cannot be written without its value to anything but .xlsx here, an error cell not to .ods.
const canFormula = (d: Draft): boolean => d.format === 'xlsx';
const canError = (d: Draft): boolean => d.format === 'xlsx' || d.format === 'xls';
const canDate = (d: Draft): boolean => !d.format.startsWith('csv');

function remarkFault(id: string, value: Value, note: string, allows: (d: Draft) => boolean): Fault {
  return {
    id,
    plant: (draft) => {
      const list = allows(draft) ? pickList(draft, TEXT_LISTS, 'remark') : null;
      if (!list || draft.claims.has(`header/${list.kind}`) || !claim(draft, `remark/${list.kind}`))
        return null;
      const r = pickRow(draft, list);
      const row = list.rows[r];
      if (!row) return null;
      row.remark = value;
      return [at(id, list.kind, r, 'remark', note)];
    },
  };
}

type Shift = { id: string; by: number; note: string };

/** Serials after the chosen row move along, so that exactly one gap or one repetition is left. */
function serialFault({ id, by, note }: Shift): Fault {
  return {
    id,
    plant: (draft) => {
      const list = pickList(draft, ['own', 'assist', 'refuse', 'certificate'], 'serial');
      if (!list || !claim(draft, `serial/${list.kind}`)) return null;
      const deep = (i: number): boolean => Number(list.rows[i]?.serial) >= 3;
      const r = pickRow(draft, list, (_, i) => deep(i));
      if (r < 0) return null;
      for (let i = r; i < list.rows.length; i++) {
        const row = list.rows[i];
        if (!row || (i > r && row.serial === 1)) break;
        row.serial = Number(row.serial) + by;
      }
      return [at(id, list.kind, r, 'serial', note)];
    },
  };
}

const serialAsDate: Fault = {
  id: 'serial-as-date',
  plant: (draft) => {
    const list = canDate(draft) ? pickList(draft, TEXT_LISTS, 'serial') : null;
    if (!list || !claim(draft, `serial/${list.kind}`)) return null;
    const r = pickRow(draft, list, (row) => Number(row.serial) >= 2);
    const row = list.rows[r];
    if (!row) return null;
    // 45291 is 1 January 2024: "1-2" typed in 2024 becomes the day after.
    row.serial = { special: 'date', day: 45291 + draft.rng.int(1, 8), format: 'm"月"d"日"' };
    return [at('serial-as-date', list.kind, r, 'serial', '序号变成日期')];
  },
};

// With two department columns it would be open which of them is spoiled.
const oneDepartment = (draft: Draft): boolean => {
  if (draft.claims.has('two-departments')) return false;
  draft.claims.add('department');
  return true;
};

/** Only where something besides the serial is left to show that the row is meant. */
const requiredEmpty: Fault = {
  id: 'cell-required-empty',
  plant: (draft) => {
    const speaks = (kind: ListKind): boolean =>
      (['department', 'basis', 'category'] as const).some((field) => has(draft, kind, field));
    const list = pickList(draft, TEXT_LISTS.filter(speaks));
    if (!list || draft.layout.id === 'merged-category') return null;
    const r = pickRow(draft, list);
    const row = list.rows[r];
    if (!row) return null;
    row.text = null;
    return [at('cell-required-empty', list.kind, r, 'text', '事项名称为空')];
  },
};

export const CELL_FAULTS: readonly Fault[] = [
  requiredEmpty,
  cellFault('cell-placeholder', TEXT_LISTS, 'text', (_, d) => d.rng.pick(PLACEHOLDERS), '模板文字未改'),
  cellFault('cell-inner-space', TEXT_LISTS, 'text', spoilSpacing, '词中或末尾有空白'),
  cellFault(
    'cell-full-width',
    ['assist', 'refuse'],
    'text',
    (old) => (widen(old) === old ? undefined : widen(old)),
    '全角数字或字母',
  ),
  remarkFault('cell-error-value', { special: 'error' }, '#REF!', canError),
  remarkFault(
    'cell-formula-without-value',
    { special: 'formula', formula: 'COUNTA(B1:B4)' },
    '公式没有缓存值',
    canFormula,
  ),
  serialFault({ id: 'serial-gap', by: 1, note: '序号跳号' }),
  serialFault({ id: 'serial-duplicate', by: -1, note: '序号重复' }),
  serialAsDate,
  cellFault('basis-missing', DUTIES, 'basis', () => null, '依据为空'),
  cellFault('basis-brackets', DUTIES, 'basis', (old, d) => d.rng.pick(BASIS_BREAKS)(old), '书名号不成对'),
  cellFault('basis-other-province', DUTIES, 'basis', (_, d) => d.rng.pick(OTHER_PROVINCES), '引用外省文件'),
  cellFault('basis-prefix', DUTIES, 'basis', (old) => `依据：${old}`, '单元格内写了“依据：”'),
  cellFault(
    'department-missing',
    ['assist'],
    'department',
    () => null,
    '协助事项没有主管部门',
    oneDepartment,
  ),
  cellFault(
    'department-digits',
    DUTIES,
    'department',
    (old, d) => `${old}${d.rng.pick(['3', '12', '00000000000'])}`,
    '部门后粘着数字',
    oneDepartment,
  ),
];
