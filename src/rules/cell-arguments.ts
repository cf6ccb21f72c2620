/** Arguments that hold ids, headers, names of the pack or counts of our own, and nothing out of a cell. */
export const NO_CELL_ARGUMENTS: ReadonlySet<string> = new Set([
  ...['field', 'list', 'otherList', 'kind', 'kinds', 'scope', 'besides', 'catalogue', 'says', 'doubt'],
  ...['unit', 'foundUnit', 'expectedUnit', 'limit', 'parameter', 'term', 'method', 'province', 'reason'],
  ...['header', 'headers', 'sheet', 'file', 'first', 'column', 'part', 'format', 'encoding', 'delimiter'],
  ...['allowed', 'raise', 'min', 'max', 'floor', 'year', 'where', 'how', 'what', 'sheets', 'firstHeader'],
  ...['counted', 'delivered', 'row', 'line', 'offset', 'times', 'place', 'tied', 'confidence'],
  ...['count', 'rows', 'dataRows', 'columns', 'digits', 'length', 'kept', 'positions', 'share'],
]);
