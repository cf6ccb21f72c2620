import type { FieldRecord, RecordSet } from '../../model/dataset.ts';
import type { Crossing, LayoutBorder, LayoutFinding } from '../../model/layout.ts';
import { foldText } from '../../model/text.ts';
import type { GridList } from './grids.ts';

/** Catalogues of the pack with the words of barriers. */
export const BARRIER_CATALOGUES = ['layout.barrier.barred', 'layout.barrier.priced'] as const;

/** Words of barriers, as the pack's catalogues list them. */
export interface BarrierWords {
  readonly barred: readonly string[];
  readonly priced: readonly string[];
}

/** A border without a length counts as so many decimetres, so that prices by the metre keep their weight. */
const USUAL_LENGTH = 1000;

/** Borders by pair. What is listed says more about a border than what was measured, so it wins. */
export class BorderList {
  private readonly byPair = new Map<number, LayoutBorder>();
  hasLengths = false;

  constructor(
    private readonly list: GridList,
    private readonly words: BarrierWords,
    private readonly note: (finding: LayoutFinding) => void,
  ) {}

  /** The pairs of a table 网格甲 · 网格乙 · 长度 · 屏障. */
  addTables(sets: readonly RecordSet[]): void {
    for (const { records } of sets) {
      for (const record of records) {
        const [a, b] = [this.gridOf(record, 'grid'), this.gridOf(record, 'otherGrid')];
        if (a === null || b === null || a === b) continue;
        const metres = record.quantity('borderLength')?.value ?? null;
        if (metres !== null) this.hasLengths = true;
        const known = this.byPair.get(this.keyOf(a, b));
        const { crossing, barrier } = this.barrierOf(record);
        this.set({
          ...inOrder(a, b),
          decimetres: metres === null ? (known?.decimetres ?? USUAL_LENGTH) : Math.round(metres * 10),
          crossing,
          barrier,
          source: 'listed',
        });
      }
    }
  }

  /** The column 相邻网格 of the grids themselves. A pair that only one side names is told, and taken. */
  addColumns(): void {
    const named = new Set<string>();
    const pairs: [number, number][] = [];
    for (const [index, record] of this.list.records.entries()) {
      for (const word of record.text('neighbours').split(/[、,，;；\s]+/u)) {
        if (word === '') continue;
        const other = this.list.find(word, this.list.grids[index]?.community ?? null);
        if (other === null) this.unknown(word, index, record);
        else if (other !== index && named.size !== named.add(`${index},${other}`).size)
          pairs.push([index, other]);
      }
    }
    for (const [a, b] of pairs) {
      if (!named.has(`${b},${a}`)) this.oneSided(a, b);
      const known = this.byPair.get(this.keyOf(a, b));
      if (known === undefined)
        this.set({
          ...inOrder(a, b),
          decimetres: USUAL_LENGTH,
          crossing: 'free',
          barrier: '',
          source: 'listed',
        });
    }
  }

  set(border: LayoutBorder): void {
    this.byPair.set(this.keyOf(border.a, border.b), border);
  }

  /** In the order of their grids. */
  all(): readonly LayoutBorder[] {
    return [...this.byPair.values()].sort((left, right) => left.a - right.a || left.b - right.b);
  }

  private keyOf(a: number, b: number): number {
    return Math.min(a, b) * this.list.grids.length + Math.max(a, b);
  }

  private gridOf(record: FieldRecord, field: string): number | null {
    const word = record.text(field);
    const grid = word === '' ? null : this.list.find(word, null);
    if (grid === null && word !== '')
      this.note({ id: 'neighbour-unknown', args: { found: word, about: '' }, at: record.at(field) });
    return grid;
  }

  private barrierOf(record: FieldRecord): { readonly crossing: Crossing; readonly barrier: string } {
    const barrier = record.text('barrier');
    const isOne = (words: readonly string[]) => words.some((word) => foldText(word) === foldText(barrier));
    if (barrier === '' || NOTHING.has(foldText(barrier))) return { crossing: 'free', barrier: '' };
    if (isOne(this.words.barred)) return { crossing: 'barred', barrier };
    if (isOne(this.words.priced)) return { crossing: 'priced', barrier };
    const expected = [...this.words.barred, ...this.words.priced].join(' ');
    this.note({ id: 'barrier-unknown', args: { found: barrier, expected }, at: record.at('barrier') });
    return { crossing: 'free', barrier };
  }

  private unknown(word: string, index: number, record: FieldRecord): void {
    const about = this.list.grids[index]?.id ?? '';
    this.note({ id: 'neighbour-unknown', args: { found: word, about }, at: record.at('neighbours') });
  }

  private oneSided(a: number, b: number): void {
    const [about, other] = [this.list.grids[a]?.id ?? '', this.list.grids[b]?.id ?? ''];
    const at = this.list.records[b]?.at('neighbours') ?? null;
    this.note({ id: 'border-one-sided', args: { about, other }, at });
  }
}

const NOTHING = new Set(['无', '否', '没有', '-', '/']);

function inOrder(a: number, b: number): { readonly a: number; readonly b: number } {
  return { a: Math.min(a, b), b: Math.max(a, b) };
}
