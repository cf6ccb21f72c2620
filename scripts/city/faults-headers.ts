import { claim, claimList, type Draft, type Fault, has, head, pickList } from './draft.ts';
import type { DutyList, Field } from './types.ts';

const ALL = ['own', 'assist', 'refuse', 'certificate'] as const;

/** The lists whose header is the same physical row. */
const sharing = (draft: Draft, list: DutyList): readonly DutyList[] =>
  draft.layout.sharedHeader ? draft.sub.lists : [list];

function claimHeader(draft: Draft, lists: readonly DutyList[]): boolean {
  if (lists.some((list) => draft.claims.has(`remark/${list.kind}`))) return false;
  return claim(draft, ...lists.map((list) => `header/${list.kind}`));
}

const unknown: Fault = {
  id: 'header-unknown',
  plant: (draft) => {
    const list = pickList(draft, ALL, 'remark');
    if (!list) return null;
    const lists = sharing(draft, list);
    if (!claimHeader(draft, lists)) return null;
    const word = draft.rng.pick(['啥东西', '那个啥']);
    for (const one of lists) one.headers.remark = word;
    const anchor = { at: 'header', table: list.kind, field: 'remark' as Field } as const;
    return [{ rule: 'header-unknown', anchor, note: `表头“${word}”` }];
  },
};

/** The remark column turns into a second department column, filled like the first. */
const ambiguous: Fault = {
  id: 'header-ambiguous',
  plant: (draft) => {
    const list = pickList(draft, ['assist'], 'remark');
    if (!list || !has(draft, 'assist', 'department')) return null;
    const lists = sharing(draft, list);
    if (draft.claims.has('department') || !claimHeader(draft, lists)) return null;
    draft.claims.add('two-departments');
    for (const one of lists) {
      one.headers.department = '主管部门';
      one.headers.remark = '牵头部门';
      for (const row of one.rows) row.remark = row.department ?? null;
    }
    const anchor = { at: 'header', table: list.kind, field: 'remark' as Field } as const;
    return [{ rule: 'header-ambiguous', anchor, note: '主管部门与牵头部门两列同义' }];
  },
};

const kindUnknown: Fault = {
  id: 'list-kind-unknown',
  plant: (draft) => {
    const list = draft.sub.lists.find((one) => one.kind === 'refuse');
    if (!list || !draft.layout.ownSheets || draft.claims.has('count/refuse')) return null;
    if (draft.claims.has('header/refuse') || draft.claims.has('declared/refuse')) return null;
    if (!claimList(draft, 'refuse')) return null;
    list.anonymous = true;
    draft.claims.add('header/refuse');
    return [head('list-kind-unknown', 'refuse', '表名、标题都看不出是哪张清单')];
  },
};

export const HEADER_FAULTS: readonly Fault[] = [unknown, ambiguous, kindUnknown];
