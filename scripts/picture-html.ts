import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { main } from '../src/cli/main.ts';
import { launch } from '../test/support/browser.ts';

/** Draws docs/html-report.png and docs/html-report.zh-CN.png: the HTML report of the sample city, as the tool makes it. */
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const sample = path.join(root, 'fixtures/cities/hohhot-sample');
/** What a README may weigh on a slow line. */
const MOST_BYTES = 200_000;

const browser = await launch();
for (const [lang, name] of [
  ['zh-CN', 'html-report.zh-CN.png'],
  ['en', 'html-report.png'],
] as const) {
  const report = path.join(mkdtempSync(path.join(tmpdir(), 'picture-')), 'report.html');
  await main(['check', sample, '--policy', 'hohhot', '--lang', lang, '--quiet', '--out', `html=${report}`]);
  const page = await browser.newPage({ viewport: { width: 1000, height: 920 } });
  await page.goto(pathToFileURL(report).href);
  // The part that says most: the filter above the findings, each with its cells.
  await page.locator('#words').fill('duty-item');
  await page.locator('#findings').evaluate((section) => section.scrollIntoView());
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.waitForTimeout(400);
  const target = path.join(root, 'docs', name);
  await page.screenshot({ path: target });
  const { size } = statSync(target);
  if (size > MOST_BYTES) throw new Error(`${name}: ${size} bytes, at most ${MOST_BYTES}`);
}
await browser.close();
process.exitCode = 0;
