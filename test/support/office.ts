import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const TOOLS = ['soffice', 'pdftotext'];
const LACKING = TOOLS.filter((tool) => spawnSync(tool, ['--version']).error !== undefined);

/** Why nothing can be laid out here; empty where it can. */
export const NO_OFFICE =
  LACKING.length === 0
    ? ''
    : `not laid out: ${LACKING.join(', ')} is not installed (libreoffice-writer, poppler-utils)`;

/** The lines of each page of Word documents as LibreOffice lays them out; starting it takes longest, so all at once. */
export function pagesOf(...papers: readonly Buffer[]): readonly (readonly (readonly string[])[])[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'office-'));
  try {
    const names = papers.map((_, index) => `paper${index}`);
    for (const [index, name] of names.entries())
      writeFileSync(path.join(folder, `${name}.docx`), papers[index] ?? '');
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const convert = [profile, '--headless', '--convert-to', 'pdf', ...names.map((name) => `${name}.docx`)];
    execFileSync('soffice', convert, { cwd: folder, stdio: 'ignore', timeout: 240_000 });
    return names.map((name) => {
      execFileSync('pdftotext', ['-layout', `${name}.pdf`], { cwd: folder });
      const pages = readFileSync(path.join(folder, `${name}.txt`), 'utf8')
        .split('\f')
        .slice(0, -1);
      return pages.map((page) => page.split('\n').filter((line) => line.trim() !== ''));
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
