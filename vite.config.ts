import { cpSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, type UserConfig } from 'vite';

const root = dirname(fileURLToPath(import.meta.url));

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
      autoCodeSplitting: true,
    }),
    react(),
    tailwindcss(),
  ],
  build: {
    outDir: 'dist/web',
    target: 'baseline-widely-available',
    // The content security policy has font-src 'self' and no inline anything: every asset stays a file.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // A map next to the bundle would be served with it.
    sourcemap: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'framework',
              test: /node_modules[\\/](react|react-dom|scheduler|@tanstack[\\/](history|query-core|react-query|react-router|react-store|router-core|store))[\\/]/,
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
