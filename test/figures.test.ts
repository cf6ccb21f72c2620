import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { findClaims } from '../src/claims/find-claims.ts';
import type { Claim, Verdict } from '../src/model/claims.ts';
import type { Vocabulary } from '../src/model/policy.ts';
import { readDocument } from '../src/read/documents/document.ts';
import { DEFAULT_LIMITS } from '../src/read/limits.ts';
import { toDocx } from '../src/write/docx.ts';
import { policyOf } from './support/policy.ts';
import { jianfu } from './support/run.ts';
import { zipOf } from './support/zip.ts';

let vocabulary: Vocabulary;
beforeAll(async () => {
  vocabulary = (await policyOf('national')).vocabulary;
});

const draft = (name: string) => path.join('fixtures/drafts', `${name}.txt`);
const claimsOf = (...paragraphs: string[]) => findClaims({ format: 'text', paragraphs }, vocabulary);
const only = (...paragraphs: string[]) =>
  claimsOf(...paragraphs).map(({ verdict, reason, sum }) => [verdict, reason.id, sum]);

/** Every statement of the five source documents that was looked at by hand: words of its claim, and what has to come of it. */
const STATEMENTS: Readonly<Record<string, readonly (readonly [quote: string, verdict: Verdict])[]>> = {
  xuhui: [
    ['综合分类、定编享遍、定额入额、薪酬待遇、考核评价、培训培养等六个方面', 'holds'],
    ['10个文件', 'unchecked'],
    ['四大类人员', 'holds'],
    ['“4+X”平台功能', 'holds'],
    ['85%以上人员编制', 'unchecked'],
    ['三份目录', 'holds'],
  ],
  shanghai: [
    ['11.4倍', 'doubtful'],
    ['21449人，占80.4%', 'doubtful'],
    ['11-15个科室精简为8个', 'unchecked'],
    ['8项职能', 'holds'],
    ['“3+3”', 'holds'],
    ['五大项目', 'holds'],
    ['80%的街道', 'unchecked'],
    ['1722号—22号', 'doubtful'],
  ],
  chengdong: [
    ['13.97万人，占总人口的36.88%', 'holds'],
    ['4.9万人，占总人口的12.94%', 'holds'],
    ['四级', 'holds'],
    ['三级', 'holds'],
    ['2—3平方公里', 'doubtful'],
    ['2-3万人', 'doubtful'],
    ['四大功能', 'holds'],
    ['近两年的改革', 'doubtful'],
    ['“三会一评”议事制度', 'holds'],
  ],
  changning: [
    ['五种类型', 'holds'],
    ['五类居民小区', 'holds'],
    ['三张清单', 'holds'],
    ['六方面', 'holds'],
    ['“十个一”', 'holds'],
    ['周期为两年', 'doubtful'],
    ['2019年一季度-2019年四季度', 'doubtful'],
    ['1:10', 'unchecked'],
  ],
  hohhot: [
    ['31个街道办事处新增至44个', 'unchecked'],
    ['1000户至3000户左右', 'doubtful'],
    ['398个增加到450个', 'holds'],
    ['6608个网格重新划分为5880个', 'doubtful'],
    ['村级组织依法履行职责工作事项51项', 'unchecked'],
    ['社区依法履行职责事项清单18项、', 'holds'],
    ['140项减少到79项，精简了43.57%', 'holds'],
    ['140项减少到79项', 'doubtful'],
    ['“4+2”标牌标识', 'fails'],
    ['连续四年', 'holds'],
    ['18.2名', 'unchecked'],
    ['3738元提高到每月5267元，每月涨幅1529元', 'holds'],
    ['3级提高到12级', 'doubtful'],
  ],
};

describe.each(Object.entries(STATEMENTS))('the source document of %s', (name, statements) => {
  const found = () => {
    const file = draft(name);
    return findClaims(readDocument(readFileSync(file), file, DEFAULT_LIMITS), vocabulary);
  };

  it.each(statements)('%s: %s', (quote, verdict) => {
    const verdicts = found().filter((claim) => claim.quote.includes(quote));
    expect(verdicts.map((claim) => claim.verdict)).toContain(verdict);
  });

  it('raises no alarm but those', () => {
    const isAlarm = ({ verdict }: Claim) => verdict === 'fails' || verdict === 'doubtful';
    const known = statements.filter(([, verdict]) => verdict === 'fails' || verdict === 'doubtful');
    const others = found().filter(
      (claim) => isAlarm(claim) && !known.some(([quote]) => claim.quote.includes(quote)),
    );
    expect(others).toEqual([]);
  });
});

describe('sums that are shown', () => {
  it('of the documents: 43.57%, 450, 37 untraced, 290万 implied, 26,662 to 26,694 implied', () => {
    const sums = ['hohhot', 'shanghai', 'chengdong']
      .map(draft)
      .flatMap((file) => findClaims(readDocument(readFileSync(file), file, DEFAULT_LIMITS), vocabulary))
      .map(({ sum }) => sum);
    for (const sum of [
      '(140 − 79) ÷ 140 = 43.57%',
      '398 + 54 − 2 = 450',
      '18 + 61 = 79',
      '140 − 79 = 61; 61 − 24 = 37',
      '5285 ÷ 18.2 × 10000 = 2895891～2911845',
      '139700 ÷ 378800 = 36.88%',
      '49000 ÷ 378800 = 12.94%',
      '[2～3] × 12 = 24～36',
      '[20000～30000] × 12 = 240000～360000',
      '2013-09～2016-05: 32',
    ])
      expect(sums).toContain(sum);
  });
});

describe('one thing changed', () => {
  it.each([
    ['由140项减少到79项，精简了43.57%。', ['holds', 'works-out', '(140 − 79) ÷ 140 = 43.57%']],
    ['由140项减少到79项，精简了44.57%。', ['fails', 'differs', '(140 − 79) ÷ 140 = 43.57%']],
    ['由140项减少到81项，精简了42.1%。', ['holds', 'works-out', '(140 − 81) ÷ 140 = 42.14%']],
    ['由30个增加到32个，增长6.6%。', ['doubtful', 'cut-off', '(32 − 30) ÷ 30 = 6.67%']],
    ['由79项减少到140项。', ['fails', 'wrong-way', null]],
    [
      '由120余项精简到22项，精简81.7%以上。',
      ['holds', 'works-out', '([120～130] − 22) ÷ [120～130] = 81.67～83.08%'],
    ],
    [
      '由120余项精简到22项，精简90%。',
      ['fails', 'differs', '([120～130] − 22) ÷ [120～130] = 81.67～83.08%'],
    ],
    ['由3000元提高到3500元，涨幅600元。', ['fails', 'differs', '3500 − 3000 = 500元']],
    ['由40%提高到45%，提高5个百分点。', ['holds', 'works-out', '45 − 40 = 5']],
    ['今年120件，去年同期100件，同比增长20%。', ['holds', 'works-out', '(120 − 100) ÷ 100 = 20%']],
    ['今年120件，去年同期100件，同比增长16.7%。', ['fails', 'differs', '(120 − 100) ÷ 100 = 20%']],
    ['按18+61=79计。', ['holds', 'works-out', '18+61 = 79']],
    ['按18+61=80计。', ['fails', 'differs', '18+61 = 79']],
    ['共1200人，其中党员400人、团员300人、群众500人。', ['holds', 'works-out', '400 + 300 + 500 = 1200']],
    [
      '共1200人，其中党员400人、团员300人、群众600人。',
      ['doubtful', 'parts-exceed', '400 + 300 + 600 = 1300'],
    ],
    ['共1200人，其中党员1400人。', ['fails', 'parts-exceed', '1400 = 1400']],
    ['共1200人，其中党员400人、团员300人。', ['unchecked', 'parts-short', '400 + 300 = 700']],
    ['包括宣传、培训、督导、考核四种方式。', ['holds', 'works-out', null]],
    ['包括宣传、培训、督导、考核五种方式。', ['fails', 'count-differs', null]],
    ['包括宣传、培训、督导等五种方式。', ['unchecked', 'not-listed-out', null]],
    ['督导师20名，社区工作者200名，比例1:10。', ['holds', 'works-out', '200 ÷ 20 = 10']],
    ['督导师10名，社区工作者200名，比例1:10。', ['fails', 'differs', '200 ÷ 10 = 20']],
    ['2020—2023年连续四年招聘。', ['holds', 'works-out', '2023 − 2020 + 1 = 4']],
    ['2020—2023年连续三年招聘。', ['fails', 'differs', '2023 − 2020 + 1 = 4']],
    ['精简了50%。', ['unchecked', 'no-base', null]],
  ] as const)('%s', (text, expected) => {
    expect(only(text)).toEqual([expected]);
  });

  it.each([
    '学习党的十九届二中、三中、四中全会精神。',
    '围绕重塑“四个体系”、补齐短板，破解难题。',
    '建成服务站、活动室、食堂12个。',
    '新增四个社区、撤并两个社区、调整三个社区。',
    '把清理牌子、制度、台账120项落到实处。',
    '全面落实“三会一课”制度，推动“两学一做”常态化。',
    '三次产业结构比例按当年价格计算。',
    '会议定于2024年3月8日9:30召开。',
  ])('nothing is claimed in: %s', (text) => {
    expect(only(text)).toEqual([]);
  });
});

describe('endless lines are read to their end', () => {
  const times = 10_000;
  it.each([
    ['、', '甲、'.repeat(times)],
    ['numerals', `“${'一'.repeat(times)}`],
    ['digits', '1'.repeat(times)],
    ['sums without an end', '1+'.repeat(times)],
    ['numbers', '由1项'.repeat(times)],
    ['shares', '占1%'.repeat(times)],
    ['brackets', '（1、'.repeat(times)],
    ['hedges', '近约超'.repeat(times)],
    ['dashes', '1号—'.repeat(times)],
    ['ordinals', '三项工作。一是'.repeat(times)],
  ])('of %s', (_, text) => {
    const claims = claimsOf(text, '由140项减少到79项，精简了43.57%。');
    expect(claims.at(-1)).toMatchObject({ paragraph: 2, sentence: 1, verdict: 'holds' });
  });

  it('and their sentences are counted on', () => {
    const claims = claimsOf(`${'很长的一句话。'.repeat(2000)}由140项减少到79项，精简了43.57%。`);
    expect(claims).toMatchObject([{ paragraph: 1, sentence: 2001, verdict: 'holds' }]);
  });
});

it('a place is a paragraph and a sentence, both counted from 1', () => {
  const [claim] = claimsOf('标题', '第一句。由140项减少到79项，精简了43.57%。');
  expect(claim).toMatchObject({ paragraph: 2, sentence: 2, quote: '140项减少到79项，精简了43.57%' });
});

describe('drafts that are read', () => {
  const read = (bytes: Buffer, name = 'a.docx') => readDocument(bytes, name, DEFAULT_LIMITS);
  const NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const docx = (body: string, head = '') =>
    zipOf([
      ['[Content_Types].xml', '<Types/>'],
      ['word/document.xml', `${head}<w:document ${NS}><w:body>${body}</w:body></w:document>`],
    ]);

  it('a .docx of our own writer', async () => {
    const parts = [
      { rank: 'title', text: '工作报告' },
      { rank: 'text', text: '由140项减少到79项。' },
    ] as const;
    const bytes = await toDocx([{ layout: 'upright', parts }]);
    expect(read(bytes)).toEqual({ format: 'docx', paragraphs: ['工作报告', '由140项减少到79项。'] });
  });

  it('runs are joined, entities resolved, deleted and doubled text left out, tables read', () => {
    const body = [
      '<w:p><w:r><w:t>由1</w:t></w:r><w:r><w:t xml:space="preserve">40项 &amp; </w:t></w:r><w:del><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>',
      '<w:p/><w:tbl><w:tr><w:tc><w:p><w:r><w:t>格</w:t><w:tab/><w:t>子</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
      '<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></mc:Choice>',
      '<mc:Fallback><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent><w:t>外</w:t></w:r></w:p>',
    ].join('');
    expect(read(docx(body)).paragraphs).toEqual(['由140项 &', '格 子', '框', '外']);
  });

  it('Markdown loses its marks, plain text keeps them', () => {
    const bytes = Buffer.from('## 标题\n\n- 由**140**项\n| 甲 | 乙 |\n|---|---|\n');
    expect(read(bytes, 'a.md').paragraphs).toEqual(['标题', '由140项', '甲 乙']);
    expect(read(bytes, 'a.txt').paragraphs[1]).toBe('- 由**140**项');
  });

  it('text in GB18030', () => {
    expect(read(Buffer.from('cfeec4bf', 'hex'), 'a.txt').paragraphs).toEqual(['项目']);
  });

  it.each([
    ['a document type', docx('<w:p/>', '<!DOCTYPE w:document>'), 'unsafe'],
    ['XML that breaks off', zipOf([['word/document.xml', `<w:document ${NS}><w:body>`]]), 'damaged'],
    ['another root', zipOf([['word/document.xml', '<html/>']]), 'damaged'],
    ['elements without end', docx('<w:p>'.repeat(300)), 'too-large'],
    ['a size that lies', zipOf([['word/document.xml', 'x', { size: 5_000_000 }]]), 'damaged'],
    ['a part beyond the limit', zipOf([['word/document.xml', 'x', { size: 400_000_000 }]]), 'too-large'],
    [
      'two parts of one name',
      zipOf([
        ['word/document.xml', '<a/>'],
        ['WORD/document.xml', '<a/>'],
      ]),
      'unsafe',
    ],
    ['a PDF', Buffer.from('%PDF-1.7'), 'pdf'],
    ['nothing', Buffer.alloc(0), 'empty'],
  ])('refused: %s', (_, bytes, reason) => {
    expect(() => read(bytes)).toThrowError(expect.objectContaining({ reason }));
  });
});

describe('the command', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'figures-'));
  const file = (name: string, content: string | Buffer) => {
    const target = path.join(folder, name);
    writeFileSync(target, content);
    return target;
  };
  const list = (count: number) =>
    [
      '社区依法履行职责事项清单,',
      '序号,事项名称',
      ...Array.from({ length: count }, (_, index) => `${index + 1},推行第${index + 1}类居务公开`),
    ].join('\n');

  it('exits 1 on a document in which a claim fails and 0 where none does', () => {
    const wrong = jianfu(['figures', draft('hohhot')]);
    expect(wrong.code).toBe(1);
    expect(wrong.stdout).toContain('列出的是 3+2，写的是 4+2');
    expect(wrong.stdout.split('\n').every((line) => [...line].length <= 80)).toBe(true);
    expect(jianfu(['figures', draft('changning')]).code).toBe(0);
    expect(jianfu(['figures', draft('changning'), '--fail-on', 'warning']).code).toBe(1);
    expect(jianfu(['figures', draft('hohhot'), '--fail-on', 'never']).code).toBe(0);
  });

  it('says the same in English, with the same facts', () => {
    const [chinese, english] = ['zh-CN', 'en'].map(
      (lang) =>
        JSON.parse(jianfu(['figures', draft('shanghai'), '--lang', lang, '--out', 'json']).stdout).drafts,
    );
    const bare = (drafts: { claims: (Claim & { text: string })[] }[]) =>
      drafts.map(({ claims }) => claims.map(({ text: _, ...facts }) => facts));
    expect(bare(english)).toEqual(bare(chinese));
    expect(english[0].claims[0].text).toMatch(/out of all proportion/);
  });

  it('holds list counts against data: all agree, some do, none does', () => {
    const report = file('报告.md', '社区依法履行职责事项清单18项。');
    const verdict = (...data: string[]) => {
      const args = data.flatMap((one) => ['--data', one]);
      const { stdout, code } = jianfu(['figures', report, ...args, '--out', 'json']);
      const [claim] = JSON.parse(stdout).drafts[0].claims;
      return [claim.verdict, claim.reason.id, code];
    };
    const [right, wrong] = [file('甲社区.csv', list(18)), file('乙社区.csv', list(17))];
    expect(verdict()).toEqual(['unchecked', 'no-data', 0]);
    expect(verdict(right)).toEqual(['holds', 'data-agrees', 0]);
    expect(verdict(right, wrong)).toEqual(['doubtful', 'data-partly', 0]);
    expect(verdict(wrong)).toEqual(['fails', 'data-differs', 1]);
  });

  it('names what cannot be read and goes on with the rest', () => {
    const [broken, sheet, other] = [
      file('坏.docx', zipOf([['word/document.xml', '<!DOCTYPE a><a/>']])),
      file('表.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex')),
      file('旧.rtf', '{\\rtf1}'),
    ];
    const { code, stdout } = jianfu(['figures', broken, sheet, other, draft('changning')]);
    expect(code).toBe(1);
    expect(stdout).toContain('坏.docx：');
    expect(stdout).toContain('另存为 .docx');
    expect(stdout).toContain('“十个一”');
  });

  it('wrong usage: no such file, no draft in the folder', () => {
    expect(jianfu(['figures', path.join(folder, '没有.docx')]).code).toBe(2);
    expect(jianfu(['figures', 'fixtures/encodings']).stderr).toContain('没有文稿');
  });
});
