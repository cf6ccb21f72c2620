import fc from 'fast-check';

/** What became of the inputs of one target; see `Reading`. */
export interface Tally {
  read: number;
  told: number;
  handed: number;
  refused: number;
  /** Of those read, the ones held against an independent reader. */
  held: number;
}

/** Feeds one target: NAME RUNS SEED [INPUT], the number of the one input to try. Writes a dot before each. */
const [name = '', runs = '', seed = '', path = ''] = process.argv.slice(2);
const targets = {
  zip: async () => (await import('./zip.ts')).zipTarget,
  xml: async () => (await import('./xml.ts')).xmlTarget,
  csv: async () => (await import('./csv.ts')).csvTarget,
  ods: async () => (await import('./ods.ts')).odsTarget,
  cfb: async () => (await import('./cfb.ts')).cfbTarget,
};
const target = await targets[name as keyof typeof targets]();
const tally: Tally = { read: 0, told: 0, handed: 0, refused: 0, held: 0 };
const property = target(tally).beforeEach(async () => {
  process.stdout.write('.');
});
const result = await fc.check(property as fc.IAsyncProperty<unknown>, {
  numRuns: Number(runs),
  seed: Number(seed),
  path,
});
const report = result.failed
  ? `${result.errorInstance}\n${await fc.asyncDefaultReportMessage(result as never)}`
  : null;
process.stdout.write(`\n${JSON.stringify({ tally, report })}\n`);
process.exit(0);
