import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { encodeGb18030 } from '../scripts/city/gb18030.ts';
import { listInputs } from '../src/read/inputs.ts';
import { xlsxOf } from './support/parts.ts';
import { jianfu } from './support/run.ts';
import { zipOf } from './support/zip.ts';

const LIST =
  '社区依法协助政府工作事项清单\n序号,事项名称,主管部门\n1,协助维护社会治安,公安局\n3,协助维护社会治安,公安局\n';

function folderWith(name: string, bytes: Buffer): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'archive-'));
  writeFileSync(path.join(folder, name), bytes);
  return folder;
}

async function namesIn(name: string, bytes: Buffer): Promise<string[]> {
  const { files } = await listInputs([folderWith(name, bytes)]);
  return files.map(({ path: shown }) => shown);
}

/** `file sheet!cell rule` of every finding of the real command. */
function findingsIn(folder: string): string[] {
  const { findings } = JSON.parse(jianfu(['check', folder, '--out', 'json']).stdout);
  return findings.map(
    ({
      rule,
      message,
      origins: [at],
    }: {
      rule: string;
      message: { id: string };
      origins: { file: string; a1: string | null }[];
    }) => `${at?.file} ${at?.a1 ?? message.id} ${rule}`,
  );
}

describe('a .zip is read as a folder', () => {
  it('with the files of an inner archive, and what is no table passed over', async () => {
    const inner = zipOf([
      ['丙.csv', LIST],
      ['~$丙.xlsx', 'x'],
    ]);
    const folder = folderWith(
      '报送.zip',
      zipOf([
        ['新城区/', ''],
        ['新城区/甲.csv', LIST],
        ['说明.docx', 'x'],
        ['乙.zip', inner],
        ['__MACOSX/._甲.csv', 'x'],
      ]),
    );
    const { files } = await listInputs([folder]);
    expect(files.map(({ path: shown, skipped }) => [shown, skipped])).toEqual([
      ['报送.zip/乙.zip/~$丙.xlsx', 'lock-file'],
      ['报送.zip/乙.zip/丙.csv', null],
      ['报送.zip/新城区/甲.csv', null],
      ['报送.zip/说明.docx', 'not-a-table'],
    ]);
    expect((await files[1]?.bytes())?.toString()).toBe(LIST);
  });

  it('and findings name archive and file; nothing is unpacked to disk', () => {
    const folder = folderWith('报送.zip', zipOf([['甲.csv', LIST]]));
    expect(findingsIn(folder)).toEqual([
      '报送.zip/甲.csv A4 serial-gap',
      '报送.zip/甲.csv B4 duty-item-duplicate',
    ]);
    expect(readdirSync(folder)).toEqual(['报送.zip']);
  });

  it('with names in GB18030, as Chinese Windows writes them', async () => {
    expect(await namesIn('a.zip', zipOf([[encodeGb18030('社区清单.csv'), LIST]]))).toEqual([
      'a.zip/社区清单.csv',
    ]);
  });

  it('with names that lead out of it shown as names inside it', async () => {
    expect(await namesIn('a.zip', zipOf([['..\\../甲.csv', LIST]]))).toEqual(['a.zip/甲.csv']);
  });

  it('unless it is a workbook under another name', async () => {
    expect(await namesIn('清单.zip', xlsxOf({ sheet: '<sheetData/>' }))).toEqual(['清单.zip']);
  });

  it('and a damaged one, a damaged file in one, or a third archive inside, is a finding', () => {
    const third = zipOf([['乙.zip', zipOf([['丙.zip', zipOf([['丁.csv', LIST]])]])]]);
    expect(findingsIn(folderWith('报送.zip', third))).toEqual([
      '报送.zip/乙.zip/丙.zip archive file-unreadable',
    ]);
    const whole = zipOf([['甲.csv', LIST]]);
    expect(findingsIn(folderWith('报送.zip', whole.subarray(0, -30)))).toEqual([
      '报送.zip damaged file-unreadable',
    ]);
    const flipped = Buffer.from(whole);
    flipped[60] = (flipped[60] ?? 0) ^ 1;
    expect(findingsIn(folderWith('报送.zip', flipped))).toEqual(['报送.zip/甲.csv damaged file-unreadable']);
  });
});
