import { createHash } from 'node:crypto';
import type { Run } from '../../model/run.ts';
import { blocksHtml, textHtml } from '../html/blocks-html.ts';
import { cardHtml } from '../html/card.ts';
import { filtersHtml } from '../html/filters.ts';
import { pageData } from '../html/gather.ts';
import { clausesHtml, filesHtml, rulesHtml } from '../html/ledgers.ts';
import { overviewHtml } from '../html/overview.ts';
import type { PageData } from '../html/page-data.ts';
import { PAGE_SCRIPT } from '../html/page-script.ts';
import { PAGE_STYLE } from '../html/style.ts';
import { PAGE_WORDS } from '../html/words.ts';
import { handedOver, passedOver, unchecked } from '../sections/unchecked.ts';
import type { Wording } from '../wording.ts';

/** Findings on one page of the list, and all that stands there without the script. */
const PER_PAGE = 25;

/**
 * The report as one file that loads nothing. Everything stands in it as plain HTML but the findings after the first,
 * which its script draws page by page out of the data at the end. Nothing runs but what the hashes name.
 */
export function htmlReport(run: Run, wording: Wording): string {
  const data = pageData(run, wording);
  const word = (id: keyof typeof PAGE_WORDS, args = {}) => textHtml(wording.say(PAGE_WORDS[id], args));
  const sections: readonly (readonly [string, string, string])[] = [
    ['overview', word('overview'), overviewHtml(run, wording)],
    ['findings', word('findings'), findingsHtml(run, data, wording)],
    ...(run.clauses?.length ? [['clauses', word('clauses'), clausesHtml(run, wording)] as const] : []),
    ['rules', word('rules'), rulesHtml(run, wording)],
    ['files', word('files'), filesSection(run, wording)],
  ];
  const title = `${word('title')}　${textHtml(run.packs.at(-1)?.title[wording.locale] ?? '')}`;
  return `<!doctype html>
<html lang="${wording.locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src '${hash(PAGE_SCRIPT)}'; style-src '${hash(PAGE_STYLE)}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<a class="skip" href="#findings">${word('skipLink')}</a>
<header><h1>${title}</h1>
<nav aria-label="${word('contents')}"><ul>${sections.map(([id, name]) => `<li><a href="#${id}">${name}</a></li>`).join('')}</ul></nav></header>
<main>
${sections.map(([id, name, body]) => `<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${name}</h2>\n${body}\n</section>`).join('\n')}
</main>
<footer><p>${word('madeBy', { version: run.tool.version })}</p></footer>
<script type="application/json" id="data">${jsonText({ perPage: PER_PAGE, ...data })}</script>
<script>${PAGE_SCRIPT}</script>
</body>
</html>
`;
}

function findingsHtml(run: Run, data: PageData, wording: Wording): string {
  const word = (id: keyof typeof PAGE_WORDS, args = {}) => textHtml(wording.say(PAGE_WORDS[id], args));
  const total = run.findings.length;
  if (total === 0) return `<p class="tone good">${word('noFindings')}</p>`;
  const shown = Math.min(PER_PAGE, total);
  const cards = Array.from({ length: shown }, (_, index) => cardHtml(data, index));
  const left = total > shown ? `<noscript><p>${word('withoutScript', { shown, total })}</p></noscript>` : '';
  return `${filtersHtml(run, wording)}
${left}
<p id="shown" role="status" tabindex="-1"></p>
<ol id="cards">
${cards.join('\n')}
</ol>
<nav id="pages" aria-label="${word('pages')}" hidden><button type="button" id="previous">${word('previous')}</button> <span id="page"></span> <button type="button" id="next">${word('next')}</button></nav>`;
}

function filesSection(run: Run, wording: Wording): string {
  const blocks = [...passedOver(run, wording), ...handedOver(run, wording), ...unchecked(run, wording)];
  return `${filesHtml(run, wording)}\n${blocksHtml(blocks)}`;
}

/** As it may stand between script tags: nothing in it can end them. */
function jsonText(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

function hash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
