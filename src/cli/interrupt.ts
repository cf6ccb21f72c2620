/** Ended by a person or a scheduler; the numbers are those a shell gives. */
const INTERRUPTS = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const;

/**
 * Ends the program with the words of `tell`; those of an earlier call are no longer said. A report is written whole,
 * and only when all is checked: nothing is left half-done. Readers end with the program.
 */
export function onInterrupt(tell: () => string): void {
  for (const [signal, code] of INTERRUPTS) {
    process.removeAllListeners(signal);
    process.once(signal, () => process.stderr.write(`\njianfu: ${tell()}\n`, () => process.exit(code)));
  }
}
