import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { freePort } from './free-port.ts';

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const ENTRY = join(ROOT, 'dist/server/server.js');
const SHIFT_CLOCK = pathToFileURL(join(ROOT, 'e2e/support/shift-clock.mjs')).href;
/** A new database and the demo company take a while on a busy two-core machine. */
const READY_WITHIN_MS = 180_000;
const STOPPED_WITHIN_MS = 20_000;
/** What a developer's shell may hold and a test must not inherit. */
const NEVER_INHERITED =
  /^(DATABASE_URL|DATA_DIR|DEMO|HOST|PORT|API_PORT|PUBLIC_ORIGIN|UPSTREAM|NODE_OPTIONS|ST_|OIDC_|SMTP_|MAIL_|FILES_)/;

export type ServerOptions = {
  /** Added to the defaults: free ports, a DATA_DIR of its own, DEMO=on. */
  readonly env?: Readonly<Record<string, string>>;
  /** Also write what the server prints to this file. */
  readonly logFile?: string;
};

export type RunningServer = {
  /** Where the browser goes, e.g. `http://localhost:40123`. */
  readonly origin: string;
  /** Where other programs go (the facades). */
  readonly apiOrigin: string;
  readonly dataDir: string;
  /** Of the process that runs now; 0 when none does. */
  pid(): number;
  /** All it printed so far, over restarts: for "this secret is never logged". */
  logs(): string;
  /** Power cut: SIGKILL, then waits for the process to be gone. The data stays. */
  kill9(): Promise<void>;
  /** SIGTERM and a clean end. @returns its exit code @throws when it does not end in time */
  stop(): Promise<number | null>;
  /** Stops it if need be and starts it with the same data, ports and environment, plus `env`. */
  restart(env?: Readonly<Record<string, string>>): Promise<void>;
  /** Kills it if need be and deletes its data. */
  dispose(): Promise<void>;
};

function inherited(): Record<string, string> {
  const entries = Object.entries(process.env).filter(([name]) => !NEVER_INHERITED.test(name));
  return Object.fromEntries(entries) as Record<string, string>;
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

/**
 * Starts the production build (dist/server) on free ports with its own data and waits until it is ready.
 * @throws with the end of its log when it ends or is not ready in time
 */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const [port, apiPort] = [await freePort(), await freePort()];
  const dataDir = await mkdtemp(join(tmpdir(), 'truckroll-e2e-'));
  const origin = `http://localhost:${port}`;
  const log = options.logFile ? createWriteStream(options.logFile) : null;
  let env: Record<string, string> = {
    ...inherited(),
    PORT: String(port),
    API_PORT: String(apiPort),
    DATA_DIR: dataDir,
    PUBLIC_ORIGIN: origin,
    DEMO: 'on',
    ...options.env,
  };
  // Loaded once for all of a run (global-setup.ts): half a minute of a core each.
  const loaded = process.env.E2E_DEMO_DATA;
  const isUsual = !['DEMO', 'DEMO_SIZE', 'DATA_DIR', 'DATABASE_URL'].some((name) => options.env?.[name]);
  if (loaded && isUsual) await cp(loaded, dataDir, { recursive: true });
  let printed = '';
  let child: ChildProcess | null = null;

  async function start(): Promise<void> {
    const started = spawn(process.execPath, ['--enable-source-maps', '--import', SHIFT_CLOCK, ENTRY], {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = started;
    for (const stream of [started.stdout, started.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
        log?.write(text);
      });
    }
    const deadline = performance.now() + READY_WITHIN_MS;
    while (!(await isReady())) {
      if (hasEnded(started)) throw new Error(`The server ended (${started.exitCode}):\n${tail()}`);
      if (performance.now() > deadline) {
        started.kill('SIGKILL');
        throw new Error(`The server was not ready within ${READY_WITHIN_MS / 1000} s:\n${tail()}`);
      }
      await sleep(100);
    }
  }

  const isReady = () =>
    fetch(`${origin}/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  const tail = () => printed.slice(-4000);

  async function end(signal: NodeJS.Signals): Promise<number | null> {
    if (!child || hasEnded(child)) return child?.exitCode ?? null;
    const ended = once(child, 'close');
    child.kill(signal);
    const gaveUp = new AbortController();
    const late = sleep(STOPPED_WITHIN_MS, 'late', { signal: gaveUp.signal }).catch(() => 'ended');
    const first = await Promise.race([ended.then(() => 'ended'), late]);
    gaveUp.abort();
    if (first === 'late') {
      child.kill('SIGKILL');
      throw new Error(`The server did not end within ${STOPPED_WITHIN_MS / 1000} s of ${signal}:\n${tail()}`);
    }
    return child.exitCode;
  }

  const server: RunningServer = {
    origin,
    apiOrigin: `http://127.0.0.1:${apiPort}`,
    dataDir,
    pid: () => child?.pid ?? 0,
    logs: () => printed,
    kill9: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
    restart: async (more = {}) => {
      await end('SIGTERM');
      env = { ...env, ...more };
      await start();
    },
    dispose: async () => {
      await end('SIGKILL');
      log?.end();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  try {
    await start();
  } catch (error) {
    await server.dispose();
    throw error;
  }
  return server;
}
