import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { partOf, readCollection } from '../bench/matching/corpus.ts';
import type { ListedItem } from '../src/model/burden.ts';
import { foldText } from '../src/model/text.ts';
import { EssenceReader } from '../src/plan/burden/essence.ts';
import { overlapsIn } from '../src/plan/burden/overlaps.ts';
import { phrasingOf } from '../src/plan/burden/phrasing.ts';
import { policyOf } from './support/policy.ts';
import { jianfu } from './support/run.ts';

const HEAD = '序号,清单类型,事项名称';

function overlapsOf(rows: readonly string[], policy = 'national'): string[] {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'similar-')), '甲社区.csv');
  writeFileSync(file, [HEAD, ...rows.map((row, index) => `${index + 1},${row}`)].join('\n'));
  const { stdout } = jianfu(['similar', file, '--policy', policy, '--out', 'json']);
  const { units } = JSON.parse(stdout) as {
    units: {
      overlaps: { kind: string; one: { at: { a1: string } }; other: { at: { a1: string } } | null }[];
    }[];
  };
  return units.flatMap(({ overlaps }) =>
    overlaps.map(({ kind, one, other }) => `${kind} ${one.at.a1} ${other?.at.a1 ?? ''}`.trim()),
  );
}

describe('jianfu similar', () => {
  it('finds what says the same in other words, and not what is near in letters alone', () => {
    expect(
      overlapsOf([
        '协助清单,协助做好禁毒宣传',
        '协助清单,配合开展禁毒宣传有关工作',
        '协助清单,协助开展经济普查',
        '协助清单,协助开展人口普查',
      ]),
    ).toEqual(['alike C2 C3']);
  });

  it('lets items be that are told apart by a number', () => {
    expect(
      overlapsOf([
        '协助清单,协助做好第4类禁毒宣传工作',
        '协助清单,配合开展第4类禁毒宣传工作（二）',
        '协助清单,配合开展第4类禁毒宣传',
      ]),
    ).toEqual(['alike C2 C4']);
  });

  it('is right in 19 of 20 that it tells as alike, on the collection with known answers', async () => {
    const { catalogues } = await policyOf('national');
    const known = readCollection().items.filter(({ text }) => partOf(text) === 'tuning');
    const family = new Map<string, string>();
    for (const { text, reworded, unlike } of known) {
      for (const one of [text, ...reworded]) family.set(one, text);
      for (const one of unlike) if (!family.has(one)) family.set(one, one);
    }
    const list = new Map(known.flatMap((one) => [one.text, ...one.reworded].map((text) => [text, one.list])));
    const items = [...family.keys()].map(
      (text) => ({ text, key: foldText(text), list: list.get(text) ?? 'assist' }) as ListedItem,
    );
    const alike = overlapsIn(items, new EssenceReader(phrasingOf(catalogues)), catalogues).filter(
      ({ kind }) => kind === 'alike',
    );
    const right = alike.filter(({ one, other }) => family.get(one.text) === family.get(other?.text ?? ''));
    expect(alike.length).toBeGreaterThan(40);
    expect(right.length / alike.length).toBeGreaterThanOrEqual(0.95);
  });

  it('finds what is part of another item, the part first', () => {
    expect(
      overlapsOf([
        '协助清单,协助做好困难排查、信息报送、宣传引导、公示监督等有关社会救助工作',
        '协助清单,协助做好社会救助工作',
      ]),
    ).toEqual(['contained C3 C2']);
  });

  it('finds what another list bars in other words', () => {
    expect(
      overlapsOf([
        '履职清单,开展招商引资',
        '协助清单,协助出具婚姻状况证明',
        '不应承担清单,不得向社区摊派招商引资任务指标',
        '不应出具证明清单,婚姻状况证明',
      ]),
    ).toEqual(['barred C2 C4', 'barred C3 C5']);
  });

  it('lets be what is assisted with, where only the responsible party is barred', () => {
    const barred = '不应承担清单,不得要求社区作为责任主体开展环境整治';
    expect(overlapsOf(['协助清单,协助做好环境整治', barred])).toEqual([]);
    expect(overlapsOf(['履职清单,开展环境整治', barred])).toEqual(['barred C2 C3']);
  });

  it('finds duties of one’s own among those assisted with, by the words of the pack', () => {
    const rows = [
      '协助清单,负责辖区燃气安全检查',
      '协助清单,协助负责燃气安全检查登记',
      '履职清单,负责居务公开',
    ];
    expect(overlapsOf(rows)).toContain('own-duty C2');
    expect(overlapsOf(rows).filter((one) => one.startsWith('own-duty'))).toHaveLength(1);
    expect(overlapsOf(rows, 'base').some((one) => one.startsWith('own-duty'))).toBe(false);
  });

  it('draws each once with its reason, exits 1 on something and 0 on nothing, in both languages', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'similar-'));
    const lists = [HEAD, '1,协助清单,协助做好禁毒宣传', '2,协助清单,配合开展禁毒宣传有关工作'].join('\n');
    for (const name of ['甲社区.csv', '乙社区.csv']) writeFileSync(path.join(folder, name), lists);
    const { code, stdout } = jianfu(['similar', folder]);
    expect(code).toBe(1);
    expect(stdout).toContain('看了 2 个单位的 4 项：发现 2 处');
    expect(stdout.match(/请核对是否重复/g)).toHaveLength(1);
    expect(jianfu(['similar', folder, '--lang', 'en']).stdout).toContain('the two say much the same');
    writeFileSync(path.join(folder, '甲社区.csv'), [HEAD, '1,协助清单,协助做好禁毒宣传'].join('\n'));
    expect(jianfu(['similar', path.join(folder, '甲社区.csv')])).toMatchObject({ code: 0 });
  });
});
