import { createReadStream, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parse } from 'csv-parse';
import { readCsv, scanCsv } from '../src/read/csv.ts';
import { DEFAULT_LIMITS } from '../src/read/limits.ts';

/**
 * One way to read one CSV, as a process of its own: `csv-read.mjs SIDE FILE [PAPAPARSE]`. Prints what was read and
 * what it took. Each side counts records and fields and does nothing else with them.
 */
const [side = '', file = '', papaparse = ''] = process.argv.slice(2);
const limits = { ...DEFAULT_LIMITS, file: 2 ** 31, cells: 2 ** 31 };
const read = { records: 0, fields: 0 };

function count(fields: { readonly length: number }): void {
  read.records++;
  read.fields += fields.length;
}

const SIDES: Readonly<Record<string, () => void | Promise<void>>> = {
  scan: () => void scanCsv(readFileSync(file), { limits }, ({ cells }) => count(cells)),
  held: () => {
    const [sheet] = readCsv(readFileSync(file), 'x', { limits }).sheets;
    for (const { cells } of sheet?.rows() ?? []) count(cells);
  },
  'csv-parse': async () => {
    const options = { relax_column_count: true, relax_quotes: true, record_delimiter: ['\r\n', '\n', '\r'] };
    for await (const fields of createReadStream(file).pipe(parse(options))) count(fields as string[]);
  },
  // Given bytes it would decode each piece by itself and spoil characters at the seams.
  papaparse: () =>
    new Promise<void>((resolve) => {
      const { parse } = createRequire(papaparse)('papaparse');
      const step = ({ data }: { data: string[] }) => count(data);
      parse(createReadStream(file, 'utf8'), { step, complete: () => resolve() });
    }),
};

await SIDES[side]?.();
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
process.stdout.write(
  JSON.stringify({ ...read, cpu: (userCPUTime + systemCPUTime) / 1e6, peakMiB: maxRSS / 1024 }),
);
