import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from './support/paths.ts';
import { jianfu } from './support/run.ts';
import { HAS_SLURM, type Slurm, startSlurm } from './support/slurm.ts';

const SAMPLE = path.join(ROOT, 'fixtures/cities/hohhot-sample');

/** Slurm itself looks at its jobs every few seconds. */
const PATIENCE = 300_000;

/** A real cluster of one node: it schedules the script that ships, one task fails, and is run again. */
describe.skipIf(!HAS_SLURM)('a Slurm array', () => {
  let slurm: Slurm;

  beforeAll(async () => {
    slurm = await startSlurm();
  });

  afterAll(async () => await slurm?.end());

  it(
    'merge names the task that failed; run again, the parts give the bytes of a check in one go',
    () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'array-'));
      const at = (name: string) => path.join(folder, name);
      // The second task ends without a word as long as the file is there.
      const program = at('jianfu');
      const fails = `[ "$SLURM_ARRAY_TASK_ID" = 2 ] && [ -e '${at('broken')}' ] && exit 1`;
      const real = `exec '${process.execPath}' '${path.join(ROOT, 'bin/jianfu.js')}' "$@"`;
      writeFileSync(program, `#!/bin/sh\n${fails}\n${real}\n`);
      chmodSync(program, 0o755);
      writeFileSync(at('broken'), '');
      const submit = (array: string) =>
        slurm.run(
          'sbatch',
          [
            ...['--wait', `--array=${array}`, '--output=/dev/null', path.join(ROOT, 'deploy/slurm.sh')],
            ...[SAMPLE, at('blobs'), '3', '--policy', 'hohhot'],
          ],
          { JIANFU: program },
        );
      const blobs = () =>
        [1, 2, 3].map((index) => at(`blobs/${index}.blob`)).filter((blob) => existsSync(blob));
      const merge = (...more: string[]) => jianfu(['merge', ...blobs(), ...more]);
      expect(submit('1-3')).not.toBe(0);
      expect(blobs()).toHaveLength(2);
      const incomplete = merge();
      expect(incomplete).toMatchObject({ code: 3, stdout: '' });
      expect(incomplete.stderr).toContain('--shard 2/3');
      rmSync(at('broken'));
      expect(submit('2')).toBe(0);
      expect(merge('--out', `json=${at('merged.json')}`).code).toBe(1);
      jianfu(['check', SAMPLE, '--policy', 'hohhot', '--out', `json=${at('whole.json')}`]);
      expect(readFileSync(at('merged.json')).equals(readFileSync(at('whole.json')))).toBe(true);
    },
    PATIENCE,
  );
});
