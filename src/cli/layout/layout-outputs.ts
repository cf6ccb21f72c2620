import type { LayoutCity, LayoutPlan } from '../../model/layout.ts';
import type { Locale, PolicyPack } from '../../model/policy.ts';
import { drawBlocks } from '../../report/draw.ts';
import { planBlocks } from '../../report/layout/plan-blocks.ts';
import { paintFor } from '../colour.ts';
import {
  type Output,
  parseOutputs,
  refuseInputsAsOutputs,
  refuseWithoutPath,
  writeOutput,
} from '../outputs.ts';
import { say } from '../say.ts';
import { TEXTS } from '../texts.ts';
import { writePaper } from '../told.ts';
import { UsageError } from '../usage-error.ts';
import { LAYOUT_TEXTS } from './layout-words.ts';

const FORMATS = ['table', 'json', 'xlsx', 'docx', 'geojson', 'html', 'svg'] as const;
type Format = (typeof FORMATS)[number];

const WIDTH = 80;

/** What was asked for, refused before any work is done where it cannot be had or would take the place of an input. */
export function planOutputs(out: readonly string[], inputs: readonly string[]): readonly Output<Format>[] {
  const outputs = parseOutputs(out.length === 0 ? ['table'] : out, FORMATS);
  refuseInputsAsOutputs(outputs, inputs);
  refuseWithoutPath(outputs, ['xlsx', 'docx']);
  return outputs;
}

/** Writes a plan in each format asked for. */
export async function tellPlan(
  plan: LayoutPlan,
  city: LayoutCity,
  outputs: readonly Output<Format>[],
  policy: PolicyPack,
  locale: Locale,
): Promise<void> {
  if (city.shapes.length === 0 && outputs.some(({ format }) => format === 'geojson'))
    throw new UsageError(LAYOUT_TEXTS.noShapes);
  for (const output of outputs) {
    if (output.format === 'docx' && output.path !== null) {
      const make = async () =>
        (await import('../../report/paper/others.ts')).layoutPaper(plan, policy, locale);
      await writePaper(output.path, { make, policy, locale });
      continue;
    }
    const content =
      output.format === 'xlsx'
        ? await workbookOf(plan, city, locale)
        : await textOf(output, plan, city, locale);
    if (output.path === null) process.stdout.write(content);
    else await writeOutput(output.path, content);
  }
}

async function workbookOf(plan: LayoutPlan, city: LayoutCity, locale: Locale): Promise<Buffer> {
  const { planTables } = await import('../../report/layout/workbook.ts');
  const { toXlsx } = await import('../../write/xlsx.ts');
  const flags = { yes: say(TEXTS.yes, locale), no: say(TEXTS.no, locale) };
  return await toXlsx(planTables(plan, city, locale), flags);
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
    const { outlinesOf } = await import('../../plan/geometry/outlines.ts');
    const { planGeoJson } = await import('../../report/layout/geojson.ts');
    return planGeoJson(plan, outlinesOf(city, plan.communities));
  }
  const { tilesOf } = await import('../../plan/geometry/tiles.ts');
  const isTiles = city.shapes.length === 0;
  const source = { plan, city, shapes: isTiles ? tilesOf(city) : city.shapes, isTiles };
  if (format === 'svg') return (await import('../../report/layout/map-svg.ts')).planSvg(source, locale);
  return (await import('../../report/layout/map-html.ts')).planHtml(source, locale);
}
