import { digestOf } from '../model/digest.ts';
import type { PolicyPack } from '../model/policy.ts';
import type { Run } from '../model/run.ts';
import { factsOf } from '../model/run-facts.ts';

const DIGITS = 16;

/** The run with its seal, which covers everything that is in it. */
export function sealed(run: Omit<Run, 'seal'>, policy: PolicyPack): Run {
  const digests = policyDigests(policy);
  return { ...run, seal: { code: sealCode(run, digests), policy: digests } };
}

/** The run with a seal that covers what it is now. */
export function resealed(run: Run): Run {
  return { ...run, seal: { ...run.seal, code: expectedCode(run) } };
}

/** The code that a run ought to carry; another one stands in it if anything was changed since. */
export function expectedCode({ seal, ...run }: Run): string {
  return sealCode(run, seal.policy);
}

function sealCode(run: Omit<Run, 'seal'>, policy: Readonly<Record<string, string>>): string {
  return digestOf({ ...factsOf(run), policy }).slice(0, DIGITS);
}

/** What is in force of the packs, part by part, so that a difference can be named. */
export function policyDigests(policy: PolicyPack): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(policy).map(([part, value]) => [part, digestOf(value)]));
}
