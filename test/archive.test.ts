import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { encodeGb18030 } from '../scripts/city/gb18030.ts';
import { listInputs } from '../src/read/inputs.ts';
import { repeated, zip } from './hostile/container.ts';
import { xlsxOf } from './support/parts.ts';
import { jianfu } from './support/run.ts';
import { type EntryFacts, zipOf } from './support/zip.ts';

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

describe('names of entries', () => {
  const unicodePath = (raw: Buffer, name: string, version = 1) => {
    const content = Buffer.concat([Buffer.from([version, 0, 0, 0, 0]), Buffer.from(name)]);
    content.writeUInt32LE(crc32(raw), 1);
    const head = Buffer.from([0x75, 0x70, 0, 0]);
    head.writeUInt16LE(content.length, 2);
    return Buffer.concat([Buffer.from([0x55, 0x54, 1, 0, 0]), head, content]);
  };
  const gbk = encodeGb18030('清单.csv');

  it.each<[string, string | Buffer, EntryFacts, string]>([
    ['in UTF-8 that says so', '小学.csv', { flags: 0x800 }, '小学.csv'],
    ['in UTF-8 that does not say so, as macOS writes them', '小学.csv', {}, '小学.csv'],
    ['in GBK that is valid UTF-8 too', encodeGb18030('小学.csv'), {}, '小学.csv'],
    ['beside a Unicode path', gbk, { extra: unicodePath(gbk, '社区清单.csv') }, '社区清单.csv'],
    [
      'beside a Unicode path of another name',
      gbk,
      { extra: unicodePath(Buffer.from('x'), '别的.csv') },
      '清单.csv',
    ],
    [
      'beside a Unicode path of an unknown version',
      gbk,
      { extra: unicodePath(gbk, '别的.csv', 2) },
      '清单.csv',
    ],
    [
      'beside extra fields that are cut off',
      gbk,
      { extra: unicodePath(gbk, '别的.csv').subarray(0, 12) },
      '清单.csv',
    ],
    ['that begin at the root', '/etc/甲.csv', {}, 'etc/甲.csv'],
    ['of Windows', '新城区\\甲.csv', {}, '新城区/甲.csv'],
  ])('%s', async (_, name, facts, expected) => {
    expect(await namesIn('a.zip', zipOf([[name, LIST, facts]]))).toEqual([`a.zip/${expected}`]);
  });

  it('of folders are passed over, with either slash', async () => {
    const folders = zipOf([
      ['新城区/', ''],
      ['回民区\\', ''],
      ['甲.csv', LIST],
    ]);
    expect(await namesIn('a.zip', folders)).toEqual(['a.zip/甲.csv']);
  });

  it('that become one once they are safe are told apart, and both are read', async () => {
    const folder = folderWith(
      'a.zip',
      zipOf([
        ['甲.csv', LIST],
        ['../甲.csv', LIST.replace('3,', '2,')],
      ]),
    );
    const { files } = await listInputs([folder]);
    expect(files.map(({ path: shown }) => shown)).toEqual(['a.zip/甲.csv', 'a.zip/甲.csv#2']);
    expect((await files[1]?.bytes())?.toString()).toContain('2,协助');
  });
});

describe('an archive that means harm', () => {
  it('only the sealed entry of several is refused', () => {
    const folder = folderWith(
      '报送.zip',
      zipOf([
        ['甲.csv', LIST, { flags: 1 }],
        ['乙.csv', LIST],
      ]),
    );
    expect(findingsIn(folder)).toEqual([
      '报送.zip/乙.csv A4 serial-gap',
      '报送.zip/乙.csv B4 duty-item-duplicate',
      '报送.zip/甲.csv encrypted file-unreadable',
    ]);
  });

  it('an entry that unpacks to more than it promises is damaged, and the next is read', () => {
    const bomb = zipOf([['甲.csv', LIST, { size: 10 }]]);
    expect(findingsIn(folderWith('报送.zip', bomb))).toEqual(['报送.zip/甲.csv damaged file-unreadable']);
  });

  it('what all entries promise together is bounded, those of an inner archive with them', () => {
    const content = repeated(LIST, Buffer.alloc(1_048_576, '\n'), 200, '');
    const inner = zip([{ name: '丙.csv', content }]);
    const flat = zip([
      { name: '甲.csv', content },
      { name: '乙.csv', content },
    ]);
    expect(findingsIn(folderWith('报送.zip', flat))).toEqual(['报送.zip too-large file-unreadable']);
    const nested = zip([
      { name: '甲.csv', content },
      { name: '乙.zip', content: inner },
    ]);
    expect(findingsIn(folderWith('报送.zip', nested))).toEqual([
      '报送.zip/乙.zip too-large file-unreadable',
      '报送.zip/甲.csv too-large file-unreadable',
    ]);
  });

  it.each([
    ['4 GiB, more than any part may have', 0xfffffffe, 'too-large'],
    ['200 MiB, more than its packed bytes can hold', 200 * 1024 * 1024, 'damaged'],
  ])('an entry that claims %s is refused by itself, and the others are read', (_, size, reason) => {
    const lie = (name: string): [string, string, EntryFacts] => [name, LIST, { size }];
    expect(
      findingsIn(folderWith('报送.zip', zipOf([lie('甲.csv'), ['乙.csv', LIST], lie('丙.csv')]))),
    ).toEqual([
      `报送.zip/丙.csv ${reason} file-unreadable`,
      '报送.zip/乙.csv A4 serial-gap',
      '报送.zip/乙.csv B4 duty-item-duplicate',
      `报送.zip/甲.csv ${reason} file-unreadable`,
    ]);
  });
});
