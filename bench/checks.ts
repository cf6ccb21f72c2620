import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  bundled,
  installed,
  inTurn,
  machine,
  median,
  publish,
  ratioOf,
  root,
  type Side,
} from './processes.ts';

/**
 * A whole city checked: this tool with all its rules against what a person would write instead, ten checks over a
 * library (bench/ten-checks/), and against the floor of reading alone. Says beside the time what each side finds of
 * the faults planted for those ten checks, and what it finds besides. `--write` puts the table into bench/README.md.
 *
 *   npm run build && tsx bench/checks.ts [--rounds 3] [--write]
 */
const ROUNDS = Number(process.argv[process.argv.indexOf('--rounds') + 1]) || 3;
const PYTHON = process.env.PYTHON ?? '/usr/bin/python3';
const TEN = new Set([
  'serial-gap',
  'serial-duplicate',
  'duty-item-duplicate',
  'duty-item-in-two-lists',
  'cell-required-empty',
  'department-missing',
  'basis-missing',
  'basis-brackets',
  'community-code-format',
  'community-code-duplicate',
]);

interface Place {
  readonly file: string;
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly rule: string;
}

const work = mkdtempSync(path.join(tmpdir(), 'checks-'));
const city = path.join(work, 'city');
spawnSync(
  process.execPath,
  ['--import', 'tsx', 'scripts/make-city.ts', '--out', city, '--format', 'xlsx', '--seed', '1'],
  {
    cwd: root,
  },
);
const report = path.join(work, 'report.json');
const exceljs = installed('exceljs@4.4.0', work);
const hasPandas = spawnSync(PYTHON, ['-c', 'import pandas, openpyxl']).status === 0;
const floor = await bundled('bench/floor.ts', work);

const OURS: Side = {
  name: 'ours, every rule of the pack',
  args: [
    'bin/jianfu.js',
    'check',
    city,
    '--policy',
    'hohhot',
    '--no-cache',
    '--jobs',
    '1',
    '-q',
    '--out',
    `json=${report}`,
  ],
  mayFind: true,
};
const OURS_TEN: Side = {
  ...OURS,
  name: 'ours, the same ten checks',
  args: OURS.args.map((arg) => (arg === 'hohhot' ? tenOnly() : arg)),
};
const SCRIPTS: readonly Side[] = [
  ...(hasPandas
    ? [
        {
          name: 'pandas and openpyxl, ten checks',
          program: PYTHON,
          args: ['bench/ten-checks/pandas_checks.py', city],
        },
      ]
    : []),
  { name: '`xlsx` and ajv, ten checks', args: ['bench/ten-checks/sheetjs-ajv.mjs', city] },
  ...(exceljs === null
    ? []
    : [{ name: '`exceljs` and ajv, ten checks', args: ['bench/ten-checks/exceljs-ajv.mjs', city, exceljs] }]),
];
const FLOOR: Side = { name: 'floor: inflate and pass once, no check', args: [floor, city] };

const { planted } = JSON.parse(readFileSync(`${city}.answers.json`, 'utf8')) as {
  readonly planted: readonly Place[];
};
const wanted = new Set(planted.filter(({ rule }) => TEN.has(rule)).map(keyOf));
const usages = inTurn([OURS, OURS_TEN, ...SCRIPTS, FLOOR], ROUNDS);
const ours = usages.get(OURS.name) ?? [];
const rows = [OURS, OURS_TEN, ...SCRIPTS, FLOOR].map((side) => {
  const own = usages.get(side.name) ?? [];
  const of = (value: 'cpu' | 'wall' | 'peakMiB') => median(own.map((usage) => usage[value]));
  const figures = [
    of('cpu').toFixed(2),
    of('wall').toFixed(2),
    of('peakMiB').toFixed(0),
    ratioOf(own, ours).toFixed(2),
  ];
  return `| ${side.name} | ${figures.join(' | ')} | ${side === FLOOR ? '— | —' : found(side)} |`;
});

const left = [...(hasPandas ? [] : ['pandas']), ...(exceljs === null ? ['exceljs'] : [])];
const note = left.length === 0 ? '' : ` Not here: ${left.join(', ')}.`;
publish(
  'checks',
  [
    '| 450 workbooks, one in five with faults | CPU s | wall s | peak MiB | CPU against ours | planted, of these ten checks | besides, of these ten |',
    '|---|---|---|---|---|---|---|',
    ...rows,
    '',
    `Medians of ${ROUNDS} rounds, whole processes in turn, one thread, no cache. ${machine()}.${note}`,
  ].join('\n'),
);

function found(side: Side): string {
  const places = side.mayFind === true ? ownFindings(side) : findingsOf(side);
  const hits = new Set(places.map(keyOf).filter((key) => wanted.has(key)));
  const besides = places.filter((place) => !wanted.has(keyOf(place)));
  return `${hits.size} of ${wanted.size} | ${besides.length}`;
}

/** A pack that switches off every other rule. */
function tenOnly(): string {
  const { rules } = JSON.parse(
    spawnSync(process.execPath, ['bin/jianfu.js', 'packs', 'show', 'hohhot', '--out', 'json'], {
      cwd: root,
      encoding: 'utf8',
    }).stdout,
  ) as { readonly rules: readonly { readonly id: string }[] };
  const off = rules.filter(({ id }) => !TEN.has(id)).map(({ id }) => `  ${id}: {severity: 'off'}`);
  const folder = path.join(work, 'ten');
  mkdirSync(folder);
  writeFileSync(
    path.join(folder, 'pack.yaml'),
    [
      'id: ten',
      'title: {zh-CN: 十项检查, en: Ten checks}',
      'extends: [hohhot]',
      "reviewed: '2026-11-21'",
      'rules:',
      ...off,
      '',
    ].join('\n'),
  );
  return folder;
}

function ownFindings(side: Side): readonly Place[] {
  spawnSync(process.execPath, side.args, { cwd: root });
  const { findings } = JSON.parse(readFileSync(report, 'utf8')) as {
    readonly findings: readonly {
      readonly rule: string;
      readonly origins: readonly { file: string; sheet: string; a1: string }[];
    }[];
  };
  return findings
    .filter(({ rule }) => TEN.has(rule))
    .map(({ rule, origins: [at] }) => ({
      rule,
      file: at?.file ?? '',
      sheet: at?.sheet ?? null,
      cell: at?.a1 ?? null,
    }));
}

function findingsOf({ program, args }: Side): readonly Place[] {
  const { stdout } = spawnSync(program ?? process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return JSON.parse(stdout) as readonly Place[];
}

function keyOf({ file, sheet, cell, rule }: Place): string {
  return [file, sheet, cell, rule].join('\n');
}
