interface PackStart {
  readonly id: string;
  readonly parent: string;
  /** YYYY-MM-DD; the day of the pack below, since the clock has no say. */
  readonly reviewed: string;
  /** Where the JSON Schema lies, for editors. */
  readonly schema: string;
}

/**
 * The files of a new pack. Its one check asks only that two columns are filled in, so that nothing in it looks like
 * policy that somebody decided.
 */
export function packTemplate({ id, parent, reviewed, schema }: PackStart): Readonly<Record<string, string>> {
  const head = `# yaml-language-server: $schema=${schema}\n`;
  return {
    'pack.yaml': `${head}# 政策包的名片。改好以后运行：jianfu packs lint ./${id} 和 jianfu packs test ./${id}
id: ${id}
title: {zh-CN: ${id}（请改成您的名称）, en: '${id} (write your own title)'}
extends: ['${parent}']
# 最近一次与原文核对的日子，写作 'YYYY-MM-DD'，要带引号。
reviewed: '${reviewed}'
# 所在地区，写全称：
# region: {province: 江苏省, city: 某市}
# 启用、改动或关闭程序自带和下层政策包的规则：
# rules:
#   serial-gap: {severity: 'off'}
`,
    'citations.yaml': `${head}# 依据：规则和数值所依据的条文。只写读过的原文；source 写“原文”“转载”或“转述”，并写明出处。
citations: []
#  - id: my-lists
#    title: 某市社区工作事项清单
#    issuer: 某市民政局
#    number: 某民发〔2024〕1号
#    date: '2024-01-01'
#    clause: 第二部分
#    quote: 协助政府工作事项61项
#    source: 原文
`,
    'parameters.yaml': `${head}# 参数：部门定下的数值。每个值都有单位、起始日和依据（没有条文的写 form: true）。
parameters: []
#  - id: duty-list.community.assist.count
#    unit: 项
#    values:
#      - {from: '2024-01-01', value: 61, citation: my-lists}
`,
    'checks.yaml': `${head}# 自立的规则，用通用方法写成；界限写参数编号，不直接写数字。方法见 docs/policy-packs.md。
checks:
  - id: ${id.replaceAll('.', '-')}-roster-filled
    title: {zh-CN: 社区基本情况没有填全, en: Community roster not filled in}
    severity: warning
    # 有条文的写 must（必须、不得）或 should（原则上、一般），并写 citations；没有条文的写 form。
    modality: form
    of: community
    method: filled
    fields: [households]
`,
    'examples.yaml': `${head}# 例子：小表，以及规则应当报告什么。每条自立的规则至少要有一个查得出问题的、一个没有问题的。
examples:
  - id: roster-empty
    situation: {zh-CN: 户数空着, en: Households left empty}
    rules: [${id.replaceAll('.', '-')}-roster-filled]
    tables:
      - rows:
          - [社区名称, 常住户数]
          - [甲社区, 1800]
          - [乙社区, null]
    expect:
      - {rule: ${id.replaceAll('.', '-')}-roster-filled, at: B3}
  - id: roster-filled
    situation: {zh-CN: 都填了, en: All filled in}
    rules: [${id.replaceAll('.', '-')}-roster-filled]
    tables:
      - rows:
          - [社区名称, 常住户数]
          - [甲社区, 1800]
    expect: []
`,
    'coverage.yaml': `${head}# 条文账：原文逐条写明已检查（checked）、部分检查（partly）、人工核对（by-hand）还是没有检查（not-covered）。
clauses: []
#  - citation: my-lists
#    clause: 协助政府工作事项61项
#    covered: checked
#    rules: [duty-item-count]
`,
  };
}
