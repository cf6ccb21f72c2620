#!/usr/bin/env node
import { existsSync, readFileSync } from 'node:fs';

const [first, ...rest] = process.argv.slice(2);
const program = new URL('../dist/jianfu.js', import.meta.url);

// Asked by scripts before every run, so it is answered before anything is loaded.
if (rest.length === 0 && (first === '--version' || first === '-V')) {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  process.stdout.write(`${version}\n`);
} else if (existsSync(program)) {
  const { main } = await import(program.href);
  await main(process.argv.slice(2));
} else {
  process.stderr.write('jianfu: 尚未构建，请先运行 npm ci\njianfu: not built yet; run npm ci first\n');
  process.exitCode = 3;
}
