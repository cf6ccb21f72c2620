import type { Origin } from '../model/origin.ts';
import { headsCodes, maskIdentities, maskName, maskPersonal } from '../model/personal.ts';
import type { Args, Finding, Input, Measure, Ranking } from '../model/run.ts';
import { NO_CELL_ARGUMENTS } from './cell-arguments.ts';
import { fingerprintOf } from './fingerprint.ts';

/** What a report shows of the cells it speaks of: `masked` hides personal data, `none` every value. */
export type Shown = 'masked' | 'none';

/** Instead of a value that is not shown. */
export const HIDDEN = '***';

/**
 * The findings with personal data masked, or without any value of a cell. `names`: residents, by file. Fingerprints are made again of
 * what is masked: the eight digits that a mask hides could be found by trying all days of birth.
 */
export function maskFindings(
  findings: readonly Finding[],
  names: ReadonlyMap<string, readonly string[]>,
  shown: Shown,
): readonly Finding[] {
  const masks = new Map<string, MaskCell>();
  return findings.map((finding) => {
    const { origins, message } = finding;
    const files = [...new Set(origins.map(({ file }) => file ?? ''))];
    const key = files.join('\n');
    const mask = masks.get(key) ?? maskFor(files.flatMap((file) => names.get(file) ?? []));
    masks.set(key, mask);
    const maskText = (text: string) => mask(text, origins[0]?.header ?? '');
    // What is said of a whole file are counts and bytes, of which eleven digits are no telephone number.
    const isOfFile = origins.every(({ sheet }) => sheet === null);
    const masked = isOfFile ? message.args : maskedArgs(message.args, maskText);
    const hidden = {
      ...finding,
      message: { ...message, args: masked },
      origins: origins.map((origin) => maskedOrigin(origin, maskText)),
      ...(finding.department === undefined ? {} : { department: maskText(finding.department) }),
    };
    const fingerprint = fingerprintOf(hidden);
    return shown === 'none' ? { ...withoutCells(hidden), fingerprint } : { ...hidden, fingerprint };
  });
}

/** The words of a cell under a header, with personal data masked. */
export type MaskCell = (text: string, header: string) => string;

/** `names`: residents of the file, who are told in any of its cells; of two that begin alike the longer counts. */
export function maskFor(names: readonly string[]): MaskCell {
  const known = new Set(names);
  const lengths = [...new Set(names.map(({ length }) => length))].sort((one, other) => other - one);
  const maskNames = (text: string) => {
    let shown = '';
    for (let at = 0; at < text.length; ) {
      const part = lengths.map((length) => text.slice(at, at + length)).find((part) => known.has(part));
      shown += part === undefined ? text[at] : maskName(part);
      at += part?.length ?? 1;
    }
    return shown;
  };
  return (text, header) => {
    const masked = headsCodes(header) ? maskIdentities(text) : maskPersonal(text);
    return lengths.length === 0 ? masked : maskNames(masked);
  };
}

/** Reasons for replies are the submitter's own words. */
export function maskReturned(input: Input, shown: Shown): Input {
  if (input.returned === undefined) return input;
  const noteOf = (note: string) => (shown === 'none' ? '' : maskPersonal(note));
  return { ...input, returned: input.returned.map((mark) => ({ ...mark, note: noteOf(mark.note) })) };
}

/** What a number belongs to is the words of a cell too. */
export function maskMeasures(measures: readonly Measure[], shown: Shown): readonly Measure[] {
  return measures.map((measure) => ({ ...measure, about: maskAbout(measure.about, shown) }));
}

export function maskRankings(rankings: readonly Ranking[], shown: Shown): readonly Ranking[] {
  return rankings.map(({ entries, ...ranking }) => ({
    ...ranking,
    entries: entries.map((entry) => ({ ...entry, about: maskAbout(entry.about, shown) })),
  }));
}

function maskAbout(about: string, shown: Shown): string {
  return shown === 'none' ? HIDDEN : maskPersonal(about);
}

type MaskText = (text: string) => string;

function maskedOrigin(origin: Origin, maskText: MaskText): Origin {
  return origin.key === null ? origin : { ...origin, key: maskText(origin.key) };
}

function withoutCells(finding: Finding): Finding {
  const { department: _department, ...rest } = finding;
  const { message, origins } = rest;
  return {
    ...rest,
    message: { ...message, args: withoutValues(message.args) },
    origins: origins.map((origin) => ({ ...origin, key: null })),
  };
}

function maskedArgs(args: Args, maskText: MaskText): Args {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => {
      // A telephone number that a cell keeps as a number is one all the same.
      const text = maskText(String(value));
      return [name, text === String(value) ? value : text];
    }),
  );
}

function withoutValues(args: Args): Args {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [name, NO_CELL_ARGUMENTS.has(name) ? value : HIDDEN]),
  );
}
