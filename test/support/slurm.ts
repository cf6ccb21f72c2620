import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const DAEMONS = ['/usr/sbin/munged', '/usr/sbin/slurmctld', '/usr/sbin/slurmd'] as const;

/** Whether Slurm and munge are there: apt-get install slurm-wlm munge. */
export const HAS_SLURM = DAEMONS.every((file) => existsSync(file));

export interface Slurm {
  /** Runs a command of Slurm and returns its exit code. */
  run(command: string, args: readonly string[], env?: Readonly<Record<string, string>>): number | null;
  end(): Promise<void>;
}

/** A cluster of this one machine, with keys, ports and folders of its own. Throws when it does not come up. */
export async function startSlurm(): Promise<Slurm> {
  const folder = mkdtempSync(path.join(tmpdir(), 'slurm-'));
  const conf = path.join(folder, 'slurm.conf');
  const env = { PATH: process.env.PATH ?? '', SLURM_CONF: conf };
  for (const name of ['munge', 'state', 'spool']) mkdirSync(path.join(folder, name));
  chmodSync(folder, 0o755);
  writeFileSync(path.join(folder, 'munge/key'), randomBytes(1024), { mode: 0o400 });
  writeFileSync(conf, configuration(folder));
  const munge = (name: string) => path.join(folder, 'munge', name);
  const own = ['key-file', 'socket', 'pid-file', 'log-file', 'seed-file'].map(
    (name) => `--${name}=${munge(name.replace('-file', ''))}`,
  );
  const started: ChildProcess[] = [];
  const start = (command: string, args: readonly string[]) =>
    started.push(spawn(command, args, { env, stdio: 'ignore' }));
  start(DAEMONS[0], ['--foreground', '--force', ...own]);
  await until(() => existsSync(munge('socket')));
  start(DAEMONS[1], ['-D', '-i']);
  start(DAEMONS[2], ['-D']);
  const isIdle = () => spawnSync('sinfo', ['-h', '-o', '%T'], { env, encoding: 'utf8' }).stdout === 'idle\n';
  const end = async () => {
    for (const child of started.reverse()) child.kill();
    await Promise.all(
      started.map((child) => child.exitCode ?? new Promise((done) => child.on('exit', done))),
    );
  };
  try {
    await until(isIdle);
  } catch (error) {
    await end();
    throw error;
  }
  return {
    run: (command, args, more = {}) =>
      spawnSync(command, args, { env: { ...env, ...more }, cwd: folder }).status,
    end,
  };
}

/** The address is this machine's own, so that nothing is open to others. */
function configuration(folder: string): string {
  const host = execFileSync('hostname', ['-s'], { encoding: 'utf8' }).trim() || hostname();
  const { username } = userInfo();
  // Two clusters at once need two pairs of ports.
  const port = 20_000 + (process.pid % 10_000) * 2;
  return [
    'ClusterName=jianfu',
    `SlurmctldHost=${host}(127.0.0.1)`,
    `SlurmctldPort=${port}`,
    `SlurmdPort=${port + 1}`,
    'AuthType=auth/munge',
    `AuthInfo=socket=${folder}/munge/socket`,
    'CredType=cred/munge',
    `SlurmUser=${username}`,
    `SlurmdUser=${username}`,
    `StateSaveLocation=${folder}/state`,
    `SlurmdSpoolDir=${folder}/spool`,
    `SlurmctldPidFile=${folder}/ctld.pid`,
    `SlurmdPidFile=${folder}/d.pid`,
    `SlurmctldLogFile=${folder}/ctld.log`,
    `SlurmdLogFile=${folder}/d.log`,
    'ProctrackType=proctrack/pgid',
    'TaskPlugin=task/none',
    'MpiDefault=none',
    'ReturnToService=2',
    'SelectType=select/linear',
    `NodeName=${host} NodeAddr=127.0.0.1 CPUs=1 State=UNKNOWN`,
    `PartitionName=main Nodes=${host} Default=YES MaxTime=INFINITE State=UP`,
    '',
  ].join('\n');
}

async function until(is: () => boolean): Promise<void> {
  for (let tries = 0; tries < 60; tries++) {
    if (is()) return;
    await pause(500);
  }
  throw new Error('slurm did not come up');
}
