import { Worker } from 'node:worker_threads';
import {
  type CheckedFile,
  type CheckSettings,
  checkFile,
  checkOnce,
  checkOpened,
  type Work,
} from '../check-file.ts';
import type { InputFile } from '../read/inputs.ts';
import { sha256Of } from '../read/opened.ts';
import type { Rule } from '../rules/define.ts';
import type { FileToCheck } from './messages.ts';

/** Bundled beside this file in `dist/`; a thread cannot run TypeScript. */
const ENTRY = new URL('./thread.js', import.meta.url);

/**
 * Checks files in `count` threads. Each takes the next file when it is done with one; the answer is in the order of
 * `files`, whoever was first. A thread that dies takes its file with it, as a fault, and no other.
 */
export async function checkInThreads(
  work: Work,
  count: number,
  entry: URL = ENTRY,
): Promise<readonly CheckedFile[]> {
  const { files, onProgress } = work;
  const checked: CheckedFile[] = [];
  let next = 0;
  let done = 0;
  const takeFiles = async () => {
    // A thread is begun when there is something that is not known yet.
    let thread: CheckThread | null = null;
    const threadAtWork = () => {
      if (thread === null || thread.isDead) thread = new CheckThread(work.settings, entry);
      return thread;
    };
    while (next < files.length) {
      const index = next++;
      const file = files[index] as InputFile;
      checked[index] = await checkWith(threadAtWork, file, work);
      onProgress(++done, file);
    }
    (thread as CheckThread | null)?.end();
  };
  await Promise.all(Array.from({ length: Math.min(count, files.length) }, takeFiles));
  return checked;
}

async function checkWith(threadAtWork: () => CheckThread, file: InputFile, work: Work): Promise<CheckedFile> {
  const { settings, rules, cache } = work;
  if (file.skipped !== null) return await checkFile(file, settings, rules);
  let bytes: Buffer;
  try {
    bytes = await file.bytes();
  } catch (error) {
    return await checkFile({ ...file, bytes: () => Promise.reject(error) }, settings, rules);
  }
  const sha256 = cache === null ? null : sha256Of(bytes);
  return await checkOnce(file.path, sha256, cache, () =>
    checkIn(threadAtWork(), file, bytes, settings, rules),
  );
}

async function checkIn(
  thread: CheckThread,
  file: InputFile,
  bytes: Buffer,
  settings: CheckSettings,
  rules: readonly Rule[],
): Promise<CheckedFile> {
  try {
    return await thread.check(file.path, bytes);
  } catch (error) {
    const opened = { bytes: bytes.length, sha256: null, workbook: () => Promise.reject(error) };
    return await checkOpened(file, opened, settings, rules);
  }
}

class CheckThread {
  private readonly worker: Worker;
  private pending: Pending | null = null;
  isDead = false;

  constructor(settings: CheckSettings, entry: URL) {
    this.worker = new Worker(entry, { workerData: settings });
    this.worker.on('message', (checked: CheckedFile) => this.pending?.resolve(checked));
    this.worker.on('error', (error) => this.die(error));
    this.worker.on('exit', (code) => this.die(new Error(`a thread ended with ${code}`)));
  }

  check(path: string, content: Buffer): Promise<CheckedFile> {
    return new Promise((resolve, reject) => {
      this.pending = { resolve, reject };
      // A copy of its own, as small buffers share their memory with others.
      const bytes = new Uint8Array(content);
      const message: FileToCheck = { path, bytes };
      this.worker.postMessage(message, [bytes.buffer]);
    });
  }

  end(): void {
    void this.worker.terminate();
  }

  private die(error: Error): void {
    this.isDead = true;
    this.pending?.reject(error);
  }
}

interface Pending {
  readonly resolve: (checked: CheckedFile) => void;
  readonly reject: (error: Error) => void;
}
