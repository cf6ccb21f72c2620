import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { toParquet } from '../src/write/parquet.ts';
import { jianfu } from './support/run.ts';

function arrayOf(bytes: Buffer): ArrayBuffer {
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}

describe('Parquet', () => {
  it('keeps each type and every empty cell, and leaves out what is of another type', async () => {
    const bytes = toParquet({
      name: '表',
      columns: [
        { header: 'code', type: 'id' },
        { header: 'households', type: 'whole' },
        { header: 'area', type: 'number' },
        { header: 'load', type: 'flag' },
        { header: 'founded', type: 'date' },
      ],
      rows: [
        ['000123', 1200, 0.5, true, '2024-03-08'],
        ['𠮷', '约1200', '很大', null, '去年'],
        [null, 0, -1.25, false, null],
      ],
    });
    const rows = await parquetReadObjects({ file: arrayOf(bytes) });
    expect(rows).toEqual([
      { code: '000123', households: 1200n, area: 0.5, load: true, founded: new Date('2024-03-08T00:00:00Z') },
      { code: '𠮷', households: null, area: null, load: null, founded: null },
      { code: null, households: 0n, area: -1.25, load: false, founded: null },
    ]);
  });

  it('is written by convert with ids for names, doubts in words, and the same bytes each time', async () => {
    const cwd = mkdtempSync(path.join(tmpdir(), 'parquet-'));
    const head = '序号,社区代码,社区名称,常住户数,所属街道';
    writeFileSync(
      path.join(cwd, '名册.csv'),
      `${head}\n1,150102001001,公主府社区居委会,"1,200",海拉尔东路街道\n2,150102001002,赛马场社区居委会,约1800,\n`,
    );
    const run = (name: string) => jianfu(['convert', '名册.csv', '-o', name], { cwd });
    expect(run('a.parquet').code).toBe(1);
    run('b.parquet');
    const [a, b] = ['a', 'b'].map((name) => readFileSync(path.join(cwd, `${name}.parquet`)));
    expect(a?.equals(b as Buffer)).toBe(true);
    const file = arrayOf(a as Buffer);
    expect(
      parquetMetadata(file)
        .schema.slice(1)
        .map(({ name }) => name),
    ).toEqual(['serial', 'code', 'name', 'subdistrict', 'households', 'notes']);
    expect(await parquetReadObjects({ file })).toMatchObject([
      { serial: '1', code: '150102001001', households: 1200n, notes: null },
      { subdistrict: '海拉尔东路街道', households: null, notes: '常住户数：约数（约1800）' },
    ]);
  });
});
