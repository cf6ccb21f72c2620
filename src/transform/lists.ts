/** Adds to the list of a key, and begins one where there is none: a city is too long to be copied row by row. */
export function addTo<K, V>(lists: Map<K, V[]>, key: K, values: Iterable<V>): void {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  for (const value of values) list.push(value);
}
