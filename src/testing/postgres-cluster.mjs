// A private PostgreSQL for tests: its own folder in memory or on disk (memory-folder.mjs), its own loopback port, gone at
// the end. Plain JavaScript: setup.mjs uses it before anything is built. By itself: `node src/testing/postgres-cluster.mjs`
// prints the URL and runs until it is interrupted; with `-- COMMAND …` it runs the command with TEST_DATABASE_URL set.

import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { throwawayFolder } from './memory-folder.mjs';

/** @typedef {{ url: string, folder: string, stop(): void, stopServer(): void, startServer(): Promise<void> }} Cluster */

/** Folder of `initdb` and `postgres`: Debian's newest (it keeps them off the PATH), else the PATH's, else null. */
export function findPostgres() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  return (
    folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'))) ??
    null
  );
}

/** PostgreSQL refuses to run as root: uid and gid of somebody else, or {} when we already are somebody else. */
function unprivileged() {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }));
    if (uid.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  }
  throw new Error('PostgreSQL does not run as root and there is neither a user postgres nor nobody');
}

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/**
 * Throws when PostgreSQL is not installed (ask `findPostgres()` first) or does not start.
 * @param {{ settings?: Record<string, string> }} [options]
 * @returns {Promise<Cluster>}
 */
export async function startCluster({ settings = {} } = {}) {
  const bin = findPostgres();
  if (!bin) throw new Error('PostgreSQL is not installed');
  const user = unprivileged();
  const folder = mkdtempSync(join(throwawayFolder(), 'truckroll-postgres-'));
  const data = join(folder, 'data');
  chmodSync(folder, 0o700);
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  let server = null;
  let watcher = null;

  const stopServer = () => {
    // Immediate: nothing here outlives the tests. The postmaster ends its children.
    if (server?.exitCode === null && server.signalCode === null) server.kill('SIGQUIT');
    server = null;
    watcher?.kill('SIGKILL');
    watcher = null;
  };
  const stop = () => {
    process.off('exit', stop);
    for (const signal of ENDING) process.off(signal, stopAndEnd);
    const running = server;
    stopServer();
    if (running) waitUntilGone(running.pid);
    rmSync(folder, { recursive: true, force: true });
  };
  const stopAndEnd = (signal) => {
    stop();
    process.kill(process.pid, signal);
  };
  process.once('exit', stop);
  for (const signal of ENDING) process.once(signal, stopAndEnd);

  try {
    const made = spawnSync(
      join(bin, 'initdb'),
      [
        '-D',
        data,
        '-U',
        'truckroll',
        '--auth=trust',
        '--encoding=UTF8',
        '--locale=C',
        '--no-sync',
        '--no-instructions',
      ],
      { ...user, cwd: folder, encoding: 'utf8' },
    );
    if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr || made.error?.message}`);
    const port = await freePort();
    const all = {
      port,
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      shared_buffers: '64MB',
      max_connections: 100,
      max_wal_size: '128MB',
      logging_collector: 'off',
      log_min_messages: 'panic',
      ...settings,
    };
    // While a server is down, any connection that goes out of this machine may be given its port for a moment.
    const startServer = async () => {
      for (let tries = 1; !(await startedServer()); tries++) {
        if (tries === 20) throw new Error(`PostgreSQL ended at once, ${tries} times: is port ${port} taken?`);
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
    };
    /** False: it ended at once. */
    const startedServer = async () => {
      const started = spawn(
        join(bin, 'postgres'),
        ['-D', data, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
        { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] },
      );
      server = started;
      watcher = watch(started.pid, folder);
      for (let attempt = 0; attempt < 200; attempt++) {
        if (started.exitCode !== null) return false;
        const { status } = spawnSync(join(bin, 'pg_isready'), [
          '-q',
          '-h',
          '127.0.0.1',
          '-p',
          port,
          '-U',
          'truckroll',
          '-d',
          'postgres',
        ]);
        if (status === 0) return true;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error('PostgreSQL did not become ready in 10 s');
    };
    await startServer();
    return { url: `postgres://truckroll@127.0.0.1:${port}/postgres`, folder, stop, stopServer, startServer };
  } catch (error) {
    stop();
    throw error;
  }
}

/** Ends the server even when we are killed with -9: our end of its input closes then. */
function watch(pid, folder) {
  const script = 'read _; kill -QUIT "$1"; sleep 1; rm -rf "$2"';
  const watcher = spawn('sh', ['-c', script, 'sh', String(pid), folder], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true, // not ended by a Ctrl-C meant for us
  });
  watcher.unref();
  watcher.stdin.unref();
  return watcher;
}

const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Synchronous, since it runs in an exit handler: up to 5 s for the postmaster to end its children. */
function waitUntilGone(pid) {
  const nap = new Int32Array(new SharedArrayBuffer(4));
  for (let i = 0; i < 100; i++) {
    // A zombie until we return to the event loop counts as gone: /proc says so, elsewhere ps does.
    const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
    if (stdout !== null && (stdout.trim() === '' || stdout.trim().startsWith('Z'))) return;
    Atomics.wait(nap, 0, 0, 50);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const cluster = await startCluster();
  const [, , dashes, command, ...args] = process.argv;
  if (dashes === '--' && command) {
    const child = spawn(command, args, {
      stdio: 'inherit',
      env: { ...process.env, TEST_DATABASE_URL: cluster.url },
    });
    child.on('exit', (code) => {
      cluster.stop();
      process.exit(code ?? 1);
    });
  } else {
    console.log(cluster.url);
    setInterval(() => {}, 1 << 30);
  }
}
