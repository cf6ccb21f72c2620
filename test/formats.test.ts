import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { SAVED_AS, type SavedAs, saveAs } from '../scripts/city/formats.ts';
import { ALLOWED } from './formats/allowed.ts';
import { checked, difference, type Line, linesOf, submissions, write } from './formats/saved.ts';

const CITY = submissions(40, 7);

async function findingsAs(format: SavedAs): Promise<Line[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'formats-'));
  write(
    folder,
    CITY.flatMap(({ placement, name }) => saveAs(placement, name, format)),
  );
  const run = await checked(folder);
  expect(run.faults).toEqual([]);
  return linesOf(run, format);
}

const expected = await findingsAs('xlsx');
/** Allowed differences that were met, so that a line nobody needs any more is noticed. */
const met = new Set<string>();

describe('one city gives the same findings', () => {
  it('of many rules', () => {
    expect(expected.length).toBeGreaterThan(100);
    expect(new Set(expected.map(({ says }) => says)).size).toBeGreaterThan(20);
  });

  it.each(SAVED_AS.filter((format) => format !== 'xlsx'))('as %s', async (format) => {
    const { missing, extra } = difference(expected, await findingsAs(format));
    const rest = { missing: [...missing], extra: [...extra] };
    for (const allowed of ALLOWED.filter(({ formats }) => formats(format))) {
      const { says, how } = allowed;
      const fits = (line: Line) => line.says === says && (allowed.fits?.(line) ?? true);
      const [lost, fresh] = [rest.missing.filter(fits), rest.extra.filter(fits)];
      if (how === 'worded')
        expect(fresh.map(({ where }) => where).sort()).toEqual(lost.map(({ where }) => where).sort());
      if (how !== 'new') rest.missing = rest.missing.filter((line) => !fits(line));
      if (how !== 'lost') rest.extra = rest.extra.filter((line) => !fits(line));
      const count = how === 'new' ? fresh.length : lost.length;
      if (count > 0) met.add(`${says} ${how}`);
    }
    expect(rest).toEqual({ missing: [], extra: [] });
  });

  it('but for differences that all occur', () => {
    expect(ALLOWED.map(({ says, how }) => `${says} ${how}`).filter((one) => !met.has(one))).toEqual([]);
  });
});
