import { afterAll, beforeAll, expect, test } from 'vitest';
import { chanceOf } from '#backend/demo/random.ts';
import type { JobCardView } from '#contract/job.ts';
import type { Id } from '#domain/ids.ts';
import { overlaps } from '#domain/schedule/overlaps.ts';
import { addMinutes, type Instant, instant } from '#domain/time.ts';
import { eachEngine } from '../databases.ts';
import { soak } from '../soak.ts';
import { expectedOf, step } from './fresh-cards.ts';
import { type Ground, makeGround } from './ground.ts';
import { send } from './send.ts';

const DAY = instant('2027-02-01T08:00:00.000Z');
const times = (count: number) => Array.from({ length: count }, (_, at) => at);

eachEngine(
  'double booking',
  (database) => {
    let ground: Ground;
    beforeAll(async () => {
      ground = await makeGround(database());
    });
    afterAll(() => ground?.close());
    const system = <T>(text: string, params: readonly unknown[] = []) =>
      database().transaction({ tenantId: 'system' }, (tx) => tx.query<T>(text, params));
    const overlapping = () =>
      system(
        `select a.source_id, b.source_id from company.occupancy a join company.occupancy b
           on a.tenant_id = b.tenant_id and a.technician_id = b.technician_id and a.during && b.during
             and (a.kind, a.source_id) < (b.kind, b.source_id)
         where not a.overridden and not b.overridden`,
      );

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
        times(40).map((at) => {
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

    test('F18 forty people book at random at once: nobody is in two places, and whoever was told yes has the time', async () => {
      const { seed, numRuns } = soak(160);
      const chance = chanceOf(`forty ${seed}`);
      const asked = times(numRuns).map(() => {
        const start = addMinutes(DAY, 24 * 60 * 40 + chance.between(0, 4 * 96) * 15);
        const technicianId = ground.company.technicianIds[chance.between(0, 2)]!;
        return { start, end: addMinutes(start, 15 * chance.between(1, 8)), technicianIds: [technicianId] };
      });
      const kept: { start: Instant; end: Instant; technicianIds: readonly Id[]; id: Id }[] = [];
      const told = new Map<string, number>();
      const client = async () => {
        for (let one = asked.pop(); one !== undefined; one = asked.pop()) {
          const wanted = one;
          const answer = await ground.company.book(wanted).then(
            (card) => {
              kept.push({ ...wanted, id: card.appointments[0]!.id });
              return 'booked';
            },
            (error: { code: string }) => error.code,
          );
          told.set(answer, (told.get(answer) ?? 0) + 1);
        }
      };
      await Promise.all(times(40).map(client));
      expect([...told.keys()].sort()).toEqual(['booked', 'schedule.conflict']);
      expect(await overlapping()).toEqual([]);
      const taken = await system<{ id: Id }>(
        `select a.appointment_id as id from company.assignments a
           join company.occupancy o on o.kind = 'assignment' and o.source_id = a.id and o.tenant_id = a.tenant_id
         where a.tenant_id = 1 and a.active`,
      );
      const found = new Set(taken.map(({ id }) => id));
      expect(kept.filter(({ id }) => !found.has(id))).toEqual([]);
    });

    test('F18 a canceled visit comes back without its technician when somebody else took the time meanwhile', async () => {
      const span = { start: addMinutes(DAY, 24 * 60 * 60), end: addMinutes(DAY, 24 * 60 * 60 + 60) };
      const [technicianId] = ground.company.technicianIds as [Id];
      const first = await ground.company.book({ ...span, technicianIds: [technicianId] });
      const reasonId = ground.company.cancelReasonId;
      const canceled = await step('jobs.cancel', () => ({ reasonId, memo: 'No' }))(ground, first);
      await ground.company.book({ ...span, technicianIds: [technicianId] });
      const back = await send(ground.as('dispatcher'), 'jobs.removeCancellation', {
        params: { id: first.job.id },
        body: { expected: expectedOf(canceled) },
      });
      const told = (await back.json()) as { cards: JobCardView[] };
      expect(back.status).toBe(200);
      expect(told.cards[0]!.appointments[0]!.assignments).toEqual([]);
      expect(await overlapping()).toEqual([]);
    });

    // The second wall, below all rules: what even a command with a fault in it could not do.
    const take = (sourceId: number, start: string, end: string) =>
      [
        `insert into company.occupancy (tenant_id, technician_id, kind, source_id, "start", "end")
         values (1, $1, 'nonJobEvent', $2, $3, $4)`,
        [ground.company.technicianIds[2], sourceId, `2028-03-01T${start}Z`, `2028-03-01T${end}Z`],
      ] as const;

    test('F18 the table itself refuses overlapping, empty and reversed time, takes touching time, and time of another company', async () => {
      await system(...take(900_001, '10:00', '11:00'));
      await expect(system(...take(900_002, '10:59', '12:00'))).rejects.toMatchObject({ code: '23P01' });
      await expect(system(...take(900_002, '09:00', '10:00:00.001'))).rejects.toMatchObject({
        code: '23P01',
      });
      await system(...take(900_002, '11:00', '12:00'));
      await system(...take(900_003, '09:00', '10:00'));
      await expect(system(...take(900_004, '13:00', '13:00'))).rejects.toMatchObject({ code: '23514' });
      await expect(system(...take(900_004, '13:00', '12:30'))).rejects.toMatchObject({ code: '22000' });
      await system(
        `insert into company.occupancy (tenant_id, technician_id, kind, source_id, "start", "end")
         values (2, $1, 'nonJobEvent', 900001, '2028-03-01T10:00Z', '2028-03-01T11:00Z')`,
        [ground.foreign.technicianIds[0]],
      );
    });

    test('F19 two appointments change places in one transaction; a swap over a third is rolled back as a whole', async () => {
      const placed = () =>
        system<{ id: number; start: string }>(
          `select source_id as id, "start" from company.occupancy where tenant_id = 1 and source_id between 900001 and 900003 order by 1`,
        );
      const swap = (first: [number, string, string], second: [number, string, string]) =>
        database().transaction({ tenantId: 1 }, async (tx) => {
          await tx.query('set constraints company.occupancy_no_double_booking deferred');
          for (const [id, start, end] of [first, second]) {
            await tx.query(
              `update company.occupancy set "start" = $2, "end" = $3 where tenant_id = 1 and kind = 'nonJobEvent' and source_id = $1`,
              [id, `2028-03-01T${start}Z`, `2028-03-01T${end}Z`],
            );
          }
        });
      const before = await placed();
      expect(before.map(({ start }) => start.slice(11, 16))).toEqual(['10:00', '11:00', '09:00']);
      await swap([900_001, '11:00', '12:00'], [900_002, '10:00', '11:00']);
      const after = await placed();
      expect(after.map(({ start }) => start.slice(11, 16))).toEqual(['11:00', '10:00', '09:00']);
      await expect(swap([900_001, '10:00', '11:00'], [900_002, '09:30', '10:00'])).rejects.toMatchObject({
        code: '23P01',
        outcome: 'rolled_back',
      });
      expect(await placed()).toEqual(after);
    });
  },
  { emptied: false },
);
