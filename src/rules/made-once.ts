/** What a rule makes of a pack or a catalogue before it looks at any text: made once, however many tables there are. */
export function madeOnce<K extends object, T>(make: (from: K) => T): (from: K) => T {
  const made = new WeakMap<K, { readonly value: T }>();
  return (from) => {
    const known = made.get(from) ?? { value: make(from) };
    made.set(from, known);
    return known.value;
  };
}
