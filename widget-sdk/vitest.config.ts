import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['packages/*/test/**/*.test.ts', 'examples/*/test/**/*.test.ts', 'scripts/test/**/*.test.ts'],
    pool: 'threads',
    isolate: false,
    // On a busy machine; nothing here waits for itself.
    testTimeout: 60_000,
    restoreMocks: true,
    unstubGlobals: true,
  },
});
