import { expect, test } from 'vitest';
import { chanceOf } from '#backend/demo/random.ts';
import type { JobCardView } from '#contract/job.ts';
import { addMinutes } from '#domain/time.ts';
import {
  addShift,
  at,
  counted,
  inWindow,
  MONDAY,
  nextKey,
  type Refused,
  sql,
  tried,
} from '#testing/capacity-ground.ts';
import { type Company, makeCompany, type Person } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';

const book = (person: Person, company: Company, hours: readonly [string, string], more: object = {}) =>
  person.call('jobs.book', { key: nextKey(), body: { ...inWindow(company, hours, 120), ...more } });

const MORNING = ['08:00', '10:00'] as const;

eachEngine('the last place of a window', (database) => {
  test('is taken by exactly one of twenty who want it at once; the others are told the next best window', async () => {
    const company = await makeCompany(database());
    await addShift(database(), company.technicianIds[0]!, '08:00', '12:00');
    const csr = company.person('csr');
    const answers = await Promise.all(Array.from({ length: 20 }, () => tried(book(csr, company, MORNING))));
    const refused = answers.filter((one): one is Refused => one !== 'done');
    expect(refused).toHaveLength(19);
    for (const { code, params } of refused) {
      expect(code).toBe('capacity.window_full');
      expect(params).toMatchObject({
        reason: { code: 'full', params: { technicians: 1, waiting: 1 } },
        next: { day: MONDAY, key: '10:00-12:00', start: at('10:00') },
        mayOverbook: false,
      });
    }
    const { kept, again } = await counted(database());
    expect(kept).toEqual(again);
    expect(kept).toMatchObject([{ visits: 1, minutes: 120 }]);
  });

  test('is one place also for those who were promised windows that only overlap', async () => {
    const company = await makeCompany(database());
    await addShift(database(), company.technicianIds[0]!, '08:00', '10:00');
    const csr = company.person('csr');
    const ends = Array.from({ length: 10 }, (_, more) => `10:${10 + more}`);
    const answers = await Promise.all(ends.map((end) => tried(book(csr, company, ['08:00', end]))));
    expect(answers.filter((one) => one === 'done')).toHaveLength(1);
  });

  test('comes free again when the visit is canceled, moved or given to somebody', async () => {
    const company = await makeCompany(database());
    const [ana, sam] = company.technicianIds as [number, number];
    await addShift(database(), ana, '08:00', '12:00');
    const csr = company.person('csr');
    const dispatcher = company.person('dispatcher');
    const full = async () => (await tried(book(csr, company, MORNING))) !== 'done';
    const cards = async () => {
      const { cards } = await book(dispatcher, company, MORNING, { overrideReason: 'Test' });
      return cards[0]!;
    };
    const expectedOf = ({ job, appointments }: JobCardView) => [
      { kind: 'job' as const, id: job.id, version: job.version },
      ...appointments.map(({ id, version }) => ({ kind: 'appointment' as const, id, version })),
    ];
    const first = await cards();
    expect(await full()).toBe(true);
    const visit = { params: { id: first.appointments[0]!.id } };
    await csr.call('appointments.reschedule', {
      ...visit,
      body: {
        expected: expectedOf(first),
        start: at('13:00'),
        end: at('15:00'),
        windowStart: at('13:00'),
        windowEnd: at('15:00'),
      },
    });
    expect(await full()).toBe(false);
    expect(await full()).toBe(true);
    const [mine] = await sql<{ id: number }>(
      database(),
      `select id from company.appointments where window_start = $1 and status = 'Scheduled'`,
      [at('08:00')],
    );
    await dispatcher.call('appointments.assign', {
      params: { id: mine!.id },
      body: { expected: [{ kind: 'appointment', id: mine!.id, version: 1 }], technicianIds: [sam] },
    });
    expect(await full(), 'Sam has it, so Ana is free').toBe(false);
    const { kept, again } = await counted(database());
    expect(kept).toEqual(again);
  });

  test('may be overbooked with a reason by who has the right, and the audit keeps the reason', async () => {
    const company = await makeCompany(database());
    await addShift(database(), company.technicianIds[0]!, '08:00', '10:00');
    await book(company.person('csr'), company, MORNING);
    const reason = { overrideReason: 'Promised by the owner' };
    expect(await tried(book(company.person('csr'), company, MORNING, reason))).toMatchObject({
      code: 'capacity.window_full',
      params: { mayOverbook: false, next: null },
    });
    expect(await tried(book(company.person('dispatcher'), company, MORNING, reason))).toBe('done');
    const [row] = await database().transaction({ tenantId: 'system' }, (tx) =>
      tx.query<{ detail: { reason: string } }>(
        `select detail from office.audit where verb = 'job.booked' order by id desc limit 1`,
      ),
    );
    expect(row!.detail.reason).toBe('Promised by the owner');
  });

  test('is not asked for where no window was promised, nobody keeps a roster, or somebody is named', async () => {
    const company = await makeCompany(database());
    const [ana] = company.technicianIds as [number];
    const csr = company.person('csr');
    for (let times = 0; times < 3; times++) expect(await tried(book(csr, company, MORNING))).toBe('done');
    await addShift(database(), ana, '08:00', '10:00', '2026-11-24');
    const tuesday = (technicianIds: readonly number[]) =>
      inWindow(company, MORNING, 90, technicianIds, '2026-11-24');
    expect(await tried(csr.call('jobs.book', { key: nextKey(), body: tuesday([]) }))).toBe('done');
    expect(await tried(csr.call('jobs.book', { key: nextKey(), body: tuesday([ana]) }))).toBe('done');
    const { appointment, ...rest } = tuesday([]);
    const { windowStart: _s, windowEnd: _e, ...open } = appointment;
    expect(await tried(csr.call('jobs.book', { key: nextKey(), body: { ...rest, appointment: open } }))).toBe(
      'done',
    );
  });
});

eachEngine('the counters of windows', (database) => {
  test('equal a recount after every step of random histories', async () => {
    const company = await makeCompany(database());
    const dispatcher = company.person('dispatcher');
    const csr = company.person('csr');
    const chance = chanceOf('window counters');
    const jobs: number[] = [];
    const done: string[] = [];
    for (let step = 0; step < 150; step++) {
      const hour = 8 + 2 * chance.between(0, 4);
      const hours = [`${String(hour).padStart(2, '0')}:00`, `${hour + 2}:00`] as const;
      const technicianIds = chance.happens(0.3) ? [chance.pick([...company.technicianIds])] : [];
      const body = inWindow(company, hours, chance.pick([45, 90, 120]), technicianIds);
      const id = jobs.length === 0 || chance.happens(0.25) ? null : chance.pick(jobs);
      if (id === null) {
        const unit = { businessUnitId: chance.pick([company.businessUnitId, company.otherUnitId]) };
        const booked = await dispatcher
          .call('jobs.book', { key: nextKey(), body: { ...body, ...unit, overrideReason: 'Test' } })
          .catch(() => null);
        if (booked) jobs.push(booked.cards[0]!.job.id);
        continue;
      }
      const card = await dispatcher.call('jobs.get', { params: { id } });
      const [visit] = card.appointments;
      if (!visit) continue;
      const expected = [
        { kind: 'job' as const, id, version: card.job.version },
        { kind: 'appointment' as const, id: visit.id, version: visit.version },
      ];
      const onVisit = { params: { id: visit.id } };
      const onJob = { params: { id } };
      const { start, end, windowStart, windowEnd } = body.appointment;
      const reason = { expected, reasonId: company.holdReasonId, memo: '' };
      const move = chance.pick([
        'assign',
        'unassign',
        'move',
        'hold',
        'release',
        'cancel',
        'restore',
        'unit',
        'undo',
        'longer',
        'park',
        'unpark',
      ] as const);
      const work: Record<typeof move, () => Promise<unknown>> = {
        assign: () =>
          dispatcher.call('appointments.assign', {
            ...onVisit,
            body: {
              expected,
              technicianIds: [chance.pick([...company.technicianIds])],
              overrideReason: 'Test',
            },
          }),
        unassign: () =>
          dispatcher.call('appointments.unassign', {
            ...onVisit,
            body: {
              expected,
              technicianIds: [visit.assignments[0]?.technicianId ?? company.technicianIds[0]!],
            },
          }),
        move: () =>
          csr.call('appointments.reschedule', {
            ...onVisit,
            body: { expected, start, end, windowStart: windowStart!, windowEnd: windowEnd! },
          }),
        longer: () =>
          csr.call('appointments.reschedule', {
            ...onVisit,
            body: { expected, end: addMinutes(visit.end, 30) },
          }),
        hold: () => csr.call('appointments.hold', { ...onVisit, body: reason }),
        release: () => csr.call('appointments.release', { ...onVisit, body: { expected } }),
        cancel: () =>
          csr.call('jobs.cancel', { ...onJob, body: { ...reason, reasonId: company.cancelReasonId } }),
        restore: () => csr.call('jobs.removeCancellation', { ...onJob, body: { expected } }),
        unit: () =>
          dispatcher.call('jobs.update', {
            ...onJob,
            body: { expected, changes: { businessUnitId: company.otherUnitId } },
          }),
        undo: () => dispatcher.call('operations.undo', { body: {} }),
        park: () =>
          dispatcher.call('appointments.park', {
            ...onVisit,
            body: { expected, holdingLaneId: chance.pick([...company.holdingLaneIds]), start, end },
          }),
        unpark: () => dispatcher.call('appointments.unpark', { ...onVisit, body: { expected } }),
      };
      if ((await tried(work[move]())) === 'done') done.push(move);
      const { kept, again } = await counted(database());
      expect(kept, `${step}: ${move}`).toEqual(again);
    }
    // The history has been where it can prove something.
    expect([...new Set(done)].length).toBeGreaterThanOrEqual(11);
  });
});
