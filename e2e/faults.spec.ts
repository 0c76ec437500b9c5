/**
 * Starts that cannot go well, and two at once (R2, F28, F32): whoever cannot go on says why in a sentence. No browser.
 * Power cuts and the rest are in power.spec.ts.
 */

import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { ENGINES, startEngine } from './soak/engines.ts';
import { book, learnTrade, signInAs } from './soak/load.ts';
import { freePort } from './support/free-port.ts';
import { isSentence, runToEnd } from './support/run-to-end.ts';
import { type RunningServer, startServer } from './support/server.ts';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

test('a PostgreSQL that cannot be reached ends the start with a sentence that names it and no password', async () => {
  const nobody = await freePort();
  const dataDir = mkdtempSync(join(tmpdir(), 'truckroll-faults-'));
  const DATABASE_URL = `postgres://truckroll:secret-word@127.0.0.1:${nobody}/truckroll`;
  const { code, said } = await runToEnd({ DATA_DIR: dataDir, DATABASE_URL });
  rmSync(dataDir, { recursive: true });
  expect(code).toBe(1);
  isSentence(said);
  expect(said).toContain(`127.0.0.1:${nobody}`);
  expect(said).not.toContain('secret-word');
});

test('R2 plain http on a name of the local network is refused at the start: browsers would drop the cookie', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'truckroll-faults-'));
  const PUBLIC_ORIGIN = 'http://board.lan:3000';
  const { code, said } = await runToEnd({ DATA_DIR: dataDir, PUBLIC_ORIGIN });
  rmSync(dataDir, { recursive: true });
  expect(code).toBe(1);
  isSentence(said);
  expect(said).toContain('https');
});

const settled = <T>(all: readonly PromiseSettledResult<T>[]) => ({
  up: all.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])),
  failed: all.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : [])),
});

test('F28 of two that start at once on an empty folder one is refused with words; so is a third later, and the first goes on', async () => {
  test.setTimeout(400_000);
  const DATA_DIR = mkdtempSync(join(tmpdir(), 'truckroll-faults-'));
  const servers: RunningServer[] = [];
  try {
    const { up, failed } = settled(
      await Promise.allSettled([1, 2].map(() => startServer({ env: { DATA_DIR, DEMO: 'off' } }))),
    );
    servers.push(...up);
    expect([up.length, failed.length]).toEqual([1, 1]);
    expect(failed[0]).toMatch(/Truckroll cannot go on: Another Truckroll \(pid \d+\) uses/);
    const [server] = up as [RunningServer];
    const { code, said } = await runToEnd({ DATA_DIR });
    expect(code).toBe(1);
    isSentence(said);
    expect(said).toContain(`Another Truckroll (pid ${server.pid()}) uses`);
    const isFresh = async () =>
      (await fetch(`${server.origin}/bff/setup`, { headers: { 'x-csrf': '1' } })).json();
    expect(await isFresh()).toEqual({ needsFirstAdmin: true });
    // Never stolen from the living, taken from the dead.
    await server.kill9();
    await server.restart();
    expect(await isFresh()).toEqual({ needsFirstAdmin: true });
  } finally {
    await Promise.all(servers.map((server) => server.dispose()));
    rmSync(DATA_DIR, { recursive: true, force: true });
  }
});

test('F32 of two that start at once on an empty PostgreSQL the tables and the company are made once, and both serve it in the end', async () => {
  test.skip(!ENGINES.includes('PostgreSQL'), 'no PostgreSQL on this machine');
  test.setTimeout(400_000);
  const engine = await startEngine('PostgreSQL');
  const servers: RunningServer[] = [];
  try {
    const { up, failed } = settled(
      await Promise.allSettled([startServer({ env: engine.env }), startServer({ env: engine.env })]),
    );
    servers.push(...up);
    // Both may load the demo company; whoever is second ends with a sentence and is started again by its supervisor.
    expect(up.length).toBeGreaterThan(0);
    for (const said of failed) {
      expect(said).toContain('Truckroll cannot go on: ');
      servers.push(await startServer({ env: engine.env }));
    }
    const [one, other] = servers as [RunningServer, RunningServer];
    const csr = await signInAs(one.origin, 'csr');
    const { body } = await book(csr, await learnTrade(csr), 'Seen by both');
    const there = await (await signInAs(other.origin, 'csr')).ask(
      'GET',
      `/api/jobs/${body.cards[0]!.job.id}`,
    );
    expect(there.status).toBe(200);
    const counts = await engine.look(one, (database) =>
      database.transaction({ tenantId: 'system', readOnly: true }, (tx) =>
        tx.query(
          `select (select count(*)::int4 from public.truckroll_migrations) as migrations,
             (select count(*)::int4 from office.tenants) as tenants,
             (select count(*)::int4 from office.users) as users,
             (select count(distinct email)::int4 from office.users) as emails`,
        ),
      ),
    );
    const migrations = readdirSync(join(ROOT, 'dist/server/db/migrations')).length;
    expect(counts).toEqual([
      { migrations, tenants: 1, users: counts[0]!.emails, emails: expect.any(Number) },
    ]);
  } finally {
    await Promise.all(servers.map((server) => server.dispose()));
    engine.remove();
  }
});
