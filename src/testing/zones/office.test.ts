import { describe, expect, test } from 'vitest';
import type { JobCardView } from '#contract/job.ts';
import type { Id } from '#domain/ids.ts';
import { addDays, addMinutes, dayOf, firstInstantAt, type Instant, minutesBetween } from '#domain/time.ts';
import { type Company, makeCompany } from '../company.ts';
import { eachEngine } from '../databases.ts';
import type { FixedClock } from '../fixed-clock.ts';
import { NIGHTS, type Night, named } from './nights.ts';

const expectedOf = (card: JobCardView) => [
  { kind: 'job' as const, id: card.job.id, version: card.job.version },
  ...card.appointments.map(({ id, version }) => ({ kind: 'appointment' as const, id, version })),
];
const visitOf = (card: JobCardView) => card.appointments[0]!;

eachEngine(
  'an office in the nights the clocks change',
  (database) => {
    let tenants = 0;
    /** A company of its own whose units live by the night's clock, a month before it. */
    async function officeOf(night: Night): Promise<Company> {
      tenants += 1;
      const tenantId = tenants;
      const company = await makeCompany(database(), tenantId);
      await database().transaction({ tenantId }, (tx) =>
        tx.query('update company.business_units set time_zone = $1 where tenant_id = $2', [
          night.zone,
          tenantId,
        ]),
      );
      (company.clock as FixedClock).set(addMinutes(night.start, -30 * 1440));
      return company;
    }
    const boardOf = (company: Company, on: Night['day'], at?: Instant) =>
      at
        ? company.person('dispatcher').call('board.at', { query: { day: on, at } })
        : company.person('dispatcher').call('board.day', { query: { day: on } });

    describe.each(NIGHTS.map(named))('%s', (_, night) => {
      const { zone, day, start, end, minutes } = night;

      test('its board is as long as the night makes it, in the unit’s own zone when none is asked for', async () => {
        const company = await officeOf(night);
        const board = await boardOf(company, day);
        expect([board.timeZone, board.start, board.end]).toEqual([zone, start, end]);
      });

      test('a visit over the change is booked, dragged, resized and moved to another day, and stands where it was put', async () => {
        const company = await officeOf(night);
        const [ana, sam] = company.technicianIds as [Id, Id];
        const dispatcher = company.person('dispatcher');
        const change = addMinutes(start, 60);
        let card = await company.book({ start: change, end: addMinutes(change, 120), technicianIds: [ana] });
        const moved = await dispatcher.call('appointments.reassign', {
          params: { id: visitOf(card).id },
          body: {
            expected: expectedOf(card),
            fromTechnicianId: ana,
            toTechnicianId: sam,
            start: addMinutes(change, 60),
            end: addMinutes(change, 180),
          },
        });
        card = moved.cards[0]!;
        const resized = await dispatcher.call('appointments.reschedule', {
          params: { id: visitOf(card).id },
          body: { expected: expectedOf(card), end: end },
        });
        card = resized.cards[0]!;
        expect(minutesBetween(visitOf(card).start, visitOf(card).end)).toBe(minutes - 120);
        expect((await boardOf(company, day)).appointments).toHaveLength(1);
        expect((await boardOf(company, addDays(day, 1))).appointments).toEqual([]);
        const next = firstInstantAt(addDays(day, 1), '09:00', zone);
        await dispatcher.call('appointments.reschedule', {
          params: { id: visitOf(card).id },
          body: { expected: expectedOf(card), start: next, end: addMinutes(next, 60) },
        });
        expect((await boardOf(company, day)).appointments).toEqual([]);
        const tomorrow = await boardOf(company, addDays(day, 1));
        expect(tomorrow.appointments.map((one) => [one.start, dayOf(one.start, zone)])).toEqual([
          [next, addDays(day, 1)],
        ]);
      });

      test('two visits that touch in the night do not overlap, a minute more does', async () => {
        const company = await officeOf(night);
        const [ana] = company.technicianIds as [Id];
        const middle = addMinutes(start, 150);
        await company.book({ start: addMinutes(start, 30), end: middle, technicianIds: [ana] });
        await company.book({ start: middle, end: addMinutes(middle, 60), technicianIds: [ana] });
        const over = { start: addMinutes(middle, 59), end: addMinutes(middle, 120), technicianIds: [ana] };
        await expect(company.book(over)).rejects.toMatchObject({ code: 'schedule.conflict' });
      });

      test('the day’s visits shifted in one step by an hour are an hour later each, over the change too', async () => {
        const company = await officeOf(night);
        const cards = [];
        for (const hours of [0, 1, 2, 3]) {
          const from = addMinutes(start, hours * 60);
          cards.push(await company.book({ start: from, end: addMinutes(from, 60) }));
        }
        const items = cards.map((card) => ({
          id: visitOf(card).id,
          start: addMinutes(visitOf(card).start, 60),
          end: addMinutes(visitOf(card).end, 60),
        }));
        await company.person('dispatcher').call('appointments.bulk', {
          key: 'an hour later',
          body: { items, expected: cards.flatMap(expectedOf) },
        });
        const board = await boardOf(company, day);
        expect(board.appointments.map((one) => minutesBetween(start, one.start))).toEqual([
          60, 120, 180, 240,
        ]);
      });

      test('the list of the day has its visits, and the day’s before and after have theirs', async () => {
        const company = await officeOf(night);
        const last = addMinutes(end, -30);
        await company.book({ start: addMinutes(start, -60), end: start, name: 'Before' });
        await company.book({ start, end: addMinutes(start, 30), name: 'First' });
        await company.book({ start: last, end, name: 'Last' });
        await company.book({ start: end, end: addMinutes(end, 30), name: 'After' });
        const { items } = await company
          .person('csr')
          .call('appointments.list', { query: { from: start, to: end } });
        expect(items.map(({ customerName }) => customerName)).toEqual(['First', 'Last']);
      });

      test('work through the night is paid for the minutes that passed, on its day', async () => {
        const company = await officeOf(night);
        const [ana] = company.technicianIds as [Id];
        const dispatcher = company.person('dispatcher');
        const from = addMinutes(start, 30);
        const until = addMinutes(end, -30);
        const card = await company.book({ start: from, end: until, technicianIds: [ana] });
        (company.clock as FixedClock).set(addMinutes(end, 60));
        const { cards } = await dispatcher.call('appointments.arrive', {
          params: { id: visitOf(card).id },
          body: { expected: expectedOf(card), technicianId: ana, at: from },
        });
        await dispatcher.call('appointments.leave', {
          params: { id: visitOf(card).id },
          body: { expected: expectedOf(cards[0]!), technicianId: ana, at: until },
        });
        const { items } = await company
          .person('accounting')
          .call('timesheets.list', { query: { from: day, until: day } });
        expect(items.map((one) => [one.day, one.workMinutes])).toEqual([[day, minutes - 60]]);
      });

      test('the board of a past minute of that night is the one that stood there', async () => {
        const company = await officeOf(night);
        const clock = company.clock as FixedClock;
        const card = await company.book({ start, end: addMinutes(start, 60) });
        clock.set(addMinutes(start, 90));
        const before = await boardOf(company, day);
        clock.set(addMinutes(start, 150));
        await company.person('dispatcher').call('appointments.reschedule', {
          params: { id: visitOf(card).id },
          body: {
            expected: expectedOf(card),
            start: addMinutes(start, 240),
            end: addMinutes(start, 300),
          },
        });
        const { at: _at, ...then } = (await boardOf(company, day, addMinutes(start, 149))) as never as {
          at: Instant;
        };
        const { cursor: _cursor, ...shown } = before as never as { cursor: string };
        expect(then).toEqual(shown);
      });
    });
  },
  { emptied: false },
);
