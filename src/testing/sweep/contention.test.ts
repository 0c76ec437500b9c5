import { afterAll, beforeAll, expect, test } from 'vitest';
import { chanceOf } from '#backend/demo/random.ts';
import { canonical } from '#backend/write/differences.ts';
import type { Id } from '#domain/ids.ts';
import { overlaps } from '#domain/schedule/overlaps.ts';
import { addMinutes, instant } from '#domain/time.ts';
import { bookingBody, type Company, makeCompany, type Person } from '../company.ts';
import { eachEngine } from '../databases.ts';
import { followFeed } from '../histories/follow-feed.ts';
import { type Ground, makeGround } from './ground.ts';
import { freeHours, REQUESTS, send } from './requests.ts';

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

    test('F18 time asked for at random is given exactly when it is free; touching is free', async () => {
      const chance = chanceOf('overlaps');
      const [, , technicianId] = ground.company.technicianIds as [Id, Id, Id];
      const taken: { start: string; end: string }[] = [];
      for (const at of times(60)) {
        const start = addMinutes(DAY, 24 * 60 * 10 + chance.between(0, 95) * 15);
        const range = { start, end: addMinutes(start, 15 * chance.between(1, 8)) };
        const isFree = !taken.some((one) => overlaps(one as typeof range, range));
        const booked = await ground.company.book({ ...range, technicianIds: [technicianId] }).then(
          () => true,
          (error: { code: string }) => error.code,
        );
        expect(booked, `${at}: ${range.start}–${range.end}`).toBe(isFree ? true : 'schedule.conflict');
        if (isFree) taken.push(range);
      }
      expect(taken.length).toBeGreaterThan(10);
    });

    test('F20 teams taken in crossing order at once wait for each other and never fail', async () => {
      const [ana, sam, priya] = ground.company.technicianIds as [Id, Id, Id];
      const orders = [
        [ana, sam],
        [sam, ana],
        [sam, priya],
        [priya, ana],
        [ana, priya, sam],
        [priya, sam, ana],
      ];
      const cards = await Promise.all(
        times(24).map((at) => {
          const start = addMinutes(DAY, 24 * 60 * 20 + at * 60);
          return ground.company.book({ start, end: addMinutes(start, 60) });
        }),
      );
      const answers = await Promise.all(
        cards.map(({ appointments }, at) =>
          ground.as('dispatcher').post(`/api/appointments/${appointments[0]!.id}/assign`, {
            expected: [{ kind: 'appointment', id: appointments[0]!.id, version: 1 }],
            technicianIds: orders[at % orders.length],
          }),
        ),
      );
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
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
  { truncate: false },
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
