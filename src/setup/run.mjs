import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { ROOT } from './paths.mjs';

/** The signal that asked this process to end; a chain of steps stops when it is set. */
let stoppedBy = null;
const running = new Set();

function stop(signal) {
  if (stoppedBy) return;
  stoppedBy = signal;
  for (const child of running) child.kill(signal);
}

for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal));
process.on('SIGINT', () => {
  // A terminal's Ctrl-C reaches the whole process group already; a second one would mean "at once" to a server.
  if (process.stdin.isTTY) stoppedBy ??= 'SIGINT';
  else stop('SIGINT');
});

// npm hands SIGTERM to its `sh -c`, which dies without telling us: the server would go on unseen, holding its port and
// the database folder. Losing that parent is the signal. Started without npm (nohup …), it is none.
if (process.env.npm_lifecycle_event) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid !== parent) stop('SIGTERM');
  }, 500);
  watch.unref();
}

/** @returns true after Ctrl-C or a request to end. */
export const isStopped = () => stoppedBy !== null;

/**
 * Runs a program to its end, in the repository's root. Signals are handed on; a child ended by a signal counts as 128 + n.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, quiet?: boolean, shell?: boolean }} [options]
 *   env: added to this process's own. quiet: collect the output instead of showing it.
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, { env = {}, quiet = false, shell = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      shell,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    running.add(child);
    let output = '';
    const collect = (chunk) => {
      output += chunk;
    };
    child.stdout?.setEncoding('utf8').on('data', collect);
    child.stderr?.setEncoding('utf8').on('data', collect);
    child.on('error', (error) => {
      running.delete(child);
      reject(error);
    });
    child.on('close', (code, signal) => {
      running.delete(child);
      resolve({ code: code ?? 128 + (constants.signals[signal] ?? 0), output });
    });
  });
}

/** Runs a JavaScript file with this Node: `npx` would start a second npm and print its warnings. */
export const runNode = (args, options) => run(process.execPath, args, options);
