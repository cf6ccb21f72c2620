import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** What measuring whole processes needs, whatever is measured. */

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** CPU seconds are of the process alone, wall seconds from its start to its end. */
export interface Usage {
  readonly cpu: number;
  readonly wall: number;
  readonly peakMiB: number;
}

export interface Side {
  readonly name: string;
  /** The program; a Node process where there is none. */
  readonly program?: string;
  readonly args: readonly string[];
  /** A check that finds something has not failed. */
  readonly mayFind?: boolean;
}

const PRELOAD = path.join(root, 'bench/usage.mjs');

export function runSide({ program, args, mayFind = false }: Side): Usage {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'usage-')), 'usage.json');
  const full = program === undefined ? ['--import', PRELOAD, ...args] : args;
  const env = { ...process.env, USAGE: file };
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(program ?? process.execPath, full, {
    cwd: root,
    env,
    maxBuffer: 1 << 28,
  });
  const wall = Number(process.hrtime.bigint() - start) / 1e9;
  if (status !== 0 && !(mayFind && status === 1))
    throw new Error(`${args.join(' ')}: exit ${status}\n${stderr}`);
  return { ...(JSON.parse(readFileSync(file, 'utf8')) as Pick<Usage, 'cpu' | 'peakMiB'>), wall };
}

/** All sides in turn, round after round, so that a machine that slows down slows each. */
export function inTurn(sides: readonly Side[], rounds: number): ReadonlyMap<string, readonly Usage[]> {
  const usages = new Map<string, Usage[]>(sides.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const side of sides) usages.get(side.name)?.push(runSide(side));
  }
  return usages;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

/** CPU of one side over another's, round by round. */
export function ratioOf(left: readonly Usage[], right: readonly Usage[]): number {
  return median(left.map(({ cpu }, round) => cpu / (right[round]?.cpu ?? Number.NaN)));
}

/** One file of TypeScript as a program of its own, without what runs TypeScript. */
export async function bundled(entry: string, folder: string): Promise<string> {
  const outfile = path.join(folder, `${path.basename(entry, '.ts')}.mjs`);
  const options = { bundle: true, platform: 'node', format: 'esm' } as const;
  await build({ absWorkingDir: root, entryPoints: [entry], outfile, ...options });
  return outfile;
}

/** A package put into a folder for this run, as the path from which it can be required; `null` without a registry. */
export function installed(name: string, folder: string): string | null {
  const file = path.join(folder, 'package.json');
  writeFileSync(file, '{"private":true}');
  const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts', name];
  return spawnSync('npm', args, { cwd: folder, shell: process.platform === 'win32' }).status === 0
    ? file
    : null;
}

export function machine(): string {
  return `Node ${process.version}, ${cpus().length} cores, ${cpus()[0]?.model ?? ''}`;
}

/** Prints a result, and with `--write` puts it between the marks of its name in bench/README.md. */
export function publish(name: string, text: string): void {
  process.stdout.write(`${text}\n`);
  if (!process.argv.includes('--write')) return;
  const file = path.join(root, 'bench/README.md');
  const marked = new RegExp(`(<!-- measured ${name} -->\\n)[\\s\\S]*?(<!-- /measured ${name} -->)`);
  writeFileSync(file, readFileSync(file, 'utf8').replace(marked, `$1${text}\n$2`));
}
