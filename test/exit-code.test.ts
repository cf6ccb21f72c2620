import { describe, expect, it } from 'vitest';
import { exitCode, parseDay } from '../src/cli/check/check.ts';
import type { Finding } from '../src/model/run.ts';

const findings = (...severities: Finding['severity'][]) =>
  severities.map((severity) => ({ severity }) as unknown as Finding);
const fault = { rule: 'serial-gap', file: null, error: 'Error: on purpose' };

describe('exit code', () => {
  it.each([
    [[], 'error', 0],
    [['warning', 'info'], 'error', 0],
    [['error'], 'error', 1],
    [['warning'], 'warning', 1],
    [['info'], 'warning', 0],
    [['error'], 'never', 0],
  ] as const)('%j with --fail-on %s: %i', (severities, failOn, code) => {
    expect(exitCode({ findings: findings(...severities), faults: [] }, failOn)).toBe(code);
  });

  it('a crashed rule is 3, whatever else was found or asked for', () => {
    expect(exitCode({ findings: findings('error'), faults: [fault] }, 'error')).toBe(3);
    expect(exitCode({ findings: [], faults: [fault] }, 'never')).toBe(3);
  });
});

describe('--as-of', () => {
  it('takes days that exist and nothing else', () => {
    expect(parseDay('2024-02-29')).toBe('2024-02-29');
    expect(parseDay(undefined)).toBeNull();
    for (const wrong of ['2023-02-29', '2024-6-1', '2024/06/01', 'today', ''])
      expect(() => parseDay(wrong)).toThrow();
  });
});
