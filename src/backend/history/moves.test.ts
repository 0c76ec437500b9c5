import { expect, test } from 'vitest';
import type { Id } from '#domain/ids.ts';
import { addMinutes, day, instant } from '#domain/time.ts';
import { type Company, makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';
import type { FixedClock } from '#testing/fixed-clock.ts';

const ZONE = 'America/New_York';
const DAY = day('2026-11-21');
const at = (text: string) => instant(`2026-11-21T${text}:00Z`);
const later = (company: Company, minutes = 5) => (company.clock as FixedClock).advance(minutes * 60_000);

/** A visit of Ana's at nine, moved by the dispatcher to Sam at eleven and over time he has already given. */
async function movedVisit(company: Company) {
  const [ana, sam] = company.technicianIds as [Id, Id];
  await company.book({ technicianIds: [sam], start: at('16:00'), end: at('18:00'), name: 'Earl' });
  const card = await company.book({ technicianIds: [ana], start: at('14:00'), end: at('16:00') });
  const [visit] = card.appointments;
  later(company);
  const { operationId } = await company.person('dispatcher').call('appointments.reassign', {
    params: { id: visit!.id },
    body: {
      expected: [{ kind: 'appointment', id: visit!.id, version: visit!.version }],
      fromTechnicianId: ana,
      toTechnicianId: sam,
      start: at('16:00'),
      end: at('18:00'),
      overrideReason: 'Next door',
    },
  });
  return { card, visit: visit!, operationId, ana, sam };
}

eachEngine('moves', (database) => {
  test('a moved visit tells who moved it, when, from whom to whom, and why', async () => {
    const company = await makeCompany(database());
    const { card, visit, operationId, ana, sam } = await movedVisit(company);
    const { items, total } = await company
      .person('csr')
      .call('moves.list', { query: { appointmentId: visit.id } });
    expect(total).toBe(2);
    expect(items[0]).toMatchObject({
      operationId,
      at: company.clock.now(),
      actorName: 'dispatcher',
      channel: 'browser',
      verb: 'appointment.reassigned',
      reason: 'Next door',
      undone: false,
      subject: { kind: 'appointment', id: visit.id, jobNumber: card.job.number, customerName: 'Maria Lopez' },
      before: { start: at('14:00'), end: at('16:00'), technicians: [{ id: ana, name: 'Ana Reyes' }] },
      after: { start: at('16:00'), end: at('18:00'), technicians: [{ id: sam, name: 'Sam Kowalski' }] },
    });
    expect(items[1]).toMatchObject({ verb: 'job.booked', actorName: 'csr', before: null, reason: null });
  });

  test('a hold tells the reason that was chosen with the memo beside it', async () => {
    const company = await makeCompany(database());
    const card = await company.book();
    const [visit] = card.appointments;
    await company.person('csr').call('appointments.hold', {
      params: { id: visit!.id },
      body: {
        expected: [{ kind: 'appointment', id: visit!.id, version: visit!.version }],
        reasonId: company.holdReasonId,
        memo: 'Motor on Monday',
      },
    });
    const { items } = await company.person('csr').call('moves.list', { query: { jobId: card.job.id } });
    expect(items[0]).toMatchObject({
      reason: 'Parts: Motor on Monday',
      before: { status: 'Scheduled' },
      after: { status: 'Hold' },
    });
  });

  test('an undone move says so, and its undo came by undo', async () => {
    const company = await makeCompany(database());
    const { visit, operationId, ana } = await movedVisit(company);
    later(company);
    await company.person('dispatcher').call('operations.undo', { key: 'undo', body: { operationId } });
    const { items } = await company.person('csr').call('moves.list', { query: { appointmentId: visit.id } });
    expect(items.slice(0, 2)).toMatchObject([
      { channel: 'undo', undone: false, after: { start: at('14:00'), technicians: [{ id: ana }] } },
      { operationId, channel: 'browser', undone: true },
    ]);
  });

  test('a technician’s day tells what was taken off it and what he was given off, and nobody else’s', async () => {
    const company = await makeCompany(database());
    const { visit, ana } = await movedVisit(company);
    later(company);
    await company.person('dispatcher').call('timeOff.add', {
      key: 'off',
      body: { technicianId: ana, start: at('20:00'), end: at('21:00'), label: 'Dentist' },
    });
    const query = { day: DAY, timeZone: ZONE, technicianId: ana };
    const { items } = await company.person('csr').call('moves.list', { query });
    expect(items.map(({ subject, verb }) => [subject.kind, verb])).toEqual([
      ['timeOff', 'time-off.added'],
      ['appointment', 'appointment.reassigned'],
      ['appointment', 'job.booked'],
    ]);
    expect(items[1]!.subject.id).toBe(visit.id);
  });

  test('a visit that was moved to another day is still told on the day it left', async () => {
    const company = await makeCompany(database());
    const card = await company.book({ start: at('14:00'), end: at('16:00') });
    const [visit] = card.appointments;
    later(company);
    await company.person('csr').call('appointments.reschedule', {
      params: { id: visit!.id },
      body: {
        expected: [{ kind: 'appointment', id: visit!.id, version: visit!.version }],
        start: addMinutes(at('14:00'), 3 * 1440),
        end: addMinutes(at('16:00'), 3 * 1440),
      },
    });
    for (const on of [DAY, day('2026-11-24')]) {
      const { items } = await company
        .person('csr')
        .call('moves.list', { query: { day: on, timeZone: ZONE } });
      expect(items[0]).toMatchObject({ verb: 'appointment.rescheduled', subject: { id: visit!.id } });
    }
    const between = { day: day('2026-11-22'), timeZone: ZONE };
    expect((await company.person('csr').call('moves.list', { query: between })).items).toEqual([]);
  });

  test('asked between two times and for one person, only those are told, with the changes before and after', async () => {
    const company = await makeCompany(database());
    const first = company.clock.now();
    await movedVisit(company);
    const moved = company.clock.now();
    const query = { day: DAY, timeZone: ZONE };
    const { actor } = company.person('dispatcher');
    const csr = company.person('csr');
    const between = await csr.call('moves.list', {
      query: { ...query, since: addMinutes(first, 1), until: addMinutes(moved, 1) },
    });
    expect(between.items).toHaveLength(1);
    expect(between).toMatchObject({ times: [moved], earlier: first, later: null });
    const early = await csr.call('moves.list', { query: { ...query, until: moved } });
    expect(early).toMatchObject({ times: [first], earlier: null, later: moved, total: 2 });
    const his = await csr.call('moves.list', { query: { ...query, actorId: actor.userId } });
    expect(his.items.map(({ actorName }) => actorName)).toEqual(['dispatcher']);
    expect(his.people.map(({ name }) => name)).toEqual(['csr', 'dispatcher']);
  });

  test('another unit’s moves are not told: its visits are not on the day’s list, its jobs are not found', async () => {
    const company = await makeCompany(database());
    const card = await company.book({ businessUnitId: company.otherUnitId });
    const confined = company.person('dispatcher', { units: [company.businessUnitId] });
    const { items } = await confined.call('moves.list', { query: { day: DAY, timeZone: ZONE } });
    expect(items).toEqual([]);
    for (const query of [{ jobId: card.job.id }, { appointmentId: card.appointments[0]!.id }]) {
      await expect(confined.call('moves.list', { query })).rejects.toMatchObject({
        code: 'record.not_found',
      });
    }
  });
});
