/** For options that may be given several times: the values in order. */
export function repeatable(value: string, all: readonly string[]): string[] {
  return [...all, value];
}
