import fc from 'fast-check';
import { LIST_STRINGS, SHEET, STRINGS, STYLES, sst, WORKBOOK, worksheet, xlsx } from '../hostile/workbook.ts';
import { edited, edits } from './bytes.ts';
import { expectSame, readingHere } from './reading.ts';
import type { Tally } from './run.ts';
import { cellsBy } from './sheet-oracle.ts';

const SOUND = worksheet(
  '<dimension ref="A1:C5"/><cols><col min="1" max="1" width="9"/></cols><sheetData>' +
    '<row r="1"><c r="A1" t="s"><v>0</v></c></row>' +
    '<row r="2" spans="1:3"><c r="A2" t="s"><v>1</v></c><c r="B2" s="0" t="s"><v>2</v></c><c r="C2" t="s"><v>3</v></c></row>' +
    '<row r="3"><c r="A3"><v>1</v></c><c r="B3" t="inlineStr"><is><t xml:space="preserve">协助 &amp; 治安</t></is></c><c r="C3"/></row>' +
    '<row><c><v>2.5</v></c><c t="str"><f>A1&amp;"x"</f><v>协助</v></c><c r="E4" t="b"><v>1</v></c></row>' +
    '<row r="9"><c r="A9"><f>A3+1</f></c><c r="B9" t="inlineStr"><is><r><t>协</t></r><r><rPr><b/></rPr><t>助</t></r></is></c></row>' +
    '</sheetData><mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells>',
);
const TEXTS = [...LIST_STRINGS.matchAll(/<t>([^<]*)<\/t>/g)].map(([, text]) => text ?? '');
const TOKENS = SOUND.match(/<[^>]*>|[^<]+/g) ?? [];

/** Pieces that are legal, or look so, in places where nobody expects them. */
const piece = fc.constantFrom(
  '<!-- <c r="A1"><v>9</v></c> -->',
  '<!---->',
  '<?x <c>?>',
  '<![CDATA[<v>7</v>]]>',
  '<x/>',
  '<x:c xmlns:x="urn:x" r="A1"><x:v>1</x:v></x:c>',
  '<extLst><ext><c r="A1"><v>1</v></c></ext></extLst>',
  '<row>',
  '</row>',
  '<c><v>7</v></c>',
  '<c r="D3" t="s"><v>99</v></c>',
  '<c r="b5"><v>7</v></c>',
  '<v/>',
  '<v>8</v>',
  '<f/>',
  '<is/>',
  '<t>文</t>',
  '<row r="20"><c r="C20" t="str"><v>尾</v></c></row>',
  '<row r="3"/>',
  '<sheetData/>',
  '</sheetData>',
  '&lt;',
  '&#x4e2d;',
  '&#0;',
  '&nope;',
  ' ',
  '\n\t',
  'x',
  '<',
  '>',
  '"',
  '<rPh sb="0" eb="1"><t>ㄒ</t></rPh>',
);
const value = fc.constantFrom(
  '',
  '0',
  '1',
  '-1',
  '5',
  '1e3',
  '1E400',
  'abc',
  's',
  'str',
  'inlineStr',
  'e',
  'd',
  'A1',
  'C3',
  'XFD1048576',
  'ZZZZ9',
  '2000000000',
  'a"b',
  '&quot;',
  '>',
);

interface Change {
  readonly kind: 'drop' | 'double' | 'swap' | 'insert' | 'attribute' | 'bare' | 'text' | 'cut';
  readonly at: number;
  readonly piece: string;
  readonly value: string;
}
const changes = fc.array(
  fc.record<Change>({
    kind: fc.constantFrom(
      'drop',
      'double',
      'swap',
      'insert',
      'insert',
      'attribute',
      'attribute',
      'bare',
      'text',
      'cut',
    ),
    at: fc.nat(10_000),
    piece,
    value,
  }),
  { minLength: 1, maxLength: 3 },
);

function changed(all: readonly Change[]): string {
  const tokens = [...TOKENS];
  for (const { kind, at, piece: inserted, value: other } of all) {
    if (tokens.length === 0) break;
    const index = at % tokens.length;
    const token = tokens[index] ?? '';
    if (kind === 'drop') tokens.splice(index, 1);
    else if (kind === 'double') tokens.splice(index, 0, token);
    else if (kind === 'swap') tokens.splice(index, 2, tokens[index + 1] ?? '', token);
    else if (kind === 'insert') tokens.splice(index, 0, inserted);
    else if (kind === 'attribute') tokens[index] = token.replace(/="[^"]*"/, `="${other}"`);
    else if (kind === 'bare') tokens[index] = token.replace(/ \w+="[^"]*"/, '');
    else if (kind === 'cut') tokens.length = Math.max(1, index);
    else if (!token.startsWith('<')) tokens[index] = other;
  }
  return tokens.join('');
}

const OTHERS = {
  [STRINGS]: sst(LIST_STRINGS),
  [STYLES]:
    '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy/m"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>',
  [WORKBOOK]:
    '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr date1904="1"/><sheets><sheet name="清单" sheetId="1" r:id="r1"/></sheets></workbook>',
} as const;
const other = fc.tuple(fc.constantFrom<keyof typeof OTHERS>(STRINGS, STYLES, WORKBOOK), edits);

/** XML changed behind a right checksum. Where a strict parser sees one meaning, the program reads that or refuses. */
export const xmlTarget = (tally: Tally) =>
  fc.asyncProperty(
    fc.oneof({ weight: 4, arbitrary: changes }, { weight: 1, arbitrary: other }),
    async (input) => {
      const isSheet = typeof input[0] !== 'string';
      const sheet = isSheet ? changed(input as readonly Change[]) : SOUND;
      const bytes = isSheet
        ? xlsx({ [SHEET]: { content: sheet } })
        : xlsx({
            [input[0] as string]: {
              content: edited(Buffer.from(OTHERS[input[0] as keyof typeof OTHERS]), input[1] as never),
            },
          });
      const found = await readingHere(bytes);
      tally[found.state]++;
      if (found.state === 'read') {
        const expected = isSheet ? cellsBy(sheet, TEXTS) : null;
        if (expected !== null) {
          tally.held++;
          expectSame(found.cells, expected);
        }
      }
    },
  );
