// A server of its own with the demo company, from the build, on a folder that goes with it; for the measurements.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ENTRY = fileURLToPath(new URL('../../dist/server/server.js', import.meta.url));
const PASSWORD = 'open-the-board';

const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

/** @param {(origin: string, pid: number) => Promise<void>} work @param {{ size?: 'normal' | 'large' }} options */
export async function withDemoServer(work, { size = 'normal' } = {}) {
  const [port, apiPort] = [await freePort(), await freePort()];
  const dataDir = mkdtempSync(join(tmpdir(), 'truckroll-bench-'));
  const origin = `http://localhost:${port}`;
  const env = {
    ...process.env,
    PORT: String(port),
    API_PORT: String(apiPort),
    DATA_DIR: dataDir,
    PUBLIC_ORIGIN: origin,
    DEMO: 'on',
    DEMO_SIZE: size,
  };
  const server = spawn(process.execPath, [ENTRY], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  try {
    const isReady = () =>
      fetch(`${origin}/ready`).then(
        (answer) => answer.ok,
        () => false,
      );
    while (!(await isReady())) {
      if (server.exitCode !== null) throw new Error('The server ended');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await work(origin, server.pid);
  } finally {
    server.kill('SIGTERM');
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/**
 * Calls of the API as somebody of the demo: `call(method, path, body?)` answers the JSON, `call.open(path, headers, signal)`
 * the answer as it comes.
 */
export async function signedIn(origin, email) {
  const headers = {
    'X-CSRF': '1',
    Origin: origin,
    'Sec-Fetch-Site': 'same-origin',
    'Content-Type': 'application/json',
  };
  const post = { method: 'POST', headers, body: JSON.stringify({ email, password: PASSWORD }) };
  const answer = await fetch(`${origin}/bff/sign-in`, post);
  if (!answer.ok) throw new Error(`Signing in as ${email}: ${answer.status}`);
  headers.Cookie = answer.headers.get('set-cookie').split(';')[0];
  const call = async (method, path, body) => {
    const reply = await fetch(origin + path, {
      method,
      headers: { ...headers, ...(method === 'GET' ? {} : { 'Idempotency-Key': crypto.randomUUID() }) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const json = await reply.json();
    if (!reply.ok) throw new Error(`${path}: ${reply.status} ${JSON.stringify(json)}`);
    return json;
  };
  const open = (path, more, signal) => fetch(origin + path, { headers: { ...headers, ...more }, signal });
  return Object.assign(call, { open });
}

/** What a process has computed so far, in ms of a core: says what the wall clock cannot on a busy machine. Linux only. */
export function computed(pid) {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return Number.NaN;
  const fields = readFileSync(file, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
