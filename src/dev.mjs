// `npm run dev`: the browser's half from Vite with hot reload on PORT, the server's half as a child process that starts
// anew when one of its sources changes. Vite hands what the server answers on to it, so cookies, origin and event
// stream behave as in production. Two things do not: the content security policy (the page comes from Vite, which
// needs inline styles for hot reload) and the bundling. `npm test` drives the production build.
import { fork } from 'node:child_process';
import { createServer as createNetServer } from 'node:net';
import { join, relative, sep } from 'node:path';
import { createServer, createServerModuleRunner } from 'vite';
import { ROOT } from './setup/paths.mjs';

/** Everything else is the page, its modules and its routes. */
const SERVER_PATHS = '^/(api|bff|day|events|live|ready)(/|\\?|$)';
const SERVER_SOURCES = ['server.ts', 'db', 'backend', 'facades', 'bff', 'contract', 'domain'];
const CHILD = '--server';

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createNetServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** In the child: loads src/server.ts through Vite, so that TypeScript and `#` imports need no build. */
async function runServer() {
  // Should the parent die without a word. Unref'd: the channel alone must not keep a stopped server alive.
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel?.unref();
  const vite = await createServer({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    appType: 'custom',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  await createServerModuleRunner(vite.environments.ssr).import('/src/server.ts');
}

function isServerSource(file) {
  const [top, ...rest] = relative(join(ROOT, 'src'), file).split(sep);
  return SERVER_SOURCES.includes(top) && !/\.(test\.ts|md)$/.test(rest.at(-1) ?? top);
}

/** Keeps one server child alive. `ready()` resolves once the current one answers; the proxy waits for it. */
function superviseServer(port, env) {
  let child = null;
  let answered = Promise.resolve();

  async function untilLive(ofChild) {
    while (ofChild.exitCode === null && ofChild.signalCode === null) {
      const response = await fetch(`http://127.0.0.1:${port}/live`).catch(() => null);
      if (response?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    console.error('The server stopped; it starts again with the next change.');
  }

  function start() {
    child = fork(import.meta.filename, [CHILD], { cwd: ROOT, env: { ...process.env, ...env } });
    answered = untilLive(child);
  }

  async function stop(signal = 'SIGTERM') {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  }

  let restarting = Promise.resolve();
  const restart = () => {
    restarting = restarting.then(stop).then(start);
    answered = restarting.then(() => answered);
  };
  return { start, stop, restart, ready: () => answered };
}

async function main() {
  const port = Number(process.env.PORT ?? 3000);
  const serverPort = await freePort();
  const server = superviseServer(serverPort, {
    PORT: String(serverPort),
    PUBLIC_ORIGIN: process.env.PUBLIC_ORIGIN ?? `http://localhost:${port}`,
  });
  const vite = await createServer({
    root: ROOT,
    server: {
      port,
      strictPort: true,
      host: process.env.HOST ?? '127.0.0.1',
      // The database writes here all the time.
      watch: { ignored: ['data', 'dist', 'test-results'].map((folder) => join(ROOT, folder, '**')) },
      proxy: {
        [SERVER_PATHS]: {
          target: `http://127.0.0.1:${serverPort}`,
          // The server checks Host and Origin against PUBLIC_ORIGIN: they stay the browser's.
          changeOrigin: false,
          // A request made while the server restarts waits instead of failing.
          bypass: async () => {
            await server.ready();
          },
        },
      },
    },
  });

  let pending;
  vite.watcher.on('all', (_event, file) => {
    if (!isServerSource(file)) return;
    clearTimeout(pending);
    pending = setTimeout(() => {
      console.log(`${relative(ROOT, file)} changed: restarting the server`);
      server.restart();
    }, 150);
  });

  server.start();
  await vite.listen();
  console.log(`Truckroll for development: http://localhost:${port}`);

  const end = async (signal) => {
    clearTimeout(pending);
    await Promise.all([server.stop(signal), vite.close()]);
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => end('SIGTERM'));
}

await (process.argv.includes(CHILD) ? runServer() : main());
