import { defineConfig } from 'vitest/config';

/** A project of tests in a real Chromium. */
function inBrowser(name: string, include: string) {
  return {
    extends: true as const,
    test: {
      name,
      environment: 'node' as const,
      // A busy machine draws late; what never comes fails all the same.
      expect: { poll: { timeout: 10_000 } },
      include: [include],
      globalSetup: ['test/e2e/harness/built.ts'],
      // A browser waits more than it works: two at once take little more than half of the time.
      maxWorkers: 2,
      testTimeout: 120_000,
      hookTimeout: 120_000,
    },
  };
}

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // A file that needs a DOM says so in its first line: `// @vitest-environment jsdom`.
          environment: 'node',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/e2e/**', 'test/bench/**', '**/*.thorough.test.ts', '**/*.long.test.ts'],
          // Files share what they import: core is pure, and reading it anew for each took half of the time.
          isolate: false,
          maxWorkers: 2,
          // Before anything that opens the store: what all files share looks for it once.
          setupFiles: ['fake-indexeddb/auto'],
          testTimeout: 20_000,
          hookTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          // Many cases each: `npm test` runs them, `npm run check` has no time for them.
          name: 'thorough',
          environment: 'node',
          include: ['test/**/*.thorough.test.ts'],
          maxWorkers: 2,
          testTimeout: 180_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          // Runs of minutes: `npm run test:long`, no part of `npm test`.
          name: 'long',
          environment: 'node',
          include: ['test/long/**/*.long.test.ts'],
          fileParallelism: false,
          testTimeout: 3_600_000,
          hookTimeout: 120_000,
        },
      },
      // In `npm test` the main ways through page, panel and app; every other way is part of `npm run test:long`.
      inBrowser('e2e', 'test/e2e/**/*.e2e.test.ts'),
      inBrowser('e2e-long', 'test/e2e/**/*.e2e.long.test.ts'),
      {
        extends: true,
        test: {
          // Draws docs/images anew; no part of `npm test`.
          name: 'screenshots',
          environment: 'node',
          include: ['test/e2e/screenshots.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
