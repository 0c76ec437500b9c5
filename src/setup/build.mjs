import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DIST, ROOT } from './paths.mjs';
import { isStopped, runNode } from './run.mjs';

const SOURCES = [
  'src',
  'public',
  'index.html',
  'vite.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];
const OUTPUTS = [
  'web/index.html',
  'server/server.js',
  'server/cli.js',
  'server/db/pglite-template/PG_VERSION',
];
const STAMP = join(DIST, '.sources');
const VITE = 'node_modules/vite/bin/vite.js';

const isOutsideTheBuild = (path) =>
  /\.test\.tsx?$|\.md$/.test(path) || /^src\/(testing|setup)(\/|$)/.test(path);

function filesUnder(path) {
  if (isOutsideTheBuild(path) || !existsSync(join(ROOT, path))) return [];
  if (!statSync(join(ROOT, path)).isDirectory()) return [path];
  return readdirSync(join(ROOT, path))
    .sort()
    .flatMap((name) => filesUnder(`${path}/${name}`));
}

/** Contents, not times: a clone, a branch switch and back, or a touched file must not decide. */
function hashOfSources() {
  const hash = createHash('sha256').update(process.versions.modules);
  for (const path of SOURCES.flatMap(filesUnder)) {
    hash.update(`\0${path}\0`).update(readFileSync(join(ROOT, path)));
  }
  return hash.digest('hex');
}

function isBuilt() {
  return (
    OUTPUTS.every((path) => existsSync(join(DIST, path))) &&
    existsSync(STAMP) &&
    readFileSync(STAMP, 'utf8') === hashOfSources()
  );
}

/** @returns whether the last build succeeded, be it of these sources or of older ones */
export const hasBuild = () => existsSync(STAMP);

/** Builds browser and server side when the sources changed. @throws with the tools' output when one of them fails */
export async function build() {
  if (isBuilt()) return;
  const started = performance.now();
  console.log('Building …');
  mkdirSync(DIST, { recursive: true });
  rmSync(STAMP, { force: true });
  const production = { quiet: true, env: { NODE_ENV: 'production' } };
  const results = await Promise.all([
    runNode([VITE, 'build', '--logLevel', 'warn'], production),
    runNode([VITE, 'build', '--ssr', '--logLevel', 'warn'], production).then((built) =>
      built.code === 0 ? runNode(['src/setup/template.mjs'], production) : built,
    ),
  ]);
  const output = results
    .map((result) => result.output.trim())
    .filter(Boolean)
    .join('\n');
  if (results.some(({ code }) => code !== 0))
    throw new Error(isStopped() ? 'stopped' : `The build failed.\n${output}`);
  if (output) console.log(output);
  // After the build: it also writes src/web/route-tree.gen.ts.
  writeFileSync(STAMP, hashOfSources());
  console.log(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}
