import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Workbook } from '../../model/workbook.ts';
import { overMemory, overTime } from '../limits.ts';
import { ReaderStartError, UnreadableError } from '../unreadable.ts';
import { FrameReader, toFrame } from './frames.ts';
import { type Answer, isAnswer, type Submission, unfold } from './messages.ts';
import { OVER_MEMORY, OVER_TIME } from './watchdog.ts';

/** A start takes a tenth of a second; on a slow disk behind a virus scanner it may take many times that. */
const START_SECONDS = 60;
/** The watchdog ends a file at its limit. Only where it cannot, the program does, this much later. */
const GRACE_SECONDS = 10;
/** A reader that grew is replaced, so that what one file left behind is not held against the next. */
const RETIRE_SHARE = 0.25;
const STDERR_CHARACTERS = 2000;
const MEBIBYTE = 1_048_576;

interface Pending {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/** One child process that reads one file at a time. While it reads, it keeps the program alive; idle, it does not. */
export class ReaderProcess {
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly frames = new FrameReader();
  private pending: Pending | null = null;
  private stderr = '';
  private lastHeard = Date.now();
  private isReady = false;
  /** Nothing may be given to it any more. */
  isSpent = false;

  constructor(memory: number) {
    this.child = spawn(process.execPath, [...FLAGS, `--max-old-space-size=${memory / MEBIBYTE}`, ...ENTRY], {
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
    });
    this.child.stdout.on('data', (piece: Buffer) => this.hear(piece));
    this.child.stderr.on('data', (piece: Buffer) => {
      this.stderr = (this.stderr + piece.toString('latin1')).slice(-STDERR_CHARACTERS);
    });
    // A child that dies while it is written to closes the pipe; how it died is told by `close`.
    this.child.stdin.on('error', () => {});
    this.child.on('error', (error) => this.end(error.message));
    this.child.on('close', (code, signal) => this.end(signal ?? `exit ${code}`));
  }

  /** Resolves with the workbook. Throws `UnreadableError`, and `ReaderStartError` when it cannot be started at all. */
  async read(submission: Submission): Promise<Workbook> {
    this.hold(true);
    try {
      if (!this.isReady) await this.ready();
      const answer = await this.ask(submission);
      if ('residentBytes' in answer && answer.residentBytes > submission.limits.memory * RETIRE_SHARE)
        this.kill();
      return workbookIn(answer);
    } finally {
      this.hold(false);
    }
  }

  kill(): void {
    this.isSpent = true;
    this.child.kill('SIGKILL');
  }

  private async ready(): Promise<void> {
    try {
      await this.expect(START_SECONDS);
      this.isReady = true;
    } catch (error) {
      const said = this.stderr.trim().split('\n').slice(0, 5).join(' ');
      throw new ReaderStartError(`${(error as Error).message}${said === '' ? '' : `: ${said}`}`);
    }
  }

  private async ask(submission: Submission): Promise<Answer> {
    const heard = this.expect(submission.limits.seconds + GRACE_SECONDS);
    this.child.stdin.write(toFrame(submission));
    try {
      return await heard;
    } catch (error) {
      throw this.whyEnded((error as Error).message, submission);
    }
  }

  private whyEnded(how: string, { limits }: Submission): UnreadableError {
    if (how === OVER_TIME || this.stderr.includes(OVER_TIME)) return overTime(limits);
    if (OVER_MEMORY.test(this.stderr)) return overMemory(limits);
    return new UnreadableError('reader-died', { how });
  }

  /** The next answer. The time runs anew with every piece that arrives. */
  private expect(seconds: number): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (this.isSpent) return reject(new Error(this.endedBy));
      const timer = setInterval(() => {
        // The program may itself have been busy: what lies in the pipe is heard before a verdict.
        setImmediate(() => {
          if (this.pending !== null && Date.now() - this.lastHeard >= seconds * 1000) this.end(OVER_TIME);
        });
      }, seconds * 250);
      this.lastHeard = Date.now();
      const settled = () => {
        clearInterval(timer);
        this.pending = null;
      };
      this.pending = {
        resolve: (answer) => {
          settled();
          resolve(answer);
        },
        reject: (error) => {
          settled();
          reject(error);
        },
      };
    });
  }

  private hear(piece: Buffer): void {
    this.lastHeard = Date.now();
    try {
      for (const message of this.frames.push(piece)) {
        if (!isAnswer(message) || this.pending === null) throw new TypeError('not an answer');
        this.pending.resolve(message);
      }
    } catch {
      this.end('garbage');
    }
  }

  private endedBy = '';

  private end(how: string): void {
    if (this.endedBy === '') this.endedBy = how;
    this.kill();
    this.pending?.reject(new Error(how));
  }

  private hold(isBusy: boolean): void {
    const handles = [this.child, this.child.stdin, this.child.stdout, this.child.stderr];
    for (const handle of handles as unknown as { ref?(): void; unref?(): void }[]) {
      if (isBusy) handle.ref?.();
      else handle.unref?.();
    }
  }
}

/** From the source tree the child needs what runs TypeScript; in `dist/` it stands beside this file, bundled. */
const FROM_SOURCE = import.meta.url.endsWith('.ts');
const ENTRY = FROM_SOURCE
  ? ['--import', import.meta.resolve('tsx'), fileURLToPath(new URL('./child.ts', import.meta.url))]
  : [fileURLToPath(new URL('./reader.js', import.meta.url))];
/** Nothing that a file brings about changes what all objects share; a version of Node without the second flag starts all the same. */
const FLAGS = ['--disable-proto=delete', '--frozen-intrinsics', '--no-warnings'].filter((flag) =>
  process.allowedNodeEnvironmentFlags.has(flag),
);

function workbookIn(answer: Answer): Workbook {
  if (answer.kind === 'workbook') return unfold(answer.workbook);
  if (answer.kind === 'unreadable') {
    throw new UnreadableError(answer.unreadable.reason, answer.unreadable.args);
  }
  throw new Error(answer.kind === 'failed' ? answer.error : 'a reader answered out of turn');
}
