import { defineConfig } from 'vitest/config';

/** `unit` needs nothing but the sources; `sites` builds the sites it looks at, once, and opens them in a browser. */
export default defineConfig({
  test: {
    maxWorkers: '100%', // much of the time of a test is waiting: for a browser, for a build
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/{core,fixtures,properties}/**/*.test.ts'],
          testTimeout: 30_000, // they take milliseconds; on a machine that is busy with other things, more
        },
      },
      {
        test: {
          name: 'sites',
          include: ['tests/{site,browser}/**/*.test.ts'],
          globalSetup: ['tests/site/built-sites.ts'],
          testTimeout: 90_000,
          hookTimeout: 180_000,
          expect: { poll: { timeout: 30_000 } }, // as long as Playwright and Puppeteer wait; a busy machine takes its time
        },
      },
    ],
  },
});
