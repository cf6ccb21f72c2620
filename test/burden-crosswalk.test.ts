import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { casesOf } from '../bench/matching/corpus.ts';
import { measure } from '../bench/matching/measure.ts';
import { answersOf } from '../bench/matching/ours.ts';
import { policyOf } from '../src/cli/policy.ts';
import type { BurdenChange, ListedItem } from '../src/model/burden.ts';
import { foldText } from '../src/model/text.ts';
import { crosswalk } from '../src/plan/burden/crosswalk.ts';
import { EssenceReader } from '../src/plan/burden/essence.ts';
import { type Phrasing, phrasingOf } from '../src/plan/burden/phrasing.ts';

let phrasing: Phrasing;
let reader: EssenceReader;
beforeAll(async () => {
  phrasing = phrasingOf((await policyOf('base', null)).catalogues);
  reader = new EssenceReader(phrasing);
});

/** `list: text`, or `text` alone for an item one assists with. */
function items(...written: string[]): ListedItem[] {
  return written.map((line, index) => {
    const [, list = 'assist', text = ''] = /^(?:([a-z-]+): )?(.*)$/u.exec(line) ?? [];
    const at = {
      file: 'f',
      sheet: 's',
      row: index + 1,
      column: 1,
      a1: `A${index + 1}`,
      header: null,
      key: text,
      role: 'here',
    } as const;
    return {
      unit: '',
      list,
      text,
      key: foldText(text),
      category: '',
      department: '',
      basis: '',
      disposition: '',
      timesAYear: null,
      minutes: null,
      communities: 1,
      at,
    };
  });
}

function told(
  before: readonly string[],
  after: readonly string[],
  decisions: Parameters<typeof crosswalk>[2] = [],
): string[] {
  const changes = crosswalk({ before: items(...before), after: items(...after) }, reader, decisions);
  return changes.map(line);
}

function line({ kind, before, after, certain, reason }: BurdenChange): string {
  const texts = (side: readonly ListedItem[]) => side.map(({ text }) => text).join('+');
  return `${kind}${certain ? '' : '?'} ${texts(before)} → ${texts(after)} (${reason.id})`;
}

describe('what became of an item', () => {
  it('is told by its content, not by its frame or its place', () => {
    expect(
      told(
        ['协助做好社区矫正工作', '协助做好公共卫生工作'],
        ['配合开展公共卫生有关工作', '协助做好社区矫正工作'],
      ),
    ).toEqual([
      'kept 协助做好社区矫正工作 → 协助做好社区矫正工作 (same-text)',
      'reworded 协助做好公共卫生工作 → 配合开展公共卫生有关工作 (same-content)',
    ]);
  });

  it.each([
    ['协助开展经济普查', '协助开展人口普查'],
    ['协助做好老年人权益保障工作', '协助做好残疾人权益保障工作'],
    ['协助做好公共卫生工作', '协助做好环境卫生工作'],
    ['协助做好社区教育工作', '协助做好家庭教育工作'],
  ])('%s and %s are two duties, near as their letters are', (before, after) => {
    expect(told([before], [after])).toEqual([
      `removed ${before} →  (no-counterpart)`,
      `added  → ${after} (no-counterpart)`,
    ]);
  });

  it('may be that it moved, also with another verb', () => {
    expect(told(['assist: 协助推行居务公开'], ['perform: 推行居务公开'])).toEqual([
      'moved 协助推行居务公开 → 推行居务公开 (same-content)',
    ]);
  });

  it('may be that several became one, or one several', () => {
    const parts = [
      '协助做好老年人权益保障工作',
      '协助做好残疾人权益保障工作',
      '协助做好未成年人权益保障工作',
    ];
    const whole = '协助做好老年人、残疾人、未成年人权益保障工作';
    expect(told(parts, [whole])).toEqual([`merged ${parts.join('+')} → ${whole} (parts)`]);
    expect(told([whole], parts)).toEqual([`split ${whole} → ${parts.join('+')} (parts)`]);
    expect(told(['协助征兵', '协助征兵'], ['协助征兵'])).toEqual([
      'merged 协助征兵+协助征兵 → 协助征兵 (duplicate)',
    ]);
  });

  it('is traced to what was taken back and to what is barred, each where a list says so', () => {
    expect(
      told(
        ['perform: 开展招商引资', '协助做好行政审批事项核验', '协助做好犬只登记'],
        ['not-undertake: 不得摊派招商引资任务指标', 'withdrawn: 行政审批事项核验'],
      ),
    ).toEqual([
      'removed 开展招商引资 →  (now-barred)',
      'taken-back 协助做好行政审批事项核验 →  (now-withdrawn)',
      'removed 协助做好犬只登记 →  (no-counterpart)',
      'added  → 不得摊派招商引资任务指标 (no-counterpart)',
      'added  → 行政审批事项核验 (no-counterpart)',
    ]);
    expect(told(['not-undertake: 协税护税'], ['perform: 协税护税'])).toContain(
      'added  → 协税护税 (was-barred)',
    );
  });

  it('is what a person decided, for as long as both texts stand', () => {
    const [before, after] = ['协助做好综治工作', '协助维护社会治安'];
    const decision = { before: foldText(before), after: foldText(after), same: true };
    expect(told([before], [after])).toHaveLength(2);
    expect(told([before], [after], [decision])).toEqual([`reworded ${before} → ${after} (reviewed)`]);
    const same = ['协助做好征兵工作', '配合开展征兵'] as const;
    expect(
      told([same[0]], [same[1]], [{ before: foldText(same[0]), after: foldText(same[1]), same: false }]),
    ).toHaveLength(2);
  });
});

describe('whatever the lists', () => {
  const word = fc.constantFrom(
    '协助',
    '做好',
    '老年人',
    '残疾人',
    '经济',
    '人口',
    '普查',
    '保障',
    '宣传',
    '、',
    '工作',
    '登记',
  );
  const list = fc.array(
    fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join('')),
    { maxLength: 12 },
  );

  it('every item of both versions is in exactly one change', () => {
    fc.assert(
      fc.property(list, list, (before, after) => {
        const versions = { before: items(...before), after: items(...after) };
        const changes = crosswalk(versions, reader);
        const seen = (side: 'before' | 'after') =>
          changes.flatMap((change) => change[side]).map(({ at }) => at.a1);
        expect(seen('before').sort()).toEqual(versions.before.map(({ at }) => at.a1).sort());
        expect(seen('after').sort()).toEqual(versions.after.map(({ at }) => at.a1).sort());
      }),
      { numRuns: 200 },
    );
  });

  it('a list held against itself changed nowhere', () => {
    fc.assert(
      fc.property(list, (texts) => {
        const versions = { before: items(...texts), after: items(...texts) };
        expect(crosswalk(versions, reader).every(({ kind }) => kind === 'kept')).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});

describe('the collection of known changes', () => {
  it('is answered as well as published within the noise of fewer cases, also on the items that were set aside', () => {
    for (const [part, single, grouped] of [
      ['tuning', 0.96, 0.93],
      ['aside', 0.93, 0.93],
    ] as const) {
      const found = measure(casesOf(part, 20, 1), answersOf(phrasing));
      expect(found.single.f1, part).toBeGreaterThan(single);
      expect(found.grouped.f1, part).toBeGreaterThan(grouped);
      expect(found.open, part).toBeLessThan(0.03);
      expect(found.unlike.pairs, part).toBeGreaterThan(100);
      expect(found.unlike.taken / found.unlike.pairs, part).toBeLessThan(0.04);
    }
  });
});
