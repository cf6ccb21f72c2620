import { readHere } from '../read.ts';
import { UnreadableError } from '../unreadable.ts';
import { FrameReader, toFrame } from './frames.ts';
import { type Answer, flatten, type Submission } from './messages.ts';
import { type Watchdog, watchdog } from './watchdog.ts';

/**
 * The program that reads one file at a time and may be ended at any moment. Submissions come on standard input, answers go to
 * standard output; when the input ends, so does it.
 */
const writeOut = process.stdout.write.bind(process.stdout);
silence();
const watch = await watchdog();
const frames = new FrameReader();
let queue: Promise<void> = send({ kind: 'ready' });
process.stdin.on('data', (piece: Buffer) => {
  for (const submission of frames.push(piece) as Submission[])
    queue = queue.then(() => answer(submission, watch));
});

/** What the library says to people would stand between the answers. The console itself is frozen with everything else. */
function silence(): void {
  const quiet = () => true;
  process.stdout.write = quiet;
  process.stderr.write = quiet;
}

async function answer(submission: Submission, watch: Watchdog): Promise<void> {
  watch.start(submission.limits.seconds, submission.limits.memory);
  const result = toFrame(await resultOf(submission));
  watch.stop();
  await write(result);
}

async function resultOf(submission: Submission): Promise<Answer> {
  const residentBytes = () => process.memoryUsage.rss();
  try {
    const workbook = flatten(await readHere(submission));
    return { kind: 'workbook', workbook, residentBytes: residentBytes() };
  } catch (error) {
    if (error instanceof UnreadableError) {
      const { reason, args } = error;
      return { kind: 'unreadable', unreadable: { reason, args }, residentBytes: residentBytes() };
    }
    const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return { kind: 'failed', error: text, residentBytes: residentBytes() };
  }
}

async function send(answer: Answer): Promise<void> {
  await write(toFrame(answer));
}

function write(bytes: Buffer): Promise<void> {
  return new Promise((resolve) => writeOut(bytes, () => resolve()));
}
