import {
  at,
  cellFault,
  claim,
  claimList,
  type Draft,
  type Fault,
  has,
  head,
  pickList,
  pickRow,
  textOf,
} from './draft.ts';
import { syntheticItem, toRow } from './lists.ts';
import type { ListKind, Mark } from './types.ts';

const TEXT_LISTS: readonly ListKind[] = ['own', 'assist', 'refuse'];
const DUTIES: readonly ListKind[] = ['own', 'assist'];

const duplicate: Fault = {
  id: 'duty-item-duplicate',
  plant: (draft) => {
    const list = pickList(draft, TEXT_LISTS);
    if (!list) return null;
    const first = pickRow(draft, list);
    const second = pickRow(draft, list, (_, i) => i !== first);
    if (first < 0 || second < 0) return null;
    const [early, late] = first < second ? [first, second] : [second, first];
    const row = list.rows[late];
    const text = textOf(list.rows[early], 'text');
    // Half of them differ by the closing stop only: the eye misses those.
    const other = text.endsWith('。') ? text.slice(0, -1) : `${text}。`;
    if (row) row.text = draft.rng.next() < 0.5 ? text : other;
    return [at('duty-item-duplicate', list.kind, late, 'text', `与第${early + 1}条相同`)];
  },
};

const inTwoLists: Fault = {
  id: 'duty-item-in-two-lists',
  plant: (draft) => {
    const from = pickList(draft, ['own']);
    const to = pickList(draft, ['assist', 'refuse']);
    if (!from || !to) return null;
    const source = pickRow(draft, from);
    const target = pickRow(draft, to);
    const row = to.rows[target];
    if (source < 0 || !row) return null;
    row.text = textOf(from.rows[source], 'text');
    return [at('duty-item-in-two-lists', to.kind, target, 'text', '同一事项也在履职清单')];
  },
};

const MISSING = 'certificate-missing';

const count: Fault = {
  id: 'duty-item-count',
  plant: (draft) => {
    const list = pickList(draft, ['own', 'assist', 'refuse', 'certificate']);
    if (!list || !claim(draft, `count/${list.kind}`)) return null;
    const last = list.rows.at(-1);
    if (!last) return null;
    if (list.kind === 'certificate' || draft.rng.next() < 0.5) {
      list.rows.pop();
      const marks = [head('duty-item-count', list.kind, '少一条')];
      // A list has one finding for all the names it lacks, so a second loss adds none.
      const lacks = list.kind === 'certificate' && claim(draft, 'missing');
      return lacks ? [...marks, head(MISSING, list.kind, `缺${textOf(last, 'text')}`)] : marks;
    }
    const extra = toRow(syntheticItem(list.kind, draft.sub.unit, 90), list.kind, Number(last.serial) + 1);
    list.rows.push({ ...extra, category: last.category ?? null });
    return [head('duty-item-count', list.kind, '多一条')];
  },
};

const declared: Fault = {
  id: 'duty-item-count-declared',
  plant: (draft) => {
    if (draft.layout.declares === 'nowhere') return null;
    const list = pickList(draft, TEXT_LISTS);
    if (!list || !claim(draft, `declared/${list.kind}`)) return null;
    const groups = [...new Set(list.rows.map((row) => textOf(row, 'category')))];
    const group = draft.layout.declares === 'category' ? draft.rng.pick(groups) : null;
    const real = list.rows.filter((row) => group === null || row.category === group).length;
    list.declared = { group, count: real + draft.rng.int(2, 4) };
    const anchor = { at: 'declared', table: list.kind, group } as const;
    return [{ rule: 'duty-item-count-declared', anchor, note: `写${list.declared.count}项，下有${real}行` }];
  },
};

const titleMismatch: Fault = {
  id: 'duty-list-title-mismatch',
  plant: (draft) => {
    const own = draft.sub.lists.find((list) => list.kind === 'own');
    if (!own || !claimList(draft, 'own')) return null;
    own.rows.forEach((row, i) => {
      row.text = `${syntheticItem('assist', draft.sub.unit, i + 1).text}（二）`;
    });
    return [head('duty-list-title-mismatch', 'own', '履职标题下全是协助事项')];
  },
};

/** Own and assisted rows change places: both titles are wrong and both counts with them. */
export const swapLists: Fault = {
  id: 'duty-list-swapped',
  plant: (draft) => {
    const [own, assist] = draft.sub.lists;
    const edited = ['count', 'declared', 'header'].flatMap((what) => [`${what}/own`, `${what}/assist`]);
    if (edited.some((key) => draft.claims.has(key))) return null;
    if (!own || !assist || !claimList(draft, 'own') || !claimList(draft, 'assist')) return null;
    const word = own.rows[0]?.kind ?? null;
    const other = assist.rows[0]?.kind ?? null;
    [own.rows, assist.rows] = [assist.rows, own.rows];
    for (const row of own.rows) row.kind = word;
    for (const row of assist.rows) row.kind = other;
    return (['own', 'assist'] as const).flatMap((kind): Mark[] => [
      head('duty-list-title-mismatch', kind, '标题与内容对调'),
      head('duty-item-count', kind, '标题与内容对调'),
    ]);
  },
};

const FORBIDDEN: Readonly<Record<'own' | 'assist', readonly string[]>> = {
  own: [
    '牵头开展辖区拆违工作',
    '负责辖区环境整治工作',
    '接受职能部门单独考核',
    '落实一票否决事项',
    '完成经济创收任务',
  ],
  assist: ['协助完成招商引资任务', '协助做好协税护税工作', '协助完成经济创收任务'],
};

const forbidden: Fault = {
  id: 'duty-item-forbidden',
  plant: (draft) => {
    const list = pickList(draft, DUTIES);
    if (!list || !claim(draft, `forbidden/${list.kind}`)) return null;
    const r = pickRow(draft, list);
    const row = list.rows[r];
    if (!row) return null;
    row.text = draft.rng.pick(FORBIDDEN[list.kind === 'own' ? 'own' : 'assist']);
    return [at('duty-item-forbidden', list.kind, r, 'text', '不得由社区承担')];
  },
};

// Only where there is no basis column: a law cited in the row would soften the finding.
const noBasis = (draft: Draft): boolean => !has(draft, 'own', 'basis') && !has(draft, 'assist', 'basis');

const certificateForbidden: Fault = cellFault(
  'certificate-forbidden',
  DUTIES,
  'text',
  (old, d) =>
    `${old.startsWith('协助') ? '协助' : ''}${d.rng.pick(['出具居民婚姻状况证明', '出具无犯罪记录证明'])}`,
  '职责清单要求出具清单内的证明',
  (draft) => noBasis(draft) && claim(draft, 'certificate-forbidden'),
);

const notInCatalogue: Fault = {
  id: 'certificate-not-in-catalogue',
  plant: (draft) => {
    const list = pickList(draft, ['certificate']);
    if (!list || !claim(draft, 'missing')) return null;
    const r = pickRow(draft, list);
    const row = list.rows[r];
    if (!row) return null;
    const gone = textOf(row, 'text');
    row.text = draft.rng.pick(['银行存折遗失证明', '转学证明', '失业证明']);
    return [
      at('certificate-not-in-catalogue', 'certificate', r, 'text', `${row.text}不在目录`),
      head(MISSING, 'certificate', `缺${gone}`),
    ];
  },
};

export const LIST_FAULTS: readonly Fault[] = [
  duplicate,
  inTwoLists,
  count,
  declared,
  titleMismatch,
  forbidden,
  certificateForbidden,
  notInCatalogue,
];
