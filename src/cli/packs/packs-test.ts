import { type ExampleResult, isRight, runExamples, type Untried } from '../../examples.ts';
import type { Locale, PolicyPack } from '../../model/policy.ts';
import type { ExpectedFinding } from '../../policy/documents.ts';
import { type Block, type Cell, line, plain } from '../../report/blocks.ts';
import { placeOf, type Wording, wordingFor } from '../../report/wording.ts';
import { termsOf } from '../../run.ts';
import { parseDay } from '../check/check.ts';
import { FOLDERS, KNOWN_RULES, policyOf } from '../policy.ts';
import { say } from '../say.ts';
import { tell } from '../told.ts';
import { PACK_WORDS } from './pack-words.ts';

/** `jianfu packs test`: runs the examples of a pack; 1 where one comes out otherwise or a check lacks one. */
export async function packsTest(
  pack: string,
  options: { readonly asOf?: string; readonly out: readonly string[] },
  locale: Locale,
): Promise<number> {
  const asOf = parseDay(options.asOf);
  const policy = await policyOf(pack, asOf);
  const { results, untried } = await runExamples({ policy: pack, asOf, knownRules: KNOWN_RULES }, FOLDERS);
  const facts = {
    pack: policy.layers.at(-1)?.id ?? pack,
    results: results.map(({ example, ...rest }) => ({
      example: example.id,
      right: isRight({ example, ...rest }),
      ...rest,
    })),
    untried,
  };
  await tell({ facts, blocks: blocksOf(results, untried, policy, locale) }, options.out);
  return results.every(isRight) && untried.length === 0 ? 0 : 1;
}

function blocksOf(
  results: readonly ExampleResult[],
  untried: readonly Untried[],
  policy: PolicyPack,
  locale: Locale,
): Block[] {
  const wording = wordingFor({ terms: termsOf(policy) }, locale);
  const word = (id: keyof typeof PACK_WORDS) => PACK_WORDS[id][locale];
  const right = results.filter(isRight).length;
  const counts = { total: results.length, right, wrong: results.length - right, untried: untried.length };
  return [
    ...(results.length === 0 ? [line(word('noExamples'), 'warning')] : []),
    ...results.filter((result) => !isRight(result)).flatMap((result) => wrongBlocks(result, wording)),
    ...(untried.length === 0
      ? []
      : [
          { kind: 'heading' as const, text: word('untried') },
          {
            kind: 'table' as const,
            head: [word('rule'), word('lacks')],
            rows: untried.map(({ rule, lacks }) => [
              plain(rule),
              plain(word(lacks === 'finding' ? 'lacksFinding' : 'lacksPass')),
            ]),
            fill: 1,
          },
        ]),
    line(say(PACK_WORDS.examplesLine, locale, counts), counts.wrong + counts.untried > 0 ? 'error' : 'good'),
  ];
}

/** Expected against found, line by line. */
function wrongBlocks(result: ExampleResult, wording: Wording): Block[] {
  const { example, missing, unexpected, unchecked, wrong } = result;
  const word = (id: keyof typeof PACK_WORDS) => PACK_WORDS[id][wording.locale];
  const row = (what: string, place: string, text: string): Cell[] => [
    { text: what, tone: 'error' },
    plain(place),
    plain(text),
  ];
  return [
    { kind: 'heading', text: `${example.id}　${example.situation[wording.locale]}` },
    {
      kind: 'table',
      head: [word('difference'), word('place'), word('content')],
      rows: [
        ...missing.map((expected) => row(word('expected'), expected.at, expectedText(expected))),
        ...unexpected.map((finding) =>
          row(
            word('found'),
            placeOf(finding.origins[0]),
            `${finding.rule}\n${finding.outcome} · ${finding.message.id} · ${JSON.stringify(finding.message.args)}\n${wording.finding(finding)}`,
          ),
        ),
        ...unchecked.map(({ rule, reason }) =>
          row(word('notChecked'), '', `${rule}\n${wording.skip({ rule, reason, origin: null })}`),
        ),
        ...wrong.map(({ rule, why }) => row(word('wrongRule'), '', `${rule}\n${word(why)}`)),
      ],
      fill: 2,
    },
  ];
}

function expectedText({ rule, outcome, message, args }: ExpectedFinding): string {
  const given = [outcome, message, args === undefined ? undefined : JSON.stringify(args)];
  return [rule, given.filter((part) => part !== undefined).join(' · ')].filter(Boolean).join('\n');
}
