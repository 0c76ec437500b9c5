import { expect, test } from 'vitest';
import type { JobCardView } from '#contract/job.ts';
import type { Database } from '#db/database.ts';
import { addShift, at, counted, inWindow, MONDAY, nextKey, tried } from '#testing/capacity-ground.ts';
import { type Company, makeCompany, type Person } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';

type Hours = readonly [from: string, to: string];
const [MORNING, NOON, EVENING] = [
  ['08:00', '10:00'],
  ['10:00', '12:00'],
  ['18:00', '20:00'],
] as const;

/** Ana alone works, 8–12 and 18–22: two visits of two hours fit in the morning, in windows of two hours one each. */
async function makeOffice(database: Database) {
  const company = await makeCompany(database);
  await addShift(database, company.technicianIds[0]!, '08:00', '12:00');
  await addShift(database, company.technicianIds[0]!, '18:00', '22:00');
  return { ...company, csr: company.person('csr'), dispatcher: company.person('dispatcher') };
}
const waiting = async (company: Company, hours: Hours, technicianIds: readonly number[] = []) => {
  const body = { ...inWindow(company, hours, 120, technicianIds), overrideReason: 'Test' };
  return (await company.person('dispatcher').call('jobs.book', { key: nextKey(), body })).cards[0]!;
};
const expectedOf = ({ job, appointments }: JobCardView) => [
  { kind: 'job' as const, id: job.id, version: job.version },
  ...appointments.map(({ id, version }) => ({ kind: 'appointment' as const, id, version })),
];
const times = (company: Company, hours: Hours) => {
  const { start, end, windowStart, windowEnd } = inWindow(company, hours, 120).appointment;
  return { start, end, windowStart: windowStart!, windowEnd: windowEnd! };
};
const move = (company: Company, person: Person, card: JobCardView, hours: Hours, more: object = {}) =>
  person.call('appointments.reschedule', {
    params: { id: card.appointments[0]!.id },
    body: { expected: expectedOf(card), ...times(company, hours), ...more },
  });
const FULL = { code: 'capacity.window_full' };

eachEngine('a full window', (database) => {
  test('takes no visit that is moved into it: the next best is told, and the visit stays where it was', async () => {
    const office = await makeOffice(database());
    await waiting(office, MORNING);
    const late = await waiting(office, EVENING);
    await expect(move(office, office.csr, late, MORNING)).rejects.toMatchObject({
      ...FULL,
      params: {
        reason: { code: 'full', params: { technicians: 1, waiting: 1 } },
        next: { day: MONDAY, key: '10:00-12:00', start: at('10:00') },
        mayOverbook: false,
      },
    });
    const { appointments } = await office.csr.call('jobs.get', { params: { id: late.job.id } });
    expect(appointments).toMatchObject([{ windowStart: at('18:00'), version: 1 }]);
    expect(await tried(move(office, office.csr, late, NOON))).toBe('done');
  });

  test('is not full of the very visit that moves: it may have a longer window around its own', async () => {
    const office = await makeOffice(database());
    const alone = await waiting(office, MORNING);
    await waiting(office, NOON);
    expect(await tried(move(office, office.csr, alone, ['08:00', '12:00']))).toBe('done');
  });

  test('may be moved into all the same by who has the right, with a reason that the audit keeps', async () => {
    const office = await makeOffice(database());
    await waiting(office, MORNING);
    const late = await waiting(office, EVENING);
    const reason = { overrideReason: 'Promised by the owner' };
    expect(await tried(move(office, office.csr, late, MORNING, reason))).toMatchObject(FULL);
    expect(await tried(move(office, office.dispatcher, late, MORNING))).toMatchObject({
      ...FULL,
      params: { mayOverbook: true },
    });
    expect(await tried(move(office, office.dispatcher, late, MORNING, reason))).toBe('done');
    const [row] = await database().transaction({ tenantId: 'system' }, (tx) =>
      tx.query<{ reason: string }>(
        `select detail->>'reason' as reason from office.audit where verb = 'appointment.rescheduled' order by id desc limit 1`,
      ),
    );
    expect(row!.reason).toBe('Promised by the owner');
    const { kept, again } = await counted(database());
    expect(kept).toEqual(again);
  });

  test('has one last place for exactly one of ten visits that are moved into it at once', async () => {
    const office = await makeOffice(database());
    const late: JobCardView[] = [];
    for (let count = 0; count < 10; count++) late.push(await waiting(office, EVENING));
    const answers = await Promise.all(late.map((card) => tried(move(office, office.csr, card, MORNING))));
    expect(answers.filter((one) => one === 'done')).toHaveLength(1);
    for (const one of answers.filter((answer) => answer !== 'done')) expect(one).toMatchObject(FULL);
    const { kept, again } = await counted(database());
    expect(kept).toEqual(again);
  });

  test('takes no visit that is added to a job, unless overbooked with a reason', async () => {
    const office = await makeOffice(database());
    await waiting(office, MORNING);
    const { job } = await waiting(office, EVENING);
    const add = (person: Person, more: object = {}) =>
      tried(
        person.call('jobs.addAppointment', {
          key: nextKey(),
          params: { id: job.id },
          body: { ...times(office, MORNING), ...more },
        }),
      );
    expect(await add(office.csr)).toMatchObject(FULL);
    expect(await add(office.dispatcher, { overrideReason: 'They insist' })).toBe('done');
  });

  test('takes no second visit of one step on many; the look says which, and each row its reason', async () => {
    const office = await makeOffice(database());
    const cards = [await waiting(office, EVENING), await waiting(office, EVENING)];
    const items = cards.map(({ appointments: [visit] }) => ({ id: visit!.id, ...times(office, MORNING) }));
    const bulk = (person: Person, more: object) =>
      person.call('appointments.bulk', { key: nextKey(), body: { items, ...more } });
    const look = await bulk(office.csr, { preview: true });
    expect(look.rows.map(({ refusal }) => refusal?.code ?? 'done')).toEqual(['done', FULL.code]);
    const expected = cards.flatMap(expectedOf);
    expect(await tried(bulk(office.csr, { expected }))).toMatchObject({ code: 'bulk.refused' });
    expect(await tried(bulk(office.dispatcher, { expected, overrideReason: 'Storm' }))).toBe('done');
  });

  test('refuses neither taking the technician off a visit in it, nor undoing a move out of it', async () => {
    const office = await makeOffice(database());
    const [ana] = office.technicianIds as [number];
    const mine = await waiting(office, MORNING, [ana]);
    await waiting(office, MORNING);
    const { cards } = await office.dispatcher.call('appointments.unassign', {
      params: { id: mine.appointments[0]!.id },
      body: { expected: expectedOf(mine), technicianIds: [ana] },
    });
    await move(office, office.dispatcher, cards[0]!, EVENING);
    await office.dispatcher.call('operations.undo', { body: {} });
    const { kept, again } = await counted(database());
    expect(kept).toEqual(again);
    expect(kept).toMatchObject([{ visits: 2 }]);
  });

  test('refuses what comes back from a cancellation at a new time in it, but not to who may book over it', async () => {
    const office = await makeOffice(database());
    const [ana] = office.technicianIds as [number];
    const friday = '2026-11-20';
    const body = { ...inWindow(office, ['16:00', '18:00'], 120, [], friday), overrideReason: 'Test' };
    const [{ job, appointments }] = (await office.dispatcher.call('jobs.book', { key: nextKey(), body }))
      .cards as [JobCardView];
    const params = { id: job.id };
    const now = async () => expectedOf(await office.csr.call('jobs.get', { params }));
    await office.csr.call('jobs.cancel', {
      params,
      body: { expected: await now(), reasonId: office.cancelReasonId, memo: '' },
    });
    office.clock.set(at('19:00', friday));
    const taken = await waiting(office, MORNING);
    const back = async (person: Person, more: object = {}) =>
      tried(
        person.call('jobs.removeCancellation', {
          params,
          body: {
            expected: await now(),
            visits: [{ appointmentId: appointments[0]!.id, ...times(office, MORNING) }],
            ...more,
          },
        }),
      );
    expect(await back(office.csr)).toMatchObject(FULL);
    // A reason is for the window: it takes nobody's time twice.
    await office.dispatcher.call('appointments.assign', {
      params: { id: taken.appointments[0]!.id },
      body: { expected: expectedOf(taken), technicianIds: [ana] },
    });
    await waiting(office, MORNING);
    expect(await back(office.csr, { overrideReason: 'Promised' })).toMatchObject(FULL);
    expect(await back(office.dispatcher, { overrideReason: 'Promised' })).toBe('done');
  });
});
