import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Tests that start programs; more at a time than there are cores would only slow each other down.
    maxConcurrency: 2,
    // What a program prints must come from this program, not from a run before; the tests of the cache say otherwise.
    env: { JIANFU_CACHE: 'off' },
    coverage: { provider: 'v8', include: ['src/**/*.ts'], reporter: ['text-summary', 'json-summary'] },
  },
});
