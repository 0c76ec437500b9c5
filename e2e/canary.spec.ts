/**
 * No secret leaves by a way nobody thought of (R45): not in what a failing start or a crash says, not in the log of a
 * talkative server, its answers, streams, metrics or tables, not in the bundles. `canary.test.ts` in src/bff goes over
 * every route; this is the real process.
 */

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import type { Database } from '#db/database.ts';
import { leaks } from '#testing/spellings.ts';
import { ENGINES, startEngine } from './soak/engines.ts';
import { book, learnTrade, signInAs } from './soak/load.ts';
import { freePort } from './support/free-port.ts';
import { startServer } from './support/server.ts';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const ENTRY = join(ROOT, 'dist/server/server.js');
const WORD = 'canary+db/5d1c88e0f7';
const TYPED = 'canary typed e07b11 ü';
/** On this signal the process does what no handler foresaw, with the secret in the error. */
const BROKEN_ON_SIGNAL = `data:text/javascript,${encodeURIComponent(`
  const fault = () => Object.assign(new Error('lost ' + process.env.DATABASE_URL), {
    connectionString: process.env.DATABASE_URL, cause: new Error(process.env.DATABASE_URL) });
  process.on('SIGUSR2', () => { Promise.reject(fault()); });
  process.on('SIGWINCH', () => { setImmediate(() => { throw fault(); }); });`)}`;

const filesUnder = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());

async function runToEnd(env: Record<string, string>) {
  const dataDir = mkdtempSync(join(tmpdir(), 'truckroll-canary-'));
  const child: ChildProcess = spawn(process.execPath, ['--enable-source-maps', ENTRY], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH ?? '',
      DEMO: 'off',
      LOG_LEVEL: 'debug',
      DATA_DIR: dataDir,
      PORT: String(await freePort()),
      API_PORT: String(await freePort()),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (text: Buffer) => {
      said += text.toString();
    });
  }
  const [code] = (await once(child, 'close')) as [number | null];
  rmSync(dataDir, { recursive: true });
  return { code, said };
}

test('R45 a start that fails for its database says nothing of the address’s secrets, whatever is wrong with it', async () => {
  const nobody = await freePort();
  const secret = encodeURIComponent(WORD);
  const addresses = [
    `postgres://truckroll:${secret}@127.0.0.1:${nobody}/truckroll`,
    `postgres://truckroll:${secret}@nowhere.invalid/truckroll`,
    `postgres://truckroll:${WORD}@127.0.0.1:${nobody}/truckroll`,
    `postgres://truckroll:${secret}@127.0.0.1:99999/truckroll`,
    `postgres://truckroll:${secret}@`,
    `${WORD}`,
    `mysql://root:${secret}@127.0.0.1:${nobody}/x`,
    `postgres://truckroll@127.0.0.1:${nobody}/truckroll?password=${secret}`,
    `postgres://truckroll:${secret}@127.0.0.1:${nobody}/truckroll?sslmode=require&sslcert=/nowhere.pem`,
  ];
  for (const DATABASE_URL of addresses) {
    const { code, said } = await runToEnd({ DATABASE_URL });
    expect(code, said).toBe(1);
    expect(said.trim(), DATABASE_URL).toMatch(/Truckroll cannot go on: [^\n]+$/);
    expect(leaks(said, [WORD, secret]), said).toEqual([]);
  }
});

test('R45 a running server keeps its secrets to itself, in answers, streams, metrics, log, tables and its last words', async () => {
  test.skip(!ENGINES.includes('PostgreSQL'), 'no PostgreSQL on this machine: PGlite has no secret');
  test.setTimeout(240_000);
  const engine = await startEngine('PostgreSQL');
  const url = new URL(engine.env.DATABASE_URL!);
  // The cluster takes any password; ours is one to look for.
  url.password = WORD;
  const server = await startServer({
    env: {
      DATABASE_URL: url.href,
      LOG_LEVEL: 'debug',
      NODE_OPTIONS: `--import ${BROKEN_ON_SIGNAL}`,
    },
  });
  try {
    const people = await Promise.all(
      (['csr', 'dispatch', 'purchasing', 'accounting', 'admin'] as const).map((user) =>
        signInAs(server.origin, user),
      ),
    );
    const cookies = people.map(({ headers }) => /__Host-sid=([^;]+)/.exec(headers.cookie ?? '')![1]!);
    const token = readdirSync(server.dataDir).includes('local-token')
      ? [readFileSync(join(server.dataDir, 'local-token'), 'utf8').trim().split(/\s/).at(-1)!]
      : [];
    const secrets = [WORD, encodeURIComponent(WORD), url.href, TYPED, 'open-the-board', ...cookies, ...token];

    let received = '';
    const stop = new AbortController();
    const streams = people.map(async (person) => {
      const stream = await person.stream(stop.signal);
      const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
      for (;;) received += (await reader.read()).value ?? '';
    });
    for (const person of people) {
      await person.ask('POST', '/bff/password', { current: TYPED, next: TYPED });
      for (const path of [
        '/bff/user',
        '/bff/sessions',
        '/api/setup',
        '/api/jobs',
        `/api/customers?q=${encodeURIComponent(TYPED)}`,
      ]) {
        received += (await person.ask('GET', path)).text;
      }
    }
    await fetch(`${server.origin}/bff/sign-in`, {
      method: 'POST',
      headers: { origin: server.origin, 'x-csrf': '1', 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'csr@demo.test', password: TYPED }),
    });
    await book(people[0]!, await learnTrade(people[0]!), 'Seen by all');
    await expect.poll(() => received.includes('Seen by all')).toBe(true);
    stop.abort();
    await Promise.allSettled(streams);
    for (const base of [server.origin, server.apiOrigin]) {
      for (const path of ['/metrics', '/ready', '/live', '/', '/theme.js', '/nothing', '/api/openapi.json']) {
        const answer = await fetch(base + path);
        received += JSON.stringify([...answer.headers]) + (await answer.text());
      }
    }
    // While the database is gone, everything tells of it in its own way.
    engine.restart!.down();
    for (const person of people) received += (await person.ask('GET', '/api/jobs')).text;
    received += await (await fetch(`${server.origin}/ready`)).text();
    await engine.restart!.up();
    await expect
      .poll(async () => (await people[0]!.ask('GET', '/api/jobs')).status, { timeout: 30_000 })
      .toBe(200);

    for (const signal of ['SIGUSR2', 'SIGWINCH'] as const) {
      const before = server.logs().length;
      process.kill(server.pid(), signal);
      await expect
        .poll(
          () =>
            fetch(`${server.origin}/live`).then(
              ({ ok }) => ok,
              () => false,
            ),
          { timeout: 20_000 },
        )
        .toBe(false);
      const lastWords = server.logs().slice(before);
      expect(lastWords).toMatch(/unhandledRejection|uncaughtException/);
      if (signal === 'SIGUSR2') await server.restart();
    }
    const tables = await engine.look(server, everyRow);
    expect([received.length > 10_000, tables.length > 10_000, server.logs().length > 1000]).toEqual([
      true,
      true,
      true,
    ]);
    // The demo company's password is printed for its people; nothing else may say it.
    const log = server.logs().replaceAll(/with the password open-the-board/g, '');
    for (const text of [received, log, tables]) expect(leaks(text, secrets)).toEqual([]);
  } finally {
    await server.dispose();
    engine.remove();
  }
});

async function everyRow(database: Database): Promise<string> {
  return database.transaction({ tenantId: 'system', readOnly: true }, async (tx) => {
    const tables = await tx.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname = 'office' or tablename in ('changes', 'history')`,
    );
    const all: string[] = [];
    for (const { name } of tables) {
      all.push(JSON.stringify(await tx.query(`select * from ${name} order by 1 desc limit 5000`)));
    }
    return all.join('\n');
  });
}

test('R45 nothing of the environment it is built in is in a bundle or a source map', async () => {
  test.setTimeout(240_000);
  const folder = mkdtempSync(join(tmpdir(), 'truckroll-bundle-'));
  const names = [
    'DATABASE_URL',
    'ST_APP_KEY',
    'ST_CLIENT_SECRET',
    'VITE_SECRET',
    'DATA_DIR',
    'SESSION_SECRET',
  ];
  const canaries = Object.fromEntries(names.map((name) => [name, `canary-${name}-${WORD}`]));
  // Half as in production, and with maps, which production's browser half has none of.
  const script = `
    import { build } from 'vite';
    const out = (name) => ({ outDir: ${JSON.stringify(folder)} + '/' + name, sourcemap: true, emptyOutDir: true });
    await build({ logLevel: 'silent', build: out('web') });
    await build({ logLevel: 'silent', configFile: false, build: { ...out('server'), ssr: 'src/server.ts', target: 'node20', copyPublicDir: false } });`;
  execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...canaries },
  });
  const built = filesUnder(folder);
  const delivered = filesUnder(join(ROOT, 'dist'));
  expect(built.filter((path) => path.endsWith('.map')).length).toBeGreaterThan(10);
  for (const path of built)
    expect(leaks(readFileSync(path, 'utf8'), Object.values(canaries)), path).toEqual([]);
  // What was built before, on this machine: no home folder, no name of it.
  expect(delivered.some((path) => path.startsWith(join(ROOT, 'dist/web')) && path.endsWith('.map'))).toBe(
    false,
  );
  for (const path of delivered.filter((name) => /\.(js|mjs|css|html|map)$/.test(name))) {
    expect(leaks(readFileSync(path, 'utf8'), [`${ROOT}/src/`, `${ROOT}/node_modules/`]), path).toEqual([]);
  }
  rmSync(folder, { recursive: true });
});
