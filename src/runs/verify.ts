import { canonicalText, digestOf } from '../model/digest.ts';
import type { Finding, Run } from '../model/run.ts';
import type { Verification } from '../model/verification.ts';

/** Told by themselves, with names and numbers. */
const TOLD_APART: readonly (keyof Run)[] = ['tool', 'seal', 'findings'];

/** A saved run beside the run made again of the files that are still there. */
export function verification(saved: Run, again: Run, besides: readonly string[]): Verification {
  const now = new Map(again.inputs.map((input) => [input.path, input]));
  const parts = new Set([...Object.keys(saved), ...Object.keys(again)] as (keyof Run)[]);
  const missing = saved.inputs.filter(({ path }) => !now.has(path)).map(({ path }) => path);
  const changed = saved.inputs
    .filter(({ path, sha256 }) => now.has(path) && now.get(path)?.sha256 !== sha256)
    .map(({ path }) => path);
  const [versionBefore, versionNow] = [saved.tool.version, again.tool.version];
  return {
    seal: saved.seal.code,
    sealNow: again.seal.code,
    isSame: saved.seal.code === again.seal.code,
    tool: versionBefore === versionNow ? null : { before: versionBefore, now: versionNow },
    policy: differing(saved.seal.policy, again.seal.policy),
    missing,
    changed,
    besides,
    onlyBefore: without(saved.findings, again.findings),
    onlyNow: without(again.findings, saved.findings),
    parts: [...parts].filter((part) => {
      const isTold = TOLD_APART.includes(part) || (part === 'inputs' && missing.length + changed.length > 0);
      return !isTold && digestOf(saved[part]) !== digestOf(again[part]);
    }),
  };
}

function differing(
  before: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
): readonly string[] {
  const parts = new Set([...Object.keys(before), ...Object.keys(now)]);
  return [...parts].filter((part) => before[part] !== now[part]);
}

function without(findings: readonly Finding[], others: readonly Finding[]): readonly Finding[] {
  const known = new Set(others.map(canonicalText));
  return findings.filter((finding) => !known.has(canonicalText(finding)));
}
