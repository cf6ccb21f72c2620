import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LayoutPlan } from '../src/model/layout.ts';
import { planLayout } from '../src/plan/layout/plan.ts';
import { NORMS, planningCity, smallCity } from './support/layout-city.ts';
import { ROOT } from './support/paths.ts';
import { planMistakes } from './support/plan-schema.ts';
import { jianfu } from './support/run.ts';

const STREET = path.join(ROOT, 'fixtures/layout/street');

describe('jianfu layout plan --alternatives', () => {
  const ask = (...more: string[]) => jianfu(['layout', 'plan', STREET, '--policy', 'hohhot', ...more]);

  it('says which constraint binds, and what a division would be without it', () => {
    const { stdout } = ask('--alternatives', '5', '--out', 'json');
    const plan = JSON.parse(stdout) as LayoutPlan;
    expect(planMistakes(plan)).toBe('');
    const bindings = Object.fromEntries(
      plan.decisions.flatMap(({ name, bindings: own }) =>
        own.map(({ constraint, parts, price }) => [`${name} ${constraint}`, [parts, price]]),
      ),
    );
    // 己 4500 without its river: 2500 and 2000 (200 m, 2 × 500 off, 2000 … move); 巳 4400 without 和平里: 1600 with the centre.
    expect(Object.keys(bindings).sort()).toEqual(['丑社区 range', '己社区 barrier', '巳社区 unit'].sort());
    expect(bindings['己社区 barrier']).toEqual([2, 2 * 2000 + 5 * 2 * 500 + 2 * 5 * 2000]);
    expect(ask('--out', 'json', '--alternatives', 'x').code).toBe(2);
    const told = ask('--alternatives', '5', '--lang', 'en').stdout.replace(/\s+/gu, ' ');
    expect(told).toContain('without it there is a division into 2');
  });

  it('offers divisions that differ, at the plan’s own price and within the share asked for', () => {
    for (const seed of [1, 3]) {
      const city = planningCity(smallCity(seed));
      const common = { city, norms: NORMS, mode: 'split' as const, policy: [], asOf: '2026-01-01' };
      const plan = planLayout({ ...common, alternatives: 100 });
      const plain = planLayout(common);
      expect(plan.communities).toEqual(plain.communities);
      expect(plain.decisions.flatMap(({ alternatives }) => alternatives)).toEqual([]);
      for (const { proof, alternatives, into, households } of plan.decisions) {
        for (const one of alternatives) {
          const [count, total] = [one.parts.length, households ?? 0];
          const off = one.parts.reduce((sum, part) => sum + Math.abs(count * part - total), 0);
          const { balance, move } = NORMS;
          expect(one.price).toBe(count * one.boundary + balance * off + count * move * one.moved);
          expect(one.price).toBeGreaterThanOrEqual(proof?.bound ?? 0);
          expect(one.price).toBeLessThanOrEqual(2 * (proof?.price ?? 0));
          expect(one.grids.length).toBeGreaterThan(0);
          expect(one.parts.length).toBe(into.length);
          expect(one.parts.reduce((sum, part) => sum + part, 0)).toBe(households);
        }
      }
    }
  });
});
