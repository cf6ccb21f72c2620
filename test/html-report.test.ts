import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../src/model/run.ts';
import { barsSvg } from '../src/report/charts/bars-svg.ts';
import { talliesByUnit } from '../src/report/charts/tallies.ts';
import { cardHtml } from '../src/report/html/card.ts';
import type { PageData } from '../src/report/html/page-data.ts';
import { CARD_WORDS, PAGE_WORDS } from '../src/report/html/words.ts';
import { maskFor } from '../src/rules/masking.ts';
import { ROOT } from './support/paths.ts';
import { jianfu } from './support/run.ts';

const SAMPLE = path.join(ROOT, 'fixtures/cities/hohhot-sample');

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'html-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

interface Reports {
  readonly html: string;
  readonly data: PageData;
  readonly json: {
    readonly findings: readonly (Finding & { readonly text: string })[];
    readonly seal: { readonly code: string };
  };
}

/** Both reports of one call of the real program. */
function reportsOf(paths: string, ...more: string[]): Reports {
  const folder = mkdtempSync(path.join(tmpdir(), 'html-out-'));
  const [html, json] = ['r.html', 'r.json'].map((name) => path.join(folder, name));
  const out = ['--out', `html=${html}`, '--out', `json=${json}`];
  const { code, stderr } = jianfu([
    'check',
    paths,
    ...(more.includes('--policy') ? [] : ['--policy', 'hohhot']),
    '--quiet',
    ...out,
    ...more,
  ]);
  expect([0, 1], stderr).toContain(code);
  const text = readFileSync(html ?? '', 'utf8');
  const data = /<script type="application\/json" id="data">(.*)<\/script>/.exec(text)?.[1] ?? '';
  return { html: text, data: JSON.parse(data), json: JSON.parse(readFileSync(json ?? '', 'utf8')) };
}

const DUTIES = [
  '社区依法协助政府工作事项清单,,',
  '序号,事项名称,主管部门',
  '1,协助维护社会治安,公安局',
  '2,协助开展反恐怖主义工作,公安局',
  '4,协助维护社会治安,司法局',
].join('\n');

describe('the HTML report', () => {
  it('draws every finding of a cell with its header, the row above and the row itself', () => {
    const { json, data } = reportsOf(folderWith({ '清单.csv': DUTIES }));
    const index = json.findings.findIndex(({ rule }) => rule === 'serial-gap');
    expect(json.findings[index]?.origins[0]).toMatchObject({ a1: 'A5' });
    const card = cardHtml(data, index);
    const rows = [...card.matchAll(/<th scope="row">(\d+)<\/th>/g)].map(([, row]) => row);
    expect(rows).toEqual(['2', '4', '5']);
    expect(card).toContain('<td class="hit"><mark>4</mark></td><td>协助维护社会治安</td>');
    expect(card.match(/class="hit"/g)).toHaveLength(1);
    expect(card).toContain('<th scope="col">A</th><th scope="col">B</th><th scope="col">C</th>');
  });

  it('marks the other cells that a finding names apart from the one at fault', () => {
    const { json, data } = reportsOf(folderWith({ '清单.csv': DUTIES }));
    const card = cardHtml(
      data,
      json.findings.findIndex(({ rule }) => rule === 'duty-item-duplicate'),
    );
    expect(card.match(/class="hit"/g)).toHaveLength(1);
    expect(card).toContain('<td class="also"><mark>协助维护社会治安</mark></td>');
  });

  it('draws the row of each finding that names one in the sample, the words at fault in the cell it names', () => {
    const { json, data } = reportsOf(SAMPLE);
    const placed = json.findings.flatMap(({ origins: [origin] }, index) => (origin?.row ? [index] : []));
    expect(placed.length).toBeGreaterThan(25);
    expect(placed.filter((index) => !cardHtml(data, index).includes('class="hit"'))).toEqual([]);
    const duplicates = placed.filter((index) => json.findings[index]?.rule === 'duty-item-duplicate');
    const marked = duplicates.map(
      (index) => /class="hit"><mark>(.+?)<\/mark>/.exec(cardHtml(data, index))?.[1],
    );
    expect(marked.length).toBeGreaterThan(0);
    for (const [at, words = '—'] of marked.entries())
      expect(json.findings[duplicates[at] ?? -1]?.text).toContain(words);
  });

  it('says no more of persons than other reports do', () => {
    const table = [
      '社区代码,社区名称,常住户数,户主姓名,联系电话,备注',
      '150102001001,公主府社区居委会,约,王小明,13812345678,身份证150102194912310028，王小明之子',
      '150102001002,赛马场社区居委会,x,李四光,13912345678,',
    ].join('\n');
    const folder = folderWith({ '花名册.csv': table });
    const { html, data } = reportsOf(folder);
    expect(data.sheets.flatMap(({ rows }) => rows).length).toBeGreaterThan(2);
    for (const secret of ['13812345678', '13912345678', '王小明', '李四光', '150102194912310028']) {
      expect(html).not.toContain(secret);
    }
    expect(html).toContain('138****5678');
    expect(html).toContain('150102001001');
    const bare = reportsOf(folder, '--no-values');
    for (const value of ['公主府社区', '138****5678', '150102001001']) expect(bare.html).not.toContain(value);
    expect(bare.html).toContain('常住户数');
    const hidden = bare.data.sheets.flatMap(({ rows }) => rows.flat()).filter((text) => text === '***');
    expect(hidden.length).toBeGreaterThan(4);
  });

  it('masks the longer of two names that begin alike', () => {
    expect(maskFor(['王小', '王小明'])('王小明和王小', '')).toBe('王**和王*');
    expect(maskFor([])('王小明', '')).toBe('王小明');
  });

  it('is the same for any number of threads, and JSON is the same with it and without', () => {
    const [one, two] = ['1', '2'].map((jobs) => reportsOf(SAMPLE, '--jobs', jobs));
    expect(one?.html === two?.html).toBe(true);
    const { stdout } = jianfu(['check', SAMPLE, '--policy', 'hohhot', '--out', 'json']);
    expect(JSON.stringify(JSON.parse(stdout)) === JSON.stringify(one?.json)).toBe(true);
  });

  it('has the clauses of every layer with their documents, and the seal of the run', () => {
    const { html, json } = reportsOf(folderWith({ '清单.csv': DUTIES }));
    for (const title of ['国家', '呼和浩特']) expect(html).toMatch(new RegExp(`<summary>[^<]*${title}`));
    expect(html).toContain('民发〔2015〕136号“一、依法确定社区工作事项”');
    expect(html).toContain(json.seal.code.slice(0, 4));
  });

  it('lets nothing run but its own script and style, by their hashes', () => {
    const { html } = reportsOf(folderWith({ '清单.csv': DUTIES }));
    const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html) ?? [];
    const hashOf = (text = '') => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    const scripts = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, text]) => text);
    const styles = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, text]) => text);
    expect([scripts.length, styles.length]).toEqual([1, 1]);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`script-src ${hashOf(scripts[0])}`);
    expect(policy).toContain(`style-src ${hashOf(styles[0])}`);
    expect(policy).not.toContain('unsafe');
    expect(html).not.toMatch(/(?:src|href)="(?!#)/);
    expect(html).not.toMatch(/ (?:style|on\w+)="/);
  });

  it('shows what the cells hold and lets none of it do anything', () => {
    const evil = [
      '</script><script>window.harm=1</script>',
      '<img src=x onerror=window.harm=1>',
      '\u202egnp.exe \u001b[31m',
      '“$&”\'"`$1',
    ];
    const rows = evil.map((text, index) => `9,"${text.replaceAll('"', '""')} ${index}",公安局`);
    const { html, data } = reportsOf(
      folderWith({
        '清单<b>.csv': ['社区依法协助政府工作事项清单,,', '序号,事项名称,主管部门', ...rows].join('\n'),
      }),
    );
    expect(html).not.toContain('<img');
    expect(html.match(/<script/g)).toHaveLength(2);
    expect(html).not.toMatch(/[\u202a-\u202e\u001b]/);
    expect(html).toContain('&lt;U+202E&gt;gnp.exe &lt;U+001B&gt;[31m');
    expect(JSON.stringify(data)).toContain('</script><script>window.harm=1</script> 0');
    expect(data.files).toEqual(['清单<b>.csv']);
  });

  it('of a run without findings says so, and has its ledgers all the same', () => {
    const clean = DUTIES.replace('4,协助维护', '3,协助宣传维护');
    const { html } = reportsOf(folderWith({ '清单.csv': clean }), '--policy', 'national');
    expect(html).toContain('没有发现问题');
    expect(html).toContain('条文账');
  });

  it('draws a table that came by standard input', () => {
    const args = ['check', '-', '--stdin-filename', '清单.csv', '--policy', 'hohhot', '--out', 'html'];
    const { stdout } = jianfu(args, { input: Buffer.from(DUTIES) });
    expect(stdout).toContain('<mark>4</mark>');
  });
});

describe('words of the page', () => {
  it.each(Object.entries({ ...CARD_WORDS, ...PAGE_WORDS }))(
    '%s asks for the same in both languages',
    (_, text) => {
      const asked = (words: string) => [...words.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
      expect(asked(text.en)).toEqual(asked(text['zh-CN']));
      expect(text.en).not.toMatch(/\p{Script=Han}/u);
    },
  );

  it('tells new findings from those of a baseline', () => {
    const folder = folderWith({ '清单.csv': DUTIES });
    const baseline = path.join(folder, '..', `${path.basename(folder)}.json`);
    jianfu(['check', folder, '--policy', 'hohhot', '--quiet', '--baseline', baseline, '--update-baseline']);
    writeFileSync(path.join(folder, '清单.csv'), `${DUTIES}\n7,协助管理流动人口,公安局`);
    const { data, html } = reportsOf(folder, '--baseline', baseline, '--lang', 'en');
    const told = data.findings.text.map(
      (_, index) => /<span class="tag plain">(new|known)</.exec(cardHtml(data, index))?.[1],
    );
    expect([...new Set(told)].sort()).toEqual(['known', 'new']);
    expect(html).toContain('Against the baseline');
  });
});

describe('charts', () => {
  const counts = { error: 3, warning: 1, info: 0 };
  const names = { error: 'e', warning: 'w', info: 'i' };

  it('give each level its share, and the number beside', () => {
    const svg = barsSvg({
      bars: [{ label: '甲<乙', counts, total: 4 }],
      description: '甲 4',
      kept: 'end',
      names,
    });
    const widths = [...svg.matchAll(/<rect class="(\w+)" [^>]*width="([\d.]+)" height="16"/g)];
    expect([...svg.matchAll(/>(\w)<\/text>/g)].map(([, text]) => text)).toEqual(['4', 'e', 'w']);
    expect(widths.map(([, level]) => level)).toEqual(['error', 'warning']);
    expect(Number(widths[0]?.[2]) / Number(widths[1]?.[2])).toBeCloseTo(3, 1);
    expect(svg).toContain('甲&lt;乙');
    expect(svg).toContain('>4</text>');
  });

  it('cut a long label at the end that says less', () => {
    const label = `区/${'很长的路'.repeat(8)}/社区`;
    const cut = (kept: 'start' | 'end') =>
      barsSvg({ bars: [{ label, counts, total: 4 }], description: '', kept, names });
    expect(cut('end')).toContain('路/社区</text>');
    expect(cut('start')).toContain('>区/很长的路');
    expect(cut('start')).not.toContain('社区');
  });

  it('count by folder, or by file where there is one folder only', () => {
    const run = (...files: string[]) => ({
      inputs: files.map((path) => ({ path })),
      findings: files.map((file) => ({ severity: 'error', origins: [{ file }] })),
    });
    const ids = (...files: string[]) =>
      talliesByUnit(run(...files) as unknown as Parameters<typeof talliesByUnit>[0]).map(({ id }) => id);
    expect(ids('甲/1.csv', '甲/2.csv', '乙/1.csv')).toEqual(['甲', '乙']);
    expect(ids('甲/1.csv', '甲/2.csv')).toEqual(['甲/1.csv', '甲/2.csv']);
  });
});
