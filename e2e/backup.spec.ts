/**
 * `npm run backup` beside the serving program and `npm run restore` into another folder, as an operator does them: the
 * commands themselves, over the token file. No browser: the API speaks for itself.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { book, learnTrade, signInAs } from './soak/load.ts';
import type { RunningServer } from './support/server.ts';
import { expect, test } from './support/test.ts';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const CLI = join(ROOT, 'dist/server/cli.js');

/** A command of the operator's: exit code and all it said. */
async function command(dataDir: string, ...args: string[]) {
  const child = spawn(process.execPath, [CLI, ...args], {
    cwd: ROOT,
    env: { PATH: process.env.PATH ?? '', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said };
}

test('a company backed up while six people work is restored in another folder and served there', async ({
  startServer,
}) => {
  test.setTimeout(600_000);
  const folder = mkdtempSync(join(tmpdir(), 'truckroll-backup-'));
  const file = join(folder, 'monday.backup');
  const elsewhere = join(folder, 'data');
  const server: RunningServer = await startServer();
  try {
    const person = await signInAs(server.origin, 'dispatch');
    const trade = await learnTrade(person);
    const booked: number[] = [];
    let isOver = false;
    const workers = Array.from({ length: 6 }, async () => {
      while (!isOver) {
        const { status, body, text } = await book(person, trade, 'Booked beside the backup.');
        expect(status, text).toBe(201);
        booked.push(body.cards[0]!.job.id);
      }
    });
    await expect.poll(() => booked.length, { timeout: 120_000 }).toBeGreaterThan(20);
    const before = [...booked];

    const backedUp = await command(server.dataDir, 'backup', file);
    expect(backedUp, backedUp.said).toMatchObject({ code: 0 });
    expect(backedUp.said).toContain(`The server at ${server.apiOrigin} does it and goes on serving.`);
    test.info().annotations.push({ type: 'measured', description: backedUp.said.trim() });
    const duringBackup = booked.length - before.length;
    isOver = true;
    await Promise.all(workers);
    expect(duringBackup).toBeGreaterThan(0);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    // The answer is whole before the server has put its copy away.
    await expect.poll(() => readdirSync(join(server.dataDir, 'pg')).sort()).toEqual(['lock', 'pg']);

    const again = await command(server.dataDir, 'backup', file);
    expect(again.code).toBe(1);
    expect(again.said).toContain('exists already');
    const overServer = await command(server.dataDir, 'restore', file, '--replace');
    expect(overServer).toEqual({
      code: 1,
      said: `Nothing was restored: The server at ${server.apiOrigin} uses the database. Stop it first.\n`,
    });

    const late = await book(person, trade, 'Booked after the backup.');
    expect(late.status).toBe(201);
    const restored = await command(elsewhere, 'restore', file);
    expect(restored, restored.said).toMatchObject({ code: 0 });
    test.info().annotations.push({ type: 'measured', description: restored.said.trim() });
    const notTwice = await command(elsewhere, 'restore', file);
    expect(notTwice.code).toBe(1);
    expect(notTwice.said).toContain('Add --replace');

    await server.restart({ DATA_DIR: elsewhere });
    const signedOut = await fetch(`${server.origin}/bff/user`, { headers: person.headers });
    expect(signedOut.status).toBe(401);
    const back = await signInAs(server.origin, 'dispatch');
    for (const jobId of before) expect((await back.ask('GET', `/api/jobs/${jobId}`)).status).toBe(200);
    const next = await book(back, trade, 'Booked after the restore.');
    expect(next.status).toBe(201);
    expect(next.body.cards[0]!.job.id).toBeGreaterThan(Math.max(...before));
  } finally {
    await server.dispose();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('commands that cannot work say why in one sentence and leave nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'truckroll-backup-'));
  const nowhere = join(folder, 'data');
  const file = join(folder, 'a.backup');
  try {
    const none = await command(nowhere, 'backup', file);
    expect(none).toEqual({ code: 1, said: `No backup was made: There is no database in ${nowhere}.\n` });
    expect(existsSync(file)).toBe(false);
    writeFileSync(file, 'name,phone\nBob,1\n');
    const foreign = await command(nowhere, 'restore', file);
    expect(foreign).toEqual({
      code: 1,
      said: 'Nothing was restored: The file is not a backup of Truckroll.\n',
    });
    expect(existsSync(nowhere)).toBe(false);
    for (const verb of ['backup', 'restore']) {
      const called = await command(nowhere, verb);
      expect(called.code).toBe(2);
      expect(called.said).toContain(`npm run ${verb} -- FILE`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('the backup of a running server is for whoever can read its token file only', async ({ apiOrigin }) => {
  for (const headers of [{}, { Authorization: 'Bearer wrong' }] as Record<string, string>[]) {
    const answer = await fetch(`${apiOrigin}/local/backup`, { headers });
    expect(answer.status).toBe(401);
  }
});

test('the running server’s metrics can be scraped from this machine and name routes, not records', async ({
  origin,
  apiOrigin,
}) => {
  const person = await signInAs(origin, 'dispatch');
  expect((await person.ask('GET', '/api/jobs/987654321987')).status).toBe(404);
  const answer = await fetch(`${apiOrigin}/metrics`);
  const text = await answer.text();
  expect(answer.status).toBe(200);
  expect(text).toMatch(
    /truckroll_http_requests_total\{method="GET",route="\/api\/jobs\/:id",status="404"\} \d+/,
  );
  expect(text).toContain('truckroll_database_up 1');
  expect(text).not.toContain('987654321987');
  // The web port has none: it answers with the page, as for any address of the office.
  expect(await (await fetch(`${origin}/metrics`)).text()).not.toContain('truckroll_');
});
