import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type AnswerKey, renderKey } from './city/answers.ts';
import { type CityOptions, makeCity } from './city/city.ts';
import { makeSample } from './city/sample.ts';

const USAGE = `make-city --out DIR [--count 450] [--seed 1] [--faults 0.2] [--rosters] [--arranged]
          [--format xlsx|xls|ods|csv-utf8|csv-gb18030|mixed]
make-city --sample`;

const FORMATS = ['xlsx', 'xls', 'ods', 'csv-utf8', 'csv-gb18030', 'mixed'] as const;

function numberIn(name: string, text: string, low: number, high: number): number {
  const value = Number(text);
  if (text === '' || !(value >= low && value <= high))
    throw new Error(`--${name} must be from ${low} to ${high}`);
  return value;
}

function whole(name: string, text: string, low: number, high: number): number {
  const value = numberIn(name, text, low, high);
  if (!Number.isInteger(value)) throw new Error(`--${name} must be a whole number`);
  return value;
}

function writeCity(out: string, options: CityOptions): void {
  // Old files among the new ones would be submissions without an answer.
  if (existsSync(out) && readdirSync(out).length > 0) throw new Error(`${out} is not empty`);
  const key: AnswerKey = { seed: options.seed, files: 0, clean: [], planted: [] };
  for (const { file, bytes } of makeCity(options, key)) {
    const path = join(out, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
  writeFileSync(`${resolve(out)}.answers.json`, renderKey(key));
  console.error(`${key.files} files, ${key.clean.length} clean, ${key.planted.length} findings planted`);
}

function main(): void {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      count: { type: 'string', default: '450' },
      seed: { type: 'string', default: '1' },
      faults: { type: 'string', default: '0.2' },
      format: { type: 'string', default: 'mixed' },
      rosters: { type: 'boolean', default: false },
      arranged: { type: 'boolean', default: false },
      sample: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  if (values.sample) {
    makeSample();
    return;
  }
  const format = FORMATS.find((one) => one === values.format);
  if (!values.out || !format) throw new Error(USAGE);
  writeCity(values.out, {
    count: whole('count', values.count, 1, 1370),
    seed: whole('seed', values.seed, 0, 0xffffffff),
    faults: numberIn('faults', values.faults, 0, 1),
    format,
    rosters: values.rosters,
    layouts: values.arranged ? 'arranged' : 'usual',
  });
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
