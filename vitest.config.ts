import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    globalSetup: ['test/builders/shared-folder.ts', 'test/builders/bundled-programs.ts'],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    pool: 'forks',
    // Loading the product anew for each file took a quarter of the whole time.
    isolate: false,
    maxWorkers: 2,
    // On a machine with much memory Node collects late: one process after another file grew to three times what it needed.
    execArgv: ['--max-old-space-size=1024'],
  },
});
