import type {
  CommunityAdvice,
  LackId,
  LayoutAdvice,
  LayoutCity,
  LayoutCommunity,
  LayoutNorms,
  SizeClass,
} from '../../model/layout.ts';
import { classOf } from './norms.ts';

/** What can be said from numbers alone; `policy` and `asOf` name where the norms come from. */
export function adviseLayout(
  city: LayoutCity,
  norms: LayoutNorms,
  policy: readonly string[],
  asOf: string,
): LayoutAdvice {
  const communities = city.communities.map((community) => adviceFor(community, norms));
  const classes: Record<SizeClass, number> = { over: 0, watch: 0, standard: 0, under: 0, unknown: 0 };
  for (const { class: size } of communities) classes[size]++;
  const lacks = lacksOf(city, communities);
  return { policy, asOf, norms, classes, communities, lacks, findings: city.findings };
}

function adviceFor(community: LayoutCommunity, norms: LayoutNorms): CommunityAdvice {
  const { id, name, subdistrict, households, residents, isLocked, isOverloaded } = community;
  const size = classOf(households, norms);
  const isDivided = size === 'over' && !isLocked && isOverloaded !== false;
  const parts = isDivided ? Math.ceil((households ?? 0) / norms.high) : 1;
  return {
    community: id,
    name,
    subdistrict,
    class: size,
    households,
    parts,
    fill: Math.round((100 * (households ?? 0)) / (parts * norms.high)),
    workers: workersFor(residents, parts, norms.workersPer10k),
    gridWorkers:
      norms.workersPerGrid === null || community.grids.length === 0
        ? null
        : Math.ceil(community.grids.length * norms.workersPerGrid),
  };
}

const TEN_THOUSAND = 10_000;

/** Every community rounds up for itself, so more communities ask for more people. */
function workersFor(
  residents: number | null,
  parts: number,
  rate: number | null,
): CommunityAdvice['workers'] {
  if (residents === null || rate === null) return null;
  const due = (count: number) => Math.ceil((residents * rate) / (TEN_THOUSAND * count));
  return { before: due(1), after: parts * due(parts) };
}

function lacksOf({ communities, borders }: LayoutCity, advice: readonly CommunityAdvice[]) {
  const isOf = (size: SizeClass, index: number) => advice[index]?.class === size;
  const count = (test: (community: LayoutCommunity, index: number) => boolean) =>
    communities.filter(test).length;
  const lacks: { readonly id: LackId; readonly communities: number }[] = [
    { id: 'lacks-households', communities: count((_, at) => isOf('unknown', at)) },
    { id: 'lacks-grids', communities: count(({ grids }) => grids.length === 0) },
    { id: 'lacks-borders', communities: borders.length === 0 ? communities.length : 0 },
    {
      id: 'lacks-load',
      communities: count(({ isOverloaded }, at) => isOf('over', at) && isOverloaded === null),
    },
    {
      id: 'lacks-mergeable',
      communities: count(({ isMergeable }, at) => isOf('under', at) && isMergeable === null),
    },
  ];
  return lacks.filter((lack) => lack.communities > 0);
}
