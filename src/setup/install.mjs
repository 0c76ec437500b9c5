import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';
import { run } from './run.mjs';

/** `@biomejs/cli-linux-x64` and the like: npm installs those of this machine only. */
const isForAnotherMachine = (entry) => entry.optional === true;

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * npm writes node_modules/.package-lock.json as its last step, so comparing it with package-lock.json notices a changed
 * lockfile, a broken-off installation and one made by hand, without a stamp of our own that could lie.
 */
function isInstalled() {
  const wanted = readPackages(join(ROOT, 'package-lock.json'));
  const present = readPackages(join(ROOT, 'node_modules/.package-lock.json'));
  if (!present) return false;
  if (!wanted) return true;
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || isForAnotherMachine(entry) || present[path]?.version === entry.version,
  );
}

/** Installs the packages when the lockfile asks for others than are there. Install scripts never run (R64). */
export async function install() {
  if (isInstalled()) return;
  const command = existsSync(join(ROOT, 'package-lock.json')) ? 'ci' : 'install';
  console.log(`Installing packages (npm ${command}) …`);
  const args = [command, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const { code } = npm?.endsWith('.js')
    ? await run(process.execPath, [npm, ...args])
    : await run('npm', args, { shell: process.platform === 'win32' });
  if (code !== 0) {
    throw new Error(
      `npm ${command} failed. The packages come from the npm registry: is it reachable from here?`,
    );
  }
}
