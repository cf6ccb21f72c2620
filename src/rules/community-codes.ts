/** A well-formed community code (统计用区划代码) cut at its levels. */
export interface CommunityCode {
  readonly digits: string;
  /** Everything above the community: province to subdistrict. */
  readonly parent: string;
  readonly subdistrict: string;
  readonly community: string;
}

/** Subdistrict and community, the two lowest levels, have this many digits each. */
export const LEVEL_DIGITS = 3;

/** `null` when the code is not exactly `length` digits; full-width digits count as digits. */
export function splitCode(written: string, length: number): CommunityCode | null {
  const digits = written.normalize('NFKC').trim();
  if (digits.length !== length || !/^\d+$/u.test(digits)) return null;
  const parent = digits.slice(0, -LEVEL_DIGITS);
  return {
    digits,
    parent,
    subdistrict: parent.slice(-LEVEL_DIGITS),
    community: digits.slice(-LEVEL_DIGITS),
  };
}

/** A level of noughts: the code stops above it. */
export function isBlankLevel(level: string): boolean {
  return /^0+$/u.test(level);
}
