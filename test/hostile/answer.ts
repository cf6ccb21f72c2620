import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../support/paths.ts';

export interface Outcome {
  /** `refused REASON args`, `read N cells; findings`, or what went wrong with the program. */
  readonly answer: string;
  readonly seconds: number;
  /** Largest resident size of the program and each of its children, in MiB; 0 where the system does not tell. */
  readonly mebibytes: number;
}

export interface Guard {
  readonly seconds: number;
  readonly mebibytes: number;
}

const POLL_MS = 20;

/** Checks one file with the real program, which is killed once it goes beyond the guard. */
export async function outcomeOf(file: string, guard: Guard): Promise<Outcome> {
  const { report, failure, seconds, mebibytes } = await runOn(file, guard);
  return { answer: report === null ? (failure ?? '') : answerOf(report), seconds, mebibytes };
}

/** Checks a folder that holds one folder for each kind, in one run. Answers by the name of the folder. */
export async function outcomesIn(folder: string, guard: Guard): Promise<Map<string, string>> {
  const { report, failure } = await runOn(folder, guard);
  if (report === null) throw new Error(failure ?? '');
  const kindOf = (file: string) => file.split('/')[0] ?? '';
  const kinds = [...new Set(report.inputs.map(({ path: file }) => kindOf(file)))];
  return new Map(
    kinds.map((kind) => [
      kind,
      answerOf({
        inputs: report.inputs.filter(({ path: file }) => kindOf(file) === kind),
        findings: report.findings.filter(({ origins: [at] }) => kindOf(at?.file ?? '') === kind),
        faults: [],
      }),
    ]),
  );
}

interface Ran {
  readonly report: Report | null;
  /** Why there is no report. */
  readonly failure: string | null;
  readonly seconds: number;
  readonly mebibytes: number;
}

async function runOn(target: string, guard: Guard): Promise<Ran> {
  const start = process.hrtime.bigint();
  const args = [path.join(ROOT, 'bin/jianfu.js'), 'check', target, '--policy', 'base', '--out', 'json'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const out: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on('data', (data: Buffer) => out.push(data));
  child.stderr.on('data', (data: Buffer) => errors.push(data));
  let peak = 0;
  let killed: string | null = null;
  const seconds = () => Number(process.hrtime.bigint() - start) / 1e9;
  const watch = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid ?? 0));
    if (seconds() > guard.seconds) killed = `no answer in ${guard.seconds} s`;
    else if (peak > guard.mebibytes) killed = `more than ${guard.mebibytes} MiB`;
    if (killed !== null) child.kill('SIGKILL');
  }, POLL_MS);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearInterval(watch);
  const stdout = Buffer.concat(out).toString('utf8');
  const failure = killed ?? failureOf(code, stdout, Buffer.concat(errors).toString('utf8'));
  const report = failure === null ? (JSON.parse(stdout) as Report) : null;
  return { report, failure, seconds: seconds(), mebibytes: peak };
}

interface Report {
  readonly inputs: readonly {
    readonly path: string;
    readonly state: string;
    readonly sheets: readonly { readonly cells: number }[];
  }[];
  readonly findings: readonly {
    readonly rule: string;
    readonly message: { readonly id: string; readonly args: Readonly<Record<string, unknown>> };
    readonly origins: readonly { readonly file: string; readonly a1: string | null }[];
  }[];
  readonly faults: readonly { readonly error: string }[];
}

/** Nothing to read is exit 2; a fault of the tool is never an answer. */
function failureOf(code: number | null, stdout: string, stderr: string): string | null {
  if (code === 0 || code === 1) return null;
  return code === 2 ? 'exit 2' : `exit ${code}: ${faultIn(stdout) ?? stderr.trim().slice(0, 300)}`;
}

function faultIn(stdout: string): string | undefined {
  try {
    return (JSON.parse(stdout) as Report).faults[0]?.error;
  } catch {
    return undefined;
  }
}

/** The answer to one file, or to an archive of several, in one line. */
export function answerOf({ inputs, findings }: Report): string {
  const cells = inputs.flatMap(({ sheets }) => sheets).reduce((sum, sheet) => sum + sheet.cells, 0);
  const isRead = inputs.some(({ state }) => state === 'read');
  const read = isRead
    ? [`read ${cells} cells`]
    : inputs.every(({ state }) => state === 'skipped')
      ? ['skipped']
      : [];
  return [...read, ...findings.map(wordsOf)].join('; ');
}

function wordsOf({ rule, message, origins }: Report['findings'][number]): string {
  const args = Object.entries(message.args)
    .map(([name, value]) => ` ${name}=${visible(String(value))}`)
    .join('');
  if (rule === 'file-unreadable') return `refused ${message.id}${args}`;
  const at = origins[0]?.a1 == null ? '' : ` ${origins[0].a1}`;
  return `${rule} ${message.id}${at}${args}`;
}

/** Long or invisible text would hide what an answer says. */
function visible(text: string): string {
  const shown = text.replace(
    /[\u0000-\u001f\u007f-\u009f]/g,
    (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
  return shown.length > 80 ? `${shown.slice(0, 80)}…` : shown;
}

/** High-water marks of a process and its children, from /proc; 0 elsewhere. */
function peakOf(pid: number): number {
  const status = tryRead(`/proc/${pid}/status`);
  const own = Number(/VmHWM:\s*(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  const children = tryRead(`/proc/${pid}/task/${pid}/children`).trim();
  return Math.max(
    own,
    ...children
      .split(' ')
      .filter(Boolean)
      .map((child) => peakOf(Number(child))),
  );
}

function tryRead(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
