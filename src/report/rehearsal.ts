import type { Origin } from '../model/origin.ts';
import type { Finding, RuleState, Run } from '../model/run.ts';

/** What a draft pack would change for the files at hand, rule by rule. */
export interface Rehearsal {
  readonly files: number;
  readonly rules: readonly RehearsedRule[];
}

export interface RehearsedRule {
  readonly rule: string;
  /** How the rule ended under the draft; `null` where the draft does not have it in force. */
  readonly state: RuleState | null;
  readonly added: number;
  readonly gone: number;
  readonly kept: number;
  /** Files with a finding of this rule under the draft, of those that were read. */
  readonly flagged: number;
  /** Of the new findings, else of those that go, else of those that stay. */
  readonly samples: readonly Origin[];
}

const SAMPLES = 3;

/** Holds the run under a draft against the run under what is in force. Findings are the same if their fingerprints are. */
export function rehearsalOf(draft: Run, base: Run): Rehearsal {
  const before = new Set(base.findings.map(({ fingerprint }) => fingerprint));
  const after = new Set(draft.findings.map(({ fingerprint }) => fingerprint));
  const states = new Map(draft.rules.map(({ id, state }) => [id, state]));
  const ids = [...new Set([...states.keys(), ...base.findings.map(({ rule }) => rule)])];
  return {
    files: draft.inputs.filter(({ state }) => state === 'read').length,
    rules: ids.map((rule) => {
      const own = draft.findings.filter((finding) => finding.rule === rule);
      const added = own.filter(({ fingerprint }) => !before.has(fingerprint));
      const gone = base.findings.filter(
        (finding) => finding.rule === rule && !after.has(finding.fingerprint),
      );
      const [shown = []] = [added, gone, own].filter((findings) => findings.length > 0);
      return {
        rule,
        state: states.get(rule) ?? null,
        added: added.length,
        gone: gone.length,
        kept: own.length - added.length,
        flagged: new Set(own.map(fileOf)).size,
        samples: shown.slice(0, SAMPLES).flatMap(({ origins: [origin] }) => origin ?? []),
      };
    }),
  };
}

function fileOf({ origins: [origin] }: Finding): string {
  return origin?.file ?? '';
}
