import { OUTCOMES, SEVERITIES } from '../../i18n/words.ts';
import type { FieldType } from '../../model/policy.ts';
import type { Finding, Input, Run } from '../../model/run.ts';
import { byCodeUnit } from '../../model/text.ts';
import type { PlainTable, PlainValue } from '../../write/plain-table.ts';
import { standingLines } from '../sections/standing.ts';
import { findingsLine } from '../sections/summary.ts';
import { visible } from '../visible.ts';
import { citationText, placeOf, sealText, type Wording } from '../wording.ts';
import { INPUT_STATES, RULE_STATES, SUMMARY_WORDS } from './words.ts';

type WordId = keyof typeof SUMMARY_WORDS;

/** Rows that one sheet can list. */
const MOST_FINDINGS = 1_000_000;

/** The sheets of the summary workbook. Texts out of files are as inert here as in every report. */
export function summaryTables(run: Run, wording: Wording): PlainTable[] {
  return [overview, byUnit, byFile, byRule, byDepartment, findingList, unchecked].map((make) =>
    make(run, wording),
  );
}

/** A table of the named columns; `sums` are summed below, where there are any. */
function table(
  wording: Wording,
  name: WordId,
  columns: readonly (readonly [WordId, FieldType])[],
  rows: readonly (readonly PlainValue[])[],
  sums: readonly WordId[] = [],
): PlainTable {
  const word = (id: WordId) => wording.say(SUMMARY_WORDS[id]);
  const held = columns.flatMap(([id], at) => (sums.includes(id) ? [at] : []));
  return {
    name: word(name),
    columns: columns.map(([id, type]) => ({ header: word(id), type })),
    rows: rows.map((row) => row.map((value) => (typeof value === 'string' ? visible(value) : value))),
    ...(held.length === 0 ? {} : { total: { label: word('total'), columns: held } }),
  };
}

function overview(run: Run, wording: Wording): PlainTable {
  const word = (id: WordId, args = {}) => wording.say(SUMMARY_WORDS[id], args);
  const title = run.packs.at(-1)?.title[wording.locale] ?? '';
  const rows = [
    ['policy', `${title}（${run.packs.map(({ id }) => id).join(' → ')}）`],
    ['asOf', run.asOf],
    ['tool', `${run.tool.name} ${run.tool.version}`],
    ['seal', sealText(run)],
    ['files', run.inputs.length],
    ['unread', run.inputs.filter(({ state }) => state === 'unreadable').length],
    ['findings', findingsLine(run, wording)],
    ...(run.findings.length > MOST_FINDINGS
      ? [['findings', word('held', { shown: MOST_FINDINGS })] as const]
      : []),
    ...standingLines(run, wording).map((text) => ['standing', text] as const),
    ...(run.faults.length === 0 ? [] : [['faults', run.faults.length] as const]),
  ] as const;
  return table(
    wording,
    'overview',
    [
      ['subject', 'text'],
      ['content', 'text'],
    ],
    rows.map(([id, value]) => [word(id), value]),
  );
}

/** Findings by severity, then all of them. */
function counts(findings: readonly Finding[]): number[] {
  const by = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) by[severity]++;
  return [by.error, by.warning, by.info, findings.length];
}

const COUNTED = [
  ['error', 'number'],
  ['warning', 'number'],
  ['info', 'number'],
  ['all', 'number'],
] as const;
const SUMS = ['error', 'warning', 'info', 'all'] as const;

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const own = groups.get(key);
    if (own === undefined) groups.set(key, [one]);
    else own.push(one);
  }
  return groups;
}

const fileOf = ({ origins: [origin] }: Finding) => origin?.file ?? '';
const folderOf = (file: string) => file.slice(0, Math.max(0, file.lastIndexOf('/')));
const dataRows = ({ sheets }: Input) => sheets.reduce((sum, { rows }) => sum + rows.data, 0);
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

/** Who hands in files puts them into a folder of its own. */
function byUnit({ inputs, findings }: Run, wording: Wording): PlainTable {
  const found = grouped(findings, (finding) => folderOf(fileOf(finding)));
  const folders = [...grouped(inputs, ({ path }) => folderOf(path))].sort(([left], [right]) =>
    byCodeUnit(left, right),
  );
  const rows = folders.map(([folder, own], at) => [
    at + 1,
    folder === '' ? wording.say(SUMMARY_WORDS.noUnit) : folder,
    own.length,
    own.filter(({ state }) => state === 'unreadable').length,
    sum(own.map(dataRows)),
    ...counts(found.get(folder) ?? []),
  ]);
  return table(
    wording,
    'byUnit',
    [
      ['number', 'number'],
      ['unit', 'text'],
      ['files', 'number'],
      ['unread', 'number'],
      ['dataRows', 'number'],
      ...COUNTED,
    ],
    rows,
    ['files', 'unread', 'dataRows', ...SUMS],
  );
}

function byFile({ inputs, findings }: Run, wording: Wording): PlainTable {
  const found = grouped(findings, fileOf);
  const rows = inputs.map((input, at) => [
    at + 1,
    input.path,
    wording.say(INPUT_STATES[input.state]),
    input.skipped === null ? '' : wording.word(input.skipped),
    dataRows(input),
    ...counts(found.get(input.path) ?? []),
  ]);
  return table(
    wording,
    'byFile',
    [
      ['number', 'number'],
      ['file', 'text'],
      ['state', 'text'],
      ['reason', 'text'],
      ['dataRows', 'number'],
      ...COUNTED,
    ],
    rows,
    ['dataRows', ...SUMS],
  );
}

function byRule({ rules, findings }: Run, wording: Wording): PlainTable {
  const found = grouped(findings, ({ rule }) => rule);
  const most = (id: string) => found.get(id)?.length ?? 0;
  const sorted = [...rules].sort(
    (left, right) => most(right.id) - most(left.id) || byCodeUnit(left.id, right.id),
  );
  const rows = sorted.map(({ id, severity, state, skips }, at) => {
    const own = found.get(id) ?? [];
    return [
      at + 1,
      wording.ruleTitle(id),
      id,
      wording.say(SEVERITIES[severity]),
      wording.say(RULE_STATES[state]),
      own.length,
      new Set(own.map(fileOf)).size,
      skips,
    ];
  });
  return table(
    wording,
    'byRule',
    [
      ['number', 'number'],
      ['rule', 'text'],
      ['ruleId', 'id'],
      ['level', 'text'],
      ['state', 'text'],
      ['all', 'number'],
      ['affected', 'number'],
      ['skips', 'number'],
    ],
    rows,
    ['all', 'skips'],
  );
}

/** By the lead department of the row; the department with the most findings first, those without any last. */
function byDepartment({ findings }: Run, wording: Wording): PlainTable {
  const departments = [...grouped(findings, ({ department }) => department ?? '')].sort(
    ([left, ofLeft], [right, ofRight]) =>
      Number(left === '') - Number(right === '') || ofRight.length - ofLeft.length || byCodeUnit(left, right),
  );
  const rows = departments.map(([department, own], at) => [
    at + 1,
    department === '' ? wording.say(SUMMARY_WORDS.noDepartment) : department,
    new Set(own.map(fileOf)).size,
    ...counts(own),
  ]);
  return table(
    wording,
    'byDepartment',
    [['number', 'number'], ['department', 'text'], ['affected', 'number'], ...COUNTED],
    rows,
    SUMS,
  );
}

function findingList(run: Run, wording: Wording): PlainTable {
  const citations = new Map(run.citations.map((citation) => [citation.id, citation]));
  const rows = run.findings.slice(0, MOST_FINDINGS).map((finding, at) => {
    const [origin] = finding.origins;
    const cited = finding.citations.flatMap((id) => citations.get(id) ?? []).map(citationText);
    return [
      at + 1,
      origin?.file ?? '',
      origin?.sheet ?? '',
      origin?.a1 ?? '',
      origin?.header ?? '',
      origin?.key ?? '',
      finding.department ?? '',
      levelText(finding, wording),
      wording.finding(finding),
      cited.length === 0 ? wording.word('form') : cited.join('；'),
      wording.remedy(finding),
      finding.rule,
      finding.fingerprint,
    ];
  });
  const listed = table(
    wording,
    'findings',
    FINDING_COLUMNS.map(([id, type]) => [id, type]),
    rows,
  );
  const columns = listed.columns.map((column, at) => ({ ...column, width: FINDING_COLUMNS[at]?.[2] ?? 10 }));
  return { ...listed, columns };
}

/** With widths, so that the list can still be read on a page of A4. */
const FINDING_COLUMNS = [
  ['number', 'number', 6],
  ['file', 'text', 26],
  ['sheet', 'text', 12],
  ['cell', 'text', 7],
  ['header', 'text', 10],
  ['key', 'text', 20],
  ['department', 'text', 12],
  ['level', 'text', 10],
  ['text', 'text', 38],
  ['basis', 'text', 20],
  ['remedy', 'text', 26],
  ['ruleId', 'id', 20],
  ['fingerprint', 'id', 19],
] as const;

/** 错误, or 警告（建议） where the clause is soft or the data does not decide. */
function levelText({ severity, outcome }: Finding, wording: Wording): string {
  const level = wording.say(SEVERITIES[severity]);
  return outcome === 'breach' ? level : `${level}（${wording.say(OUTCOMES[outcome])}）`;
}

function unchecked({ skips }: Run, wording: Wording): PlainTable {
  const rows = skips.map((skip, at) => [
    at + 1,
    wording.ruleTitle(skip.rule),
    skip.rule,
    wording.skip(skip),
    skip.origin?.file ?? '',
    placeOf(skip.origin ?? undefined),
  ]);
  return table(
    wording,
    'unchecked',
    [
      ['number', 'number'],
      ['rule', 'text'],
      ['ruleId', 'id'],
      ['reason', 'text'],
      ['file', 'text'],
      ['place', 'text'],
    ],
    rows,
  );
}
