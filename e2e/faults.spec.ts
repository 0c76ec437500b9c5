/**
 * Power cuts, full disks and second processes against the real server (F26–F30): what was acknowledged is there
 * afterwards, and whoever cannot go on says why. No browser: the API speaks for itself.
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Acknowledged, book, keepWorking, learnTrade, missing, signInAs } from './soak/load.ts';
import { freePort } from './support/free-port.ts';
import { type RunningServer, startServer } from './support/server.ts';
import { expect, test } from './support/test.ts';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const ENTRY = join(ROOT, 'dist/server/server.js');
const MB = 1024 * 1024;

/** A server that is expected to end by itself: its exit code and all it said. */
async function runToEnd(env: Record<string, string>) {
  const child: ChildProcess = spawn(process.execPath, [ENTRY], {
    cwd: ROOT,
    env: { PATH: process.env.PATH ?? '', DEMO: 'off', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (text: Buffer) => {
      said += text.toString();
    });
  }
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said };
}
const ports = async () => ({ PORT: String(await freePort()), API_PORT: String(await freePort()) });
/** One sentence for the operator, not the program's insides. */
const isSentence = (said: string) => expect(said.trim()).toMatch(/^Truckroll cannot go on: [^\n]*$/);

test('a PostgreSQL that cannot be reached ends the start with a sentence that names it and no password', async () => {
  const nobody = await freePort();
  const dataDir = mkdtempSync(join(tmpdir(), 'truckroll-faults-'));
  const DATABASE_URL = `postgres://truckroll:secret-word@127.0.0.1:${nobody}/truckroll`;
  const { code, said } = await runToEnd({ ...(await ports()), DATA_DIR: dataDir, DATABASE_URL });
  rmSync(dataDir, { recursive: true });
  expect(code).toBe(1);
  isSentence(said);
  expect(said).toContain(`127.0.0.1:${nobody}`);
  expect(said).not.toContain('secret-word');
});

test('R2 plain http on a name of the local network is refused at the start: browsers would drop the cookie', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'truckroll-faults-'));
  const PUBLIC_ORIGIN = 'http://board.lan:3000';
  const { code, said } = await runToEnd({ ...(await ports()), DATA_DIR: dataDir, PUBLIC_ORIGIN });
  rmSync(dataDir, { recursive: true });
  expect(code).toBe(1);
  isSentence(said);
  expect(said).toContain('https');
});

test.describe
  .serial('one company through power cuts, a second process and a full disk', () => {
    test.setTimeout(400_000);
    let server: RunningServer;
    const acknowledged = new Map<number, Acknowledged>();
    let disk: string | null = null;

    test.beforeAll(async () => {
      test.setTimeout(400_000);
      server = await startServer();
    });
    test.afterAll(async () => {
      await server?.dispose();
      if (disk) spawnSync('umount', ['-l', disk]);
      if (disk) rmSync(disk, { recursive: true, force: true });
    });

    /** Six people at once until `enough` answers have come, then `stop` happens to the server under them. */
    async function underLoad(enough: number, stop: () => Promise<unknown>): Promise<unknown> {
      const person = await signInAs(server.origin, 'dispatch');
      const trade = await learnTrade(person);
      const target = acknowledged.size + enough;
      let isOver = false;
      const workers = Array.from({ length: 6 }, () => keepWorking(person, trade, acknowledged, () => isOver));
      await expect
        .poll(() => acknowledged.size, { timeout: 120_000, intervals: [20] })
        .toBeGreaterThan(target);
      const stopped = await stop();
      isOver = true;
      await Promise.all(workers);
      return stopped;
    }
    const allThere = async () =>
      expect(await missing(await signInAs(server.origin, 'admin'), acknowledged.values())).toEqual([]);

    test('a booking reaches the other people’s screens while the one who booked still waits for nothing', async () => {
      const [csr, dispatcher] = [
        await signInAs(server.origin, 'csr'),
        await signInAs(server.origin, 'dispatch'),
      ];
      const trade = await learnTrade(csr);
      const abort = new AbortController();
      const stream = await dispatcher.stream(abort.signal);
      const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
      const delays: number[] = [];
      let seen = '';
      for (let count = 0; count < 20; count++) {
        const summary = `Latency ${count}.`;
        const began = performance.now();
        const booked = book(csr, trade, summary);
        while (!seen.includes(summary)) seen += (await reader.read()).value ?? '';
        delays.push(performance.now() - began);
        expect((await booked).status).toBe(201);
      }
      abort.abort();
      delays.sort((a, b) => a - b);
      const told = `booking → another stream: median ${delays[10]!.toFixed(0)} ms, slowest ${delays.at(-1)!.toFixed(0)} ms`;
      test.info().annotations.push({ type: 'measured', description: told });
      console.log(told);
      // The promise is half a second on a quiet machine; this one may be compiling.
      expect(delays[10]).toBeLessThan(3_000);
    });

    test('F28 a second process on the same folder is refused with words, and the first goes on', async () => {
      const { code, said } = await runToEnd({ ...(await ports()), DATA_DIR: server.dataDir });
      expect(code).toBe(1);
      isSentence(said);
      expect(said).toMatch(/Another Truckroll \(pid \d+\) uses/);
      const person = await signInAs(server.origin, 'csr');
      expect((await book(person, await learnTrade(person), 'After the refusal')).status).toBe(201);
    });

    test('F27 power cut in the middle of bookings and moves, three times: every acknowledged one is there', async () => {
      for (let round = 0; round < 3; round++) {
        await underLoad(8, () => server.kill9());
        await server.restart();
        await allThere();
      }
      expect(acknowledged.size).toBeGreaterThan(20);
    });

    test('F26 asked to stop under load it ends in good order, and nothing acknowledged is lost', async () => {
      const began = performance.now();
      const code = await underLoad(8, () => server.stop());
      expect(code).toBe(0);
      expect(performance.now() - began).toBeLessThan(150_000);
      await server.restart();
      await allThere();
    });

    test('F30 a full disk: a clear refusal, reading goes on, and every acknowledged write is there once space is free', async () => {
      await server.stop();
      disk = mkdtempSync(join(tmpdir(), 'truckroll-disk-'));
      const used = Number(execFileSync('du', ['-sm', server.dataDir], { encoding: 'utf8' }).split('\t')[0]);
      const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${used + 200}m`, 'tmpfs', disk]);
      if (mounted.status !== 0) {
        rmSync(disk, { recursive: true });
        disk = null;
      }
      test.skip(disk === null, `mounting a tmpfs is not permitted here: ${mounted.stderr}`);
      execFileSync('cp', ['-a', `${server.dataDir}/.`, disk!]);
      await server.restart({ DATA_DIR: disk! });
      const free = () => {
        const { bavail, bsize } = statfsSync(disk!);
        return Math.floor((bavail * bsize) / MB);
      };
      const fillTo = (left: number) =>
        spawnSync('dd', ['if=/dev/zero', `of=${disk}/filler`, 'bs=1M', `count=${free() - left}`]);

      const person = await signInAs(server.origin, 'dispatch');
      const trade = await learnTrade(person);
      fillTo(20);
      const refused = await book(person, trade, 'No room');
      expect([refused.status, (refused.body as unknown as { code: string }).code]).toEqual([
        503,
        'server.disk_full',
      ]);
      expect((await person.ask('GET', '/api/jobs')).status).toBe(200);
      expect((await fetch(`${server.origin}/live`)).status).toBe(200);

      rmSync(`${disk}/filler`);
      await expect
        .poll(async () => (await book(person, trade, 'Room again')).status, { timeout: 30_000 })
        .toBe(201);
      await allThere();
      // To the last byte and in the middle of writing: whether it goes on or ends with a reason, nothing acknowledged is lost.
      await underLoad(3, async () => fillTo(0));
      await server.kill9();
      rmSync(`${disk}/filler`);
      await server.restart();
      await allThere();
    });
  });
