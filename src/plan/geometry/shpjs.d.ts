/** The package brings no types; these are the functions used. */
declare module 'shpjs' {
  export function parseShp(shp: ArrayBuffer): unknown[];
  export function parseDbf(dbf: ArrayBuffer, encoding: ArrayBuffer): unknown[];
  export function combine(parts: readonly [unknown[], unknown[]]): unknown;
}
