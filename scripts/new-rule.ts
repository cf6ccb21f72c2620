import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** `npm run new-rule -- <group> <id>`: the files every rule needs, with what is still to be written marked TODO. */
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const [group = '', id = ''] = process.argv.slice(2);
const isName = (text: string) => /^[a-z]+(?:-[a-z]+)*$/.test(text);

if (!isName(group) || !isName(id)) {
  process.stderr.write(
    'usage: npm run new-rule -- <group> <id>\nThe id says the fault, as in: cell serial-gap\n',
  );
  process.exit(2);
}

const files: Readonly<Record<string, string>> = {
  [`src/rules/${group}/${id}.ts`]: `import { defineRule } from '../define.ts';

export const rule = defineRule({
  id: '${id}',
  scope: 'duty-list',
  needs: ['text'],
  messages: {
    fault: {
      'zh-CN': 'TODO “{text}”：写明发现了什么、应当怎样、怎么改。',
      en: 'TODO “{text}”: what was found, what was expected, one way on.',
    },
  },
  check(duties, { report }) {
    for (const item of duties.items) {
      if (item.text === 'TODO') report({ message: 'fault', args: { text: item.text }, at: item.at('text') });
    }
  },
});
`,
  [`docs/rules/${id}.md`]: page(),
  [`fixtures/rules/${id}/bad.csv`]: '社区依法履行职责事项清单,,\n序号,事项名称,期望\n1,TODO,B\n',
  [`fixtures/rules/${id}/good.csv`]: '社区依法履行职责事项清单,,\n序号,事项名称,期望\n1,召集居民会议,\n',
};

const taken = Object.keys(files).filter((file) => existsSync(path.join(root, file)));
if (taken.length > 0) {
  process.stderr.write(`already there: ${taken.join(', ')}\n`);
  process.exit(2);
}
for (const [file, text] of Object.entries(files)) {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
  process.stdout.write(`${file}\n`);
}
process.stdout.write(
  `Next: write bad.csv first, then the rule; switch it on in a pack.yaml (rules: ${id}: {severity, modality, citations});\nthen npm run generate && npm test\n`,
);

function page(): string {
  const part = (locale: string, headings: readonly string[]) =>
    [`<!-- ${locale} -->`, `# TODO ${id}`, ...headings.map((heading) => `\n## ${heading}\n\nTODO`), ''].join(
      '\n',
    );
  return [
    part('zh-CN', ['查什么', '为什么', '后果', '怎么改', '不查什么']),
    part('en', ['What', 'Why', 'Consequences', 'Remedy', 'Not covered']),
  ].join('\n');
}
