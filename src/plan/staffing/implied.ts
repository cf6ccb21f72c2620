import type { FieldRecord } from '../../model/dataset.ts';
import type { PolicyPack } from '../../model/policy.ts';
import type { ImpliedBase } from '../../model/staffing.ts';
import { foldText } from '../../model/text.ts';
import { shortOf } from './counts.ts';

const TEN_THOUSAND = 10_000;

/**
 * The urban residents that a declared ratio stands for, where the submission names the ratio and the workers and not
 * the residents: a ratio of 18.2 was rounded from anything between 18.15 and 18.25. Which claims these are is what the
 * pack's check of the ratio says.
 */
export function impliedBases(
  claims: readonly FieldRecord[],
  policy: PolicyPack,
  norm: number | null,
): ImpliedBase[] {
  const named = (name: string) => claims.filter((row) => foldText(row.text('claim')) === foldText(name));
  return [...policy.checks.values()].flatMap((check) => {
    if (check.method !== 'claim' || check.says !== 'share' || check.unit !== '人/万人') return [];
    const { is, part, whole } = check;
    if (typeof is !== 'string' || typeof part !== 'string' || typeof whole !== 'string') return [];
    if (named(whole).length > 0) return [];
    const [ratioRow] = named(is);
    const workers = named(part)[0]?.quantity('claimed');
    const ratio = ratioRow?.quantity('claimed')?.value;
    if (ratioRow === undefined || ratio == null || ratio <= 0 || workers?.value == null) return [];
    const half = 0.5 * 10 ** -decimalsIn(ratioRow.value('claimed').text);
    const base = {
      low: Math.ceil((workers.low * TEN_THOUSAND) / (ratio + half)),
      high: Math.floor((workers.high * TEN_THOUSAND) / (ratio - half)),
    };
    const count = { low: workers.low, high: workers.high };
    const short = norm === null ? null : shortOf(norm, count, base);
    return [{ workers: workers.value, ratio, base, short, at: ratioRow.at('claimed') }];
  });
}

function decimalsIn(text: string): number {
  return /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
}
