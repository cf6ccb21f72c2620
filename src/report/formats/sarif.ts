import { CI_WORDS } from '../../i18n/ci-words.ts';
import { IDLE_REASONS } from '../../i18n/standing-words.ts';
import type { Severity } from '../../model/policy.ts';
import type { Run } from '../../model/run.ts';
import { jsonText } from '../json-text.ts';
import { type FileAt, type Mark, type MarkPlace, marksOf } from '../marks.ts';
import { approval, standingLines } from '../sections/standing.ts';
import { visible } from '../visible.ts';
import type { Wording } from '../wording.ts';

/**
 * SARIF 2.1.0 (OASIS). A line is a row and a column a column of the sheet, both from 1; the sheet and A1 stand in the logical location.
 * What is waived is a suppressed result; unreadable files and faults are notifications.
 */
export function sarifReport(run: Run, wording: Wording, fileAt: FileAt): string {
  const marks = marksOf(run, wording, fileAt);
  const rules = [...new Map(marks.map((mark) => [mark.finding.rule, mark])).values()];
  const indexes = new Map(rules.map(({ finding }, index) => [finding.rule, index]));
  const driver = {
    name: run.tool.name,
    version: run.tool.version,
    semanticVersion: run.tool.version,
    rules: rules.map((mark) => ruleOf(mark, wording)),
  };
  const log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver },
        language: wording.locale,
        columnKind: 'unicodeCodePoints',
        invocations: [invocationOf(run, wording, fileAt)],
        artifacts: run.inputs
          .filter(({ state }) => state !== 'skipped')
          .map(({ path, bytes, sha256 }) => ({
            location: { uri: uriOf(fileAt(path)) },
            length: bytes,
            roles: ['analysisTarget'],
            ...(sha256 === null ? {} : { hashes: { 'sha-256': sha256 } }),
          })),
        results: marks.map((mark) => resultOf(mark, indexes.get(mark.finding.rule) ?? 0, wording)),
        properties: {
          seal: run.seal.code,
          asOf: run.asOf,
          packs: run.packs.map(({ id }) => id),
          ...countsOf(run),
        },
      },
    ],
  };
  return `${jsonText(log, 2)}\n`;
}

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

function ruleOf({ finding, title, basis }: Mark, wording: Wording) {
  const { rule, severity } = finding;
  const remedy = visible(wording.remedy(finding));
  const help = [
    ...(remedy === '' ? [] : [wording.say(CI_WORDS.remedy, { remedy })]),
    basis === '' ? wording.word('form') : wording.say(CI_WORDS.basis, { basis }),
    wording.say(CI_WORDS.explain, { rule }),
  ];
  return {
    id: rule,
    shortDescription: { text: title },
    help: { text: help.join('\n') },
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

function resultOf({ finding, waiver, text, at, others }: Mark, ruleIndex: number, wording: Wording) {
  const { rule, severity, outcome, fingerprint, standing } = finding;
  return {
    ruleId: rule,
    ruleIndex,
    level: LEVELS[severity],
    message: { text },
    locations: [sarifPlace(at)],
    ...(others.length === 0
      ? {}
      : { relatedLocations: others.map((place, index) => ({ id: index + 1, ...sarifPlace(place) })) }),
    // GitHub tells alerts apart by the first; it could not make one of a workbook by itself.
    partialFingerprints: { primaryLocationLineHash: fingerprint, 'jianfuFinding/v1': fingerprint },
    ...(standing === undefined ? {} : { baselineState: standing === 'new' ? 'new' : 'unchanged' }),
    ...(waiver === null
      ? {}
      : {
          suppressions: [
            { kind: 'external', status: 'accepted', justification: visible(approval(waiver, wording)) },
          ],
        }),
    properties: { outcome, citations: finding.citations },
  };
}

function sarifPlace({ file, line, column, cell }: MarkPlace) {
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(file) },
      region: { startLine: line, startColumn: column },
    },
    ...(cell === '' ? {} : { logicalLocations: [{ fullyQualifiedName: cell }] }),
  };
}

function invocationOf(run: Run, wording: Wording, fileAt: FileAt) {
  const unreadable = run.inputs.flatMap(({ path, unreadable }) => {
    if (unreadable === null) return [];
    const { reason, args } = unreadable;
    const text = visible(wording.finding({ rule: 'file-unreadable', message: { id: reason, args } }));
    return [notification('error', text, fileAt(path))];
  });
  const faults = run.faults.map(({ rule, file, error }) =>
    notification(
      'error',
      visible(rule === null ? error : `${rule}: ${error}`),
      file === null ? null : fileAt(file),
    ),
  );
  const idle = (run.waivers?.idle ?? [])
    .filter(({ why }) => why !== 'not-looked-at')
    .map(({ waiver, why }) => {
      const text = `${waiver.fingerprint} ${wording.say(IDLE_REASONS[why], { expires: waiver.expires })}`;
      return notification('note', visible(text), null);
    });
  return {
    executionSuccessful: run.faults.length === 0,
    toolExecutionNotifications: [...unreadable, ...faults],
    toolConfigurationNotifications: [
      ...idle,
      ...standingLines(run, wording).map((text) => notification('note', visible(text), null)),
    ],
  };
}

function notification(level: 'error' | 'note', text: string, file: string | null) {
  const place = { artifactLocation: { uri: uriOf(file ?? '') } };
  return { level, message: { text }, ...(file === null ? {} : { locations: [{ physicalLocation: place }] }) };
}

function countsOf({ waivers, baseline }: Run) {
  return {
    ...(waivers === undefined ? {} : { waived: waivers.waived.length }),
    ...(baseline === undefined
      ? {}
      : { baseline: { new: baseline.fresh, known: baseline.known, gone: baseline.gone.length } }),
  };
}

/** A path as a relative address. */
function uriOf(file: string): string {
  const parts = file.toWellFormed().split('/').map(encodeURIComponent);
  return parts.join('/');
}
