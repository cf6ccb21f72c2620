import type { MethodId } from '../../model/check.ts';
import type { LocalText } from '../../model/policy.ts';

/** Words of a pack as a paper. */
export const PAPER_WORDS = {
  title: { 'zh-CN': '{title}检查办法', en: '{title}: how it is checked' },
  section: { 'zh-CN': '{number}、{title}', en: '{number}. {title}' },
  clause: { 'zh-CN': '（{number}）{title}', en: '({number}) {title}' },
  basis: { 'zh-CN': '检查依据', en: 'Basis' },
  basisItem: {
    'zh-CN': '{number}.{citation}。来源：{source}。',
    en: '{number}. {citation}. Source: {source}.',
  },
  noBasis: { 'zh-CN': '只作形式检查，没有政策依据。', en: 'Matters of form only; no policy.' },
  scope: { 'zh-CN': '适用范围', en: 'Scope' },
  place: { 'zh-CN': '适用于{place}报送的表格。', en: 'For tables handed in by {place}. ' },
  day: {
    'zh-CN': '各项数值按{day}有效的条文；最近一次与来源核对是{reviewed}。',
    en: 'Values as in force on {day}; last compared with the sources on {reviewed}.',
  },
  rulesOf: { 'zh-CN': '检查内容：{title}', en: 'What is checked: {title}' },
  how: { 'zh-CN': '检查方法：{how}', en: 'How: {how}' },
  table: { 'zh-CN': '看“{kinds}”表。', en: 'Looks at {kinds}.' },
  min: { 'zh-CN': '不低于{value}（自{from}起）。', en: 'Not less than {value} (from {from}).' },
  max: { 'zh-CN': '不高于{value}（自{from}起）。', en: 'Not more than {value} (from {from}).' },
  equals: { 'zh-CN': '应为{value}（自{from}起）。', en: 'Exactly {value} (from {from}).' },
  target: { 'zh-CN': '目标为{value}（自{from}起）。', en: 'The target is {value} (from {from}).' },
  total: { 'zh-CN': '合计为{value}（自{from}起）。', en: 'The sum is {value} (from {from}).' },
  times: { 'zh-CN': '倍数为{value}（自{from}起）。', en: 'Times {value} (from {from}).' },
  points: { 'zh-CN': '每件计{value}（自{from}起）。', en: 'Each counts {value} (from {from}).' },
  list: { 'zh-CN': '对照目录：{title}（{count}条）。', en: 'Against the catalogue {title} ({count}).' },
  where: { 'zh-CN': '只看：{says}。', en: 'Only: {says}.' },
  holds: { 'zh-CN': '应当：{says}。', en: 'It must hold that {says}.' },
  doubt: {
    'zh-CN': '不符合，但{says}的，列为无法判断。',
    en: 'Where it does not, but {says}, the outcome is undetermined.',
  },
  besides: {
    'zh-CN': '条文另有条件“{fields}”：填“否”的不算，没有填明的列为无法判断。',
    en: 'The clause also asks for “{fields}”: a no excuses the row, an empty cell makes it undetermined.',
  },
  cited: { 'zh-CN': '依据：{name}。', en: 'Basis: {name}.' },
  citedWords: { 'zh-CN': '依据：{name}，原文为“{quote}”。', en: 'Basis: {name}: “{quote}”.' },
  judged: {
    'zh-CN': '结果：{outcome}（{modality}）。整改：{remedy}',
    en: 'Outcome: {outcome} ({modality}). Remedy: {remedy}',
  },
  limits: { 'zh-CN': '不查：{what}', en: 'Not checked: {what}' },
  uncovered: { 'zh-CN': '没有检查或只部分检查的条文', en: 'Clauses not, or not wholly, checked' },
  noLedger: {
    'zh-CN': '这个政策包没有条文账，哪些条文没有检查，尚未列出。',
    en: 'This pack has no ledger of clauses; what is not checked is not listed yet.',
  },
  allChecked: { 'zh-CN': '条文账所列条文均已检查。', en: 'All clauses of the ledger are checked.' },
  openClause: {
    'zh-CN': '{number}.{clause}（{citation}）：{state}。{reason, select, none {} other {{reason}。}}',
    en: '{number}. {clause} ({citation}): {state}. {reason, select, none {} other {{reason}.}}',
  },
  results: { 'zh-CN': '结果的说法', en: 'How results are told' },
  resultsText: {
    'zh-CN':
      '条文说必须、不得的，不符合即为违反；条文说原则上、一般的，不符合只作建议；表中没有填明、定不了的，列为无法判断。缺列、缺表、当日没有数值的，列为未检查，不算通过。',
    en: 'Where a clause says must, what does not keep it is a breach; where it says in principle, it is advice; what the table leaves open is undetermined. A missing column, table or value is told as not checked, never as passed.',
  },
} as const satisfies Record<string, LocalText>;

/** How each general method looks at a table. */
export const METHOD_WORDS: Readonly<Record<MethodId, LocalText>> = {
  range: { 'zh-CN': '逐行看“{fields}”是否在界限之内。', en: 'Each row: {fields} within the limits.' },
  count: { 'zh-CN': '数行数是否合乎规定。', en: 'The number of rows.' },
  ratio: { 'zh-CN': '算“{fields}”之比是否合乎规定。', en: 'The ratio of {fields}.' },
  ranking: {
    'zh-CN': '按数量从多到少排名，相同的并列。',
    en: 'In order of number, the most first; equal ones share a place.',
  },
  unique: { 'zh-CN': '“{fields}”不得重复。', en: '{fields} must not repeat.' },
  filled: { 'zh-CN': '“{fields}”不得空缺。', en: '{fields} must be filled in.' },
  'foreign-key': {
    'zh-CN': '“{fields}”须在另一张表中查得到。',
    en: '{fields} must stand in the other table.',
  },
  'exactly-one': {
    'zh-CN': '“{fields}”须一一归属，不漏、不重。',
    en: '{fields}: each goes to exactly one place.',
  },
  catalogue: { 'zh-CN': '将“{fields}”与目录逐一对照。', en: '{fields} against a catalogue.' },
  share: { 'zh-CN': '算“{fields}”所占份额是否合乎规定。', en: 'The share of {fields}.' },
  floor: { 'zh-CN': '“{fields}”前者不得低于后者。', en: '{fields}: the first not below the other.' },
  conservation: { 'zh-CN': '“{fields}”前后合计应当相等。', en: '{fields}: the sums before and after agree.' },
  'weights-sum': { 'zh-CN': '“{fields}”的权重应当合计为定数。', en: 'The weights in {fields} add up.' },
  'text-ban': {
    'zh-CN': '“{fields}”中不得出现目录所列用语。',
    en: '{fields} must not use the words listed.',
  },
  interval: { 'zh-CN': '算“{fields}”之间的时长。', en: 'The time between {fields}.' },
  'directory-match': { 'zh-CN': '“{fields}”须与名录一致。', en: '{fields} must agree with the directory.' },
  claim: { 'zh-CN': '复算所报数字是否成立。', en: 'The declared numbers are worked out again.' },
  expression: { 'zh-CN': '核对条件是否成立。', en: 'A condition is looked at.' },
};
