import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ROOT } from './paths.ts';

export interface Result {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the real program. The environment is bare, so that the machine's language and colours have no say. */
export function jianfu(
  args: readonly string[],
  options: { cwd?: string; input?: Buffer; env?: Record<string, string> } = {},
): Result {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(ROOT, 'bin/jianfu.js'), ...args],
    {
      cwd: options.cwd ?? ROOT,
      input: options.input ?? Buffer.alloc(0),
      env: { PATH: process.env.PATH ?? '', ...options.env },
      maxBuffer: 256 * 1024 * 1024,
    },
  );
  return { code: status, stdout: stdout.toString('utf8'), stderr: stderr.toString('utf8') };
}
