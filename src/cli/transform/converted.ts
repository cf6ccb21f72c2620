import type { Locale, PolicyPack } from '../../model/policy.ts';
import { type ReadFile, type ReadingChoices, readFiles } from '../../pipeline.ts';
import type { InputFile } from '../../read/inputs.ts';
import { writeUnreadable } from '../../report/report.ts';
import type { CanonicalRow, Reject, RepeatedList, RowCounts } from '../../transform/canonical.ts';
import { convertFile } from '../../transform/convert.ts';
import { addTo } from '../../transform/lists.ts';
import { progressLine } from '../progress.ts';

export interface Conversions extends ReadingChoices {
  readonly policy: PolicyPack;
  /** Kinds of table that are wanted; all when empty. */
  readonly kinds: readonly string[];
}

/** All files as canonical rows, with a line of progress where a person is looking. */
export async function convertAll(
  files: readonly InputFile[],
  { policy, kinds, ...choices }: Conversions,
  locale: Locale,
): Promise<Total> {
  const progress = progressLine(process.stderr, true, locale);
  const total = new Total();
  for await (const one of readFiles(files, policy, choices)) {
    total.add(one, policy, kinds, locale);
    progress.update(total.seen, files.length, one.file.path);
  }
  progress.clear();
  return total;
}

/** What all files gave together, file by file in their order. */
export class Total {
  readonly rows = new Map<string, CanonicalRow[]>();
  readonly rejects: Reject[] = [];
  readonly repeated: RepeatedList[] = [];
  readonly faults: string[] = [];
  readonly inputs: { readonly path: string; readonly sha256: string | null }[] = [];
  readonly files = { read: 0, unreadable: 0, skipped: 0 };
  counts: RowCounts = { read: 0, written: 0, joined: 0, rejected: 0, aside: 0 };

  get seen(): number {
    return this.inputs.length;
  }

  get doubted(): CanonicalRow[] {
    return [...this.rows.values()].flat().filter(({ doubts }) => doubts.length > 0);
  }

  /** Rejects that somebody has to look at: our own log of changes is none. */
  get unconverted(): Reject[] {
    return this.rejects.filter(({ reason }) => reason !== 'change-log');
  }

  add(
    { file, sha256, unreadable, fault, read }: ReadFile,
    policy: PolicyPack,
    kinds: readonly string[],
    locale: Locale,
  ): void {
    this.inputs.push({ path: file.path, sha256 });
    if (fault !== null) this.faults.push(`${file.path}: ${fault}`);
    if (unreadable !== null) {
      this.files.unreadable++;
      const text = writeUnreadable(unreadable, locale);
      this.rejects.push({ file: file.path, sheet: null, row: null, reason: 'unreadable', text });
    } else if (read === null) this.files.skipped++;
    else {
      this.files.read++;
      const { rows, rejects, repeated, counts } = convertFile({
        ...read,
        vocabulary: policy.vocabulary,
        kinds,
      });
      for (const [kind, found] of rows) addTo(this.rows, kind, found);
      this.rejects.push(...rejects);
      this.repeated.push(...repeated);
      this.counts = sum(this.counts, counts);
    }
  }
}

function sum(left: RowCounts, right: RowCounts): RowCounts {
  return {
    read: left.read + right.read,
    written: left.written + right.written,
    joined: left.joined + right.joined,
    rejected: left.rejected + right.rejected,
    aside: left.aside + right.aside,
  };
}
