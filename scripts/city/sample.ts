import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type AnswerKey, answersFor, renderKey } from './answers.ts';
import { BROKEN_KINDS, BROKEN_NOTES, breakFile, lockFile } from './broken.ts';
import { RULES } from './faults.ts';
import { writeWithLibreOffice, writeWithOpenpyxl } from './office.ts';
import type { Placement } from './place.ts';
import { makeRng } from './prng.ts';
import { plantAll, SAMPLE, type SampleFile, sampleJob } from './sample-plan.ts';
import { makeDraft, placeDraft } from './workbook.ts';
import { extensionOf, writePlacement } from './writers.ts';

const SEED = 2024;
const HOME = fileURLToPath(new URL('../../fixtures/cities/hohhot-sample', import.meta.url));

function write(file: string, bytes: Buffer): void {
  const path = join(HOME, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}

function render(entry: SampleFile, placement: Placement): Buffer {
  if (entry.by === 'openpyxl') return writeWithOpenpyxl(placement);
  if (entry.by === 'libreoffice' && (entry.format === 'xls' || entry.format === 'ods')) {
    return writeWithLibreOffice(placement, entry.format);
  }
  return writePlacement(placement, entry.format);
}

function writeAwkward(key: AnswerKey, whole: Buffer): void {
  const dir = '回民区/中山西路街道';
  const names = ['扫描件事项清单', '事项清单（传输中断）', '事项清单（加密）', '事项清单（空）'];
  BROKEN_KINDS.forEach((kind, i) => {
    const file = `${dir}/${names[i]}.xlsx`;
    write(file, breakFile(kind, whole, makeRng(SEED).fork(kind)));
    key.files += 1;
    key.planted.push({ file, sheet: null, cell: null, rule: 'file-unreadable', note: BROKEN_NOTES[kind] });
  });
  const lock = `${dir}/~$清单.xlsx`;
  write(lock, lockFile('社区文书'));
  key.skipped = [lock];
}

/** The committed sample: every rule at least once, every writer, every layout. */
export function makeSample(): void {
  rmSync(HOME, { recursive: true, force: true });
  const key: AnswerKey = { seed: SEED, files: 0, clean: [], planted: [] };
  let whole: Buffer = Buffer.alloc(0);
  for (const entry of SAMPLE) {
    const rng = makeRng(SEED).fork(entry.file);
    const draft = makeDraft(sampleJob(entry, rng), rng);
    const marks = plantAll(draft, entry.faults);
    const placement = placeDraft(draft);
    const bytes = render(entry, placement);
    if (whole.length === 0) whole = bytes;
    const file = `${entry.file}.${extensionOf(entry.format)}`;
    write(file, bytes);
    key.files += 1;
    if (marks.length === 0) key.clean.push(file);
    key.planted.push(...answersFor(file, entry.format, placement, marks));
  }
  writeAwkward(key, whole);
  const planted = new Set(key.planted.map((answer) => answer.rule));
  const absent = RULES.filter((rule) => !planted.has(rule));
  if (absent.length > 0) throw new Error(`the sample lacks ${absent.join(', ')}`);
  writeFileSync(`${HOME}.answers.json`, renderKey(key));
  console.error(`${key.files} files, ${key.clean.length} clean, ${key.planted.length} findings planted`);
}
