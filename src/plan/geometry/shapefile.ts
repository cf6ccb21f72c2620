import { combine, parseDbf, parseShp } from 'shpjs';

/** The files of a shapefile that are used: shapes, attributes, and what the attributes are encoded in. */
export interface Shapefile {
  readonly shp: Uint8Array;
  readonly dbf: Uint8Array;
  /** The text of the .cpg, `null` where there is none. */
  readonly cpg: string | null;
}

/** The bytes are no shapefile. */
export class NotShapefile extends Error {}

/**
 * A shapefile as a GeoJSON FeatureCollection in its own coordinates. Without a .cpg, attributes that are no UTF-8 are
 * taken for GBK, which Chinese programs write. Throws `NotShapefile`.
 */
export function featuresOfShapefile({ shp, dbf, cpg }: Shapefile): unknown {
  if (shp.length < HEADER || viewOf(shp).getInt32(0) !== FILE_CODE) throw new NotShapefile('.shp');
  if (!holdsItsRows(dbf)) throw new NotShapefile('.dbf');
  try {
    // Without the .prj coordinates stay what they are: metres are wanted, not degrees.
    return combine([
      parseShp(exact(shp)),
      parseDbf(exact(dbf), exactText(cpg ?? (isUtf8(dbf) ? 'utf-8' : 'gb18030'))),
    ]);
  } catch (error) {
    throw new NotShapefile(error instanceof Error ? error.message : String(error));
  }
}

const HEADER = 100;
const FILE_CODE = 9994;
const DBF_HEADER = 33;

/** As many rows as the header claims: the library would go on without end. */
function holdsItsRows(dbf: Uint8Array): boolean {
  if (dbf.length < DBF_HEADER) return false;
  const view = viewOf(dbf);
  const [rows, head, width] = [view.getUint32(4, true), view.getUint16(8, true), view.getUint16(10, true)];
  return width > 0 && head + rows * width <= dbf.length;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The library looks at the whole buffer behind a view. */
function exact(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}

function exactText(text: string): ArrayBuffer {
  return exact(new TextEncoder().encode(text.trim()));
}

function isUtf8(bytes: Uint8Array): boolean {
  // The first 32 bytes of the header are numbers.
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(32));
    return true;
  } catch {
    return false;
  }
}
