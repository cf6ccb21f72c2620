import type { LocalText } from '../../model/policy.ts';

/** Sentences of the compliance report. */
export const COMPLIANCE_WORDS = {
  title: { 'zh-CN': '社区报送表格检查情况报告', en: 'Tables handed in by communities: report of the check' },
  basis: { 'zh-CN': '检查依据和范围', en: 'Basis and scope' },
  policy: {
    'zh-CN':
      '本次检查依据政策包“{title}”，适用{day}有效的条文。{count, plural, =0 {所报问题均属形式检查，不引用条文。} other {所报问题引用的条文共#条，原文见附件{annex}。}}',
    en: 'The check rests on the policy pack “{title}” as in force on {day}. {count, plural, =0 {All findings are matters of form and cite no clause.} one {The findings cite # clause, quoted in attachment {annex}.} other {The findings cite # clauses, quoted in attachment {annex}.}}',
  },
  received: {
    'zh-CN':
      '共收到文件{total}个，已读{read}个，读不出{unreadable}个，跳过{skipped}个。已读文件共有表格行{rows}行，其中数据{data}行，标题、表头、分类、空行、合计和注{other}行，看不懂{unclear}行，未用{unused}行，每一行都有归属。',
    en: '{total, plural, one {# file was} other {# files were}} received: {read} read, {unreadable} unreadable, {skipped} passed over. The files read hold {rows} rows: {data} of data, {other} of titles, headers, bands, blanks, totals and notes, {unclear} unclear, {unused} unused; every row is accounted for.',
  },
  outcomes: {
    'zh-CN':
      '条文写明必须、不得的，没有做到为“违反”；条文写明原则上、一般的，没有做到为“建议”；表中没有填明、不能断定的，为“无法判断”。',
    en: 'Where a clause says must, what does not keep it is a breach; where it says in principle, it is advice; what the table leaves open is undetermined.',
  },
  reading: { 'zh-CN': '文件读取情况', en: 'What was read' },
  allRead: { 'zh-CN': '应读的文件全部读出。', en: 'Every file that was to be read was read.' },
  unreadable: {
    'zh-CN': '下列{count}个文件读不出，其内容没有检查，应当处理后重新报送：',
    en: '{count, plural, one {# file} other {# files}} could not be read, and nothing in {count, plural, one {it} other {them}} was checked. Put right and hand in again:',
  },
  unreadableRest: {
    'zh-CN': '读不出的文件另有{count}个，见附件{annex}。',
    en: '{count, plural, one {# more unreadable file stands} other {# more unreadable files stand}} in attachment {annex}.',
  },
  passedOver: {
    'zh-CN': '跳过的{count}个文件不是报送的表格：{which}。',
    en: 'Passed over, as no tables: {count} ({which}).',
  },
  passedOverKind: { 'zh-CN': '{kind}{count}个', en: '{kind}: {count}' },
  overall: { 'zh-CN': '总体情况', en: 'In numbers' },
  found: {
    'zh-CN':
      '共发现问题{total}条，按级别分，错误{error}条，警告{warning}条，提示{info}条；按性质分，违反{breach}条，建议{advice}条，无法判断{undetermined}条。错误应当改正后重新报送，警告应当核对，提示供参考。',
    en: '{total, plural, one {# finding} other {# findings}}. By level: {error, plural, one {# error} other {# errors}}, {warning, plural, one {# warning} other {# warnings}}, {info, plural, one {# note} other {# notes}}. By outcome: {breach} breach, {advice} advice, {undetermined} undetermined. Errors are to be put right and handed in again, warnings to be looked at, notes are for information.',
  },
  nothingFound: {
    'zh-CN': '没有发现问题。',
    en: 'Nothing was found.',
  },
  share: {
    'zh-CN': '有问题的文件{dirty}个，占应读文件的{percent}%（{dirty}/{checked}）；没有问题的文件{clean}个。',
    en: '{dirty, plural, one {# file has} other {# files have}} findings, {percent}% of those to be read ({dirty}/{checked}); {clean} {clean, plural, one {has} other {have}} none.',
  },
  rules: {
    'zh-CN':
      '启用的检查规则共{total}条，其中发现问题的{findings}条，通过的{passed}条，未检查的{skipped}条，运行出错的{crashed}条。未检查的不作通过。',
    en: '{total, plural, one {# rule is} other {# rules are}} in force: {findings} with findings, {passed} passed, {skipped} not checked, {crashed} crashed. Not checked is not passed.',
  },
  main: { 'zh-CN': '主要问题', en: 'Main findings' },
  byRule: { 'zh-CN': '按问题类型', en: 'By kind' },
  byFolder: { 'zh-CN': '按报送单位', en: 'By unit' },
  byFile: { 'zh-CN': '按文件', en: 'By file' },
  listed: {
    'zh-CN':
      '{rest, plural, =0 {共{all}{of, select, kind {类} other {个}}，由重到轻列表如下：} other {共{all}{of, select, kind {类} other {个}}，最重的{shown}{of, select, kind {类} other {个}}列表如下，其余#{of, select, kind {类} other {个}}{count}条见附件{annex}：}}',
    en: '{rest, plural, =0 {{all} in all, the worst first:} other {{all} in all. The worst {shown} are listed; the other # with {count} {count, plural, one {finding} other {findings}} are in attachment {annex}:}}',
  },
  legend: {
    'zh-CN': '注：图示的长短按条数，由左至右为错误（深）、警告（黄）、提示（浅）。',
    en: 'Bars are as long as the numbers: errors (dark), warnings (amber), notes (light).',
  },
  examples: { 'zh-CN': '典型问题', en: 'Examples' },
  example: {
    'zh-CN':
      '{number}.{title}。{file}{place, select, none {} other {的{place}}}：{text}{basis, select, none {} other {依据：{basis}。}}',
    en: '{number}. {title}. {file}{place, select, none {} other {, {place}}}: {text}{basis, select, none {} other { Basis: {basis}.}}',
  },
  unchecked: { 'zh-CN': '未检查的事项和原因', en: 'What was not checked, and why' },
  uncheckedLead: {
    'zh-CN': '下列检查缺少数据，没有进行，不作通过：',
    en: 'These checks lacked data and were not made. They are not passed:',
  },
  allChecked: { 'zh-CN': '启用的规则全部得到检查。', en: 'All rules in force were checked.' },
  idleRules: {
    'zh-CN': '没有报送所查的表，{count}条规则没有用到。',
    en: 'Nobody handed in the tables that {count, plural, one {# rule looks} other {# rules look}} at.',
  },
  faults: {
    'zh-CN': '检查程序有{count}处运行出错，结果不完整，应当排除后重新检查。',
    en: 'The program failed in {count, plural, one {# place} other {# places}}: the result is incomplete. Check again once that is mended.',
  },
  remedies: { 'zh-CN': '整改要求', en: 'What is to be done' },
  remedyLead: {
    'zh-CN':
      '各报送单位应当对照附件{annex}逐条改正，重新报送；对问题有异议的，写明理由和依据。主要问题的改法如下：',
    en: 'Every unit puts right its findings in attachment {annex} and hands in again; who disagrees says why, and on what basis. The main remedies:',
  },
  remedy: { 'zh-CN': '{number}.{title}（{count}条）：{remedy}', en: '{number}. {title} ({count}): {remedy}' },
  remedyRest: {
    'zh-CN': '其余{count}类问题的改法，见附件{annex}各条。',
    en: 'How to put right the other {count} kinds stands in attachment {annex}.',
  },
  noRemedy: { 'zh-CN': '没有需要整改的问题。', en: 'There is nothing to put right.' },
  annexFindings: { 'zh-CN': '问题明细表', en: 'All findings' },
  annexClauses: { 'zh-CN': '引用条文', en: 'Clauses cited' },
  annexFigures: { 'zh-CN': '数字出处', en: 'Where the figures come from' },
  annexRest: {
    'zh-CN': '本表列{shown}条，另有{rest}条因篇幅没有列出，见检查结果的数据文件（--out json）。',
    en: '{shown} findings are listed; {rest} more are not, for their number, and stand in the JSON report (--out json).',
  },
} as const satisfies Record<string, LocalText>;

/** Heads of columns in papers. */
export const PAPER_HEADS = {
  number: { 'zh-CN': '序号', en: 'No.' },
  file: { 'zh-CN': '文件', en: 'File' },
  unit: { 'zh-CN': '报送单位', en: 'Unit' },
  place: { 'zh-CN': '位置', en: 'Place' },
  level: { 'zh-CN': '级别', en: 'Level' },
  outcome: { 'zh-CN': '性质', en: 'Outcome' },
  kind: { 'zh-CN': '问题类型', en: 'Kind' },
  finding: { 'zh-CN': '问题和改法', en: 'Finding and remedy' },
  basis: { 'zh-CN': '依据', en: 'Basis' },
  count: { 'zh-CN': '条数', en: 'Findings' },
  files: { 'zh-CN': '文件数', en: 'Files' },
  error: { 'zh-CN': '错误', en: 'Errors' },
  warning: { 'zh-CN': '警告', en: 'Warnings' },
  info: { 'zh-CN': '提示', en: 'Notes' },
  bar: { 'zh-CN': '图示', en: 'Bar' },
  reason: { 'zh-CN': '原因', en: 'Reason' },
  reasonAndWay: { 'zh-CN': '原因和办法', en: 'Reason and way on' },
  rules: { 'zh-CN': '涉及的检查', en: 'Checks' },
  tables: { 'zh-CN': '处数', en: 'Places' },
  document: { 'zh-CN': '文件和条款', en: 'Document and clause' },
  quote: { 'zh-CN': '原文', en: 'Words' },
  source: { 'zh-CN': '来源', en: 'Source' },
  figure: { 'zh-CN': '数字编号', en: 'Figure' },
  value: { 'zh-CN': '数值', en: 'Value' },
  how: { 'zh-CN': '怎样得出', en: 'How it is counted' },
  reply: { 'zh-CN': '办理情况', en: 'Reply' },
} as const satisfies Record<string, LocalText>;

/** How each figure of a run is counted. */
export const FIGURE_WORDS: Readonly<Record<string, LocalText>> = {
  'files.total': { 'zh-CN': '收到的文件', en: 'files received' },
  'files.read': { 'zh-CN': '读出的文件', en: 'files that were read' },
  'files.unreadable': { 'zh-CN': '读不出的文件', en: 'files that could not be read' },
  'files.skipped': { 'zh-CN': '不是报送表格而跳过的文件', en: 'files passed over, as no tables' },
  'files.checked': {
    'zh-CN': '应读的文件，即读出的加读不出的',
    en: 'files to be read: those read and those that could not be',
  },
  'files.with-findings': { 'zh-CN': '至少有一条问题的文件', en: 'files with one finding or more' },
  'files.without-findings': {
    'zh-CN': '应读的文件减去有问题的文件',
    en: 'files to be read, less those with findings',
  },
  'rows.total': {
    'zh-CN': '读出文件各工作表的行，逐行清点',
    en: 'rows of all sheets read, each counted once',
  },
  'rows.data': { 'zh-CN': '认作数据的行', en: 'rows taken for data' },
  'rows.other': {
    'zh-CN': '认作标题、填报行、表头、分类、空行、合计、注的行',
    en: 'rows taken for titles, signature lines, headers, bands, blanks, totals, notes',
  },
  'rows.unclear': { 'zh-CN': '看不懂的行', en: 'rows not understood' },
  'rows.skipped': { 'zh-CN': '没有选定的工作表中的行', en: 'rows of sheets that were not asked for' },
  'rules.total': { 'zh-CN': '政策包启用的规则', en: 'rules the pack has in force' },
  'rules.findings': { 'zh-CN': '至少发现一条问题的规则', en: 'rules with one finding or more' },
  'rules.passed': { 'zh-CN': '查过、没有发现问题的规则', en: 'rules that looked and found nothing' },
  'rules.skipped': { 'zh-CN': '没有可查的数据的规则', en: 'rules that had nothing to look at' },
  'rules.crashed': { 'zh-CN': '运行出错的规则', en: 'rules that failed' },
  'findings.total': { 'zh-CN': '附件“问题明细表”的条数', en: 'all findings, as the attachment lists them' },
  'findings.error': { 'zh-CN': '级别为错误的问题', en: 'findings of level error' },
  'findings.warning': { 'zh-CN': '级别为警告的问题', en: 'findings of level warning' },
  'findings.info': { 'zh-CN': '级别为提示的问题', en: 'findings of level note' },
  'findings.breach': { 'zh-CN': '性质为违反的问题', en: 'findings whose outcome is breach' },
  'findings.advice': { 'zh-CN': '性质为建议的问题', en: 'findings whose outcome is advice' },
  'findings.undetermined': { 'zh-CN': '性质为无法判断的问题', en: 'findings whose outcome is undetermined' },
};

/** For a figure that this room has no words for. */
export const FIGURE_HOW: LocalText = {
  'zh-CN': '见 jianfu why',
  en: 'see jianfu why',
};
