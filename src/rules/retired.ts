/** Ids that were once used, each with the rule that took its place. An id is never given to another rule. */
export const RETIRED: Readonly<Record<string, string>> = {};
