import {
  ASSIST,
  CERTIFICATES,
  COMMUNITY_LAW,
  DEPARTMENTS,
  type Item,
  OWN,
  REFUSE,
  VILLAGE_LAW,
} from './items.ts';
import type { Rng } from './prng.ts';
import type { DutyList, ListKind, Row, Unit } from './types.ts';
import { LIST_KINDS } from './types.ts';

/** Rows each list must hold under the city's documents. */
export const COUNTS: Readonly<Record<Unit, Readonly<Record<ListKind, number>>>> = {
  community: { own: 18, assist: 61, refuse: 24, certificate: 20 },
  village: { own: 51, assist: 21, refuse: 9, certificate: 20 },
};

const SYNTHETIC_TOPICS: ReadonlyArray<readonly [string, string]> = [
  ['民生服务', '社区公共服务'],
  ['平安法治', '平安建设'],
  ['城乡建设', '物业服务管理'],
  ['应急管理及消防', '应急演练宣传'],
  ['卫生健康', '健康教育'],
];

const pad = (n: number): string => String(n).padStart(2, '0');

export function syntheticItem(kind: ListKind, unit: Unit, n: number): Item {
  const [category, topic] = SYNTHETIC_TOPICS[n % SYNTHETIC_TOPICS.length] ?? ['民生服务', '社区公共服务'];
  const place = unit === 'village' ? topic.replace('社区', '村级') : topic;
  const law = unit === 'village' ? `${VILLAGE_LAW}第五条` : `${COMMUNITY_LAW}第三条`;
  // The city's own regulation stands beside the law in some rows; its article is part of the synthesis.
  const basis = n % 6 === 0 ? `${law}\n《呼和浩特市街道办事处工作条例》第二条` : law;
  const source = '合成';
  if (kind === 'assist')
    return { source, category, basis, text: `协助开展${place}合成示例事项第${pad(n)}项` };
  if (kind === 'own') return { source, category, basis, text: `开展${place}合成示例事项第${pad(n)}项` };
  const refused = `职能部门职责范围内合成示例事项第${pad(n)}项`;
  return { source, category: '综合政务', basis: REFUSE[0]?.basis ?? '', text: refused };
}

const VILLAGE_OWN: readonly Item[] = OWN.filter((i) => !/社区|居住|居务|业主|组织法|委员会/.test(i.text)).map(
  (i) => ({
    ...i,
    source: `${i.source}，居民改村民`,
    text: i.text.replaceAll('居民', '村民'),
    basis: `${VILLAGE_LAW}第二条`,
  }),
);

const VILLAGE_ASSIST: readonly Item[] = ASSIST.map((i) => ({
  ...i,
  text: i.text.replace('社区教育', '村民教育'),
  basis: i.basis.replaceAll(`${COMMUNITY_LAW}第三条`, `${VILLAGE_LAW}第五条`),
}));

function realItems(kind: ListKind, unit: Unit): readonly Item[] {
  if (kind === 'certificate') return CERTIFICATES;
  if (kind === 'refuse') return REFUSE;
  if (kind === 'own') return unit === 'village' ? VILLAGE_OWN : OWN;
  return unit === 'village' ? VILLAGE_ASSIST : ASSIST;
}

function chooseItems(kind: ListKind, unit: Unit, rng: Rng): Item[] {
  const wanted = COUNTS[unit][kind];
  const real = realItems(kind, unit);
  const keep = new Set(rng.shuffle(real.map((_, i) => i)).slice(0, wanted));
  const chosen = kind === 'refuse' ? real.slice(0, wanted) : real.filter((_, i) => keep.has(i));
  for (let n = 1; chosen.length < wanted; n++) chosen.push(syntheticItem(kind, unit, n));
  const order = [...new Set(chosen.map((i) => i.category))];
  return chosen.sort((a, b) => order.indexOf(a.category) - order.indexOf(b.category));
}

const KIND_WORD: Readonly<Record<ListKind, string>> = {
  own: '履职',
  assist: '协助',
  refuse: '不应承担',
  certificate: '不应出具证明',
};

export function toRow(entry: Item, kind: ListKind, serial: number): Row {
  const lead = DEPARTMENTS[entry.category] ?? '民政局';
  return {
    serial,
    kind: KIND_WORD[kind],
    category: entry.category,
    text: entry.text,
    department: lead,
    cooperating: lead === '民政局' ? '财政局' : '民政局',
    basis: entry.basis,
    communityPart: kind === 'own' ? '按程序办理并公开结果' : '宣传告知、情况报告',
    departmentPart: '业务指导、经费保障',
    remark: null,
  };
}

export type Numbering = 'run' | 'restart';

export function makeLists(unit: Unit, numbering: Numbering, rng: Rng): DutyList[] {
  return LIST_KINDS.map((kind) => {
    const items = chooseItems(kind, unit, rng.fork(kind));
    let serial = 0;
    const rows = items.map((entry, i) => {
      serial = numbering === 'restart' && items[i - 1]?.category !== entry.category ? 1 : serial + 1;
      return toRow(entry, kind, serial);
    });
    return { kind, rows, headers: {}, declared: null, anonymous: false };
  });
}
