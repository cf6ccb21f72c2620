import type { Package } from '../package.ts';
import { attribute, tagsOf } from '../package-xml.ts';
import { boxFor, type Sizes } from './box.ts';
import type { CellMark } from './mark.ts';

/** Shapes are numbered in blocks; a drawing says which blocks are its own. */
const BLOCK = 1024;
const SHAPE_TYPE = '_x0000_t202';
const SPACES = {
  v: 'urn:schemas-microsoft-com:vml',
  o: 'urn:schemas-microsoft-com:office:office',
  x: 'urn:schemas-microsoft-com:office:excel',
} as const;
const DECLARED = Object.entries(SPACES)
  .map(([prefix, space]) => ` xmlns:${prefix}="${space}"`)
  .join('');
const TYPE = `<v:shapetype id="${SHAPE_TYPE}" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`;

/** A drawing without shapes, with a block that no other drawing of the package has. */
export function newDrawing(pack: Package): string {
  const drawings = pack.names().filter((name) => /\.vml$/i.test(name));
  const block = Math.max(0, ...drawings.flatMap((name) => blocksIn(pack.text(name) ?? ''))) + 1;
  return `<xml${DECLARED}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${block}"/></o:shapelayout>${TYPE}</xml>`;
}

/** The drawing with a box for each comment; `null` for one that is not written as spreadsheets do. */
export function withShapes(drawing: string, marks: readonly CellMark[], sizes: Sizes): string | null {
  const end = drawing.lastIndexOf('</xml>');
  const root = /<xml(?:\s[^>]*)?>/.exec(drawing)?.[0];
  if (end === -1 || root === undefined) return null;
  // A program may name these namespaces in its own way, so that ours bring their own names along.
  const isKnown = Object.entries(SPACES).every(([prefix, space]) =>
    root.includes(`xmlns:${prefix}="${space}"`),
  );
  const own = (piece: string) => (isKnown ? piece : piece.replace(/^<v:\w+/, (open) => open + DECLARED));
  const blocks = blocksIn(drawing);
  const taken = Math.max(0, ...[...drawing.matchAll(/_x0000_s(\d+)/g)].map(([, number]) => Number(number)));
  const first = Math.max(taken, (blocks[0] ?? 1) * BLOCK) + 1;
  const shapes = marks.map((mark, index) => own(shape(first + index, mark, sizes)));
  const last = Math.floor((first + marks.length - 1) / BLOCK);
  const more = Array.from({ length: last + 1 }, (_, block) => block).filter(
    (block) => block > Math.max(0, ...blocks),
  );
  const type = drawing.includes(SHAPE_TYPE) ? '' : own(TYPE);
  const made = `${drawing.slice(0, end)}${type}${shapes.join('')}${drawing.slice(end)}`;
  return more.length === 0 ? made : made.replace(IDMAP, (tag) => withBlocks(tag, [...blocks, ...more]));
}

const IDMAP = /<\w+:idmap\b[^>]*>/;

function blocksIn(drawing: string): number[] {
  const data = tagsOf(drawing, 'idmap').map((tag) => attribute(tag, 'data') ?? '');
  return data.flatMap((numbers) => numbers.split(',').map(Number)).filter((block) => block > 0);
}

function withBlocks(tag: string, blocks: readonly number[]): string {
  return tag.replace(/\sdata=["'][^"']*["']/, ` data="${blocks.join(',')}"`);
}

function shape(id: number, { row, column, text }: CellMark, sizes: Sizes): string {
  const { width, height, anchor } = boxFor(row, column, text, sizes);
  const style = `position:absolute;margin-left:60pt;margin-top:2pt;width:${width * 0.75}pt;height:${height * 0.75}pt;z-index:1;visibility:hidden`;
  return `<v:shape id="_x0000_s${id}" type="#${SHAPE_TYPE}" style="${style}" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor.join(', ')}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`;
}
