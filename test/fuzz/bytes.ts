import fc from 'fast-check';

interface Edit {
  readonly at: number;
  readonly kind: 'flip' | 'cut' | 'repeat' | 'zero' | 'ones';
  readonly length: number;
}

/** One to four places of a file at which bytes are turned, cut, doubled or overwritten. */
export const edits = fc.array(
  fc.record<Edit>({
    at: fc.nat(1_000_000),
    kind: fc.constantFrom('flip', 'cut', 'repeat', 'zero', 'ones'),
    length: fc.integer({ min: 1, max: 40 }),
  }),
  { minLength: 1, maxLength: 4 },
);

export function edited(bytes: Buffer, all: readonly Edit[]): Buffer {
  return all.reduce((now, { at, kind, length }) => {
    const from = at % Math.max(1, now.length);
    const part = now.subarray(from, from + length);
    const rest = now.subarray(from + length);
    if (kind === 'cut') return Buffer.concat([now.subarray(0, from), rest]);
    if (kind === 'repeat') return Buffer.concat([now.subarray(0, from), part, part, rest]);
    const copy = Buffer.from(now);
    if (kind === 'flip') copy[from] = (copy[from] ?? 0) ^ (1 << (length % 8));
    else copy.fill(kind === 'zero' ? 0 : 0xff, from, Math.min(from + length, copy.length));
    return copy;
  }, bytes);
}

/** Numbers that parsers stumble over, in the width of a header field. */
export const badNumber = fc.constantFrom(
  0,
  1,
  2,
  0x7f,
  0xff,
  0x7fff,
  0xffff,
  0x10000,
  0x7fffffff,
  0xfffffffe,
  0xffffffff,
);
