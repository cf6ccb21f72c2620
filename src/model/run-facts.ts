import type { Run } from './run.ts';

/**
 * A run without what only a drawn report carries: the cells around findings, the ledger of clauses. That says nothing
 * new of the files, and one run has the same facts and the same seal whatever reports are asked for.
 */
export function factsOf<R extends Omit<Run, 'seal'>>(run: R): Omit<R, 'excerpts' | 'clauses'> {
  const { excerpts: _, clauses: _clauses, ...facts } = run;
  return facts;
}
