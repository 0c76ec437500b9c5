import { expect, test } from 'vitest';
import { instant } from '#domain/time.ts';
import { makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';

const at = (text: string) => instant(`2026-11-21T${text}:00Z`);

eachEngine('one day of dispatching', (database) => {
  test('a booking makes the job, its first appointment and its pending invoice', async () => {
    const company = await makeCompany(database());
    const card = await company.book();
    expect(card.job).toMatchObject({
      status: 'Scheduled',
      customerName: 'Maria Lopez',
      address: '12 Main St, Quincy',
    });
    expect(card.appointments).toMatchObject([{ number: 1, status: 'Scheduled', assignments: [] }]);
    expect(card.invoice).toMatchObject({ syncStatus: 'Pending', totalCents: 0, currency: 'USD' });
  });

  test('dispatch, arrive, leave and complete: every status follows by itself', async () => {
    const company = await makeCompany(database());
    const dispatcher = company.person('dispatcher');
    const [ana] = company.technicianIds as [number, number, number];
    let card = await company.book();
    const expected = () => [
      { kind: 'appointment' as const, id: card.appointments[0]!.id, version: card.appointments[0]!.version },
      { kind: 'job' as const, id: card.job.id, version: card.job.version },
    ];
    const params = { id: card.appointments[0]!.id };
    const seen: string[] = [];
    const did = (cards: readonly (typeof card)[]) => {
      card = cards[0]!;
      const [appointment] = card.appointments;
      seen.push(`${appointment!.assignments[0]?.status ?? '–'} ${appointment!.status} ${card.job.status}`);
    };
    did(
      (
        await dispatcher.call('appointments.assign', {
          params,
          body: { expected: expected(), technicianIds: [ana] },
        })
      ).cards,
    );
    did(
      (
        await dispatcher.call('appointments.dispatch', {
          params,
          body: { expected: expected(), technicianId: ana },
        })
      ).cards,
    );
    did(
      (
        await dispatcher.call('appointments.arrive', {
          params,
          body: { expected: expected(), technicianId: ana },
        })
      ).cards,
    );
    did(
      (
        await dispatcher.call('appointments.leave', {
          params,
          body: { expected: expected(), technicianId: ana },
        })
      ).cards,
    );
    did(
      (
        await dispatcher.call('jobs.complete', {
          params: { id: card.job.id },
          body: { expected: expected() },
        })
      ).cards,
    );
    expect(seen).toEqual([
      'Scheduled Scheduled Scheduled',
      'Dispatched Dispatched Dispatched',
      'Working Working InProgress',
      'Done Done InProgress',
      'Done Done Completed',
    ]);
  });

  test('taken time is refused with the other job named, and taken with a reason by one who may', async () => {
    const company = await makeCompany(database());
    const dispatcher = company.person('dispatcher');
    const [ana] = company.technicianIds as [number, number, number];
    const first = await company.book({ start: at('14:00'), end: at('16:00'), technicianIds: [ana] });
    const second = await company.book({ start: at('15:00'), end: at('17:00') });
    const [appointment] = second.appointments;
    const expected = [{ kind: 'appointment' as const, id: appointment!.id, version: appointment!.version }];
    const params = { id: appointment!.id };
    await expect(
      dispatcher.call('appointments.assign', { params, body: { expected, technicianIds: [ana] } }),
    ).rejects.toMatchObject({
      code: 'schedule.conflict',
      params: {
        conflicts: [
          { code: 'overlap', jobNumber: first.job.number, overlapMinutes: 60, technicianName: 'Ana Reyes' },
        ],
      },
    });
    const body = { expected, technicianIds: [ana], overrideReason: 'Both are next door' };
    await expect(company.person('csr').call('appointments.assign', { params, body })).rejects.toMatchObject({
      code: 'schedule.override_not_allowed',
    });
    const { cards } = await dispatcher.call('appointments.assign', { params, body });
    expect(cards[0]!.appointments[0]!.assignments).toMatchObject([
      { override: { reason: 'Both are next door' } },
    ]);
  });

  test('two dispatchers move the same appointment: one wins, the other hears who and when', async () => {
    const company = await makeCompany(database());
    const [ana, sam] = company.technicianIds as [number, number, number];
    const card = await company.book();
    const [appointment] = card.appointments;
    const move = (technicianId: number, userId: number) =>
      company.person('dispatcher', { userId }).call('appointments.reassign', {
        params: { id: appointment!.id },
        body: {
          expected: [{ kind: 'appointment', id: appointment!.id, version: 1 }],
          fromTechnicianId: null,
          toTechnicianId: technicianId,
          start: at('14:00'),
          end: at('16:00'),
        },
      });
    const results = await Promise.allSettled([move(ana, 121), move(sam, 124)]);
    const refused = results.filter((one) => one.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(refused[0]!.reason).toMatchObject({
      code: 'request.stale',
      params: { version: 2, byName: expect.any(String) },
    });
  });

  test('confirming while somebody else moves is kept beside it, and the answer says so', async () => {
    const company = await makeCompany(database());
    const dispatcher = company.person('dispatcher');
    const card = await company.book();
    const id = card.appointments[0]!.id;
    const expected = [{ kind: 'appointment' as const, id, version: 1 }];
    await dispatcher.call('appointments.reschedule', {
      params: { id },
      body: { expected, start: at('13:00') },
    });
    const { merged, cards } = await dispatcher.call('appointments.confirm', {
      params: { id },
      body: { expected },
    });
    expect(merged).toBe(true);
    expect(cards[0]!.appointments[0]).toMatchObject({ isConfirmed: true, start: at('13:00') });
  });

  test('undo puts a move back, and is refused side by side once somebody else moved it again', async () => {
    const company = await makeCompany(database());
    const dispatcher = company.person('dispatcher');
    const other = company.person('admin');
    const [ana, sam] = company.technicianIds as [number, number, number];
    const card = await company.book({ technicianIds: [ana] });
    const id = card.appointments[0]!.id;
    const move = (who: typeof dispatcher, from: number, to: number, version: number) =>
      who.call('appointments.reassign', {
        params: { id },
        body: {
          expected: [{ kind: 'appointment', id, version }],
          fromTechnicianId: from,
          toTechnicianId: to,
          start: at('18:00'),
          end: at('20:00'),
        },
      });
    await move(dispatcher, ana, sam, 1);
    await dispatcher.call('operations.undo', { body: {} });
    const day = await dispatcher.call('board.day', {
      query: { day: '2026-11-21', timeZone: 'America/New_York' },
    });
    expect(day.appointments).toMatchObject([
      { start: at('14:00'), assignments: [{ technicianId: ana }], version: 3 },
    ]);
    await move(dispatcher, ana, sam, 3);
    await move(other, sam, ana, 4);
    await expect(dispatcher.call('operations.undo', { body: {} })).rejects.toMatchObject({
      code: 'undo.changed_since',
    });
  });

  test('undoing a booking cancels the job and frees the technician', async () => {
    const company = await makeCompany(database());
    const csr = company.person('csr');
    const [ana] = company.technicianIds as [number, number, number];
    const card = await company.book({ technicianIds: [ana] });
    await csr.call('operations.undo', { body: {} });
    const now = await csr.call('jobs.get', { params: { id: card.job.id } });
    expect(now.job).toMatchObject({ status: 'Canceled' });
    await company.book({ technicianIds: [ana] });
  });

  test('the same booking sent twice under one key is booked once', async () => {
    const company = await makeCompany(database());
    const csr = company.person('csr');
    const card = await company.book();
    const { bookingBody } = await import('#testing/company.ts');
    const body = {
      ...bookingBody(company),
      customer: { id: card.job.customerId },
      location: { id: card.job.locationId },
    };
    const [a, b] = await Promise.all([
      csr.call('jobs.book', { key: 'once', body }),
      csr.call('jobs.book', { key: 'once', body }),
    ]);
    expect(a.cards[0]!.job.id).toBe(b.cards[0]!.job.id);
    const { total } = await csr.call('jobs.list', { query: {} });
    expect(total).toBe(2);
    await expect(
      csr.call('jobs.book', { key: 'once', body: { ...body, summary: 'Other' } }),
    ).rejects.toMatchObject({
      code: 'request.idempotency_key_reused',
    });
  });

  test('another tenant’s ids are not found, wherever they stand', async () => {
    const company = await makeCompany(database());
    const foreign = await makeCompany(database(), 2);
    const theirs = await foreign.book();
    const dispatcher = company.person('dispatcher');
    const mine = await company.book();
    await expect(dispatcher.call('jobs.get', { params: { id: theirs.job.id } })).rejects.toMatchObject({
      code: 'record.not_found',
    });
    await expect(
      dispatcher.call('appointments.assign', {
        params: { id: mine.appointments[0]!.id },
        body: {
          expected: [{ kind: 'appointment', id: mine.appointments[0]!.id, version: 1 }],
          technicianIds: [foreign.technicianIds[0]!],
        },
      }),
    ).rejects.toMatchObject({ code: 'record.not_found' });
  });

  test('the record as it stood at a past minute is told from its history', async () => {
    const company = await makeCompany(database());
    const csr = company.person('csr');
    const card = await company.book();
    const { entries } = await csr.call('history.get', {
      params: { kind: 'appointment', id: card.appointments[0]!.id },
    });
    expect(entries).toMatchObject([{ created: true, verb: 'job.booked', actorName: 'csr' }]);
    const before = await csr.call('history.at', {
      params: { kind: 'appointment', id: card.appointments[0]!.id },
      query: { at: instant('2026-11-20T14:59:00Z') },
    });
    expect(before.record).toBeNull();
  });
});
