import type { Locale } from '../../model/policy.ts';
import { escaped } from '../escaped.ts';
import {
  type Area,
  areasAfter,
  areasBefore,
  CLASS_FILLS,
  type Extent,
  type MapSource,
  penFor,
} from './map-areas.ts';
import { CLASSES, MAP_WORDS } from './words.ts';

const PANEL = 600;
const MARGIN = 16;
const HEAD = 34;
const FOOT = 46;

/** Both maps side by side, before and after, as one drawing: no base map, no outline of anything larger. */
export function planSvg(source: MapSource, locale: Locale): string {
  const pen = penFor(source.shapes);
  const { extent } = pen;
  const height = Math.ceil((PANEL * extent.height) / extent.width);
  const [width, total] = [2 * PANEL + 3 * MARGIN, height + HEAD + FOOT];
  const note = MAP_WORDS[source.isTiles ? 'tiles' : 'sketch'][locale];
  const right = PANEL + 2 * MARGIN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${total}" font-family="sans-serif" font-size="15">`,
    `<rect width="${width}" height="${total}" fill="#fff"/>`,
    label(MARGIN, 22, MAP_WORDS.before[locale]),
    label(right, 22, MAP_WORDS.after[locale]),
    panel('before', MARGIN, height, extent, areasBefore(source, pen, locale)),
    panel('after', right, height, extent, areasAfter(source, pen, locale)),
    legend(total - FOOT + 22, locale),
    label(MARGIN, total - 6, note, 12),
    '</svg>\n',
  ].join('\n');
}

function panel(id: string, x: number, height: number, extent: Extent, areas: readonly Area[]): string {
  const box = `0 0 ${Math.ceil(extent.width)} ${Math.ceil(extent.height)}`;
  const paths = areas.map(
    ({ decision, path, fill, title }) =>
      `<path data-d="${decision}" d="${path}" fill="${fill}"><title>${escaped(title)}</title></path>`,
  );
  return [
    `<svg id="${id}" x="${x}" y="${HEAD}" width="${PANEL}" height="${height}" viewBox="${box}">`,
    `<g stroke="#8a949c" stroke-width="${(extent.width / PANEL / 2).toFixed(2)}" stroke-linejoin="round">`,
    ...paths,
    '</g>',
    `<path d="${areas.map(({ outline }) => outline).join('')}" fill="none" stroke="#3c444b" stroke-width="${(extent.width / PANEL).toFixed(2)}" pointer-events="none"/>`,
    '</svg>',
  ].join('\n');
}

function legend(y: number, locale: Locale): string {
  let x = MARGIN;
  const parts = (['over', 'under', 'watch', 'standard'] as const).map((size) => {
    const drawn = `<rect x="${x}" y="${y - 12}" width="14" height="14" fill="${CLASS_FILLS[size]}" stroke="#8a949c" stroke-width=".5"/>${label(x + 20, y, CLASSES[size][locale], 13)}`;
    x += 100;
    return drawn;
  });
  return [...parts, label(x, y, MAP_WORDS.changed[locale], 13)].join('\n');
}

function label(x: number, y: number, text: string, size = 15): string {
  return `<text x="${x}" y="${y}" font-size="${size}" fill="#222">${escaped(text)}</text>`;
}
