import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from './support/paths.ts';
import { jianfu } from './support/run.ts';

const LIST = '社区依法协助政府工作事项清单\n序号,事项名称,主管部门\n1,协助维护社会治安,公安局\n';

function folderWithList(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'deploy-'));
  for (const name of ['报送', 'blobs']) mkdirSync(path.join(folder, name));
  writeFileSync(path.join(folder, '报送/甲社区.csv'), LIST);
  return folder;
}

describe('the Kubernetes Job', () => {
  const job = parse(readFileSync(path.join(ROOT, 'deploy/kubernetes.yaml'), 'utf8'));
  const [container] = job.spec.template.spec.containers;

  it('is an Indexed Job whose parts fail and are tried again one by one', () => {
    expect([job.apiVersion, job.kind]).toEqual(['batch/v1', 'Job']);
    const { completionMode, completions, parallelism, backoffLimitPerIndex, maxFailedIndexes } = job.spec;
    expect(completionMode).toBe('Indexed');
    expect(parallelism).toBeLessThanOrEqual(completions);
    expect(backoffLimitPerIndex).toBeGreaterThan(0);
    // Else the Job gives up on the other parts.
    expect(maxFailedIndexes).toBe(completions);
    // Asked for by backoffLimitPerIndex.
    expect(job.spec.template.spec.restartPolicy).toBe('Never');
    expect(container.command).toContain(`auto/${completions}`);
    const volumes = job.spec.template.spec.volumes.map(({ name }: { name: string }) => name);
    for (const { name } of container.volumeMounts) expect(volumes).toContain(name);
  });

  it('its command writes a blob of each part, as the pods would call it', () => {
    const folder = folderWithList();
    const { completions } = job.spec;
    const blobs = [0, completions - 1].map((index) => {
      const env = { JOB_COMPLETION_INDEX: String(index) };
      const args = [...container.command.slice(1), ...container.args].map((one: string) =>
        one.replace('$(JOB_COMPLETION_INDEX)', String(index)),
      );
      expect(jianfu(args, { cwd: folder, env })).toMatchObject({ code: 0, stdout: '' });
      return path.join(folder, `blobs/${index}.blob`);
    });
    const shards = blobs.map((blob) => JSON.parse(readFileSync(blob, 'utf8').split('\n')[0] ?? '').shard);
    expect(shards).toEqual([
      { index: 1, count: completions },
      { index: completions, count: completions },
    ]);
  });
});

describe.skipIf(process.platform === 'win32')('the Slurm script', () => {
  it('is sound and writes the blob of its task', () => {
    const folder = folderWithList();
    const script = path.join(ROOT, 'deploy/slurm.sh');
    writeFileSync(
      path.join(folder, 'jianfu'),
      `#!/bin/sh\nexec '${process.execPath}' '${path.join(ROOT, 'bin/jianfu.js')}' "$@"\n`,
      { mode: 0o755 },
    );
    const env = {
      PATH: `${folder}:${process.env.PATH}`,
      SLURM_ARRAY_TASK_ID: '2',
      SLURM_ARRAY_TASK_COUNT: '1',
    };
    const args = [script, '报送', 'blobs', '2', '--policy', 'hohhot'];
    const { status, stderr } = spawnSync('bash', args, { cwd: folder, env, encoding: 'utf8' });
    expect(status, stderr).toBe(0);
    expect(readFileSync(path.join(folder, 'blobs/2.blob'), 'utf8')).toContain(
      '"shard":{"index":2,"count":2}',
    );
  });
});
