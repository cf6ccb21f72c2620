import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SSF } from 'xlsx';
import { shownNumber, showsPercent } from '../src/model/number-format.ts';

describe('what a person sees of a number', () => {
  it.each<[string, number, string | null]>([
    ['0.00%', 0.4357, '43.57%'],
    ['0%', 0.4357, '44%'],
    ['000000000000', 15_010_200_100, '015010200100'],
    ['0.00', 1.005, '1.01'],
    ['#,##0', 1_234_567, '1,234,567'],
    ['#,##0.00', -1234.5, '-1,234.50'],
    ['0"户"', 1200, '1200户'],
    ['0户', 1200, '1200户'],
    ['0_ ', 5, '5 '],
    ['"约"0', 5, '约5'],
    ['[红色]0', 5, '5'],
    ['[$¥-804]#,##0.00', 5, '¥5.00'],
    ['0;(0)', -5, '(5)'],
    ['0;-0;"无"', 0, '无'],
    ['0', -0.2, '0'],
    ['#.##', 0.5, '.5'],
    ['_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', 1234.5, ' 1,234.50 '],
    ['0.00E+00', 5, null],
    ['# ?/?', 0.5, null],
    ['[>100]0;0.0', 5, null],
    ['0!.0,"万"', 50_000, null],
    ['000-0000', 1_234_567, null],
    ['yyyy', 5, null],
    ['[DBNum1]0', 5, null],
  ])('under %s, %d is %s', (format, value, shown) => {
    expect(shownNumber(value, format)).toBe(shown);
  });

  it('is what the library makes of it', () => {
    // Where the library itself leaves the standard (00.0, ?0, .5 below nought) it is no judge.
    const decimals = fc.constantFrom('', '.0', '.00', '.000', '.0#', '.##');
    const digits = fc.oneof(
      { weight: 4, arbitrary: fc.tuple(fc.constantFrom('0', '##0', '#,##0', '0,000'), decimals) },
      fc.constantFrom(['00'], ['000000'], ['#']),
    );
    const text = fc.constantFrom('', '"户"', ' ', '\\m', '-', '(', '元', '[Red]');
    const behind = fc.constantFrom('', '"户"', '%', ')', '"%"', '元');
    const section = fc.tuple(text, digits, behind).map((parts) => parts.flat().join(''));
    const format = fc.oneof(
      { weight: 3, arbitrary: section },
      fc.tuple(section, section).map((parts) => parts.join(';')),
      fc.tuple(section, section, section).map((parts) => parts.join(';')),
    );
    const value = fc.oneof(
      fc.integer({ min: -10_000_000, max: 10_000_000 }),
      fc
        .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 1, max: 4 }))
        .map(([digits, places]) => Number(`${digits}e-${places}`)),
    );
    let compared = 0;
    fc.assert(
      fc.property(format, value, (code, number) => {
        const shown = shownNumber(number, code);
        // The library keeps the sign of what it has rounded to nothing or puts it behind a text, and rounds what is stored.
        if (number < 0 && !code.includes(';') && !/^[0#[]/.test(code)) return;
        if (shown === null || (number < 0 && !/[1-9]/.test(shown)) || isHalfway(number, code)) return;
        const library = byLibrary(code, number);
        if (library === null) return;
        compared++;
        expect([code, number, shown]).toEqual([code, number, library]);
      }),
      { numRuns: 5000, seed: 20_261_125 },
    );
    expect(compared).toBeGreaterThan(2000);
  });

  it('knows which formats multiply by a hundred', () => {
    const formats = ['0%', '0.00%;-0.00%', '0', '0"%"', '0\\%', 'General', '0%%'];
    expect(formats.filter(showsPercent)).toEqual(['0%', '0.00%;-0.00%']);
  });
});

/** `null` for formats that the library refuses. */
function byLibrary(code: string, number: number): string | null {
  try {
    return SSF.format(code, number);
  } catch {
    return null;
  }
}

/** Whether rounding to the places of one of its sections is a matter of how the number is stored. */
function isHalfway(number: number, code: string): boolean {
  const digits = String(Math.abs(number));
  const decimals = digits.split('.')[1] ?? '';
  return code.split(';').some((section) => {
    const percent = section.replace(/"[^"]*"/g, '').includes('%') ? 2 : 0;
    return digits.endsWith('5') && decimals.length > (/\.([0#?]+)/.exec(section)?.[1]?.length ?? 0) + percent;
  });
}
