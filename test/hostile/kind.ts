/** A file that someone could send, by mistake or on purpose, with the one right answer to it. */
export interface Kind {
  /** Short and stable; the name of the case in reports. */
  readonly id: string;
  /** What is wrong with it, for whoever has to mend a reader. */
  readonly what: string;
  /** As it would be named in a mailbox. The name must not matter. */
  readonly file: string;
  readonly bytes: () => Buffer;
  /** As `answerOf` words it: `refused REASON args`, or `read N cells` with every finding. */
  readonly answer: string;
}

/** Shorthand for tables of kinds: what a group of files is called and what most of them are answered. */
export function kindsOf(
  file: string,
  rows: readonly (readonly [id: string, what: string, bytes: () => Buffer, answer: string])[],
): Kind[] {
  return rows.map(([id, what, bytes, answer]) => ({ id, what, file, bytes, answer }));
}

/** The list of the sound workbook, with nothing to say about it. */
export const SOUND = 'read 13 cells';
export const damaged = (part: string): string => `refused damaged part=${part}`;
