import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { Document, parseDocument } from 'yaml';
import type { Waiver } from '../model/waiver.ts';
import { PackError, wholeFile } from './pack-error.ts';
import { parseFile, placeIn, validated, validatorOf } from './pack-folder.ts';

type WaiverDocument = Pick<Waiver, 'fingerprint' | 'reason' | 'expires'> & Partial<Waiver>;

/** Reads a list of waivers. Throws `PackError` for the first mistake, with file, line and column, as for a pack. */
export function readWaivers(file: string, schemaFile: string): readonly Waiver[] {
  if (!existsSync(file)) throw new PackError('no-waivers', wholeFile(file));
  const read = parseFile(file, path.dirname(realpathSync(file)));
  const { waivers } = validated(read, validatorOf(schemaFile)) as { readonly waivers: WaiverDocument[] };
  const seen = new Set<string>();
  return waivers.map((written, index) => {
    const { fingerprint, expires } = written;
    const refuse = (mistake: 'repeated-id' | 'no-such-day', key: 'fingerprint' | 'expires'): never => {
      const place = placeIn(read, ['waivers', index, key]);
      throw new PackError(mistake, place, { found: written[key] });
    };
    if (seen.has(fingerprint)) refuse('repeated-id', 'fingerprint');
    seen.add(fingerprint);
    const day = new Date(`${expires}T00:00:00Z`);
    if (Number.isNaN(day.getTime()) || !day.toISOString().startsWith(expires))
      refuse('no-such-day', 'expires');
    const unsaid = { approver: null, document: null, rule: null, file: null, cell: null };
    return { ...unsaid, ...written };
  });
}

/** First line of a new list: editors with a YAML server then know its keys. */
const HEAD = ' yaml-language-server: $schema=';

/**
 * The text of a list with entries added at its end; `text` is what stands in the file, or empty. Comments and order stay. Entries
 * whose fingerprint stands there already are left out.
 */
export function addWaivers(text: string, added: readonly Waiver[], schemaAddress: string): string {
  const document =
    text.trim() === '' ? new Document({ waivers: [] }) : parseDocument(text, { schema: 'core' });
  if (text.trim() === '') document.commentBefore = `${HEAD}${schemaAddress}`;
  const known = new Set(
    (document.toJS() as { waivers?: { fingerprint: string }[] }).waivers?.map(
      ({ fingerprint }) => fingerprint,
    ),
  );
  if (document.get('waivers') === null) document.set('waivers', document.createNode([]));
  for (const waiver of added) {
    if (known.has(waiver.fingerprint)) continue;
    known.add(waiver.fingerprint);
    document.addIn(['waivers'], document.createNode(written(waiver)));
  }
  // Days are read as text by YAML 1.2 and as days by 1.1: they stand in quotes.
  return document.toString({ defaultStringType: 'QUOTE_SINGLE', defaultKeyType: 'PLAIN', lineWidth: 0 });
}

/** Only what is said, in the order in which it is read. */
function written({ fingerprint, rule, file, cell, reason, approver, document, expires }: Waiver) {
  const all = { fingerprint, rule, file, cell, reason, approver, document, expires };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null));
}
