import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Guard, outcomeOf, outcomesIn } from './hostile/answer.ts';
import type { Kind } from './hostile/kind.ts';
import { KINDS } from './hostile/kinds.ts';

/**
 * Wide enough for a busy machine: what is held here is that every file is answered at all. `bench/hostile.ts` says how fast
 * and in how much memory.
 */
const GUARD: Guard = { seconds: 60, mebibytes: 700 };
/** A file beyond this has a run of its own; smaller ones share one, in which none may spoil another's answer. */
const SMALL_BYTES = 1_000_000;
const SHARE = 50;

const work = mkdtempSync(path.join(tmpdir(), 'hostile-'));
afterAll(() => rmSync(work, { recursive: true }));

const isSmall = ({ id, answer, bytes }: Kind) =>
  answer !== 'exit 2' &&
  !/^bomb|^zip-(?:overlapping|bomb|many|inner)/.test(id) &&
  bytes().length <= SMALL_BYTES;
const small = KINDS.filter(isSmall);
const large = KINDS.filter((kind) => !small.includes(kind));
const shares = Array.from({ length: Math.ceil(small.length / SHARE) }, (_, index) =>
  small.slice(index * SHARE, (index + 1) * SHARE),
);

describe('the kinds of hostile files', () => {
  it('are many, and each has a name of its own', () => {
    expect(KINDS.length).toBeGreaterThan(450);
    expect(new Set(KINDS.map(({ id }) => id)).size).toBe(KINDS.length);
  });
});

describe.each(shares)('together in one run of the real program, from $id on', (...share) => {
  const folder = mkdtempSync(path.join(work, 'share-'));
  let answers: Promise<Map<string, string>> | null = null;
  const run = () => {
    for (const { id, file, bytes } of share) {
      mkdirSync(path.join(folder, id));
      writeFileSync(path.join(folder, id, file), bytes());
    }
    return outcomesIn(folder, { seconds: GUARD.seconds * 5, mebibytes: GUARD.mebibytes });
  };
  for (const kind of share) {
    it(
      `${kind.id}: ${kind.what}`,
      async () => {
        answers ??= run();
        expect((await answers).get(kind.id)).toBe(kind.answer);
      },
      GUARD.seconds * 6000,
    );
  }
});

describe.concurrent('alone in a run of the real program', () => {
  for (const kind of large) {
    it(
      `${kind.id}: ${kind.what}`,
      async () => {
        const folder = path.join(work, kind.id);
        mkdirSync(folder);
        writeFileSync(path.join(folder, kind.file), kind.bytes());
        const { answer } = await outcomeOf(path.join(folder, kind.file), GUARD);
        rmSync(folder, { recursive: true });
        expect(answer).toBe(kind.answer);
      },
      GUARD.seconds * 2000,
    );
  }
});
