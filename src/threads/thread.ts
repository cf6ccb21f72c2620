import { parentPort, workerData } from 'node:worker_threads';
import { type CheckSettings, checkFile } from '../check-file.ts';
import { rulesOf } from '../rules/rules-of.ts';
import type { FileToCheck } from './messages.ts';

/** The other side of `threads.ts`: checks the files it is sent, one at a time, and answers with what each gave. */
const settings = workerData as CheckSettings;
const rules = await rulesOf(settings.policy, { measures: settings.measures === true });

parentPort?.on('message', async ({ path, bytes }: FileToCheck) => {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const file = { path, absolute: '', skipped: null, bytes: () => Promise.resolve(content) };
  parentPort?.postMessage(await checkFile(file, settings, rules));
});
