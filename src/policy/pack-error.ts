/** What is wrong with a pack, as facts; worded by `i18n/pack-errors.ts`. */
export type PackMistake =
  | 'not-found'
  | 'yaml'
  | 'unknown-key'
  | 'missing-key'
  | 'wrong-type'
  | 'not-allowed'
  | 'pattern'
  | 'no-origin'
  | 'unknown-rule'
  | 'unknown-citation'
  | 'circular'
  | 'duplicate-id'
  | 'schema';

/** Thrown when a pack cannot be used. `line` and `column` are 1-based; 0 when the file has no such place. */
export class PackError extends Error {
  constructor(
    readonly mistake: PackMistake,
    readonly place: {
      readonly file: string;
      readonly line: number;
      readonly column: number;
      readonly path: string;
    },
    readonly args: Readonly<Record<string, string | number>> = {},
  ) {
    super(`${place.file}:${place.line}:${place.column} ${mistake} ${place.path} ${JSON.stringify(args)}`);
  }
}
