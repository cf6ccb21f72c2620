import type { CheckOf } from '../../model/check.ts';
import type { Origin } from '../../model/origin.ts';
import type { PolicyPack } from '../../model/policy.ts';
import { type Judge, judgeWith } from '../duty-verdict.ts';
import { defineMethod } from './method.ts';
import { setsWith } from './rows.ts';

type Message = 'always' | 'responsible' | 'unclear';

interface BanFact {
  readonly message: Message;
  readonly phrase: string;
  readonly verb: string;
  readonly citation: string | null;
  readonly at: Origin;
}

const ASSISTING = 'word.assisting-verb';
const RESPONSIBLE = 'word.responsible-verb';

/** Phrases that a text may not hold at all, or not as work of its own: 负责环境整治, but 协助环境整治. */
export const textBan = defineMethod<'text-ban', BanFact, Message>({
  id: 'text-ban',
  messages: {
    always: { 'zh-CN': '写有“{phrase}”，属于{catalogue}。', en: 'It says “{phrase}”, one of {catalogue}.' },
    responsible: {
      'zh-CN': '写作“{verb}”“{phrase}”，等于作为责任主体承担{catalogue}。',
      en: 'It says “{verb}” of “{phrase}”, which makes it responsible for one of {catalogue}.',
    },
    unclear: {
      'zh-CN': '写有“{phrase}”，没有写明是协助还是负责（{catalogue}）。',
      en: 'It says “{phrase}” without saying whether to help or to be responsible ({catalogue}).',
    },
  },
  remedy: {
    'zh-CN': '请删去，或改为协助、配合的表述并写明主管部门。',
    en: 'Take it out, or word it as help and name the department in charge.',
  },
  spansFiles: () => false,
  collect(dataset, check, policy, gather) {
    const judge = judgeOf(check, policy);
    if (typeof judge === 'string') {
      gather.skip('catalogue-missing', { catalogue: judge }, null);
      return;
    }
    for (const set of setsWith(dataset, check.of, [check.field], gather)) {
      for (const record of set.records) {
        const verdict = judge(record.text(check.field), false);
        if (verdict === null) gather.excuse();
        else gather.fact({ ...verdict, at: record.at(check.field) });
      }
    }
  },
  judge(facts, check, _policy, { report }) {
    const { catalogue } = check;
    for (const { message, phrase, verb, citation, at } of facts) {
      const args = message === 'responsible' ? { phrase, verb, catalogue } : { phrase, catalogue };
      if (message === 'unclear') report({ message, args, at, citation, outcome: 'undetermined' });
      else report({ message, args, at, citation });
    }
  },
});

/** The judge, or the id of a catalogue that is missing. */
function judgeOf({ catalogue, role }: CheckOf<'text-ban'>, { catalogues }: PolicyPack): Judge | string {
  const missing = [catalogue, ASSISTING, RESPONSIBLE].find((id) => !catalogues.has(id));
  if (missing !== undefined) return missing;
  const entries = catalogues.get(catalogue)?.entries ?? [];
  const when = role === undefined ? null : role === 'any' ? ('always' as const) : ('responsible' as const);
  const banned = when === null ? entries : entries.map((entry) => ({ ...entry, when }));
  return judgeWith(
    banned,
    catalogues.get(ASSISTING)?.entries ?? [],
    catalogues.get(RESPONSIBLE)?.entries ?? [],
  );
}
