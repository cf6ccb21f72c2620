/** A file sent to a thread; the answer is its `CheckedFile`. */
export interface FileToCheck {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}
