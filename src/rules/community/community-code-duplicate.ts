import type { Origin } from '../../model/origin.ts';
import { defineSetRule } from '../define.ts';

interface CodeFact {
  readonly code: string;
  readonly name: string;
  readonly origin: Origin;
}

/** One code, one community, over everything that was submitted. */
export const rule = defineSetRule({
  id: 'community-code-duplicate',
  messages: {
    repeated: {
      'zh-CN': '代码 {code}（{name}）已用于 {file} 的“{otherName}”（{first}）。每个社区的代码应当唯一。',
      en: 'Code {code} ({name}) is already used for “{otherName}” in {file} ({first}). Codes must be unique.',
    },
  },
  collect: (dataset): CodeFact[] =>
    dataset.rosters.flatMap(({ communities }) =>
      communities
        .filter(({ code }) => code !== '')
        .map((community) => ({ code: community.code, name: community.name, origin: community.at('code') })),
    ),
  check(facts, { report }) {
    const seen = new Map<string, CodeFact>();
    for (const fact of facts) {
      const first = seen.get(fact.code);
      if (first === undefined) {
        seen.set(fact.code, fact);
        continue;
      }
      report({
        message: 'repeated',
        args: {
          code: fact.code,
          name: fact.name,
          file: first.origin.file,
          otherName: first.name,
          first: `${first.origin.sheet ?? ''}!${first.origin.a1 ?? ''}`,
        },
        at: [fact.origin, { ...first.origin, role: 'first' }],
      });
    }
  },
});
