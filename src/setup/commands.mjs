import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { alone } from './lock.mjs';
import { ROOT } from './paths.mjs';
import { isStopped, runNode } from './run.mjs';
import { check, soakTests, test } from './suites.mjs';

const prepare = () =>
  alone(async () => {
    await install();
    await build();
  });

/** A fault in the log names the line of the source, not of the built file. */
const SERVER_FLAGS = ['--enable-source-maps'];

async function cli(name, args) {
  await prepare();
  return (await runNode([...SERVER_FLAGS, 'dist/server/cli.js', name, ...args])).code;
}

/** The measurements and long tests are files: e2e/bench/NAME.mjs, e2e/soak/NAME.mjs. */
function namesIn(folder) {
  const path = join(ROOT, folder);
  const files = existsSync(path) ? readdirSync(path) : [];
  return files.filter((file) => file.endsWith('.mjs')).map((file) => file.slice(0, -'.mjs'.length));
}

async function bench([name, ...args]) {
  const names = namesIn('e2e/bench');
  if (!names.includes(name)) {
    console.error(`npm run bench -- NAME, one of: ${names.join(', ') || 'none yet'}`);
    return 2;
  }
  await prepare();
  return (await runNode([`e2e/bench/${name}.mjs`, ...args])).code;
}

async function soak([name, ...args]) {
  const names = namesIn('e2e/soak');
  if (!name) {
    console.error(
      `npm run soak -- NAME [--seed N] [--count N]; NAME is one of: ${names.join(', ') || '(none yet)'}, or part of a test file's path`,
    );
    return 2;
  }
  if (names.includes(name)) {
    await prepare();
    return (await runNode([`e2e/soak/${name}.mjs`, ...args])).code;
  }
  await alone(install);
  return soakTests(name, args);
}

const commands = {
  async start() {
    await prepare();
    return (await runNode([...SERVER_FLAGS, 'dist/server/server.js'])).code;
  },
  async dev(args) {
    await alone(install);
    return (await runNode(['src/dev.mjs', ...args])).code;
  },
  async build() {
    await prepare();
    return 0;
  },
  async test(args) {
    await alone(install);
    return test(args, () => alone(build));
  },
  async check() {
    await alone(install);
    return check();
  },
  bench,
  soak,
  import: (args) => cli('import', args),
  backup: (args) => cli('backup', args),
  restore: (args) => cli('restore', args),
  tenant: (args) => cli('tenant', args),
  verify: (args) => cli('verify', args),
};

/** @param {readonly string[]} argv command and its arguments, as npm passes them on */
export async function main([name = '', ...args]) {
  if (!Object.hasOwn(commands, name)) {
    console.error(`node src/setup.mjs COMMAND, one of: ${Object.keys(commands).join(', ')}`);
    process.exitCode = 2;
    return;
  }
  try {
    process.exitCode = await commands[name](args);
  } catch (error) {
    if (!isStopped()) console.error(error.message);
    process.exitCode = 1;
  }
}
