import fc from 'fast-check';
import { ods } from '../hostile/kinds/old.ts';
import { LIST } from '../hostile/workbook.ts';
import { edited, edits } from './bytes.ts';
import { odsCellsBy } from './ods-oracle.ts';
import { expectSame, readingByLibrary } from './reading.ts';
import type { Tally } from './run.ts';

const NAMES = ['office', 'table', 'text']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');
const text = (value: string) =>
  `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`;
const number = (value: number) =>
  `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`;
const LIST_ROWS = LIST.map(
  (cells) =>
    `<table:table-row>${cells.map((value) => (typeof value === 'number' ? number(value) : text(value))).join('')}</table:table-row>`,
);
const SOUND =
  `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${NAMES}><office:body><office:spreadsheet>` +
  `<table:table table:name="清单"><table:table-column table:number-columns-repeated="3"/>${LIST_ROWS.join('')}` +
  `<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2"/>${text('协助<text:s text:c="2"/>&amp;<text:span>治安</text:span>')}</table:table-row>` +
  `<table:table-row>${text('一</text:p><text:p>二')}<table:covered-table-cell/>${number(-2.5)}</table:table-row></table:table>` +
  `<table:table table:name="字典"><table:table-row>${text('甲')}<table:table-cell table:number-columns-repeated="9"/></table:table-row></table:table>` +
  '</office:spreadsheet></office:body></office:document-content>';
const TOKENS = SOUND.match(/<[^>]*>|[^<]+/g) ?? [];

/** Pieces that are legal, or look so, in places where nobody expects them. */
const piece = fc.constantFrom(
  '<!-- <table:table-cell office:value-type="float" office:value="9"/> -->',
  '<![CDATA[<text:p>7</text:p>]]>',
  '<?x <table:table-cell/> ?>',
  '<!DOCTYPE x>',
  '<table:table-cell/>',
  '<table:covered-table-cell office:value-type="string"><text:p>盖</text:p></table:covered-table-cell>',
  '<table:table-row/>',
  '<table:table-row>',
  '</table:table-row>',
  '</table:table-cell>',
  '<table:table table:name="清单"/>',
  '<table:table table:name="内"><table:table-row><table:table-cell/></table:table-row></table:table>',
  '<office:annotation><text:p>批注</text:p></office:annotation>',
  '<text:p/>',
  '<text:p>文</text:p>',
  '<text:s text:c="3"/>',
  '<x:y xmlns:x="urn:x">x</x:y>',
  '&lt;',
  '&#x4e2d;',
  '&nope;',
  ' ',
  'x',
  '<',
  '>',
  '"',
);
const value = fc.constantFrom(
  '',
  '0',
  '1',
  '-1',
  '2',
  '7',
  '1.5',
  'abc',
  'string',
  'float',
  'date',
  'percentage',
  'boolean',
  'false',
  '1e3',
  '2000000000',
  '99999999999999999999',
  'collapse',
  '甲',
  '__proto__',
  'constructor',
  '&quot;',
  '>',
);

interface Change {
  readonly kind: 'drop' | 'double' | 'swap' | 'insert' | 'attribute' | 'bare' | 'text' | 'cut';
  readonly at: number;
  readonly which: number;
  readonly piece: string;
  readonly value: string;
}
const changes = fc.array(
  fc.record<Change>({
    kind: fc.constantFrom(
      'drop',
      'double',
      'double',
      'swap',
      'insert',
      'insert',
      'attribute',
      'attribute',
      'attribute',
      'bare',
      'text',
      'text',
      'cut',
    ),
    at: fc.nat(10_000),
    which: fc.nat(3),
    piece,
    value,
  }),
  { minLength: 1, maxLength: 3 },
);

function changed(all: readonly Change[]): string {
  const tokens = [...TOKENS];
  for (const { kind, at, which, piece: inserted, value: other } of all) {
    if (tokens.length === 0) break;
    const index = at % tokens.length;
    const token = tokens[index] ?? '';
    const attributes = token.match(/ [\w:-]+="[^"]*"/g) ?? [];
    const attribute = attributes[which % Math.max(1, attributes.length)];
    if (kind === 'drop') tokens.splice(index, 1);
    else if (kind === 'double') doubleElement(tokens, index);
    else if (kind === 'swap') tokens.splice(index, 2, tokens[index + 1] ?? '', token);
    else if (kind === 'insert') tokens.splice(index, 0, inserted);
    else if (kind === 'attribute' && attribute !== undefined)
      tokens[index] = token.replace(attribute, attribute.replace(/"[^"]*"/, `"${other}"`));
    else if (kind === 'bare' && attribute !== undefined) tokens[index] = token.replace(attribute, '');
    else if (kind === 'cut') tokens.length = Math.max(1, index);
    else if (!token.startsWith('<')) tokens[index] = other;
  }
  return tokens.join('');
}

/** The element that begins at a token once more, whole, so that many inputs stay XML. */
function doubleElement(tokens: string[], start: number): void {
  let depth = 0;
  for (let end = start; end < tokens.length; end++) {
    const token = tokens[end] ?? '';
    if (token.startsWith('</')) depth--;
    else if (token.startsWith('<') && !/^<[?!]|\/>$/.test(token)) depth++;
    if (depth > 0) continue;
    if (depth === 0) tokens.splice(end + 1, 0, ...tokens.slice(start, end + 1));
    return;
  }
}

/** OpenDocument changed behind a right checksum, read by the library: what a strict parser sees is read, told or refused. */
export const odsTarget = (tally: Tally) =>
  fc.asyncProperty(
    fc.oneof(
      { weight: 5, arbitrary: changes.map(changed) },
      { weight: 1, arbitrary: edits.map((all) => edited(Buffer.from(SOUND), all)) },
    ),
    async (content) => {
      const found = await readingByLibrary(ods(content));
      tally[found.state]++;
      if (found.state !== 'read') return;
      const expected = odsCellsBy(content.toString());
      if (expected === null) return;
      tally.held++;
      expectSame(found.cells, expected);
    },
  );
