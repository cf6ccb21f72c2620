import type { Locale } from '../../model/policy.ts';
import { byCodeUnit } from '../../model/text.ts';
import { type Block, line, plain } from '../../report/blocks.ts';
import { isBalanced } from '../../transform/canonical.ts';
import { say } from '../say.ts';
import type { Told } from '../told.ts';
import type { CanonicalTable } from './convert-tables.ts';
import { CONVERT_WORDS, DOUBT_WORDS } from './convert-words.ts';
import type { Total } from './converted.ts';

/** What was converted, with the account of every row. */
export function accountOf(
  total: Total,
  tables: readonly CanonicalTable[],
  paths: readonly string[],
  locale: Locale,
): Told {
  const { counts, files, doubted } = total;
  const word = (id: 'heading' | 'rows' | 'columns' | 'table') => CONVERT_WORDS[id][locale];
  const told = counts.written + counts.joined + counts.rejected + counts.aside;
  const reasons = [...new Set(doubted.flatMap(({ doubts }) => doubts.map(({ reason }) => reason)))].sort(
    byCodeUnit,
  );
  const blocks: Block[] = [
    { kind: 'heading', text: word('heading') },
    {
      kind: 'table',
      head: [word('rows'), word('columns'), word('table')],
      rows: tables.map(({ kind, rows, plain: { columns, name } }) => [
        plain(String(rows.length)),
        plain(String(columns.length)),
        plain(`${name} ${kind.id}`),
      ]),
      fill: 2,
    },
    line(say(CONVERT_WORDS.files, locale, { all: total.seen, ...files })),
    isBalanced(counts)
      ? line(say(CONVERT_WORDS.balance, locale, { ...counts }))
      : line(say(CONVERT_WORDS.unbalanced, locale, { read: counts.read, told }), 'error'),
    ...(doubted.length === 0
      ? []
      : [
          line(
            say(CONVERT_WORDS.doubtful, locale, {
              count: doubted.length,
              list: reasons.map((reason) => DOUBT_WORDS[reason][locale]).join(locale === 'en' ? ', ' : '、'),
            }),
            'warning',
          ),
        ]),
    ...repeatedLines(total, locale),
    line(say(CONVERT_WORDS.wrote, locale, { paths: paths.join(locale === 'en' ? ', ' : '、') })),
  ];
  const facts = {
    files: { all: total.seen, ...files },
    rows: counts,
    doubted: doubted.length,
    repeatedLists: total.repeated,
    tables: tables.map(({ kind, rows, columns }) => ({
      kind: kind.id,
      rows: rows.length,
      columns: columns.map(({ field }) => field),
    })),
    written: paths,
  };
  return { facts, blocks };
}

/** Lists that two sheets of a file claim to be. */
export function repeatedLines({ repeated }: Pick<Total, 'repeated'>, locale: Locale): Block[] {
  return repeated.map(({ file, list, at }) => {
    const places = at.join(locale === 'en' ? ', ' : '、');
    return line(say(CONVERT_WORDS.repeatedList, locale, { file, list, at: places }), 'warning');
  });
}
