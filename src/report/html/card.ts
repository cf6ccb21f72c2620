import { columnName } from '../../model/origin.ts';
import { escaped } from '../escaped.ts';
import type { PageBasis, PageData, PageRow } from './page-data.ts';

/**
 * One finding as HTML: level, place, sentence, the cells around it, basis. The report writes the first ones with it and
 * the script of the page all others, so that both look the same.
 */
export function cardHtml(data: PageData, index: number): string {
  const { findings, words } = data;
  const level = data.levels[findings.level[index] ?? 0];
  const outcome = data.outcomes[findings.outcome[index] ?? 0];
  const rule = data.rules[findings.rule[index] ?? 0];
  const file = data.files[findings.file[index] ?? 0] ?? '';
  const standing = data.standings[findings.standing?.[index] ?? -1] ?? '';
  const remedy = data.remedies[findings.remedy[index] ?? -1] ?? '';
  const place = findings.place[index] || words.wholeFile;
  return [
    `<li value="${index + 1}"><article class="card ${level?.id}" aria-labelledby="f${index}">`,
    `<h3 id="f${index}"><span class="tag">${escaped(level?.name ?? '')}</span> <span class="tag plain">${escaped(outcome?.name ?? '')}</span> ${standing === '' ? '' : `<span class="tag plain">${escaped(standing)}</span> `}<span class="place">${escaped(place)}</span> <span class="file">${escaped(file)}</span></h3>`,
    `<p class="text">${lines(findings.text[index] ?? '')}</p>`,
    cellsHtml(data, index, place),
    remedy === '' ? '' : `<p class="remedy">${escaped(words.remedy)}${lines(remedy)}</p>`,
    basisHtml(data.bases[findings.basis[index] ?? -1] ?? [], words),
    `<p class="rule">${escaped(words.rule)}${escaped(rule?.name ?? '')} <code>${escaped(rule?.id ?? '')}</code></p>`,
    '</article></li>',
  ].join('');
}

function lines(text: string): string {
  return escaped(text).replaceAll('\n', '<br>');
}

function basisHtml(bases: readonly PageBasis[], words: PageData['words']): string {
  if (bases.length === 0) return `<p class="basis">${escaped(words.form)}</p>`;
  return bases
    .map(({ text, quote }) => {
      const quoted = quote === '' ? '' : `<blockquote>${lines(quote)}</blockquote>`;
      return `<div class="basis">${escaped(words.basis)}${lines(text)}${quoted}</div>`;
    })
    .join('');
}

/** Columns that fit beside one another; of more, those around the one at fault. */
const MOST_COLUMNS = 9;

/** The header, the row above, the row itself and others that the finding names, under the letters of their columns. */
function cellsHtml({ findings, sheets, words }: PageData, index: number, place: string): string {
  const cells = findings.cells[index] ?? [];
  const [main = 0, column = 0] = cells;
  if (main === 0) return '';
  const all = sheets[findings.sheet[index] ?? -1]?.rows ?? [];
  const rows = rowsAround(all, cells);
  if (!rows.some(([row]) => row === main)) return `<p class="none">${escaped(words.noExcerpt)}</p>`;
  const columns = columnsAround(rows, cells, column);
  const caption = words.around.replace('{place}', () => place);
  const letters = columns.map((one) => `<th scope="col">${columnName(one)}</th>`).join('');
  const body = rows.map((row, at) => rowHtml(row, rows[at - 1]?.[0], columns, cells, words)).join('');
  return `<div class="cells" role="group" aria-label="${escaped(caption)}" tabindex="0"><table><thead><tr><th scope="col">${escaped(words.row)}</th>${letters}</tr></thead><tbody>${body}</tbody></table></div>`;
}

function rowsAround(rows: readonly PageRow[], cells: readonly number[]): readonly PageRow[] {
  const [main = 0] = cells;
  const wanted = new Set([main - 1, ...cells.filter((_, index) => index % 2 === 0)]);
  const end = indexFrom(rows, main + 1);
  let head = end - 1;
  while (head >= 0 && rows[head]?.[1] !== 1) head--;
  for (let at = head; at >= 0 && rows[at]?.[1] === 1; at--) wanted.add(rows[at]?.[0] ?? 0);
  return [...wanted]
    .sort((left, right) => left - right)
    .flatMap((row) => {
      const found = rows[indexFrom(rows, row)];
      return found?.[0] === row ? [found] : [];
    });
}

/** Index of the first entry at or below a row; a sheet may have a hundred thousand. */
function indexFrom(rows: readonly PageRow[], row: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.[0] ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

function columnsAround(rows: readonly PageRow[], cells: readonly number[], column: number): number[] {
  const filled = rows.flatMap((row) => row.slice(2).filter((_, index) => index % 2 === 0) as number[]);
  const marked = cells.filter((one, index) => index % 2 === 1 && one > 0);
  const columns = [...new Set([...filled, ...marked])].sort((left, right) => left - right);
  const first = Math.max(0, columns.indexOf(column) - (MOST_COLUMNS >> 1));
  const from = Math.max(0, Math.min(first, columns.length - MOST_COLUMNS));
  return columns.slice(from, from + MOST_COLUMNS);
}

function rowHtml(
  [row, header, ...flat]: PageRow,
  above: number | undefined,
  columns: readonly number[],
  cells: readonly number[],
  words: PageData['words'],
): string {
  const texts = new Map<number, string>();
  for (let at = 0; at < flat.length; at += 2) texts.set(Number(flat[at]), String(flat[at + 1]));
  const isMarked = (column: number) =>
    cells.some(
      (one, index) => index % 2 === 0 && one === row && [0, column].includes(cells[index + 1] ?? -1),
    );
  const drawn = columns.map((column) => {
    const text = texts.get(column) ?? '';
    if (!isMarked(column)) return `<td>${lines(text)}</td>`;
    const shown = text === '' ? `<i>${escaped(words.empty)}</i>` : lines(text);
    const isMain = row === cells[0] && [0, column].includes(cells[1] ?? -1);
    return `<td class="${isMain ? 'hit' : 'also'}"><mark>${shown}</mark></td>`;
  });
  const gap = above !== undefined && row > above + 1 ? ' gap' : '';
  return `<tr class="${header === 1 ? 'head' : 'body'}${gap}"><th scope="row">${row}</th>${drawn.join('')}</tr>`;
}
