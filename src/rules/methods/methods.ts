import type { MethodId } from '../../model/check.ts';
import type { LocalText } from '../../model/policy.ts';
import { catalogue } from './catalogue.ts';
import { claim } from './claim.ts';
import { conservation } from './conservation.ts';
import { count } from './count.ts';
import { directoryMatch } from './directory-match.ts';
import { exactlyOne } from './exactly-one.ts';
import { expression } from './expression.ts';
import { filled } from './filled.ts';
import { floor } from './floor.ts';
import { foreignKey } from './foreign-key.ts';
import { interval } from './interval.ts';
import type { Method } from './method.ts';
import { range } from './range.ts';
import { ranking } from './ranking.ts';
import { ratio } from './ratio.ts';
import { share } from './share.ts';
import { textBan } from './text-ban.ts';
import { unique } from './unique.ts';
import { weightsSum } from './weights-sum.ts';

/** Every general method there is. */
export const METHODS: Readonly<Record<MethodId, Method>> = {
  catalogue,
  claim,
  conservation,
  count,
  'directory-match': directoryMatch,
  'exactly-one': exactlyOne,
  expression,
  filled,
  floor,
  'foreign-key': foreignKey,
  interval,
  range,
  ranking,
  ratio,
  share,
  'text-ban': textBan,
  unique,
  'weights-sum': weightsSum,
};

/** Sentences of all methods, by the id findings carry: `range.below`. */
export const METHOD_MESSAGES: Readonly<Record<string, LocalText>> = Object.fromEntries(
  Object.values(METHODS).flatMap(({ id, messages }) =>
    Object.entries(messages).map(([message, text]) => [`${id}.${message}`, text]),
  ),
);

/** What to do about a finding of a method, by its id. */
export const METHOD_REMEDIES: Readonly<Record<string, LocalText>> = Object.fromEntries(
  Object.values(METHODS).map(({ id, remedy }) => [id, remedy]),
);
