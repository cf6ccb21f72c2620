const LONGEST_NAME = 31;

/** Names of sheets: no longer than allowed, without the signs that are not, none twice in any case. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const plain = name.replace(/[\\/?*[\]:\p{Cc}]/gu, '_').replace(/^'|'$/g, '_') || '_';
    for (let number = 1; ; number++) {
      const tail = number === 1 ? '' : `(${number})`;
      const cut = plain.slice(0, LONGEST_NAME - tail.length).replace(/[\ud800-\udbff]$/, '');
      const free = cut + tail;
      if (taken.has(free.toLowerCase())) continue;
      taken.add(free.toLowerCase());
      return free;
    }
  });
}
