import { encodeGb18030 } from '../../../scripts/city/gb18030.ts';
import { zip } from '../container.ts';
import { kindsOf, SOUND } from '../kind.ts';
import { LIST, xlsx } from '../workbook.ts';

const TEXT = `${LIST.map((cells) => cells.join(',')).join('\n')}\n`;
const MIB = 1_048_576;
const list = (more: string) => Buffer.from(TEXT + more);
const FOURTH = '4,协助做好统计工作,统计局\n';
const bytes = (...values: number[]) => Buffer.from(values);

/** Two thousand items that go on with the list, some 100 kilobytes. */
const manyItems = () =>
  Array.from({ length: 2000 }, (_, index) => `${index + 4},协助做好第${index + 4}类调查,统计局\n`).join('');

export const soundCsv = () => list('');

export const CSV = kindsOf('清单.csv', [
  ['csv-sound', 'a sound list', () => list(''), SOUND],
  ['csv-sound-gb', 'a sound list in GB18030', () => encodeGb18030(TEXT), SOUND],
  [
    'csv-quote-open',
    'a quotation mark that nothing closes, and 50 MiB behind it',
    () => Buffer.concat([list('4,"协助'), Buffer.alloc(50 * MIB, 'a,b\n')]),
    'refused broken-quote line=6',
  ],
  [
    'csv-quote-open-short',
    'a quotation mark that nothing closes',
    () => list('4,"协助做好统计工作,统计局\n'),
    'refused broken-quote line=6',
  ],
  [
    'csv-quote-last',
    'a quotation mark as the last byte',
    () => list('4,协助做好统计工作,"'),
    'refused broken-quote line=6',
  ],
  [
    'csv-quotes-only',
    'a mebibyte of quotation marks',
    () => Buffer.alloc(MIB, '"'),
    'read 1 cells; sheet-without-table unread A1 sheet=清单 rows=1',
  ],
  [
    'csv-quotes-odd',
    'a mebibyte of quotation marks and one',
    () => Buffer.alloc(MIB + 1, '"'),
    'refused too-large limit=record where=1 found=1.1MiB allowed=1MiB raise=record=2MiB',
  ],
  [
    'csv-field-100mib',
    'a field of 100 MiB',
    () => Buffer.concat([list('4,'), Buffer.alloc(100 * MIB, 'a')]),
    'refused too-large limit=file where=none found=100.1MiB allowed=64MiB raise=file=128MiB',
  ],
  [
    'csv-field-60mib',
    'a field of 60 MiB',
    () => Buffer.concat([list('4,'), Buffer.alloc(60 * MIB, 'a')]),
    'refused too-large limit=record where=6 found=1.1MiB allowed=1MiB raise=record=2MiB',
  ],
  [
    'csv-field-quoted',
    'a quoted field of 60 MiB',
    () => Buffer.concat([list('4,"'), Buffer.alloc(60 * MIB, 'a'), Buffer.from('"\n')]),
    'refused too-large limit=record where=6 found=1.1MiB allowed=1MiB raise=record=2MiB',
  ],
  [
    'csv-field-32767',
    'a field of 40,000 characters, more than a cell can hold',
    () => list(`4,${'长'.repeat(40_000)},统计局\n`),
    'read 16 cells',
  ],
  [
    'csv-columns',
    '20,000 columns',
    () => list(`${'1,'.repeat(20_000)}\n`),
    'refused too-large limit=columns where=6 found=20001 allowed=16384 raise=columns=41000',
  ],
  [
    'csv-columns-empty',
    '20,000 columns with nothing in them',
    () => list(`${','.repeat(20_000)}\n`),
    'refused too-large limit=columns where=6 found=20001 allowed=16384 raise=columns=41000',
  ],
  [
    'csv-delimiters',
    'ten million commas',
    () => Buffer.alloc(10_000_000, ','),
    'refused too-large limit=record where=1 found=1.1MiB allowed=1MiB raise=record=2MiB',
  ],
  [
    'csv-lines',
    'ten million empty lines',
    () => Buffer.concat([list(''), Buffer.alloc(10_000_000, '\n')]),
    'refused too-large limit=rows where=1048577 found=1048577 allowed=1048576 raise=rows=2100000',
  ],
  [
    'csv-lines-many',
    'two million rows',
    () => Buffer.concat([list(''), Buffer.alloc(4 * 2_000_000, '1,2\n')]),
    'refused too-large limit=rows where=1048577 found=1048577 allowed=1048576 raise=rows=2100000',
  ],
  [
    'csv-nul',
    'a NUL in a cell',
    () => list('4,协助\0做好统计工作,统计局\n'),
    'read 16 cells; cell-invisible-character invisible B6 text=协助<U+0000>做好统计工作 positions=3',
  ],
  [
    'csv-nul-late',
    'a NUL in an item behind 100 kilobytes of text',
    () => list(`${manyItems()}2004,协助\0做好统计工作,统计局\n`),
    'read 6016 cells; cell-invisible-character invisible B2006 text=协助<U+0000>做好统计工作 positions=3',
  ],
  [
    'csv-zeros-late',
    'zeros behind 100 kilobytes of text, as when the power failed while it was saved',
    () => Buffer.concat([list(manyItems()), Buffer.alloc(100_000)]),
    'refused damaged part=zeros',
  ],
  [
    'csv-zeros',
    'a sound list with zeros behind it',
    () => Buffer.concat([list(FOURTH.repeat(1) + manyItems().slice(0, 9000)), Buffer.alloc(4096)]),
    'refused damaged part=zeros',
  ],
  [
    'csv-nul-every',
    'every character followed by a NUL, without a mark',
    () => Buffer.from(TEXT, 'utf16le'),
    SOUND,
  ],
  ['csv-utf16', 'UTF-16 with a mark', () => Buffer.from(`\ufeff${TEXT}`, 'utf16le'), SOUND],
  [
    'csv-utf16-odd',
    'UTF-16 with half a character at the end',
    () => Buffer.concat([Buffer.from(`\ufeff${TEXT}`, 'utf16le'), bytes(0x31)]),
    'refused encoding encoding=UTF-16LE offset=159 line=6',
  ],
  [
    'csv-utf16-surrogate',
    'UTF-16 with half a pair',
    () => Buffer.from(`\ufeff${TEXT}4,\ud800,x\n`, 'utf16le'),
    'refused encoding encoding=UTF-16LE offset=166 line=6',
  ],
  [
    'csv-mixed',
    'half in UTF-8, half in GBK',
    () => Buffer.concat([list(''), encodeGb18030(FOURTH)]),
    'refused encoding encoding=UTF-8 / GB18030 offset=208 line=6',
  ],
  [
    'csv-mixed-back',
    'half in GBK, half in UTF-8',
    () => Buffer.concat([encodeGb18030(TEXT), Buffer.from('4,协助做好统计工作了,统计局\n')]),
    'refused encoding encoding=UTF-8 / GB18030 offset=170 line=6',
  ],
  [
    'csv-gb-cut',
    'GBK with half a character at the end',
    () => Buffer.concat([encodeGb18030(TEXT), bytes(0xd0)]),
    'refused encoding encoding=UTF-8 / GB18030 offset=141 line=6',
  ],
  [
    'csv-utf8-cut',
    'UTF-8 with half a character at the end',
    () => Buffer.concat([list(''), bytes(0xe5, 0x8a)]),
    'refused encoding encoding=UTF-8 / GB18030 offset=204 line=6',
  ],
  [
    'csv-utf8-overlong',
    'a comma written too long',
    () => Buffer.concat([list('4'), bytes(0xc0, 0xac), Buffer.from('x\n')]),
    'refused encoding encoding=UTF-8 / GB18030 offset=204 line=6',
  ],
  [
    'csv-utf8-surrogate',
    'half a pair in UTF-8',
    () => Buffer.concat([list('4,'), bytes(0xed, 0xa0, 0x80), Buffer.from('\n')]),
    'refused encoding encoding=UTF-8 / GB18030 offset=206 line=6',
  ],
  [
    'csv-byte-ff',
    'a byte that stands for nothing',
    () => Buffer.concat([list('4,'), bytes(0xff), Buffer.from('\n')]),
    'refused encoding encoding=UTF-8 / GB18030 offset=205 line=6',
  ],
  [
    'csv-mark-twice',
    'two byte order marks',
    () => Buffer.from(`\ufeff\ufeff${TEXT}`),
    'read 13 cells; cell-invisible-character invisible A1 text=<U+FEFF>社区依法协助政府工作事项清单 positions=1',
  ],
  [
    'csv-mark-inside',
    'a byte order mark in the middle, as joined files have',
    () => Buffer.from(`${TEXT}\ufeff${FOURTH}`),
    'read 16 cells; cell-invisible-character invisible A6 text=<U+FEFF>4 positions=1',
  ],
  [
    'csv-sylk',
    'a text that begins as an old table of Multiplan does',
    () => Buffer.from('ID;PWXL;N;E\nC;Y1;X1;K"序号"\nE\n'),
    'read 9 cells; sheet-without-table unread A1 sheet=清单 rows=3',
  ],
  [
    'csv-sylk-id',
    'a list whose first header is ID',
    () => Buffer.from('ID,事项名称,主管部门\n1,协助维护社会治安,公安局\n'),
    'read 6 cells; header-unknown unknown A1 header=ID; list-kind-unknown unnamed A1 items=1',
  ],
  [
    'csv-dif',
    'a table in the interchange format of VisiCalc',
    () => Buffer.from('TABLE\n0,1\n"EXCEL"\nVECTORS\n0,1\n""\n'),
    'read 7 cells; sheet-without-table unread A1 sheet=清单 rows=5',
  ],
  [
    'csv-command',
    'cells that would start a program in Excel',
    () => list('4,"=cmd|\'/C calc\'!A0",统计局\n'),
    'read 16 cells',
  ],
  [
    'csv-terminal',
    'cells that would change the title of the terminal',
    () => list('4,协助\u001b]0;x\u0007做好统计工作,统计局\n'),
    'read 16 cells; cell-invisible-character invisible B6 text=协助<U+001B>]0;x<U+0007>做好统计工作 positions=3、8',
  ],
  [
    'csv-bidi',
    'a cell that turns the reading direction',
    () => list('4,协助\u202e做好统计工作,统计局\n'),
    'read 16 cells; cell-invisible-character invisible B6 text=协助<U+202E>做好统计工作 positions=3',
  ],
  [
    'csv-proto',
    'a header called __proto__',
    () => Buffer.from(TEXT.replace('主管部门', '主管部门,__proto__').replaceAll('公安局', '公安局,x')),
    'read 16 cells; header-unknown unknown D2 header=__proto__; csv-ragged-row short C5 count=1 found=3 expected=4',
  ],
  [
    'csv-header-twice',
    'a header that comes twice',
    () => Buffer.from(TEXT.replace('主管部门', '主管部门,主管部门').replaceAll('公安局', '公安局,x')),
    'read 16 cells; header-ambiguous taken D2 header=主管部门 firstHeader=主管部门 first=C2 field=leadDepartment; csv-ragged-row short C5 count=1 found=3 expected=4',
  ],
  [
    'csv-ragged',
    'a row that is longer than its header',
    () => list('4,协助做好统计工作,统计局,,多出来的\n'),
    'read 17 cells; csv-ragged-row long D6 found=5 expected=3 text=多出来的',
  ],
  ['csv-cr', 'line ends of old Macs', () => Buffer.from(TEXT.replaceAll('\n', '\r')), SOUND],
  [
    'csv-ends-mixed',
    'three kinds of line ends',
    () => Buffer.from(TEXT.replace('\n', '\r\n').replace('\n1', '\r1')),
    SOUND,
  ],
  [
    'csv-sep',
    'a first line that names the delimiter',
    () => Buffer.from(`sep=;\n${TEXT.replaceAll(',', ';')}`),
    SOUND,
  ],
  ['csv-ctrl-z', 'the end mark of old programs', () => list('\u001a'), SOUND],
  [
    'csv-digits',
    'a number of a million digits',
    () => list(`${'9'.repeat(1_000_000)},协助做好统计工作,统计局\n`),
    'read 16 cells',
  ],
]);

const entry = (name: string, content: string | Buffer = TEXT) => ({ name, content });

export const ARCHIVES = kindsOf('报送.zip', [
  ['zip-sound', 'one list', () => zip([entry('清单.csv')]), SOUND],
  [
    'zip-one-sealed',
    'a sealed list beside a good one',
    () => zip([entry('甲.csv'), { ...entry('乙.csv'), claims: { flags: 1 } }]),
    `${SOUND}; refused encrypted`,
  ],
  [
    'zip-one-damaged',
    'a damaged list beside a good one',
    () => zip([entry('甲.csv'), { ...entry('乙.csv'), claims: { crc: 1 } }]),
    `${SOUND}; refused damaged part=乙.csv`,
  ],
  [
    'zip-one-lie',
    'a list that claims 4 GiB beside a good one',
    () => zip([entry('甲.csv'), { ...entry('乙.csv'), claims: { size: 0xfffffffe } }]),
    `${SOUND}; refused too-large limit=part where=乙.csv found=4GiB allowed=256MiB raise=part=4GiB`,
  ],
  [
    'zip-names-same',
    'two lists of one path',
    () => zip([entry('甲.csv'), entry('甲.csv', TEXT.replaceAll('协助', '帮助'))]),
    'refused unsafe what=duplicate part=甲.csv',
  ],
  ['zip-slip', 'a list that would leave the archive', () => zip([entry('../../甲.csv')]), SOUND],
  ['zip-absolute', 'a list with an absolute path', () => zip([entry('/etc/甲.csv')]), SOUND],
  ['zip-drive', 'a list with a drive letter', () => zip([entry('C:\\甲.csv')]), SOUND],
  ['zip-empty', 'an archive without files', () => zip([]), 'exit 2'],
  [
    'zip-folders',
    'an archive of folders only',
    () => zip([{ name: '新城区/', content: '', method: 0 }]),
    'exit 2',
  ],
  [
    'zip-third',
    'an archive in an archive in an archive',
    () => zip([entry('内.zip', zip([entry('里.zip', zip([entry('甲.csv')]))]))]),
    'refused archive',
  ],
  [
    'zip-inner-rar',
    'a WinRAR archive inside',
    () => zip([entry('甲.csv'), entry('乙.rar', 'Rar!\u001a\u0007\0')]),
    'read 13 cells',
  ],
  ['zip-workbook', 'a workbook under the name of an archive', () => xlsx(), SOUND],
  [
    'zip-cut',
    'an archive that breaks off',
    () => zip([entry('甲.csv')]).subarray(0, -30),
    'refused damaged part=zipDirectory',
  ],
  [
    'zip-long-names',
    'a hundred folders one inside the other',
    () => zip([entry(`${'夹/'.repeat(100)}甲.csv`)]),
    SOUND,
  ],
  [
    'zip-locks',
    'only what Office leaves while a file is open',
    () => zip([entry('~$甲.xlsx', 'x')]),
    'skipped',
  ],
]);
