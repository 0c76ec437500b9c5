// `npm run bench -- server`: what the API takes on the demo company, on PGlite and, with DATABASE_URL, on PostgreSQL.
// Prints medians and p95 over 100 requests each, one at a time; `floor` is the same server's cheapest answer (/bff/user).
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ENTRY = fileURLToPath(new URL('../../dist/server/server.js', import.meta.url));
const REQUESTS = 100;

const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

const percentile = (sorted, share) =>
  sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];
const residentMb = (pid) =>
  Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024);
const peakMb = (pid) =>
  Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024);

async function main() {
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
  };
  const begun = performance.now();
  const server = spawn(process.execPath, [ENTRY], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  try {
    while (
      !(await fetch(`${origin}/ready`).then(
        (answer) => answer.ok,
        () => false,
      ))
    ) {
      if (server.exitCode !== null) throw new Error('The server ended');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    console.log(
      `engine ${env.DATABASE_URL ? 'PostgreSQL' : 'PGlite'}; first start with the demo company ${((performance.now() - begun) / 1000).toFixed(1)} s, resident ${residentMb(server.pid)} MB, peak ${peakMb(server.pid)} MB`,
    );
    await measure(origin);
    console.log(`resident after the measurement ${residentMb(server.pid)} MB`);
  } finally {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measure(origin) {
  const headers = {
    'X-CSRF': '1',
    Origin: origin,
    'Sec-Fetch-Site': 'same-origin',
    'Content-Type': 'application/json',
  };
  const signIn = await fetch(`${origin}/bff/sign-in`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ email: 'dispatch@demo.test', password: 'open-the-board' }),
  });
  headers.Cookie = signIn.headers.get('set-cookie').split(';')[0];
  const call = async (method, path, body, key) => {
    const answer = await fetch(origin + path, {
      method,
      headers: { ...headers, ...(key ? { 'Idempotency-Key': key } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const json = await answer.json();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${JSON.stringify(json)}`);
    return json;
  };
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }).format();
  const board = await call('GET', `/api/board?day=${today}`);
  const job = board.appointments.find((one) => one.status === 'Scheduled' && one.assignments.length === 1);
  let version = job.version;
  const start = Date.parse(job.start);
  let minute = 0;
  const rows = {
    'floor /bff/user': () => call('GET', '/bff/user'),
    [`board day, ${board.appointments.length} appointments`]: () => call('GET', `/api/board?day=${today}`),
    'customer search, name': () => call('GET', '/api/customers?q=lopez'),
    'customer search, phone': () => call('GET', '/api/customers?q=617%20555'),
    'jobs, first page': () => call('GET', '/api/jobs'),
    'job card': () => call('GET', `/api/jobs/${job.jobId}`),
    'move (window of one appointment)': async () => {
      minute = (minute + 1) % 30;
      const windowStart = new Date(start - 3_600_000 + minute * 60_000).toISOString();
      const windowEnd = new Date(start + 3_600_000 + minute * 60_000).toISOString();
      const expected = [{ kind: 'appointment', id: job.id, version }];
      const written = await call(
        'POST',
        `/api/appointments/${job.id}/reschedule`,
        { expected, windowStart, windowEnd },
        crypto.randomUUID(),
      );
      version = written.cards[0].appointments.find((one) => one.id === job.id).version;
    },
  };
  console.log(`${'request'.padEnd(44)}  p50 ms  p95 ms  × floor`);
  let floor = null;
  for (const [name, ask] of Object.entries(rows)) {
    for (let index = 0; index < 10; index += 1) await ask();
    const times = [];
    for (let index = 0; index < REQUESTS; index += 1) {
      const from = performance.now();
      await ask();
      times.push(performance.now() - from);
    }
    times.sort((a, b) => a - b);
    const p50 = percentile(times, 0.5);
    floor ??= p50;
    console.log(
      `${name.padEnd(44)}  ${p50.toFixed(1).padStart(6)}  ${percentile(times, 0.95).toFixed(1).padStart(6)}  ${(p50 / floor).toFixed(1).padStart(7)}`,
    );
  }
}

await main();
