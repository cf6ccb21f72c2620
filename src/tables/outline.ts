import { enclosing, type Line, type Section } from '../model/table.ts';
import { bandCategory } from './classify.ts';
import type { Lexicon } from './lexicon.ts';

/** How a band is numbered, from the outside in; 一、 never stands below （一）. */
const LEVELS: readonly (readonly [string, RegExp])[] = [
  ['part', /^\s*第[一二三四五六七八九十\d]+(?:部分|章|类|篇)/u],
  ['bare', /^\s*[一二三四五六七八九十百]+[、.．\s]/u],
  ['bracketed', /^\s*[（(][一二三四五六七八九十百]+[)）]/u],
  ['digits', /^\s*\d+[.、．]/u],
];

/** The bands of a table as they stand in one another. */
export class Outline {
  readonly sections: Section[];
  /** Open bands from the outside in: the level of each and its section. */
  private readonly open: { readonly level: string; readonly index: number }[];

  /** An empty outline, or one that goes on with the sections of another table from the section `last` on. */
  constructor(sections: readonly Section[] = [WITHOUT_BAND], last = 0) {
    this.sections = [...sections];
    const around = [...enclosing(sections, last)].reverse();
    this.open = around.flatMap((section) => {
      const { band, list } = section;
      return band === null
        ? []
        : { level: levelOf(band.text, list !== null), index: sections.indexOf(section) };
    });
  }

  /** The section that rows now belong to. */
  get current(): number {
    return this.sections.length - 1;
  }

  add(section: Omit<Section, 'parent'> & { readonly band: Line }): void {
    const level = levelOf(section.band.text, section.list !== null);
    this.closeFor(level);
    this.sections.push({ ...section, parent: this.open.at(-1)?.index ?? null });
    this.open.push({ level, index: this.current });
  }

  /** A band ends those of its own level and all inside them; numbered ones end those numbered more finely. */
  private closeFor(level: string): void {
    const rank = rankOf(level);
    const at = this.open.findIndex(
      (band) => band.level === level || (rank >= 0 && rankOf(band.level) > rank),
    );
    if (at !== -1) this.open.length = at;
  }
}

function rankOf(level: string): number {
  return LEVELS.findIndex(([name]) => name === level);
}

/** Without a number, a band that names a list is of one level, and all others of another. */
function levelOf(text: string, namesList: boolean): string {
  return LEVELS.find(([, opening]) => opening.test(text))?.[0] ?? (namesList ? 'list' : 'plain');
}

const WITHOUT_BAND: Section = { band: null, list: null, scope: null, category: null, parent: null };

/** What a band's own words say of the rows below it. */
export function sectionOf(band: Line, lexicon: Lexicon): Omit<Section, 'parent'> & { readonly band: Line } {
  const list = lexicon.listHeading(band.text);
  return {
    band,
    list,
    scope: list === null ? lexicon.scopeNamed(band.text) : lexicon.scopeIn(band.text),
    category: list === null ? bandCategory(band.text) : null,
  };
}
