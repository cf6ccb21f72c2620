import type { Handover } from '../../model/workbook.ts';
import { UnreadableError } from '../unreadable.ts';

/** The XML is written in a way this reader does not know for certain; the library is asked instead. */
export class Unfamiliar extends Error {
  constructor(readonly why: Handover['why']) {
    super(why);
  }
}

/** The XML is no XML, or breaks off; whoever reads the part names it. `at` is a cell, where one is known. */
export class Broken extends Error {
  constructor(readonly at = '') {
    super(at);
  }
}

/** A document type can rename, repeat and fetch; no spreadsheet program writes one. */
export class DocumentType extends Error {}

/** The refusal of a part that is no XML or declares a document type; `null` for an error of another kind. */
export function refusalOf(error: unknown, part: string): UnreadableError | null {
  if (error instanceof DocumentType) return new UnreadableError('unsafe', { what: 'doctype', part });
  if (!(error instanceof Broken)) return null;
  return new UnreadableError('damaged', { part: error.at === '' ? part : `${part} ${error.at}` });
}
