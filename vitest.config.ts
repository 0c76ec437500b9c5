import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { throwawayFolder } from './src/testing/memory-folder.mjs';

// Before any worker starts: a zone with daylight saving, far from UTC, so that a day taken from the wrong clock shows.
process.env.TZ = 'America/Los_Angeles';
process.env.TMPDIR = throwawayFolder();

const SETUP = 'src/testing/vitest-setup.ts';

/**
 * Three projects, so that a helper can run one part: `npx vitest run --project unit`.
 * unit: rules and wire shapes, no I/O. integration: database, server, files. web: components in jsdom.
 */
export default defineConfig({
  test: {
    // PGlite takes up to 800 MB and this has to run on two cores beside a database cluster.
    maxWorkers: 2,
    passWithNoTests: true,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/{domain,contract,web}/**/*.test.ts'],
          setupFiles: [SETUP],
          isolate: false,
          // Thousands of random cases beside another suite on two cores: seconds. A test that hangs is still found.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: [
            'src/*.test.ts',
            'src/{db,backend,facades,bff,start,testing}/**/*.test.ts',
            'e2e/support/*.test.ts',
          ],
          setupFiles: [SETUP, 'src/testing/vitest-setup-integration.ts'],
          // A process and all of its imports for each file were a fifth of the suite. What a file leaves in a module
          // stays for the next one of its worker, as within `unit`.
          isolate: false,
          // Databases and processes start and die in these; on a busy machine that takes its time. A test that hangs is
          // still found.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'web',
          environment: 'jsdom',
          include: ['src/web/**/*.test.tsx'],
          setupFiles: [SETUP, 'src/testing/vitest-setup-web.ts'],
          testTimeout: 60_000,
        },
      },
    ],
  },
});
