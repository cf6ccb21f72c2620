import type { Dataset } from '../../model/dataset.ts';
import type { LayoutCity, LayoutPlan, PlanClaim } from '../../model/layout.ts';
import { foldText } from '../../model/text.ts';

/** A plan as `jianfu layout plan --out json` writes it; `null` for anything else. */
export function claimInJson(json: unknown): PlanClaim | null {
  const plan = (json ?? {}) as Partial<LayoutPlan>;
  const isCommunity = (one: unknown) => {
    const { id, grids } = (one ?? {}) as { readonly id?: unknown; readonly grids?: unknown };
    return typeof id === 'string' && Array.isArray(grids) && grids.every((grid) => typeof grid === 'string');
  };
  const { communities, decisions, proofs, totals, norms } = plan;
  if (!Array.isArray(communities) || !communities.every(isCommunity)) return null;
  return {
    communities: (communities as LayoutPlan['communities']).map((one) => ({
      id: one.id,
      name: one.name ?? one.id,
      isNew: one.isNew === true,
      grids: one.grids,
      households: one.households ?? null,
      residents: one.residents ?? null,
      from: one.from ?? null,
    })),
    decisions: decisions ?? null,
    proofs: proofs ?? null,
    totals: totals ?? null,
    norms: norms ?? null,
  };
}

/**
 * A plan as a table 网格编码 · 调整后社区. Grids that are not listed stay where they are. A name that no community of the
 * grid's subdistrict has is a new community. `null` where no table has both columns.
 */
export function claimInTables(datasets: readonly Dataset[], city: LayoutCity): PlanClaim | null {
  const rows = datasets
    .flatMap(({ records }) => records.filter(({ kind }) => kind.id === 'move'))
    .flatMap(({ records }) => records)
    .filter((record) => record.text('gridCode') !== '' && record.text('toCommunity') !== '');
  if (rows.length === 0) return null;
  const wanted = new Map<string, string>();
  const unknown: { readonly grid: string; readonly to: string }[] = [];
  const ids = new Map(city.grids.map(({ id }) => [foldText(id), id]));
  for (const row of rows) {
    const [grid, to] = [row.text('gridCode'), row.text('toCommunity')];
    const id = ids.get(foldText(grid));
    if (id === undefined || wanted.has(id)) unknown.push({ grid: id ?? grid, to });
    else wanted.set(id, to);
  }
  const members = new Map<string, string[]>();
  const put = (community: string, grid: string) =>
    members.set(community, [...(members.get(community) ?? []), grid]);
  for (const { id, community } of city.grids) {
    const own = city.communities[community];
    const to = wanted.get(id);
    put(to === undefined ? (own?.id ?? '') : communityCalled(to, own?.subdistrict ?? '', city), id);
  }
  for (const { grid, to } of unknown) put(communityCalled(to, '', city), grid);
  for (const { id, grids } of city.communities)
    if (grids.length === 0) members.set(id, members.get(id) ?? []);
  const existing = new Map(city.communities.map(({ id, name }) => [id, name]));
  return {
    communities: [...members].map(([id, grids]) => ({
      id,
      name: existing.get(id) ?? id,
      isNew: !existing.has(id),
      grids,
      households: null,
      residents: null,
      from: null,
    })),
    decisions: null,
    proofs: null,
    totals: null,
    norms: null,
  };
}

function communityCalled(name: string, subdistrict: string, { communities }: LayoutCity): string {
  const key = foldText(name);
  const named = communities.filter((one) => foldText(one.id) === key || foldText(one.name) === key);
  const here =
    named.find((one) => one.subdistrict === subdistrict) ?? (named.length === 1 ? named[0] : undefined);
  return here?.id ?? name;
}
