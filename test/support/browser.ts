import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where systems keep it; no browser comes with the tests. */
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

export const CHROMIUM = PLACES.find((place) => existsSync(place)) ?? null;

/** To stand in the name of a suite, so that a person sees what was not run and why. */
export const WHERE = CHROMIUM === null ? `skipped: no Chromium at ${PLACES.join(', ')}` : 'in Chromium';

export async function launch(): Promise<Browser> {
  if (CHROMIUM === null) throw new Error(WHERE);
  const quiet = ['--no-first-run', '--disable-background-networking', '--disable-component-update'];
  const args = ['--no-sandbox', '--disable-gpu', '--disable-sync', ...quiet];
  return await chromium.launch({ executablePath: CHROMIUM, args });
}
