/// <reference lib="dom" />
import { cardHtml } from '../card.ts';
import type { PageData } from '../page-data.ts';

/** The script of the page: filters findings and draws them page by page. `npm run generate` puts it into the report. */

type Data = PageData & { readonly perPage: number };

/** A report of a hundred thousand findings is not printed whole by a slip. */
const MOST_PRINTED = 500;

const part = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;
const data = JSON.parse(part('data').textContent ?? '') as Data;
const { findings, words, perPage } = data;
const total = findings.text.length;

if (total > 0) start();

function start(): void {
  const form = part<HTMLFormElement>('filter');
  let matched: readonly number[] = Array.from({ length: total }, (_, index) => index);
  let page = 0;
  let timer = 0;

  const draw = (from: number, count: number) => {
    part('cards').innerHTML = matched
      .slice(from, from + count)
      .map((index) => cardHtml(data, index))
      .join('');
  };
  const tellShown = (from: number, count: number) => {
    const to = Math.min(matched.length, from + count);
    const text = matched.length === 0 ? words.noMatch : words.shown;
    setText('shown', filled(text, { matched: matched.length, total, from: from + 1, to }));
  };
  const tell = () => {
    const pages = Math.ceil(matched.length / perPage);
    tellShown(page * perPage, perPage);
    setText('page', filled(words.page, { page: page + 1, pages }));
    part('pages').hidden = pages < 2;
    part<HTMLButtonElement>('previous').disabled = page === 0;
    part<HTMLButtonElement>('next').disabled = page + 1 >= pages;
  };
  const turnTo = (to: number) => {
    page = to;
    draw(page * perPage, perPage);
    tell();
  };
  const refilter = () => {
    matched = matching(new FormData(form));
    turnTo(0);
  };
  const refilterSoon = () => {
    clearTimeout(timer);
    timer = window.setTimeout(refilter, 120);
  };
  // Whoever turns a page goes on at the top of it, with eyes, keyboard and screen reader alike.
  const step = (by: number) => {
    turnTo(page + by);
    part('shown').focus();
  };

  form.hidden = false;
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', refilterSoon);
  // The fields have their first values only after the event.
  form.addEventListener('reset', () => setTimeout(refilter));
  part('previous').addEventListener('click', () => step(-1));
  part('next').addEventListener('click', () => step(1));
  window.addEventListener('beforeprint', () => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    draw(0, MOST_PRINTED);
    tellShown(0, MOST_PRINTED);
    const left = matched.length - MOST_PRINTED;
    if (left > 0) setText('shown', filled(words.printed, { limit: MOST_PRINTED, left }));
  });
  window.addEventListener('afterprint', () => turnTo(page));
  // A browser that comes back to the page keeps what was in the fields.
  refilter();
}

let haystacks: string[] | null = null;

function matching(fields: FormData): number[] {
  const levels = new Set(fields.getAll('level').map(Number));
  const outcomes = new Set(fields.getAll('outcome').map(Number));
  const unit = String(fields.get('unit') ?? '');
  const rule = data.rules.findIndex(({ id }) => id === fields.get('rule'));
  const files = new Set(data.files.flatMap((file, index) => (isWithin(file, unit) ? [index] : [])));
  const sought = folded(String(fields.get('words') ?? ''))
    .split(/\s+/)
    .filter((word) => word !== '');
  const matched: number[] = [];
  for (let index = 0; index < total; index++) {
    if (
      levels.has(findings.level[index] ?? -1) &&
      outcomes.has(findings.outcome[index] ?? -1) &&
      files.has(findings.file[index] ?? -1) &&
      (rule === -1 || rule === findings.rule[index]) &&
      (sought.length === 0 || sought.every((word) => haystack(index).includes(word)))
    )
      matched.push(index);
  }
  return matched;
}

function isWithin(file: string, unit: string): boolean {
  return unit === '' || file === unit || file.startsWith(`${unit}/`);
}

/** Made when somebody searches, all at once: a hundred thousand take less than a second. */
function haystack(index: number): string {
  haystacks ??= findings.text.map((text, at) => {
    const rule = data.rules[findings.rule[at] ?? 0];
    const file = data.files[findings.file[at] ?? 0];
    return folded([text, findings.place[at], file, rule?.name, rule?.id].join('\n'));
  });
  return haystacks[index] ?? '';
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function filled(text: string, args: Readonly<Record<string, number>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(args[name] ?? ''));
}

function setText(id: string, text: string): void {
  part(id).textContent = text;
}
