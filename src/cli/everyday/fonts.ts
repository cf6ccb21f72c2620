import { readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/** The fonts that GB/T 9704 asks for, and what their files are called. */
const FONTS = [
  { name: '方正小标宋简体', file: /^FZXBS|小标宋/i },
  { name: '仿宋_GB2312 / 仿宋', file: /^simfang|仿宋|fang_?song/i },
  { name: '楷体_GB2312 / 楷体', file: /^simkai|楷体|^kaiti/i },
  { name: '黑体', file: /^simhei|黑体|^heiti/i },
  { name: '宋体', file: /^simsun|宋体|^songti/i },
] as const;

export interface FontState {
  readonly name: string;
  readonly isFound: boolean;
}

/** Which of them lie in the folders where systems keep fonts, by the names of the files alone. */
export function fontStates(folders: readonly string[] = fontFolders()): readonly FontState[] {
  const files = folders.flatMap(filesIn);
  return FONTS.map(({ name, file }) => ({ name, isFound: files.some((one) => file.test(one)) }));
}

function fontFolders(): readonly string[] {
  const home = homedir();
  const { WINDIR = 'C:\\Windows', LOCALAPPDATA = '' } = process.env;
  if (process.platform === 'win32')
    return [path.join(WINDIR, 'Fonts'), path.join(LOCALAPPDATA, 'Microsoft/Windows/Fonts')];
  if (process.platform === 'darwin')
    return ['/System/Library/Fonts', '/Library/Fonts', path.join(home, 'Library/Fonts')];
  return ['/usr/share/fonts', '/usr/local/share/fonts', `${home}/.local/share/fonts`, `${home}/.fonts`];
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => path.basename(file));
  } catch {
    return [];
  }
}
