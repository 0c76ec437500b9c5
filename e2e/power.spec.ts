/**
 * One company through power cuts, clean stops, a second process and a full disk (F26–F31), on both databases: what was
 * acknowledged is there afterwards, nothing is there by halves. No browser: the API speaks for itself.
 * `npm run soak -- power --count 50` cuts the power fifty times instead of three.
 */

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { expect, test } from '@playwright/test';
import { inconsistencies } from './soak/consistency.ts';
import { ENGINES, type Engine, startEngine } from './soak/engines.ts';
import {
  book,
  keepWorking,
  type Ledger,
  learnTrade,
  missing,
  newLedger,
  sendAgain,
  signInAs,
} from './soak/load.ts';
import { isSentence, runToEnd } from './support/run-to-end.ts';
import { type RunningServer, startServer } from './support/server.ts';

const MB = 1024 * 1024;
const ROUNDS = Number(process.env.SOAK_COUNT ?? 3);

for (const name of ENGINES) {
  test.describe
    .serial(`one company through faults, on ${name}`, () => {
      test.setTimeout(400_000 + ROUNDS * 30_000);
      let engine: Engine;
      let server: RunningServer;
      const ledger: Ledger = newLedger();
      let disk: string | null = null;

      test.beforeAll(async () => {
        test.setTimeout(400_000);
        engine = await startEngine(name);
        server = await startServer({ env: engine.env });
      });
      test.afterAll(async () => {
        await server?.dispose();
        engine?.remove();
        if (disk) spawnSync('umount', ['-l', disk]);
        if (disk) rmSync(disk, { recursive: true, force: true });
      });

      /** Six people at once until `enough` more answers have come, then `stop` happens under them. */
      async function underLoad<T>(enough: number, stop: () => Promise<T>): Promise<T> {
        const person = await signInAs(server.origin, 'dispatch');
        const trade = await learnTrade(person);
        const target = ledger.acknowledged.size + enough;
        let isOver = false;
        const workers = Array.from({ length: 6 }, () => keepWorking(person, trade, ledger, () => isOver));
        await expect
          .poll(() => ledger.acknowledged.size, { timeout: 120_000, intervals: [20] })
          .toBeGreaterThan(target);
        const stopped = await stop();
        isOver = true;
        await Promise.all(workers);
        return stopped;
      }
      const allThere = async () =>
        expect(await missing(await signInAs(server.origin, 'admin'), ledger.acknowledged.values())).toEqual(
          [],
        );
      /** Looks into the data with no server on it, then goes on. */
      async function expectWhole(): Promise<void> {
        await server.stop();
        const wrong = await engine.look(server, (database) =>
          inconsistencies(database, ledger.firstOperation),
        );
        expect(wrong).toEqual([]);
        await server.restart();
      }

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
        const told = `booking → another stream, ${name}: median ${delays[10]!.toFixed(0)} ms, slowest ${delays.at(-1)!.toFixed(0)} ms`;
        test.info().annotations.push({ type: 'measured', description: told });
        console.log(told);
        // The promise is half a second on a quiet machine; this one may be compiling.
        expect(delays[10]).toBeLessThan(3_000);
      });

      test('F28 a second process on the same folder is refused with words, and the first goes on booking', async () => {
        test.skip(name !== 'PGlite', 'PostgreSQL serves any number of processes');
        const { code, said } = await runToEnd({ DATA_DIR: server.dataDir });
        expect(code).toBe(1);
        isSentence(said);
        expect(said).toContain(`Another Truckroll (pid ${server.pid()}) uses`);
        const person = await signInAs(server.origin, 'csr');
        expect((await book(person, await learnTrade(person), 'After the refusal')).status).toBe(201);
      });

      test(`F27 power cut in the middle of bookings and moves, ${ROUNDS} times: every acknowledged one is there, once and whole`, async () => {
        let repeated = 0;
        for (let round = 0; round < ROUNDS; round++) {
          await underLoad(8 + (round % 7), () =>
            engine.powerCut(server, round % 2 ? 'everything' : 'server'),
          );
          await server.restart();
          await allThere();
          const { sent, wrong } = await sendAgain(await signInAs(server.origin, 'dispatch'), ledger);
          expect(wrong).toEqual([]);
          repeated += sent;
          if (round % 10 === 9) await expectWhole();
        }
        expect(ledger.acknowledged.size).toBeGreaterThan(ROUNDS * 7);
        await expectWhole();
        console.log(
          `${name}: ${ROUNDS} power cuts, ${ledger.acknowledged.size} jobs acknowledged, ${repeated} unanswered bookings sent again`,
        );
      });

      test('R20 wrong passwords are still counted after a power cut', async () => {
        const guess = () =>
          fetch(`${server.origin}/bff/sign-in`, {
            method: 'POST',
            headers: { origin: server.origin, 'x-csrf': '1', 'content-type': 'application/json' },
            body: JSON.stringify({ email: 'accounting@demo.test', password: 'not the password' }),
          }).then(({ status }) => status);
        for (let count = 0; count < 5; count++) expect(await guess()).toBe(401);
        await engine.powerCut(server, 'everything');
        await server.restart();
        // The wait after the fifth is 30 s, and longer after the sixth, which a slow start leaves room for; were they
        // forgotten, both would be 401.
        expect([await guess(), await guess()]).toContain(429);
      });

      test('F26 asked to stop under load with open streams it ends in good order within 15 s, and nothing acknowledged is lost', async () => {
        const people = await Promise.all(
          (['csr', 'dispatch', 'admin'] as const).map((user) => signInAs(server.origin, user)),
        );
        const open = new AbortController();
        const streams = await Promise.all(people.map((person) => person.stream(open.signal)));
        const texts = streams.map((stream) => stream.text());
        const stopped = await underLoad(8, async () => {
          const began = performance.now();
          return { code: await server.stop(), ms: performance.now() - began };
        });
        expect(stopped.code).toBe(0);
        expect(stopped.ms).toBeLessThan(15_000);
        for (const text of await Promise.all(texts)) expect(text).toMatch(/retry: \d+\n\n$/);
        await server.restart();
        await allThere();
        const { wrong } = await sendAgain(await signInAs(server.origin, 'dispatch'), ledger);
        expect(wrong).toEqual([]);
        await expectWhole();
      });

      test('F31 a database that goes away and comes back: refused at once meanwhile, still signed in afterwards, nothing lost', async () => {
        test.skip(engine.restart === null, 'PGlite lives in the server');
        const person = await signInAs(server.origin, 'dispatch');
        const trade = await learnTrade(person);
        await underLoad(5, async () => engine.restart!.down());
        // The pool has noticed by now or notices with the first of these.
        await expect.poll(async () => (await person.ask('GET', '/api/jobs')).status).toBe(503);
        const began = performance.now();
        expect((await book(person, trade, 'Nobody there')).status).toBe(503);
        expect(performance.now() - began).toBeLessThan(4_000);
        expect((await fetch(`${server.origin}/live`)).status).toBe(200);
        expect((await fetch(`${server.origin}/ready`)).status).toBe(503);
        await engine.restart!.up();
        await expect
          .poll(async () => (await book(person, trade, 'Back again')).status, { timeout: 30_000 })
          .toBe(201);
        await allThere();
        const { wrong } = await sendAgain(person, ledger);
        expect(wrong).toEqual([]);
      });

      test('F30 a full disk: a clear refusal, reading goes on, and every acknowledged write is there once space is free', async () => {
        test.skip(name !== 'PGlite', 'PostgreSQL’s disk is PostgreSQL’s own affair');
        await server.stop();
        disk = mkdtempSync(`${tmpdir()}/truckroll-disk-`);
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
}
