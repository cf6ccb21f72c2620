import type { PolicyPack } from '../model/policy.ts';
import type { PackClause } from '../model/run.ts';
import type { ClauseDocument, PackDocuments } from './documents.ts';

export const COVERED = ['checked', 'partly', 'by-hand', 'not-covered'] as const;

/** The ledger of a pack's clauses, and what it leaves out. */
export interface Coverage {
  readonly clauses: readonly ClauseDocument[];
  readonly totals: Readonly<Record<ClauseDocument['covered'], number>>;
  /** Rules that the ledger names and that are not in force on the day. */
  readonly idle: readonly { readonly clause: string; readonly rule: string }[];
  /** Citations of the pack that neither the ledger nor a rule, parameter, catalogue or calendar names. */
  readonly uncited: readonly string[];
  /** Rules in force that rest on a citation of the pack of which the ledger says nothing. */
  readonly unlisted: readonly { readonly rule: string; readonly citation: string }[];
}

/** Holds the ledger of the pack asked for against what is in force on the day. */
export function coverageOf(documents: PackDocuments, policy: PolicyPack): Coverage {
  const clauses = documents.coverage?.clauses ?? [];
  const own = (documents.citations?.citations ?? []).map(({ id }) => id);
  const listed = new Set(clauses.map(({ citation }) => citation));
  const resting = citedIn(documents, policy);
  return {
    clauses,
    totals: Object.fromEntries(
      COVERED.map((state) => [state, clauses.filter(({ covered }) => covered === state).length]),
    ) as Coverage['totals'],
    idle: clauses.flatMap(({ clause, rules = [] }) =>
      rules.filter((rule) => !policy.rules.has(rule)).map((rule) => ({ clause, rule })),
    ),
    uncited: own.filter((id) => !listed.has(id) && !resting.has(id)),
    unlisted: [...policy.rules.values()].flatMap(({ id, citations }) =>
      citations
        .filter((citation) => own.includes(citation) && !listed.has(citation))
        .map((citation) => ({ rule: id, citation })),
    ),
  };
}

/** Citations that anything but the ledger rests on; values of every day count. */
function citedIn({ parameters, catalogue, calendar }: PackDocuments, { rules }: PolicyPack): Set<string> {
  const entries = (catalogue?.catalogues ?? []).flatMap(({ entries = [], add = [] }) => [...entries, ...add]);
  return new Set(
    [
      ...[...rules.values()].flatMap(({ citations }) => citations),
      ...(parameters?.parameters ?? []).flatMap(({ values }) => values.map(({ citation }) => citation)),
      ...(catalogue?.catalogues ?? []).map(({ citation }) => citation),
      ...entries.map((entry) => (typeof entry === 'string' ? undefined : entry.citation)),
      ...(calendar?.years ?? []).map(({ citation }) => citation),
    ].flatMap((id) => id ?? []),
  );
}

/** The ledgers of all layers, the most general first, as a run carries them. */
export function clausesOf(
  layers: readonly PackDocuments[],
  { citations }: PolicyPack,
): readonly PackClause[] {
  return layers.flatMap(({ pack, coverage }) =>
    (coverage?.clauses ?? []).map(({ citation, clause, covered, rules = [], reason = null }) => ({
      pack: pack.id,
      citation: citations.get(citation) ?? null,
      clause,
      covered,
      rules,
      reason,
    })),
  );
}
