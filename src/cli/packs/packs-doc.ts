import type { Locale } from '../../model/policy.ts';
import { layPacks } from '../../policy/layers.ts';
import { loadLayers } from '../../policy/load.ts';
import { toMarkdown } from '../../write/paper.ts';
import { parseDay } from '../check/check.ts';
import { parseOutputs, writeOutput } from '../outputs.ts';
import { KNOWN_RULES, SHELF } from '../policy.ts';
import { TEXTS } from '../texts.ts';
import { UsageError } from '../usage-error.ts';
import { packPaper } from './pack-paper.ts';

const FORMATS = ['markdown', 'docx'] as const;

/** `jianfu packs doc`: the pack as a paper to read, made of the data that runs. */
export async function packsDoc(
  pack: string,
  options: { readonly asOf?: string; readonly out: readonly string[] },
  locale: Locale,
): Promise<number> {
  const outputs = parseOutputs(options.out.length === 0 ? ['markdown'] : options.out, FORMATS);
  if (outputs.some(({ format, path }) => format === 'docx' && path === null))
    throw new UsageError(TEXTS.missingValue, { found: '--out docx=' });
  const asOf = parseDay(options.asOf);
  const layers = await loadLayers({ policy: pack, asOf, knownRules: KNOWN_RULES }, SHELF);
  const documents = layers.map((layer) => layer.documents);
  const paper = packPaper(layPacks(documents, asOf), documents.at(-1)?.coverage?.clauses ?? [], locale);
  for (const { format, path } of outputs) {
    if (path === null) process.stdout.write(toMarkdown(paper));
    else if (format === 'markdown') await writeOutput(path, toMarkdown(paper));
    else {
      const { toDocx } = await import('../../write/docx.ts');
      await writeOutput(path, await toDocx([{ layout: 'upright', parts: paper }]));
    }
  }
  return 0;
}
