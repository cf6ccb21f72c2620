import * as XLSX from 'xlsx';
import type { Rng } from './prng.ts';

export type BrokenKind = 'pdf' | 'truncated' | 'encrypted' | 'empty';
export const BROKEN_KINDS: readonly BrokenKind[] = ['pdf', 'truncated', 'encrypted', 'empty'];

export const BROKEN_NOTES: Readonly<Record<BrokenKind, string>> = {
  pdf: 'PDF改了扩展名',
  truncated: '文件不完整',
  encrypted: '文件设有打开密码',
  empty: '文件为空（0字节）',
};

const PDF = `%PDF-1.4
1 0 obj
<< /Type /Catalog /Pages 2 0 R >>
endobj
2 0 obj
<< /Type /Pages /Kids [3 0 R] /Count 1 >>
endobj
3 0 obj
<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>
endobj
trailer
<< /Root 1 0 R /Size 4 >>
%%EOF
`;

/** The container of a password-protected workbook around bytes that mean nothing. */
function encrypted(rng: Rng): Buffer {
  const noise = (size: number): Buffer => Buffer.from(Array.from({ length: size }, () => rng.int(0, 255)));
  const box = XLSX.CFB.utils.cfb_new();
  const info = Buffer.concat([Buffer.from([4, 0, 4, 0, 0x40, 0, 0, 0]), noise(504)]);
  XLSX.CFB.utils.cfb_add(box, '/EncryptionInfo', info);
  XLSX.CFB.utils.cfb_add(box, '/EncryptedPackage', noise(8192));
  return Buffer.from(XLSX.CFB.write(box, { type: 'buffer' }) as Uint8Array);
}

export function breakFile(kind: BrokenKind, whole: Buffer, rng: Rng): Buffer {
  if (kind === 'pdf') return Buffer.from(PDF);
  if (kind === 'truncated') return whole.subarray(0, Math.floor(whole.length * 0.6));
  return kind === 'encrypted' ? encrypted(rng) : Buffer.alloc(0);
}

/** What Office leaves beside an open workbook: the name of whoever opened it, padded to 165 bytes. */
export function lockFile(owner: string): Buffer {
  const bytes = Buffer.alloc(165, 0x20);
  bytes[0] = owner.length;
  bytes.write(owner, 1, 'utf8');
  bytes[55] = owner.length;
  bytes.write(owner, 56, 'utf16le');
  return bytes;
}
