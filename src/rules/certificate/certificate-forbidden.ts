import type { DutyItem } from '../../model/dataset.ts';
import type { Catalogue, CatalogueEntry } from '../../model/policy.ts';
import { foldText } from '../../model/text.ts';
import { anyOf } from '../clauses.ts';
import { defineRule } from '../define.ts';
import { madeOnce } from '../made-once.ts';
import { firstHeaderOrigin } from '../origins.ts';

const BARRED = /(?:不得|不再|不予|不应|不|禁止|停止|取消|严禁|拒绝)[^。;]{0,8}$/u;

/** The list not-certify names these certificates rightly; here a duty to issue one is looked for. */
export const rule = defineRule({
  id: 'certificate-forbidden',
  scope: 'duty-list',
  asks: { catalogues: ['certificate.not-to-issue'] },
  lists: ['perform', 'assist', 'basic', 'cooperate'],
  needs: ['text'],
  options: { verbs: ['出具', '开具', '开立', '办理', '核发'] as readonly string[] },
  messages: {
    forbidden: {
      'zh-CN': '“{text}”要求出具“{name}”，该证明列入不应出具目录。请删去，告知群众其他办理途径。',
      en: '“{text}” asks for “{name}”, which is among the certificates not to be issued. Delete the item.',
    },
    excepted: {
      'zh-CN': '“{text}”要求出具“{name}”，该证明一般不应出具，但本行写有例外或依据。建议核对例外是否成立。',
      en: '“{text}” asks for “{name}”, as a rule not to be issued; the row cites an exception or a law. Check it.',
    },
  },
  check({ table, items }, { policy, options, report, skip }) {
    const id = 'certificate.not-to-issue';
    const catalogue = policy.catalogues.get(id);
    if (catalogue === undefined)
      return skip('catalogue-missing', { catalogue: id }, firstHeaderOrigin(table));
    const { entries, anyName } = namedIn(catalogue);
    const isIssued = issuingBy(options.verbs);
    for (const item of items) {
      if (!anyName.test(item.key)) continue;
      const found = entries.filter(({ names }) => isIssued(item.key, names)).map(({ entry }) => entry);
      const plain = found.find((entry) => !isExcepted(item, entry));
      const entry = plain ?? found[0];
      if (entry === undefined) continue;
      const facts = { args: { text: item.text, name: entry.name }, at: item.at('text') };
      if (plain === undefined) report({ message: 'excepted', outcome: 'advice', ...facts });
      else report({ message: 'forbidden', ...facts });
    }
  },
});

const namedIn = madeOnce((catalogue: Catalogue) => {
  const entries = catalogue.entries.map((entry) => ({
    entry,
    names: [entry.name, ...entry.synonyms].map(foldText),
  }));
  return { entries, anyName: new RegExp(anyOf(entries.flatMap(({ names }) => names)), 'u') };
});

/** 出具…证明 or …证明的出具 in one sentence, and nothing that bars it; a lone 开 must touch the name (公开, 开展). */
function issuingBy(verbs: readonly string[]): (key: string, names: readonly string[]) => boolean {
  const before = new RegExp(`${anyOf(verbs)}|(?<!公)开$`, 'gu');
  const behind = new RegExp(`^的?(?:${anyOf(verbs)})(?:工作|手续)?(?:$|[,。;(])`, 'u');
  return (key, names) =>
    names.some((written) => {
      const at = key.indexOf(written);
      if (at === -1) return false;
      const opening = key.slice(0, at).split(/[。;]/u).at(-1) ?? '';
      const issuing = [...opening.matchAll(before)].at(-1);
      if (issuing !== undefined) return !BARRED.test(opening.slice(0, issuing.index));
      return behind.test(key.slice(at + written.length)) && !BARRED.test(opening);
    });
}

function isExcepted(item: DutyItem, { exceptions }: CatalogueEntry): boolean {
  const basis = item.value('legalBasis').text;
  const row = foldText([item.text, item.value('remark').text, basis].join(' '));
  return /《[^》]+》/u.test(basis) || exceptions.some((phrase) => row.includes(foldText(phrase)));
}
