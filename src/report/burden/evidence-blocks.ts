import { sentence } from '../../i18n/messages.ts';
import type { AdmissionRecord, BurdenEvidence, FormLoad, SignsCleared } from '../../model/burden-evidence.ts';
import type { Rate } from '../../model/burden-report.ts';
import type { Origin } from '../../model/origin.ts';
import type { Locale, LocalText } from '../../model/policy.ts';
import type { Args } from '../../model/run.ts';
import { type Block, type Cell, line, plain } from '../blocks.ts';
import { ADMISSION_FAULTS, EVIDENCE_WORDS as W } from './evidence-words.ts';

type Say = (text: LocalText, args?: Args) => string;

/** Rows of one table that are drawn; json has all. */
const MOST_ROWS = 20;

/** What tables beside the lists tell of burden; a part that no table speaks of is left out. */
export function evidenceBlocks(evidence: BurdenEvidence, locale: Locale): Block[] {
  const say: Say = (text, args = {}) => sentence(text, args, locale, {});
  const { signs, forms, admission } = evidence;
  return [
    ...(signs === null ? [] : signBlocks(signs, say)),
    ...certificateBlocks(evidence, say),
    ...(forms === null ? [] : formBlocks(forms, say)),
    ...pusherBlocks(evidence, say),
    ...(admission === null ? [] : admissionBlocks(admission, say)),
  ];
}

function signBlocks(signs: SignsCleared, say: Say): Block[] {
  const { rate, uneven, rows, removed, before, wallRules, stockKnown } = signs;
  const text =
    rate === null
      ? say(W.signsNoStock, { removed, wallRules, rows, stockKnown })
      : say(W.signsRate, { removed, before, wallRules, rate: rateText(rate) });
  return [
    heading(say(W.signs)),
    line(text),
    ...uneven.map(({ at, ...numbers }) => line(say(W.signsUneven, { at: placeOf(at), ...numbers }), 'error')),
  ];
}

function certificateBlocks({ certificates }: BurdenEvidence, say: Say): Block[] {
  if (certificates === null) return [];
  const { before, after, rate, gone, added } = certificates;
  const args = {
    before,
    after,
    rate: rateText(rate),
    numerator: rate.numerator,
    gone: gone.length,
    added: added.length,
  };
  return [heading(say(W.certificates)), line(say(W.certificatesRate, args))];
}

function formBlocks(load: FormLoad, say: Say): Block[] {
  const { forms, stopped, effort, withFields, shared, prefills } = load;
  const args = { forms, stopped: stopped.numerator, rate: rateText(stopped), withFields, ...effort };
  return [
    heading(say(W.forms)),
    line(say(W.formsHead, args)),
    ...listed(
      W.sharedHead,
      [W.field, W.departments, W.inForms],
      shared.map(({ name, departments, forms: holders }) => [
        plain(name),
        plain(String(departments.length)),
        plain(`${departments.join('、')}\n${holders.join('、')}`),
      ]),
      say,
    ),
    ...listed(
      W.prefillHead,
      [W.filledFrom, W.form],
      prefills.map(({ form, from, share }) => [
        plain(`${share.numerator}/${share.denominator}`),
        plain(say(W.prefillOf, { form, from })),
      ]),
      say,
    ),
  ];
}

function pusherBlocks({ pushers, points }: BurdenEvidence, say: Say): Block[] {
  if (pushers.length === 0) return [];
  const head = [W.dispatched, W.unapproved, W.formCount, W.share, W.cumulative, W.points, W.department];
  const rows = pushers.map((one) => [
    plain(String(one.dispatched)),
    plain(String(one.unapproved)),
    plain(String(one.forms)),
    plain(rateText(one.share)),
    plain(rateText(one.cumulative)),
    plain(one.points === null ? '—' : String(one.points)),
    plain(one.department === '' ? say(W.unnamed) : one.department),
  ]);
  const isOpen = points === null && pushers.some(({ unapproved }) => unapproved > 0);
  return [...listed(W.pushers, head, rows, say), ...(isOpen ? [line(say(W.noPoints), 'warning')] : [])];
}

function admissionBlocks(record: AdmissionRecord, say: Say): Block[] {
  const { dispatched, admissions, breaches, uncounted, lead, decision } = record;
  const rows = breaches.map(({ fault, item, department, found, limit, at }) => [
    { text: say(ADMISSION_FAULTS[fault], { found, limit }), tone: 'error' } as const,
    plain(`${item}　${department}\n${placeOf(at)}`),
  ]);
  const hasNoLimits = lead === null && decision === null && admissions > 0;
  return [
    heading(say(W.admission)),
    line(say(W.admissionHead, { dispatched, admissions, breaches: breaches.length })),
    ...(hasNoLimits ? [line(say(W.noLimits), 'warning')] : []),
    ...(uncounted === 0 ? [] : [line(say(W.uncounted, { count: uncounted }), 'warning')]),
    ...listed(null, [W.fault, W.item], rows, say),
  ];
}

/** A table of its first rows, and how many follow. The last column fills. */
function listed(
  title: LocalText | null,
  head: readonly LocalText[],
  rows: readonly (readonly Cell[])[],
  say: Say,
): Block[] {
  if (rows.length === 0) return [];
  const drawn = rows.slice(0, MOST_ROWS);
  return [
    ...(title === null ? [] : [heading(say(title))]),
    { kind: 'table', head: head.map((text) => say(text)), rows: drawn, fill: head.length - 1 },
    ...(drawn.length === rows.length
      ? []
      : [line(say(W.more, { count: rows.length - drawn.length }), 'muted')]),
  ];
}

function heading(text: string): Block {
  return { kind: 'heading', text };
}

function rateText({ value }: Rate): string {
  return value === null ? '—' : `${value.toFixed(2)}%`;
}

function placeOf({ file, sheet, a1 }: Origin): string {
  return `${file} ${sheet ?? ''}!${a1 ?? ''}`;
}
