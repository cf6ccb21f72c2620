import type { PolicyPack } from '../model/policy.ts';

/** What a rule makes of a pack's words before it looks at any text: made once, however many tables there are. */
export function perPack<T>(make: (policy: PolicyPack) => T): (policy: PolicyPack) => T {
  const made = new WeakMap<PolicyPack, { readonly value: T }>();
  return (policy) => {
    const known = made.get(policy) ?? { value: make(policy) };
    made.set(policy, known);
    return known.value;
  };
}
