import { at, type Draft, type Fault, take, textOf } from './draft.ts';
import type { Mark, Row } from './types.ts';

type Edit = (row: Row, draft: Draft, taken: Set<string>) => boolean;

const tail = (code: string): number => Number(code.slice(9));

/** The first roster row stays as it is, so that the table keeps a majority to compare with. */
function rosterFault(
  id: string,
  field: 'code' | 'classCode' | 'households' | 'residents',
  note: string,
  edit: Edit,
): Fault {
  return {
    id,
    plant: (draft) => {
      const roster = draft.sub.roster;
      if (!roster || roster.rows.length < 4 || !roster.columns.includes(field)) return null;
      const taken = new Set(roster.rows.map((row) => textOf(row, 'code')));
      const order = draft.rng.shuffle(roster.rows.map((_, i) => i).slice(2));
      for (const i of order) {
        const row = roster.rows[i];
        if (!row || draft.claims.has(`roster/${i}`) || !edit(row, draft, taken)) continue;
        take(draft, `roster/${i}`, `roster-field/${field}`);
        return [at(id, 'roster', i, field, note)];
      }
      return null;
    },
  };
}

const broken: Edit = (row, draft) => {
  const code = textOf(row, 'code');
  row.code = draft.rng.pick([`${code[0]}.${code.slice(1, 6)}E+11`, code.slice(0, 11), `${code}0`]);
  return true;
};

// No subdistrict of the city has a number this far on, and two different ones never meet.
const otherParent: Edit = (row) => {
  const code = textOf(row, 'code');
  const moved = String(Number(code.slice(6, 9)) + 60).padStart(3, '0');
  row.code = `${code.slice(0, 6)}${moved}${code.slice(9)}`;
  return true;
};

const wrongType: Edit = (row, draft, taken) => {
  const code = textOf(row, 'code');
  const village = /村委会$/.test(textOf(row, 'name'));
  if (!village && !/(居委会|社区)$/.test(textOf(row, 'name'))) return false;
  const base = village ? 180 : 380;
  for (let n = base + draft.rng.int(0, 9); n < base + 20; n++) {
    const next = code.slice(0, 9) + String(n).padStart(3, '0');
    if (taken.has(next)) continue;
    row.code = next;
    return true;
  }
  return false;
};

const duplicate: Fault = {
  id: 'community-code-duplicate',
  plant: (draft) => {
    const rows = draft.sub.roster?.rows ?? [];
    const free = (i: number): boolean => !draft.claims.has(`roster/${i}`);
    for (let late = rows.length - 1; late > 2; late--) {
      const same = (i: number): boolean =>
        tail(textOf(rows[i], 'code')) < 200 === tail(textOf(rows[late], 'code')) < 200;
      const early = rows.findIndex((_, i) => i > 0 && i < late && free(i) && same(i));
      const row = rows[late];
      if (early < 0 || !row || !free(late)) continue;
      take(draft, `roster/${early}`, `roster/${late}`);
      row.code = textOf(rows[early], 'code');
      return [at('community-code-duplicate', 'roster', late, 'code', `与第${early + 1}行代码相同`)];
    }
    return null;
  },
};

const missingColumn: Fault = {
  id: 'header-missing',
  plant: (draft): Mark[] | null => {
    const roster = draft.sub.roster;
    const touched = ['households', 'residents'].some((f) => draft.claims.has(`roster-field/${f}`));
    if (!roster || touched || !roster.columns.includes('households')) return null;
    roster.columns = roster.columns.filter((field) => field !== 'households');
    const anchor = { at: 'first-header', table: 'roster' } as const;
    return [{ rule: 'header-missing', anchor, note: '没有常住户数一列' }];
  },
};

const implausible: Edit = (row, draft) => {
  const households = Number(row.households);
  if (draft.sub.roster?.columns.includes('households') !== true) return false;
  row.residents = draft.rng.pick([
    Math.round(households * 0.6),
    Math.round(households * 1.2),
    households * 8,
  ]);
  return true;
};

const withUnit: Edit = (row) => {
  row.households = `${row.households}户`;
  return true;
};

// From 1050 households on, rounding to a thousand people keeps the ratio plausible.
const inTenThousands: Edit = (row) => {
  row.residents = `${Math.round((Number(row.households) * 2.8) / 1000) / 10}万`;
  return true;
};

const codeLevel: Edit = (row, _, taken) => {
  const next = `${textOf(row, 'code').slice(0, 9)}000`;
  if (taken.has(next)) return false;
  row.code = next;
  return true;
};

const badClass: Edit = (row, draft) => {
  row.classCode = draft.rng.pick(['113', '211', '310']);
  return true;
};

export const ROSTER_FAULTS: readonly Fault[] = [
  rosterFault('community-code-format', 'code', '不是12位数字', broken),
  rosterFault('community-code-level', 'code', '末三位是000', codeLevel),
  rosterFault('community-code-parent', 'code', '前9位与同街道其他行不同', otherParent),
  rosterFault('community-code-type', 'code', '名称与代码段不符', wrongType),
  rosterFault('community-class-code', 'classCode', '城乡分类代码不在七类内', badClass),
  duplicate,
  rosterFault('households-implausible', 'residents', '人数与户数不合', implausible),
  rosterFault('quantity-unit', 'households', '数字带单位', withUnit),
  rosterFault('quantity-unit', 'residents', '数字带单位', inTenThousands),
  missingColumn,
];
