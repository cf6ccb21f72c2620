import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { makeRng } from '../../scripts/city/prng.ts';
import type { ListedItem } from '../../src/model/burden.ts';
import { foldText } from '../../src/model/text.ts';
import { readCollection } from './corpus.ts';
import { rewordedByRule } from './wording.ts';

const PLACES = fileURLToPath(new URL('../../fixtures/cities/hohhot-places.csv', import.meta.url));

/** Two versions of one list of `count` items: every item names a place, four in ten are reworded, one in ten is gone and another new. */
export function largeLists(count: number, seed = 1): { before: ListedItem[]; after: ListedItem[] } {
  const places = readFileSync(PLACES, 'utf8')
    .split('\n')
    .slice(1)
    .flatMap((line) => /([\p{Script=Han}]+?)(?:社区|村|居委会)/u.exec(line)?.[1] ?? []);
  const names = [...new Set(places)];
  const texts = readCollection()
    .items.filter(({ list }) => list === 'assist')
    .flatMap(({ text, unlike }) => [text, ...unlike]);
  const rng = makeRng(seed);
  const [before, after]: [ListedItem[], ListedItem[]] = [[], []];
  for (let index = 0; before.length < count; index++) {
    const text = texts[index % texts.length] ?? '';
    const [place, other] = [
      names[Math.floor(index / texts.length) % names.length],
      names[Math.floor(index / texts.length / names.length)],
    ];
    const full = text.replace(/^协助(做好|开展)?/u, (all) => `${all}${place}${other ?? ''}`);
    before.push(itemOf('before', before.length, full));
    const chance = rng.next();
    if (chance < 0.1) continue;
    after.push(itemOf('after', after.length, chance < 0.5 ? rewordedByRule(full, 'assist', rng) : full));
  }
  for (let index = 0; after.length < count; index++)
    after.push(itemOf('after', after.length, `协助做好第${index}号新增事务`));
  return { before, after };
}

function itemOf(side: string, index: number, text: string): ListedItem {
  const at = {
    file: side,
    sheet: '清单',
    row: index + 1,
    column: 1,
    a1: `A${index + 1}`,
    header: null,
    key: null,
    role: 'here',
  } as const;
  return {
    unit: '',
    list: 'assist',
    text,
    key: foldText(text),
    category: '',
    department: '',
    basis: '',
    disposition: '',
    timesAYear: null,
    minutes: null,
    communities: 1,
    at,
  };
}
