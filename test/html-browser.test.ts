import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Finding, Run } from '../src/model/run.ts';
import { htmlReport } from '../src/report/formats/html.ts';
import { wordingFor } from '../src/report/wording.ts';
import { CHROMIUM, launch, WHERE } from './support/browser.ts';
import { ROOT } from './support/paths.ts';
import { jianfu } from './support/run.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A run of so many findings, two levels and two rules in turn, in one sheet of as many rows. */
function runOf(count: number, base: Run): Run {
  const findings = Array.from({ length: count }, (_, index): Finding => {
    const [rule, severity] = index % 4 === 0 ? ['serial-gap', 'warning'] : ['duty-item-duplicate', 'error'];
    const row = index + 2;
    const at = { file: '大.csv', sheet: '大', row, column: 2, a1: `B${row}`, header: '事项', key: null };
    return {
      rule: rule ?? '',
      severity: severity as Finding['severity'],
      outcome: 'breach',
      message:
        rule === 'serial-gap'
          ? { id: 'jump', args: { expected: index, found: index + 1 } }
          : { id: 'repeated', args: { text: `事项${index}`, list: 'assist', first: `B${index}` } },
      origins: [{ ...at, role: 'here' }],
      citations: [],
      fingerprint: String(index),
    };
  });
  const rows = Array.from({ length: count + 1 }, (_, index) => ({
    row: index + 1,
    header: index === 0,
    cells: [
      { column: 1, text: String(index) },
      { column: 2, text: `事项${index - 1}` },
    ],
  }));
  return { ...base, findings, excerpts: [{ file: '大.csv', sheet: '大', rows }] };
}

describe.skipIf(CHROMIUM === null)(`the HTML report ${WHERE}`, () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'browser-'));
  const sample = path.join(folder, 'sample.html');
  const trouble: string[] = [];
  let browser: Browser;
  let run: Run & { readonly findings: readonly (Finding & { readonly text: string })[] };

  /** The page, with whatever it asks for beside itself and whatever its console says kept as trouble. */
  async function opened(file: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1100, height: 900 }, ...options });
    const page = await context.newPage();
    const url = pathToFileURL(file).href;
    page.on('request', (request) => {
      if (request.url().split('#')[0] !== url) trouble.push(request.url());
    });
    page.on('console', (message) => trouble.push(message.text()));
    page.on('pageerror', (error) => trouble.push(error.message));
    await page.goto(url);
    return page;
  }

  const shown = (page: Page) => page.locator('#shown').innerText();
  const cards = (page: Page) => page.locator('#cards > li').count();
  /** Waits until the page tells a number of matching findings, and fails with what it tells instead. */
  const tells = (page: Page, matched: number) =>
    page.waitForFunction(
      (words) => document.getElementById('shown')?.textContent?.includes(words),
      `问题 ${matched} 条（全部`,
      { timeout: 20_000 },
    );
  const count = (keep: (finding: Finding & { readonly text: string }) => boolean) =>
    run.findings.filter(keep).length;

  beforeAll(async () => {
    const json = path.join(folder, 'sample.json');
    const out = ['--out', `html=${sample}`, '--out', `json=${json}`];
    const city = path.join(ROOT, 'fixtures/cities/hohhot-sample');
    jianfu(['check', city, '--policy', 'hohhot', '--quiet', ...out]);
    run = JSON.parse(readFileSync(json, 'utf8'));
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    // Nothing was fetched, nothing was refused by its own policy, no script failed, in any of the tests.
    expect(trouble).toEqual([]);
  });

  it('filters by level, outcome, rule and unit, tells how many match, and can be cleared', async () => {
    const page = await opened(sample);
    const all = run.findings.length;
    expect(await shown(page)).toContain(`符合的问题 ${all} 条（全部 ${all} 条），显示第 1–25 条`);
    await page.locator('input[name=level][value="1"]').uncheck();
    await page.locator('input[name=level][value="2"]').uncheck();
    await tells(
      page,
      count(({ severity }) => severity === 'error'),
    );
    expect(await page.locator('.card:not(.error)').count()).toBe(0);
    await page.locator('button[type=reset]').click();
    await tells(page, all);
    await page.locator('input[name=outcome][value="0"]').uncheck();
    await tells(
      page,
      count(({ outcome }) => outcome !== 'breach'),
    );
    await page.locator('button[type=reset]').click();
    await tells(page, all);
    await page.locator('#rule').selectOption('community-code-duplicate');
    await tells(
      page,
      count(({ rule }) => rule === 'community-code-duplicate'),
    );
    await page.locator('#rule').selectOption('');
    const unit = run.findings[10]?.origins[0]?.file.split('/')[0] ?? '';
    await page.locator('#unit').selectOption(unit);
    await tells(
      page,
      count(({ origins: [origin] }) => origin?.file.startsWith(`${unit}/`) === true),
    );
    await page.close();
  });

  it('finds words in sentences, places, files and rules, whatever their width and case', async () => {
    const page = await opened(sample);
    await page.locator('#words').fill('ＳＥＲＩＡＬ-gap');
    await tells(
      page,
      count(({ rule }) => rule === 'serial-gap'),
    );
    await page.locator('#words').fill('公主府 履职清单');
    const both = ({ text, origins: [at] }: Finding & { readonly text: string }) =>
      ['公主府', '履职清单'].every((word) => `${text}${at?.file}${at?.sheet}`.includes(word));
    expect(count(both)).toBeGreaterThan(1);
    await tells(page, count(both));
    await page.locator('#words').fill('没有这样的文字');
    await page.waitForFunction(() => document.getElementById('shown')?.textContent?.startsWith('没有'));
    expect(await cards(page)).toBe(0);
    expect(await page.locator('#pages').isVisible()).toBe(false);
    await page.close();
  });

  it('is used with the keyboard alone: skip link, search, pages', async () => {
    const page = await opened(sample);
    const focused = () =>
      page.evaluate(() => document.activeElement?.id || document.activeElement?.className);
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('skip');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('words');
    await page.locator('#next').focus();
    await page.keyboard.press('Enter');
    // On from the top of the new page, which is told aloud as it is a status.
    expect(await focused()).toBe('shown');
    expect(await shown(page)).toContain(`显示第 26–${run.findings.length} 条`);
    expect(await cards(page)).toBe(run.findings.length - 25);
    expect(await page.locator('#next').isDisabled()).toBe(true);
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('cells');
    await page.close();
  });

  it('stands there without its script: overview, ledgers and the first findings, the same to a letter', async () => {
    const bare = await opened(sample, { javaScriptEnabled: false });
    const html = await bare.content();
    const page = await opened(sample);
    const drawn = await page.locator('#cards').innerHTML();
    expect(await bare.locator('#filter').isVisible()).toBe(false);
    expect(await bare.locator('noscript').innerText()).toContain(`前 25 条，共 ${run.findings.length} 条`);
    expect(await bare.locator('.number').count()).toBe(6);
    expect(html.replaceAll('\n<li', '<li')).toContain(drawn.trim());
    await Promise.all([bare.close(), page.close()]);
  });

  it('is dark where the reader wants it dark', async () => {
    const grounds = await Promise.all(
      (['light', 'dark'] as const).map(async (colorScheme) => {
        const page = await opened(sample, { colorScheme });
        const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
        await page.close();
        return ground;
      }),
    );
    expect(grounds).toEqual(['rgb(255, 255, 255)', 'rgb(21, 25, 30)']);
  });

  it('prints every finding that matches, with the ledgers open and without the form', async () => {
    const page = await opened(sample, { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    expect(await cards(page)).toBe(run.findings.length);
    expect(await shown(page)).toContain(`显示第 1–${run.findings.length} 条`);
    expect(await page.locator('details:not([open])').count()).toBe(0);
    expect(await page.locator('#filter').isVisible()).toBe(false);
    const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(ground).toBe('rgb(255, 255, 255)');
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    expect(await cards(page)).toBe(25);
    await page.close();
  });

  it.each([
    ['light', 1100],
    ['dark', 390],
  ] as const)('passes axe, %s at %d points', async (colorScheme, width) => {
    const page = await opened(sample, { colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    await page.evaluate(AXE);
    const { violations, passes } = await page.evaluate(async () => {
      const { axe } = window as unknown as { axe: { run(): Promise<AxeAnswer> } };
      return await axe.run();
    });
    const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).slice(0, 3)}`);
    expect(told).toEqual([]);
    expect(passes.length).toBeGreaterThan(20);
    await page.close();
  });

  it('opens with 100,000 findings and filters them', async () => {
    const big = path.join(folder, 'big.html');
    writeFileSync(big, htmlReport(runOf(100_000, run), wordingFor(run, 'zh-CN')));
    const page = await opened(big);
    await tells(page, 100_000);
    expect(await page.locator('#page').innerText()).toBe('第 1 页，共 4000 页');
    await page.locator('#words').fill('事项99998');
    await tells(page, 1);
    const card = page.locator('#cards > li');
    expect(await card.locator('th[scope=row]').allInnerTexts()).toEqual(['1', '99999', '100000']);
    expect(await card.locator('td.hit').innerText()).toBe('事项99998');
    await page.locator('#words').fill('');
    await page.locator('input[name=level][value="0"]').uncheck();
    await tells(page, 25_000);
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    expect(await cards(page)).toBe(500);
    expect(await shown(page)).toContain('其余 24500 条');
    await page.close();
  });

  it('lets nothing out of a cell, a file name or a sheet name run', async () => {
    const evil = '</script><img src=x onerror="document.title=1"><svg onload=document.title=1>';
    const [first] = run.findings;
    const origins = [{ ...first?.origins[0], file: evil, sheet: evil, row: 2, column: 1, a1: 'A2' }];
    const finding = { ...first, message: { id: 'pdf', args: {} }, origins };
    const rows = [{ row: 2, header: false, cells: [{ column: 1, text: evil }] }];
    const hostile = { ...run, findings: [finding], excerpts: [{ file: evil, sheet: evil, rows }] };
    const file = path.join(folder, 'hostile.html');
    writeFileSync(file, htmlReport(hostile as unknown as Run, wordingFor(run, 'zh-CN')));
    const page = await opened(file);
    await page.locator('#words').fill('onerror');
    await tells(page, 1);
    expect(await page.locator('td.hit').innerText()).toBe(evil);
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.title()).toContain('检查报告');
    await page.close();
  });
});

interface AxeAnswer {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
  readonly passes: readonly unknown[];
}
