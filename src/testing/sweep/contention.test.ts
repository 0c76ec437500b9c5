import { afterAll, beforeAll, expect, test } from 'vitest';
import { chanceOf } from '#backend/demo/random.ts';
import { canonical } from '#backend/write/differences.ts';
import type { Id } from '#domain/ids.ts';
import { addMinutes, instant } from '#domain/time.ts';
import { bookingBody, type Company, makeCompany, type Person } from '../company.ts';
import { eachEngine } from '../databases.ts';
import { type Opened, openStream } from '../event-stream.ts';
import { followFeed } from '../histories/follow-feed.ts';
import { freeHours } from './fresh-cards.ts';
import { type Ground, makeGround } from './ground.ts';
import { REQUESTS } from './requests.ts';
import { send } from './send.ts';

const DAY = instant('2027-02-01T08:00:00.000Z');
const times = (count: number) => Array.from({ length: count }, (_, at) => at);

eachEngine(
  'many at once over the socket',
  (database) => {
    let ground: Ground;
    beforeAll(async () => {
      ground = await makeGround(database());
    });
    afterAll(() => ground?.close());
    const countOf = async (sql: string, params: readonly unknown[] = []) => {
      const [row] = await database().transaction({ tenantId: 1, readOnly: true }, (tx) =>
        tx.query<{ count: number }>(sql, params),
      );
      return row!.count;
    };
    const jobs = () => countOf('select count(*)::int as count from company.jobs');
    const post = (key: string, body: unknown, signal?: AbortSignal) =>
      ground
        .as('admin')
        .post('/api/jobs', body, { headers: { 'idempotency-key': key }, ...(signal ? { signal } : {}) });

    test('F15 one booking sent 20 times at once under one key is booked once, and all get the same answer', async () => {
      const { body } = await REQUESTS['jobs.book'](ground);
      const before = await jobs();
      const answers = await Promise.all(times(20).map(() => post('double-click', body)));
      // Kept answers come back with their keys sorted: the same answer all the same.
      const told = new Set(await Promise.all(answers.map(async (one) => canonical(await one.json()))));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
      expect([told.size, (await jobs()) - before]).toEqual([1, 1]);
      const other = await post('double-click', { ...(body as object), summary: 'Something else' });
      expect([other.status, ((await other.json()) as { code: string }).code]).toEqual([
        422,
        'request.idempotency_key_reused',
      ]);
      expect((await jobs()) - before).toBe(1);
    });

    test('F15 a booking whose answer was lost on the way is not booked again when it is sent again', async () => {
      const { body } = await REQUESTS['jobs.book'](ground);
      const before = await jobs();
      const gone = new AbortController();
      const lost = post('lost-answer', body, gone.signal).catch(() => 'lost');
      // The command is written before the caller could have read a byte of its answer.
      await expect.poll(jobs, { timeout: 20_000 }).toBe(before + 1);
      gone.abort();
      await lost;
      const again = await post('lost-answer', body);
      expect(again.status).toBe(201);
      expect((await jobs()) - before).toBe(1);
    });

    test('F15 a refused booking keeps no key: corrected, it is booked under the same one', async () => {
      const { body } = await REQUESTS['jobs.book'](ground);
      const wrong = { ...(body as object), campaignId: 999_999_999 };
      expect((await post('second-try', wrong)).status).toBe(404);
      expect((await post('second-try', body)).status).toBe(201);
    });

    test('F15 a key belongs to one person, one route and one company: the same words elsewhere are another request', async () => {
      const { body } = await REQUESTS['jobs.book'](ground);
      const other = await REQUESTS['jobs.book'](ground);
      const before = await jobs();
      const headers = { 'idempotency-key': 'everybody-s-key' };
      expect((await ground.as('admin').post('/api/jobs', body, { headers })).status).toBe(201);
      expect((await ground.as('csr').post('/api/jobs', other.body, { headers })).status).toBe(201);
      const call = await REQUESTS['customers.create'](ground);
      expect((await ground.as('admin').post('/api/customers', call.body, { headers })).status).toBe(201);
      const theirs = ground.foreign.person('admin');
      const booked = await theirs.call('jobs.book', {
        key: 'everybody-s-key',
        body: bookingBody(ground.foreign, freeHours()),
      });
      expect([booked.cards.length, (await jobs()) - before]).toEqual([1, 2]);
    });

    test('F16 forty people move one appointment at once: one wins, 39 are told by whom and when', async () => {
      const card = await ground.company.book(freeHours());
      const [visit] = card.appointments;
      const move = async (at: number) => {
        const start = addMinutes(DAY, at * 60);
        const body = {
          expected: [{ kind: 'appointment', id: visit!.id, version: visit!.version }],
          fromTechnicianId: null,
          toTechnicianId: ground.company.technicianIds[at % 3],
          start,
          end: addMinutes(start, 30),
        };
        const browser = ground.as(at % 2 === 0 ? 'dispatcher' : 'admin');
        const answer = await browser.post(`/api/appointments/${visit!.id}/reassign`, body);
        return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
      };
      const answers = await Promise.all(times(40).map(move));
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      const refused = answers.filter(({ status }) => status === 412);
      expect(refused).toHaveLength(39);
      for (const { body } of refused) {
        expect(body).toMatchObject({
          code: 'request.stale',
          params: {
            version: 2,
            by: expect.any(Number),
            byName: expect.stringMatching(/^(dispatcher|admin)$/),
            at: expect.any(String),
          },
        });
      }
      const unversioned = await ground.as('admin').post(`/api/appointments/${visit!.id}/confirm`, {});
      expect(unversioned.status).toBe(428);
    });

    test('R60 a write that is refused by the rules leaves no audit row of its own, and one that fails halfway nothing at all', async () => {
      const audits = () => countOf('select count(*)::int as count from office.audit');
      const card = await ground.company.book(freeHours());
      const before = await audits();
      const body = { expected: [{ kind: 'job', id: card.job.id, version: 1 }] };
      const answer = await send(ground.as('admin'), 'jobs.resume', { params: { id: card.job.id }, body });
      expect(answer.status).toBe(409);
      expect(await audits()).toBe(before);
    });
  },
  { emptied: false },
);

eachEngine(
  'a reader that is cut off',
  (database) => {
    test('F21 a screen whose stream is cut a hundred times while others write shows what the server has, each change once', async () => {
      const ground = await makeGround(database());
      const chance = chanceOf('cuts');
      const browser = ground.stack.browser();
      browser.setCookie(ground.as('dispatcher').cookie());
      // The snapshot and where it was taken: everything after comes by the stream.
      const { actor } = ground.company.person('dispatcher');
      let after = (await ground.company.backend.changes(actor, null, 1)).position;
      const shown = new Map<number, number>();
      const seen: string[] = [];
      const apply = (text: string) => {
        // Only what arrived whole: a frame that was cut in two comes again.
        for (const frame of text.split('\n\n').slice(0, -1)) {
          const id = /^id: (.*)$/m.exec(frame)?.[1];
          const data = /^data: (.*)$/m.exec(frame)?.[1];
          if (!id || !data) continue;
          const { kind, record } = JSON.parse(data) as { kind: string; record: { id: Id; version: number } };
          seen.push(id);
          after = id;
          if (kind === 'job') shown.set(record.id, record.version);
        }
      };
      const readUntil = async (isEnough: (stream: Opened) => boolean) => {
        const stream = await openStream(browser, after);
        await expect.poll(() => isEnough(stream), { interval: 1, timeout: 30_000 }).toBe(true);
        stream.cut();
        await stream.ended;
        apply(stream.text());
      };
      const writing = Promise.all(
        times(4).map(async (writer) => {
          const person = ground.company.person('csr', { userId: 6000 + writer });
          for (const at of times(12)) {
            const { cards } = await person.call('jobs.book', {
              key: `cut ${writer} ${at}`,
              body: bookingBody(ground.company, { name: `cut ${writer} ${at}` }),
            });
            await person.call('jobs.update', {
              params: { id: cards[0]!.job.id },
              body: {
                expected: [{ kind: 'job', id: cards[0]!.job.id, version: cards[0]!.job.version }],
                changes: { summary: `changed ${writer} ${at}` },
              },
            });
          }
        }),
      );
      for (let cut = 0; cut < 100; cut++) {
        const until = performance.now() + chance.between(0, 60);
        await readUntil(() => performance.now() > until);
      }
      await writing;
      const rows = await database().transaction({ tenantId: 1, readOnly: true }, (tx) =>
        tx.query<{ id: Id; version: number }>(
          `select id, version from company.jobs where summary like 'changed %'`,
        ),
      );
      expect(rows).toHaveLength(48);
      const isBehind = () => rows.some(({ id, version }) => shown.get(id) !== version);
      // Its last life: whatever it missed until now comes, or the poll gives up.
      if (isBehind()) {
        await readUntil((stream) => {
          const missing = rows.filter(({ id, version }) => shown.get(id) !== version);
          return missing.every(({ id, version }) =>
            new RegExp(`"kind":"job","record":\\{"id":${id},"version":${version},`).test(stream.text()),
          );
        });
      }
      expect(isBehind()).toBe(false);
      expect(new Set(seen).size).toBe(seen.length);
      await ground.close();
    });
  },
  { emptied: false },
);

eachEngine('many writers, one feed', (database) => {
  test('F22 20 writers, two companies: a reader beside them is told everything once, in order, and of its own company only', async () => {
    const companies = [await makeCompany(database(), 1), await makeCompany(database(), 2)];
    const readers = companies.map((one) => followFeed(one.backend, one.person('admin').actor, '0.0'));
    const write = async (company: Company, person: Person, writer: number) => {
      for (const at of times(6)) {
        await person.call('jobs.book', {
          key: `${writer} ${at}`,
          body: bookingBody(company, { name: `${writer} ${at}` }),
        });
      }
    };
    await Promise.all(
      times(20).map((writer) => {
        const company = companies[writer % 2]!;
        return write(company, company.person('csr', { userId: 5000 + writer }), writer);
      }),
    );
    for (const [at, reader] of readers.entries()) {
      const events = await reader.stop();
      const booked = events.filter(({ type, kind }) => type === 'job.booked' && kind === 'job');
      const names = booked.map(({ record }) => (record as { customerName: string }).customerName);
      const wanted = times(20).flatMap((writer) =>
        writer % 2 === at ? times(6).map((n) => `${writer} ${n}`) : [],
      );
      expect([...names].sort()).toEqual([...wanted].sort());
      // Numbers are given out in the order of the commits, and so is the feed.
      const numbers = booked.map(({ record }) => (record as { number: number }).number);
      expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    }
  });
});
