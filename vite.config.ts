import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import tailwindcss from '@tailwindcss/vite';
import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, runnerImport, type UserConfig } from 'vite';
import type { Route } from './src/contract/endpoint.ts';
import { packedLaterRoutes, packedRoutes } from './src/contract/packed-routes.ts';

const root = dirname(fileURLToPath(import.meta.url));

/** The browser's endpoint table has what a browser asks of it, packed (src/contract/packed-routes.ts). */
function packEndpointTable(): Plugin {
  const table = join(root, 'src/contract/routes.ts');
  return {
    name: 'pack-endpoint-table',
    enforce: 'pre',
    apply: 'build',
    transform: {
      filter: { id: /src[\\/]contract[\\/](later-)?routes\.ts$/ },
      handler: async (_, id) => {
        const { module } = await runnerImport<{ routes: Record<string, Route> }>(table, {
          configFile: false,
        });
        const pack = id.endsWith('later-routes.ts') ? packedLaterRoutes : packedRoutes;
        return { code: pack(module.routes), map: null };
      },
    },
  };
}

/** Beside each text of some size the same as Brotli and gzip, which the BFF sends to whoever takes it. */
function compressedToo(): Plugin {
  return {
    name: 'compressed-too',
    apply: 'build',
    writeBundle({ dir }) {
      if (!dir) return;
      for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
        if (!/\.(m?js|css|html|svg)$/.test(name)) continue;
        const text = readFileSync(join(dir, name));
        if (text.length < 1_000) continue;
        writeFileSync(join(dir, `${name}.br`), brotliCompressSync(text));
        writeFileSync(join(dir, `${name}.gz`), gzipSync(text, { level: 9 }));
      }
    },
  };
}

/** All but booking, the board, and what a call asks for: customers, jobs, visits. */
const NOW_AND_THEN =
  /settings|merge|timesheets|projects|vendors|skus|purchase-orders|bills|payables|invoices|payments|receivables|statements|postings|replenishment|vendor-returns|imports|messages/;

/** The browser's half: `vite build` → dist/web, `vite` for development (started by src/dev.mjs). */
const web: UserConfig = {
  plugins: [
    tanstackRouter({
      target: 'react',
      routesDirectory: 'src/web/routes',
      generatedRouteTree: 'src/web/route-tree.gen.ts',
      routeFileIgnorePattern: '\\.test\\.tsx?$',
      quoteStyle: 'single',
      semicolons: true,
      disableLogging: true,
      // One chunk per screen: the board's first load must not carry the invoice editor.
      // What a screen asks for before it stands is read with it, beside its component and at the same time.
      autoCodeSplitting: true,
      codeSplittingOptions: {
        defaultBehavior: [['component'], ['loader'], ['errorComponent'], ['notFoundComponent']],
      },
    }),
    packEndpointTable(),
    react(),
    tailwindcss(),
    compressedToo(),
  ],
  build: {
    outDir: 'dist/web',
    target: 'baseline-widely-available',
    // The content security policy has font-src 'self' and no inline anything: every asset stays a file.
    assetsInlineLimit: 0,
    // What a page imports is named in the shell so that it is read at once with the page. Of pages opened now and then it is
    // found by the browser itself, one step later: their names would be 1.3 kB of the board's first load.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (file, deps) => (NOW_AND_THEN.test(file) ? [] : deps),
    },
    // The library of the map is one file of 1,100 kB, read only when somebody opens a map; nothing of it can wait longer.
    // No other file may come near: e2e/board-weight.spec.ts holds them to the 500 kB Vite would warn at.
    chunkSizeWarningLimit: 1_200,
    // A map next to the bundle would be served with it.
    sourcemap: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              // Without what only lists and forms ask for: pages that wait, guards against leaving.
              name: 'framework',
              test: (id: string) =>
                /node_modules[\\/](react|react-dom|scheduler|@tanstack[\\/](history|query-core|react-query|react-router|react-store|router-core|store))[\\/]/.test(
                  id,
                ) &&
                !/[\\/](useBlocker|(use|useSuspense)?(Infinite|infinite)Query\w*|queriesObserver|use(Suspense)?Queries)\.m?js$/.test(
                  id,
                ),
            },
            {
              // What stands around every page. In one file it is a sixth lighter than in thirty (weight: e2e/board-weight.spec.ts).
              name: 'office',
              test: /src[\\/]web[\\/](routes[\\/]_office\.tsx\?tsr-split=(component|loader)|ui[\\/]toast-host\.)/,
            },
            {
              // What the board, the drawer of a visit and the job page share of a visit.
              name: 'visits',
              test: /src[\\/]web[\\/](parts[\\/](appointment-drawer[\\/](use-visit-commands|offers|domain-card)\.|status-badges)|data[\\/](board|jobs|capacity)\.)/,
            },
            {
              // The small controls nearly every page has.
              name: 'controls',
              test: /src[\\/]web[\\/]ui[\\/](chip|field|text-field|split-pane|tabs|kbd|time-text|use-printing)\./,
            },
            {
              // Small hooks that nearly every control shares: left alone, one of them drags the whole select along.
              name: 'base-ui',
              test: /node_modules[\\/]@base-ui[\\/]utils[\\/]/,
            },
          ],
        },
      },
    },
  },
};

const COMPILED = new Set(['.ts', '.tsx', '.md']);
const NOT_THE_SERVERS = ['web', 'testing', 'setup', 'setup.mjs', 'dev.mjs'].map((name) =>
  join(root, 'src', name),
);

/**
 * Migrations, worker scripts and seed data are found by `new URL('./x', import.meta.url)`. dist/server mirrors src/, so
 * they are copied to the same place beside the module that asks for them.
 */
function copyFilesReadAtRunTime(): Plugin {
  return {
    name: 'copy-files-read-at-run-time',
    apply: 'build',
    closeBundle() {
      cpSync(join(root, 'src'), join(root, 'dist/server'), {
        recursive: true,
        filter: (source) => !COMPILED.has(extname(source)) && !NOT_THE_SERVERS.includes(source),
      });
    },
  };
}

/** The server's half: `vite build --ssr` → dist/server, one file per source file, node_modules left outside. */
const server: UserConfig = {
  plugins: [copyFilesReadAtRunTime()],
  build: {
    ssr: true,
    outDir: 'dist/server',
    target: 'node20',
    copyPublicDir: false,
    minify: false,
    // Run with --enable-source-maps, so that a fault in the log names the line of the source.
    sourcemap: true,
    rolldownOptions: {
      input: { server: 'src/server.ts', cli: 'src/cli.ts' },
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
    },
  },
};

export default defineConfig(({ isSsrBuild }) => (isSsrBuild ? server : web));
