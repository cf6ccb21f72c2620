/** One of up to three parts of a number format: what stands around the digits, and how they are written. */
interface Section {
  readonly before: string;
  readonly after: string;
  /** `0`, `#`, `?` and the comma, as written, before and behind the decimal point; `null` where no digits are shown. */
  readonly digits: { readonly whole: string; readonly decimals: string; readonly hasPoint: boolean } | null;
  /** Powers of a hundred: one for each percent sign. */
  readonly percents: number;
}

/** Within these, a number is written without an exponent and rounded as it is read. */
const [LEAST, MOST] = [1e-6, 1e15];

/**
 * What a person sees of a number under a number format of a spreadsheet (ECMA-376 part 1, 18.8.31): `43.57%` for 0.4357 under
 * `0.00%`. `null` for formats of other kinds: conditions, exponents, fractions, dates, digits with text among them.
 */
export function shownNumber(value: number, format: string): string | null {
  const sections = sectionsOf(format);
  if (sections === null || !Number.isFinite(value)) return null;
  const index = value < 0 ? 1 : value === 0 ? 2 : 0;
  const own = sections[index];
  const section = own ?? sections[0];
  if (section === undefined) return null;
  const written = section.digits === null ? '' : digitsOf(Math.abs(value), section);
  if (written === null) return null;
  // A section of its own says how negative numbers look; what is rounded to nothing is no longer negative.
  const sign = value < 0 && own === undefined && /[1-9]/.test(written) ? '-' : '';
  return sign + section.before + written + section.after;
}

/** Whether a format multiplies by a hundred, so that 0.4357 is read as 43.57%. */
export function showsPercent(format: string): boolean {
  return (sectionsOf(format)?.[0]?.percents ?? 0) === 1;
}

const known = new Map<string, readonly Section[] | null>();

function sectionsOf(format: string): readonly Section[] | null {
  const before = known.get(format);
  if (before !== undefined) return before;
  const sections = partsOf(format).map(sectionOf).slice(0, 3);
  const all = sections.every((section) => section !== null) ? sections : null;
  known.set(format, all);
  return all;
}

/** Quoted and bracketed text, escaped characters, and single ones. */
const TOKEN = /"[^"]*"?|\[[^\]]*\]?|\\.?|_.?|\*.?|General|./gsu;

function partsOf(format: string): string[][] {
  const parts: string[][] = [[]];
  for (const [token] of format.matchAll(TOKEN)) {
    if (token === ';') parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

function sectionOf(tokens: readonly string[]): Section | null {
  const around = ['', ''];
  let pattern = '';
  let percents = 0;
  let isBehind = false;
  for (const token of tokens) {
    if (/^[0#?.,]$/.test(token)) {
      // Text among the digits, as in telephone numbers.
      if (isBehind) return null;
      pattern += token;
      continue;
    }
    const text = literalOf(token);
    if (text === null) return null;
    if (token === '%') percents++;
    // Colours and the like stand nowhere.
    if (text !== '') isBehind = pattern !== '';
    around[isBehind ? 1 : 0] += text;
  }
  const digits = digitPattern(pattern);
  if (digits === undefined) return null;
  return { before: around[0] ?? '', after: around[1] ?? '', digits, percents };
}

/** The text that a token stands for, `null` for what makes this a format of another kind. */
function literalOf(token: string): string | null {
  if (token.startsWith('"')) return token.slice(1).replace(/"$/, '');
  if (token.startsWith('\\')) return token.slice(1);
  if (token.startsWith('_')) return ' ';
  // A filling takes the width of the column, which is nowhere told.
  if (token.startsWith('*')) return '';
  if (token.startsWith('[')) return bracketed(token.slice(1, -1));
  if (/[a-zA-Z@/]/.test(token) || token.length > 1) return null;
  return token;
}

/** [红色], [Color 3]; [$¥-804] is a sign of money. */
function bracketed(inner: string): string | null {
  if (inner.startsWith('$')) return /^\$([^-]*)(?:-[\dA-Fa-f]+)?$/.exec(inner)?.[1] ?? null;
  return /^(?:black|blue|cyan|green|magenta|red|white|yellow|color\s*\d+|[黑蓝青绿洋红白黄]+色?|颜色\s*\d+)$/i.test(
    inner,
  )
    ? ''
    : null;
}

/** `undefined` for digits written in a way that is not known here. */
function digitPattern(pattern: string): Section['digits'] | undefined {
  if (pattern === '') return null;
  const [, whole = '', point, decimals = ''] = /^([0#?,]*)(\.)?([0#?]*)$/.exec(pattern) ?? [];
  // A comma at the end divides by a thousand.
  if (whole + decimals === '' || whole.endsWith(',') || whole.startsWith(',')) return undefined;
  if (/0.*[#?]/.test(whole.replaceAll(',', '')) || /[#?].*0/.test(decimals)) return undefined;
  return pattern.length === whole.length + (point ?? '').length + decimals.length
    ? { whole, decimals, hasPoint: point !== undefined }
    : undefined;
}

function digitsOf(value: number, { digits, percents }: Section): string | null {
  if (digits === null || (value !== 0 && (value < LEAST || value >= MOST))) return null;
  const { whole, decimals, hasPoint } = digits;
  const [units = '', rest = ''] = rounded(value, decimals.length, 2 * percents).split('.');
  const left = filledLeft(units === '0' ? '' : units, whole);
  const right = decimals === '' ? '' : filledRight(rest, decimals);
  return left + (hasPoint ? '.' : '') + right;
}

/** Rounded as the digits are written and not as they are stored: 1.005 to two places is 1.01. */
function rounded(value: number, places: number, shift: number): string {
  const scaled = Math.round(Number(`${Number(value.toPrecision(15))}e${places + shift}`));
  return Number(`${scaled}e-${places}`).toFixed(places);
}

/** Digits from the point to the left, with noughts or blanks where the pattern wants more of them. */
function filledLeft(units: string, pattern: string): string {
  const places = pattern.replaceAll(',', '');
  const filled = [...places.slice(0, Math.max(0, places.length - units.length))]
    .map((place) => (place === '0' ? '0' : place === '?' ? ' ' : ''))
    .join('');
  const all = filled + units;
  return pattern.includes(',') ? all.replace(/\B(?=(?:\d{3})+$)/g, ',') : all;
}

/** Noughts at the end are left out where the pattern does not ask for them. */
function filledRight(rest: string, pattern: string): string {
  const digits = [...rest];
  for (let at = digits.length - 1; at >= 0 && digits[at] === '0' && pattern[at] !== '0'; at--) {
    digits[at] = pattern[at] === '?' ? ' ' : '';
  }
  return digits.join('');
}
