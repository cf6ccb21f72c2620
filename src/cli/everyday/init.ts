import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Locale, LocalText } from '../../model/policy.ts';
import { writeOutput } from '../outputs.ts';
import { policyOf } from '../policy.ts';
import { say } from '../say.ts';
import { TEXTS } from '../texts.ts';
import { UsageError } from '../usage-error.ts';
import { CONFIG_FILE, CONFIG_SCHEMA } from './configuration.ts';
import { TOOLING_WORDS } from './tooling-words.ts';

/** Writes a file of settings into a folder, with every key explained. A file that is there stays, unless forced. */
export async function initCommand(
  folder: string,
  { policy, force = false }: { readonly policy: string; readonly force?: boolean },
  locale: Locale,
): Promise<number> {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new UsageError(TOOLING_WORDS.noFolder, { path: folder });
  const file = path.join(folder, CONFIG_FILE);
  if (existsSync(file) && !force) throw new UsageError(TEXTS.outExists, { path: file });
  await policyOf(policy, null);
  const relative = path.relative(folder, CONFIG_SCHEMA).replaceAll('\\', '/');
  const schema = path.isAbsolute(relative) ? relative : `./${relative}`;
  // A pack's folder is named from here; the file names it from its own place.
  const own = /^\.|[\\/]/.test(policy) ? `./${path.relative(folder, policy).replaceAll('\\', '/')}` : policy;
  const text = SETTINGS[locale].replace('{schema}', schema).replace('{policy}', JSON.stringify(own));
  await writeOutput(file, text);
  process.stderr.write(`${say(TOOLING_WORDS.initDone, locale, { file })}\n`);
  return 0;
}

const SETTINGS: LocalText = {
  'zh-CN': `# yaml-language-server: $schema={schema}
# 减负的设置。命令行上写的优先；路径相对于本文件。说明见 docs/config.md。

# 政策包：自带的写编号（jianfu packs list 列出），自己的写文件夹，如 ./我的政策包
policy: {policy}
# 按哪一天有效的条文；不写就按政策包最近核对日
# asOf: '2026-11-21'
# 语言：zh-CN 或 en
lang: zh-CN
# 放宽或收紧上限（jianfu doctor 列出全部）
# limit: [part=400MiB]

check:
  # 命令里没有写路径时检查这些
  paths: [.]
  # 结果写成什么、写到哪里；不写就显示在屏幕上
  # out: [table, json=结果.json]
  # 出现哪一级问题时以 1 退出：error、warning 或 never
  failOn: error
  # 已批准可以不改的问题，见 docs/waivers.md；不写时用旁边的 jianfu-waivers.yaml
  # waivers: jianfu-waivers.yaml
  # 只报新问题
  # baseline: 基线.json
  # newOnly: true
`,
  en: `# yaml-language-server: $schema={schema}
# Settings of jianfu. Options on the command line win; paths are relative to this file. See docs/config.md.

# Policy pack: the id of one that ships (jianfu packs list), or a folder such as ./our-pack
policy: {policy}
# The day whose policy applies; by default the day the pack was last reviewed
# asOf: '2026-11-21'
# Language: zh-CN or en
lang: en
# Limits to raise or lower (jianfu doctor lists all)
# limit: [part=400MiB]

check:
  # What is checked where the command names no path
  paths: [.]
  # Formats, and where they go; by default a table on the screen
  # out: [table, json=result.json]
  # Exit 1 on findings of this severity: error, warning or never
  failOn: error
  # Findings that somebody let stand, docs/waivers.md; by default jianfu-waivers.yaml beside this file
  # waivers: jianfu-waivers.yaml
  # Report new findings only
  # baseline: baseline.json
  # newOnly: true
`,
};
