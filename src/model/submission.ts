/** What the names of files say of a day or a version: 20240312（修改版2）, 2024年第二季度, - 副本, _校验退回, (1). */
const OF_THE_DAY = [
  /(?<!\d)20\d{2}(?:[.\-_/]?\d{1,2}(?!\d)){1,2}/gu,
  /(?<!\d)20\d{2}\d{4}(?!\d)/gu,
  /(?<!\d)20\d{2}\d{2}(?!\d)/gu,
  /(?<!\d)(?:20\d{2}年(?:度)?)?(?:第?[一二三四1-4]季度|[上下]半年|\d{1,2}月(?:份|\d{1,2}日)?)/gu,
  /(?<!\d)20\d{2}年(?:度)?/gu,
  /(?:第?\d{1,3}次)?(?:修改版|修改稿|修订版|修订稿|修改|修订)\d{0,3}/gu,
  /最终版|最终稿|最终|定稿|终稿|校验退回/gu,
  /(?:^|[\s\-_(])副本|[vV]\d{1,3}(?:\.\d+)*$/gu,
  /\(\d{1,3}\)$/gu,
];

/**
 * The path of a file without what changes from one submission to the next: extension, day and version. A name that is nothing else
 * stays as it is.
 */
export function submissionName(path: string): string {
  const folders = path.split('/');
  const plain = stemOf(folders.pop() ?? '').normalize('NFKC');
  const rest = OF_THE_DAY.reduce((name, pattern) => name.replace(pattern, ' '), plain);
  const name = rest
    .replace(/[([【]\s*[)\]】]/gu, ' ')
    .replace(/[\s\-_.]+/gu, ' ')
    .trim();
  return [...folders, name === '' ? plain : name].join('/');
}

/** Whether a sheet is called as its file: the one sheet of a text file is, and then its name tells nothing more. */
export function isNamedForFile(sheet: string, path: string): boolean {
  return sheet === stemOf(path.split('/').at(-1) ?? '');
}

function stemOf(name: string): string {
  return name.replace(/\.[A-Za-z]{1,5}$/u, '');
}
