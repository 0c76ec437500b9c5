// Bundles a TypeScript file of `programs/` as production is bundled, with PGlite's worker and the migrations beside it, so that plain
// node runs it: `node src/testing/build-program.mjs NAME ARG …` builds and runs it.

import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const from = (path) => fileURLToPath(new URL(path, import.meta.url));

/**
 * @param {string} name
 * @returns {Promise<{ file: string, remove(): void }>}
 */
export async function buildProgram(name) {
  // Inside the project, where the packages are found.
  const cache = from('../../node_modules/.cache/truckroll/');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'program-'));
  await build({
    configFile: false,
    logLevel: 'silent',
    build: { ssr: from(`./programs/${name}.ts`), outDir: folder, minify: false, copyPublicDir: false },
  });
  copyFileSync(from('../db/pglite-worker.mjs'), join(folder, 'pglite-worker.mjs'));
  cpSync(from('../db/migrations'), join(folder, 'migrations'), { recursive: true });
  return {
    file: join(folder, `${name}.js`),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [, , name, ...args] = process.argv;
  const { file, remove } = await buildProgram(name);
  try {
    process.exitCode = spawnSync(process.execPath, [file, ...args], { stdio: 'inherit' }).status ?? 1;
  } finally {
    remove();
  }
}
