import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Run } from '../src/model/run.ts';
import { check, listInputs } from '../src/pipeline.ts';
import { RULES } from '../src/rules/index.ts';
import { rulesOf } from '../src/rules/rules-of.ts';
import { type Answers, expectedOf, foundIn, readAnswers } from './support/answers.ts';
import { ROOT } from './support/paths.ts';
import { policyOf } from './support/policy.ts';

const SAMPLE = path.join(ROOT, 'fixtures/cities/hohhot-sample');

async function checkFolder(folder: string): Promise<Run> {
  const { files } = await listInputs([folder]);
  const policy = await policyOf('hohhot');
  return check({ files, policy, rules: await rulesOf(policy), version: '0' });
}

function expectAnswers(run: Run, answers: Answers): void {
  const [found, expected] = [foundIn(run), expectedOf(answers)];
  expect({
    missed: expected.filter((line) => !found.includes(line)),
    unexpected: found.filter((line) => !expected.includes(line)),
  }).toEqual({ missed: [], unexpected: [] });
  expect(found).toEqual(expected);
  expect(run.faults).toEqual([]);
}

describe('the sample', async () => {
  const answers = readAnswers(`${SAMPLE}.answers.json`);
  const run = await checkFolder(SAMPLE);

  it('shows every planted fault at its cell and nothing else', () => {
    expectAnswers(run, answers);
  });

  it('plants every rule that is about real submissions', () => {
    // Rules the sample's layouts cannot show have fixtures of their own.
    const elsewhere = new Set([
      'cell-invisible-character',
      'cell-number-as-text',
      'personal-data',
      'date-unreadable',
      'csv-ragged-row',
      'encoding-ambiguous',
      'id-digits-lost',
      'cells-lost',
      'certificate-unsupported',
      'header-blank',
      'duty-item-outside-catalogue',
      'hidden-content',
      'row-unclear',
      'sheet-without-table',
      'table-uncertain',
    ]);
    const planted = new Set(answers.planted.map(({ rule }) => rule));
    expect(RULES.map(({ id }) => id).filter((id) => !planted.has(id) && !elsewhere.has(id))).toEqual([]);
  });

  it('holds clean workbooks, and they are silent', () => {
    expect(answers.clean.length).toBeGreaterThanOrEqual(3);
    const dirty = new Set(run.findings.map(({ origins: [origin] }) => origin?.file));
    expect(answers.clean.filter((file) => dirty.has(file))).toEqual([]);
  });

  it('accounts for every file', () => {
    expect(run.inputs.filter(({ state }) => state !== 'skipped')).toHaveLength(answers.files);
    expect(run.inputs.filter(({ skipped }) => skipped === 'lock-file').map(({ path }) => path)).toEqual(
      answers.skipped,
    );
  });
});

describe.each([
  ['xlsx'],
  ['xls'],
  ['ods'],
  ['csv-utf8'],
  ['csv-gb18030'],
  ['mixed'],
  // Tables side by side, lists that go on on another sheet, bands in bands.
  ['xlsx', '--arranged'],
  ['xls', '--arranged'],
  ['ods', '--arranged'],
])('a made city as %s %s', (format, ...more) => {
  it('shows every planted fault at its cell and nothing else', async () => {
    const folder = path.join(mkdtempSync(path.join(tmpdir(), 'city-')), 'city');
    const args = ['--import', 'tsx', 'scripts/make-city.ts', '--out', folder, '--format', format, ...more];
    execFileSync(process.execPath, [...args, '--count', '40', '--seed', '7', '--faults', '0.6'], {
      cwd: ROOT,
    });
    const answers = readAnswers(`${folder}.answers.json`);
    expect(answers.planted.length).toBeGreaterThan(20);
    expectAnswers(await checkFolder(folder), answers);
  });
});
