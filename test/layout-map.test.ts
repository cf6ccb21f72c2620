import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesOf } from '../scripts/layout-city/files.ts';
import { makeLayoutCity, WHOLE_CITY } from '../scripts/layout-city/make.ts';
import { CHROMIUM, launch, WHERE } from './support/browser.ts';
import { folderWith } from './support/layout-city.ts';
import { ROOT } from './support/paths.ts';
import { jianfu } from './support/run.ts';

/** The city of the map in the README: `make-layout-city.ts --subdistricts 4`. */
function cityOfTheReadme() {
  const share = (whole: number) => Math.round((whole * 4) / WHOLE_CITY.subdistricts);
  return filesOf(
    makeLayoutCity({
      seed: 1,
      subdistricts: 4,
      grids: share(WHOLE_CITY.grids),
      communities: share(WHOLE_CITY.communities),
      over: share(WHOLE_CITY.over),
      under: share(WHOLE_CITY.under),
      mega: share(WHOLE_CITY.mega),
    }),
  );
}

const files = cityOfTheReadme();
const tables = folderWith({
  '社区.csv': files['社区.csv'] ?? '',
  '网格.csv': files['网格.csv'] ?? '',
  '屏障.csv': files['屏障.csv'] ?? '',
});
const drawn = folderWith({ '网格.geojson': files['网格.geojson'] ?? '' });
const out = folderWith({});
const page = path.join(out, '图.html');

beforeAll(() => {
  const outputs = [`svg=${path.join(out, 'map.svg')}`, `html=${page}`].flatMap((output) => ['--out', output]);
  const geometry = path.join(drawn, '网格.geojson');
  const { code } = jianfu([
    'layout',
    'plan',
    tables,
    '--policy',
    'hohhot',
    '--geometry',
    geometry,
    ...outputs,
  ]);
  expect(code).toBe(0);
});

describe('the map of a plan', () => {
  it('in the README is the one that the tool makes', () => {
    expect(readFileSync(path.join(out, 'map.svg'), 'utf8')).toBe(
      readFileSync(path.join(ROOT, 'docs/layout-map.svg'), 'utf8'),
    );
  });
});

describe.skipIf(CHROMIUM === null)(`the page of a plan ${WHERE}`, () => {
  let browser: Browser;
  let shown: Page;
  const trouble: string[] = [];
  const asked: string[] = [];

  beforeAll(async () => {
    browser = await launch();
    shown = await browser.newPage({ viewport: { width: 1300, height: 800 } });
    shown.on('pageerror', (error) => trouble.push(String(error)));
    shown.on('request', (request) => asked.push(request.url()));
    await shown.goto(pathToFileURL(page).href);
  });
  afterAll(async () => await browser?.close());

  const boxes = async () =>
    await shown.evaluate(() =>
      ['before', 'after'].map((id) => document.getElementById(id)?.getAttribute('viewBox') ?? ''),
    );
  const lit = async () => await shown.evaluate(() => document.querySelectorAll('path.on').length);

  it('fetches nothing and breaks nothing', () => {
    expect(trouble).toEqual([]);
    expect(asked).toEqual([pathToFileURL(page).href]);
  });

  it('lights up in both maps and the list what the pointer is on', async () => {
    expect(await lit()).toBe(0);
    const line = shown.locator('li').first();
    await line.hover();
    expect(await lit()).toBeGreaterThanOrEqual(2);
    const community = await line.getAttribute('data-d');
    await shown.locator(`#before path[data-d="${community}"]`).hover();
    expect(await shown.locator('li.on').getAttribute('data-d')).toBe(community);
  });

  it('comes near by a click in the list or the map, and shows the whole again', async () => {
    const [whole = ''] = await boxes();
    await shown.locator('li').first().click();
    const near = await boxes();
    expect(near[0]).not.toBe(whole);
    expect(near[0]).toBe(near[1]);
    await shown.locator('li').first().click();
    expect(await boxes()).toEqual([whole, whole]);
  });

  it('can be used with keys and the wheel alone', async () => {
    const [whole = ''] = await boxes();
    const press = async (...keys: string[]) => {
      for (const key of keys) await shown.keyboard.press(key);
    };
    await press('ArrowDown', 'ArrowDown', 'Enter');
    expect((await boxes())[0]).not.toBe(whole);
    expect(await shown.locator('li[aria-pressed="true"]').count()).toBe(1);
    await press('Escape');
    expect(await boxes()).toEqual([whole, whole]);
    await press('+');
    const width = Number((await boxes())[0]?.split(' ')[2]);
    expect(width).toBeCloseTo(0.8 * Number(whole.split(' ')[2]), 3);
    await press('-', '-');
    expect(await boxes()).toEqual([whole, whole]);
    await shown.locator('#after').hover();
    await shown.mouse.wheel(0, -100);
    expect((await boxes())[1]).not.toBe(whole);
    await press('0');
    expect(await boxes()).toEqual([whole, whole]);
    expect(trouble).toEqual([]);
  });
});
