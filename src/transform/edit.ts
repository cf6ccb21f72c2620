/** A cell that is put right. `before` and `after` are what stands in it; a number is written as one. */
export interface Edit {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly before: string;
  readonly after: string | number;
  /** The rules whose findings it clears, in the order they were applied. */
  readonly rules: readonly string[];
  /** The row whose cell in the same column lends its format, where the cell's own would show the value wrongly. */
  readonly formatOf: number | null;
}

/** Edits of one cell, one after the other, as one; those that come to nothing are left out. */
export function mergeEdits(earlier: readonly Edit[], later: readonly Edit[]): Edit[] {
  const merged = new Map<string, Edit>();
  for (const edit of [...earlier, ...later]) {
    const key = keyOf(edit);
    const known = merged.get(key);
    merged.set(key, known === undefined ? edit : joined(known, edit));
  }
  return [...merged.values()].filter(({ before, after }) => before !== after);
}

function joined(first: Edit, second: Edit): Edit {
  return {
    ...second,
    before: first.before,
    rules: [...new Set([...first.rules, ...second.rules])],
    formatOf: second.formatOf ?? first.formatOf,
  };
}

export function keyOf({ sheet, row, column }: Pick<Edit, 'sheet' | 'row' | 'column'>): string {
  return JSON.stringify([sheet, row, column]);
}
