import { copyFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { TEXTS } from './texts.ts';
import { UsageError } from './usage-error.ts';

/**
 * Files that are written all or not at all. They are put into a folder beside the first target and moved in one go, which nothing
 * interrupts; whoever stops the program before finds neither them nor the folder.
 */
export class OutputSet {
  private readonly staged: { readonly from: string; readonly target: string }[] = [];
  private readonly folder: string;
  private readonly discard = () => rmSync(this.folder, { recursive: true, force: true });

  /** `beside` is the file or folder that is to be written. */
  constructor(beside: string) {
    const { dir, base } = path.parse(path.resolve(beside));
    const isFolder = statSync(beside, { throwIfNoEntry: false })?.isDirectory() === true;
    this.folder = path.join(isFolder ? beside : dir, `.${base}.jianfu-${process.pid}`);
    process.once('exit', this.discard);
  }

  async add(target: string, bytes: Buffer | string): Promise<void> {
    const from = path.join(this.folder, String(this.staged.length));
    try {
      await mkdir(this.folder, { recursive: true });
      await writeFile(from, bytes);
    } catch (error) {
      throw cannotWrite(target, error);
    }
    this.staged.push({ from, target });
  }

  /** Moves all to where they belong, without giving a signal a chance in between. */
  commit(): void {
    for (const { from, target } of this.staged) {
      try {
        mkdirSync(path.dirname(target), { recursive: true });
        move(from, target);
      } catch (error) {
        throw cannotWrite(target, error);
      }
    }
    this.staged.length = 0;
    this.discard();
    process.off('exit', this.discard);
  }
}

/** A target on another disk cannot be moved to, only copied. */
function move(from: string, target: string): void {
  try {
    renameSync(from, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    copyFileSync(from, target);
  }
}

function cannotWrite(target: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  return code === undefined ? error : new UsageError(TEXTS.cannotWrite, { path: target, code });
}
