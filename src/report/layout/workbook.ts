import { sentence } from '../../i18n/messages.ts';
import type { LayoutCity, LayoutDecision, LayoutPlan, PlannedCommunity } from '../../model/layout.ts';
import type { FieldType, Locale } from '../../model/policy.ts';
import type { PlainTable, PlainValue } from '../../write/plain-table.ts';
import { REASONS } from './reasons.ts';
import { CLASSES, SHEET_WORDS } from './words.ts';

type Head = keyof typeof SHEET_WORDS.heads;

/** A plan as the sheets of a workbook: what is divided, joined and moved, everything before and after, and the staff due. */
export function planTables(plan: LayoutPlan, city: LayoutCity, locale: Locale): readonly PlainTable[] {
  const table = (
    name: keyof typeof SHEET_WORDS.sheets,
    heads: readonly Head[],
    rows: readonly (readonly PlainValue[])[],
  ): PlainTable => ({
    name: SHEET_WORDS.sheets[name][locale],
    columns: heads.map((head) => ({ header: SHEET_WORDS.heads[head][locale], type: TYPES[head] ?? 'text' })),
    rows,
  });
  const byId = new Map(plan.communities.map((community) => [community.id, community]));
  const reasonOf = ({ reason }: LayoutDecision) => sentence(REASONS[reason.id], reason.args, locale, {});
  const namesOf = (ids: readonly string[]) => ids.map((id) => byId.get(id)?.name ?? id).join('、');
  return [
    table(
      'both',
      ['subdistrict', 'from', 'fromCode', 'before', 'class', 'to', 'reason'],
      plan.decisions.map((one) => [
        one.subdistrict,
        one.name,
        one.community,
        one.households,
        CLASSES[one.class][locale],
        namesOf(one.into),
        reasonOf(one),
      ]),
    ),
    table(
      'split',
      ['subdistrict', 'from', 'before', 'to', 'isNew', 'after', 'residents', 'grids'],
      partRows('split', plan, byId),
    ),
    table(
      'merged',
      ['subdistrict', 'from', 'before', 'to', 'after'],
      plan.decisions
        .filter(({ action }) => action === 'merged')
        .map((one) => [
          one.subdistrict,
          one.name,
          one.households,
          namesOf(one.into),
          byId.get(one.into[0] ?? '')?.households ?? null,
        ]),
    ),
    table(
      'reorganised',
      ['subdistrict', 'from', 'before', 'to', 'isNew', 'after', 'residents', 'grids'],
      partRows('reorganised', plan, byId),
    ),
    table('moved', ['grid', 'from', 'to', 'moved'], movedRows(plan, city)),
    table(
      'planned',
      ['subdistrict', 'to', 'toCode', 'isNew', 'after', 'residents', 'grids', 'workers', 'gridWorkers'],
      plan.communities.map((one) => [
        one.subdistrict,
        one.name,
        one.isNew ? null : one.id,
        one.isNew,
        one.households,
        one.residents,
        one.grids.length,
        ...staffOf(one, plan),
      ]),
    ),
  ];
}

const TYPES: Readonly<Partial<Record<Head, FieldType>>> = {
  before: 'whole',
  after: 'whole',
  moved: 'whole',
  residents: 'whole',
  grids: 'whole',
  workers: 'whole',
  gridWorkers: 'whole',
  isNew: 'flag',
  grid: 'id',
  fromCode: 'id',
  toCode: 'id',
};

/** One row for each community of the plan that grids of a divided one go to. */
function partRows(
  wanted: LayoutDecision['action'],
  plan: LayoutPlan,
  byId: ReadonlyMap<string, PlannedCommunity>,
): PlainValue[][] {
  return plan.decisions
    .filter(({ action }) => action === wanted)
    .flatMap(({ subdistrict, name, households, into }) =>
      into.flatMap((id) => {
        const part = byId.get(id);
        if (part === undefined) return [];
        return [
          [
            subdistrict,
            name,
            households,
            part.name,
            part.isNew,
            part.households,
            part.residents,
            part.grids.length,
          ],
        ];
      }),
    );
}

/** One row for each grid that changes its community: `jianfu layout check` takes this sheet for a plan. */
function movedRows(plan: LayoutPlan, { grids, communities }: LayoutCity): PlainValue[][] {
  const byId = new Map(grids.map((grid) => [grid.id, grid]));
  return plan.communities.flatMap(({ id, name, grids: own }) =>
    own.flatMap((grid) => {
      const { community = -1, households = 0 } = byId.get(grid) ?? {};
      const before = communities[community];
      return before === undefined || before.id === id ? [] : [[grid, before.name, name, households]];
    }),
  );
}

const TEN_THOUSAND = 10_000;

/** Every community rounds up for itself; `null` where residents or a rate are not known. */
function staffOf({ residents, grids }: PlannedCommunity, { norms }: LayoutPlan): PlainValue[] {
  const { workersPer10k, workersPerGrid } = norms;
  return [
    residents === null || workersPer10k === null
      ? null
      : Math.ceil((residents * workersPer10k) / TEN_THOUSAND),
    grids.length === 0 || workersPerGrid === null ? null : Math.ceil(grids.length * workersPerGrid),
  ];
}
