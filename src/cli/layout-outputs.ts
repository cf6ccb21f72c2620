import type { LayoutCity, LayoutPlan } from '../model/layout.ts';
import type { Locale } from '../model/policy.ts';
import { drawBlocks } from '../report/draw.ts';
import { planBlocks } from '../report/layout/plan-blocks.ts';
import { paintFor } from './colour.ts';
import { LAYOUT_TEXTS } from './layout-words.ts';
import { type Output, parseOutputs, writeOutput } from './outputs.ts';
import { UsageError } from './usage-error.ts';

const FORMATS = ['table', 'json', 'geojson', 'html', 'svg'] as const;
type Format = (typeof FORMATS)[number];

const WIDTH = 80;

/** Writes a plan in each `--out FORMAT[=PATH]`; without one, as a table on standard output. */
export async function tellPlan(
  plan: LayoutPlan,
  city: LayoutCity,
  out: readonly string[],
  locale: Locale,
): Promise<void> {
  const outputs = parseOutputs(out.length === 0 ? ['table'] : out, FORMATS);
  if (city.shapes.length === 0 && outputs.some(({ format }) => format === 'geojson'))
    throw new UsageError(LAYOUT_TEXTS.noShapes);
  for (const output of outputs) {
    const text = await textOf(output, plan, city, locale);
    if (output.path === null) process.stdout.write(text);
    else await writeOutput(output.path, text);
  }
}

async function textOf(
  { format, path }: Output<Format>,
  plan: LayoutPlan,
  city: LayoutCity,
  locale: Locale,
): Promise<string> {
  if (format === 'json') return `${JSON.stringify(plan, null, 2)}\n`;
  if (format === 'table') {
    const width = path === null ? (process.stdout.columns ?? WIDTH) : WIDTH;
    const paint = paintFor(path === null ? 'auto' : 'never', process.stdout);
    return drawBlocks(planBlocks(plan, locale), width, paint);
  }
  if (format === 'geojson') {
    const { outlinesOf } = await import('../plan/geometry/outlines.ts');
    const { planGeoJson } = await import('../report/layout/geojson.ts');
    return planGeoJson(plan, outlinesOf(city, plan.communities));
  }
  const { tilesOf } = await import('../plan/geometry/tiles.ts');
  const isTiles = city.shapes.length === 0;
  const source = { plan, city, shapes: isTiles ? tilesOf(city) : city.shapes, isTiles };
  if (format === 'svg') return (await import('../report/layout/map-svg.ts')).planSvg(source, locale);
  return (await import('../report/layout/map-html.ts')).planHtml(source, locale);
}
