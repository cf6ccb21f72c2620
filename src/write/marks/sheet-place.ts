/** Elements that may follow the cells of a sheet, in the order in which they must stand (ECMA-376, CT_Worksheet). */
const ORDER = [
  ...['sheetCalcPr', 'sheetProtection', 'protectedRanges', 'scenarios', 'autoFilter', 'sortState'],
  ...['dataConsolidate', 'customSheetViews', 'mergeCells', 'phoneticPr', 'conditionalFormatting'],
  ...[
    'dataValidations',
    'hyperlinks',
    'printOptions',
    'pageMargins',
    'pageSetup',
    'headerFooter',
    'rowBreaks',
  ],
  ...[
    'colBreaks',
    'customProperties',
    'cellWatches',
    'ignoredErrors',
    'smartTags',
    'drawing',
    'legacyDrawing',
  ],
  ...[
    'legacyDrawingHF',
    'drawingHF',
    'picture',
    'oleObjects',
    'controls',
    'webPublishItems',
    'tableParts',
    'extLst',
  ],
];

/** What programs wrap newer spellings of an element in; the element itself stands inside. */
const WRAPPER = 'mc:AlternateContent';

/** An element that is no child of another, behind the cells of a sheet. */
export interface TailElement {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const TAG =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)([\w:.-]+)(?:"[^"]*"|'[^']*'|[^'">])*?(\/?)>/g;

/** The elements behind the cells; `null` for a sheet that is not written as it should be. */
export function tailOf(sheet: string): { readonly elements: TailElement[]; readonly end: number } | null {
  const cells = /<\/sheetData>|<sheetData\s*\/>/.exec(sheet);
  if (cells === null) return null;
  const elements: TailElement[] = [];
  let open: { name: string; start: number } | null = null;
  let depth = 0;
  for (const tag of sheet.slice(cells.index + cells[0].length).matchAll(TAG)) {
    const [whole, closing, name, empty] = tag;
    if (name === undefined) continue;
    const start = cells.index + cells[0].length + tag.index;
    if (closing === '/' && depth === 0) return name === 'worksheet' ? { elements, end: start } : null;
    if (closing === '/') depth--;
    else if (depth === 0) open = { name, start };
    if (closing === '' && empty === '') depth++;
    if (depth === 0 && open !== null) elements.push({ ...open, end: start + whole.length });
  }
  return null;
}

/** Where an element of this name belongs behind the cells; `null` where the sheet holds what is not known. */
export function placeOf(sheet: string, name: string): number | null {
  const tail = tailOf(sheet);
  if (tail === null) return null;
  const ranks = tail.elements.map((element) => rankOf(element, sheet));
  if (ranks.includes(-1)) return null;
  const next = tail.elements.find((_, index) => (ranks[index] ?? 0) > ORDER.indexOf(name));
  return next?.start ?? tail.end;
}

function rankOf({ name, start, end }: TailElement, sheet: string): number {
  if (name !== WRAPPER) return ORDER.indexOf(name);
  const inside = [...sheet.slice(start, end).matchAll(/<([\w:]+)/g)].map(([, one]) =>
    ORDER.indexOf(one ?? ''),
  );
  return inside.find((rank) => rank !== -1) ?? -1;
}

export function inserted(text: string, at: number, piece: string): string {
  return text.slice(0, at) + piece + text.slice(at);
}
