import type { CatalogueEntry, PolicyPack } from '../../model/policy.ts';
import { defineRule } from '../define.ts';
import { fieldCells } from '../field-cells.ts';
import { madeOnce } from '../made-once.ts';
import { firstHeaderOrigin } from '../origins.ts';

const CATALOGUE = 'region.province';
/** 《海南自由贸易港法》 is national law: a short name counts only before one of these. */
const AFTER_SHORT_NAME = /^(?:省|市|自治区|维吾尔|壮族|回族|特别行政区|实施)/u;

/** Only the beginning of a title tells whose rules they are; further in, a province is mere subject matter. */
export const rule = defineRule({
  id: 'basis-other-province',
  scope: 'table',
  asks: { catalogues: [CATALOGUE] },
  messages: {
    other: {
      'zh-CN':
        '依据引用了{province}的规定“{found}”，本地属{expected}。请换成本地或国家的规定，并核对条款内容。',
      en: 'The basis cites “{found}” of {province}; this place lies in {expected}. Cite local or national rules instead.',
    },
  },
  check(table, context) {
    const { policy, report, skip } = context;
    const cells = fieldCells(table, ['legalBasis'], context);
    if (cells.length === 0) return;
    const expected = policy.region.province;
    if (expected === null) return skip('region-missing', {}, firstHeaderOrigin(table));
    if (!policy.catalogues.has(CATALOGUE))
      return skip('catalogue-missing', { catalogue: CATALOGUE }, firstHeaderOrigin(table));
    const others = otherProvinces(policy);
    for (const cell of cells) {
      if (!mayName(cell.text, others)) continue;
      for (const [, title = ''] of cell.text.matchAll(/《(?:中共)?([^《》]*)/gu)) {
        const found = title.replace(/\s/gu, '');
        const province = others.get(found.slice(0, OPENING))?.find((entry) => belongsTo(found, entry));
        if (province === undefined) continue;
        report({ message: 'other', args: { found, province: province.name, expected }, at: cell.at });
        break;
      }
    }
  },
});

/** All provinces but the pack's own. */
const otherProvinces = madeOnce(({ catalogues, region }: PolicyPack) =>
  byOpening((catalogues.get(CATALOGUE)?.entries ?? []).filter(({ name }) => name !== region.province)),
);

/** No name or short name of a province is shorter. */
const OPENING = 2;

function byOpening(entries: readonly CatalogueEntry[]): ReadonlyMap<string, CatalogueEntry[]> {
  const groups = new Map<string, CatalogueEntry[]>();
  for (const entry of entries) {
    for (const opening of new Set([entry.name, ...entry.synonyms].map((name) => name.slice(0, OPENING)))) {
      groups.set(opening, [...(groups.get(opening) ?? []), entry]);
    }
  }
  return groups;
}

/** Titles that open with no province's first characters, nearly all, need no closer look. */
function mayName(text: string, others: ReadonlyMap<string, unknown>): boolean {
  for (let at = text.indexOf('《'); at !== -1; at = text.indexOf('《', at + 1)) {
    const opening = text.slice(at + 1, at + 1 + OPENING);
    if (others.has(opening) || opening === '中共' || /\s/u.test(opening)) return true;
  }
  return false;
}

function belongsTo(title: string, { name, synonyms }: CatalogueEntry): boolean {
  if (title.startsWith(name)) return true;
  return synonyms.some(
    (short) => title.startsWith(short) && AFTER_SHORT_NAME.test(title.slice(short.length)),
  );
}
