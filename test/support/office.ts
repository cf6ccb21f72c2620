import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const TOOLS = ['soffice', 'pdftotext', 'pdfinfo'];
const LACKING = TOOLS.filter((tool) => spawnSync(tool, ['--version']).error !== undefined);

/** Why nothing can be laid out here; empty where it can. */
export const NO_OFFICE =
  LACKING.length === 0
    ? ''
    : `not laid out: ${LACKING.join(', ')} is not installed (libreoffice-writer, poppler-utils)`;

/** The lines of each page as LibreOffice lays a Word document out. */
export function pagesOf(docx: Buffer): readonly (readonly string[])[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'office-'));
  try {
    writeFileSync(path.join(folder, 'paper.docx'), docx);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const convert = [profile, '--headless', '--convert-to', 'pdf', 'paper.docx'];
    execFileSync('soffice', convert, { cwd: folder, stdio: 'ignore', timeout: 120_000 });
    execFileSync('pdftotext', ['-layout', 'paper.pdf', 'paper.txt'], { cwd: folder });
    const pages = readFileSync(path.join(folder, 'paper.txt'), 'utf8').split('\f').slice(0, -1);
    return pages.map((page) => page.split('\n').filter((line) => line.trim() !== ''));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
