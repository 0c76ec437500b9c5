import { expect, test } from 'vitest';
import type { JobCardView } from '#contract/job.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Database } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { day, instant } from '#domain/time.ts';
import { type Company, makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';
import { technicianDay } from '../technician-day/day.ts';

const at = (time: string) => instant(`2026-11-21T${time}:00Z`);
const WINDOW = { windowStart: at('14:00'), windowEnd: at('16:00') };
const expectedOf = ({ job, appointments }: JobCardView) => [
  { kind: 'job' as const, id: job.id, version: job.version },
  ...appointments.map(({ id, version }) => ({ kind: 'appointment' as const, id, version })),
];
const visitOf = ({ appointments: [visit] }: JobCardView) => visit!;
const onVisit = (card: JobCardView) => ({ params: { id: visitOf(card).id } });
const refusal = async (promise: Promise<unknown>) => {
  const error: unknown = await promise.catch((thrown: unknown) => thrown);
  return error instanceof ProblemError ? error.code : `no refusal: ${String(error)}`;
};

async function park(company: Company, card: JobCardView, more: object = {}): Promise<JobCardView> {
  const body = { expected: expectedOf(card), holdingLaneId: company.holdingLaneIds[0], ...more };
  const { cards } = await company.person('dispatcher').call('appointments.park', { ...onVisit(card), body });
  return cards[0]!;
}
const reassign = async (company: Company, card: JobCardView, technicianId: Id, from: Id | null = null) => {
  const { start, end } = visitOf(card);
  const body = {
    expected: expectedOf(card),
    fromTechnicianId: from,
    toTechnicianId: technicianId,
    start,
    end,
  };
  const { cards } = await company
    .person('dispatcher')
    .call('appointments.reassign', { ...onVisit(card), body });
  return cards[0]!;
};
const rows = (database: Database, sql: string, params: readonly unknown[]) =>
  database.transaction({ tenantId: 1, readOnly: true }, (tx) =>
    tx.query<Record<string, unknown>>(sql, params),
  );
const undo = (company: Company) => company.person('dispatcher').call('operations.undo', { body: {} });

eachEngine('holding lanes', (database) => {
  test('a parked visit leaves its technician, whose time somebody else can have at once; undo brings them back', async () => {
    const company = await makeCompany(database());
    const [ana] = company.technicianIds as [Id];
    const card = await company.book({ technicianIds: [ana], start: at('14:00'), end: at('16:00') });
    const parked = await park(company, card, { start: at('18:00'), end: at('20:00') });
    expect(visitOf(parked)).toMatchObject({
      holdingLaneId: company.holdingLaneIds[0],
      start: at('18:00'),
      assignments: [],
      status: 'Scheduled',
    });
    expect(await rows(database(), 'select 1 from company.occupancy where technician_id = $1', [ana])).toEqual(
      [],
    );
    await undo(company);
    const back = await company.person('dispatcher').call('jobs.get', { params: { id: card.job.id } });
    expect(visitOf(back)).toMatchObject({ holdingLaneId: null, start: at('14:00') });
    expect(visitOf(back).assignments.map(({ technicianId }) => technicianId)).toEqual([ana]);
    await company.person('dispatcher').call('operations.redo', { key: 'again', body: {} });
    const again = await company.person('dispatcher').call('jobs.get', { params: { id: card.job.id } });
    expect(visitOf(again)).toMatchObject({ holdingLaneId: company.holdingLaneIds[0], assignments: [] });
  });

  test('undo gives the visit back to nobody whose time is taken by now', async () => {
    const company = await makeCompany(database());
    const [ana] = company.technicianIds as [Id];
    const times = { technicianIds: [ana], start: at('14:00'), end: at('16:00') };
    await park(company, await company.book(times));
    await company.book(times);
    expect(await refusal(undo(company))).toBe('schedule.conflict');
  });

  test('from the lane to a technician is one step, and takes the visit out of it', async () => {
    const company = await makeCompany(database());
    const [, sam] = company.technicianIds as [Id, Id];
    const parked = await park(company, await company.book({}));
    const given = await reassign(company, parked, sam);
    expect(visitOf(given)).toMatchObject({ holdingLaneId: null, assignments: [{ technicianId: sam }] });
    await undo(company);
    const back = await company.person('dispatcher').call('jobs.get', { params: { id: parked.job.id } });
    expect(visitOf(back)).toMatchObject({ holdingLaneId: company.holdingLaneIds[0], assignments: [] });
  });

  test('two dispatchers on one parked visit: the first has it, the second is told what happened', async () => {
    const company = await makeCompany(database());
    const [ana, sam] = company.technicianIds as [Id, Id];
    const seen = await park(company, await company.book({}));
    await reassign(company, seen, ana);
    expect(await refusal(reassign(company, seen, sam))).toBe('request.stale');
    expect(await refusal(park(company, seen, { holdingLaneId: company.holdingLaneIds[1] }))).toBe(
      'request.stale',
    );
    const out = company.person('dispatcher').call('appointments.unpark', {
      ...onVisit(seen),
      body: { expected: expectedOf(seen) },
    });
    expect(await refusal(out)).toBe('request.stale');
    const both = await park(company, await company.book({}));
    const outcomes = await Promise.allSettled([
      reassign(company, both, ana),
      park(company, both, { holdingLaneId: company.holdingLaneIds[1] }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('the window it was promised in counts it as one without a technician, in the lane as in the tray', async () => {
    const company = await makeCompany(database());
    const [ana] = company.technicianIds as [Id];
    const waiting = async () =>
      (
        await rows(
          database(),
          'select coalesce(sum(visits), 0)::int as visits from company.window_counters',
          [],
        )
      )[0];
    const card = await company.book({ technicianIds: [ana] });
    const { cards } = await company.person('csr').call('appointments.reschedule', {
      ...onVisit(card),
      body: { expected: expectedOf(card), ...WINDOW },
    });
    expect(await waiting()).toEqual({ visits: 0 });
    const parked = await park(company, cards[0]!);
    expect(await waiting()).toEqual({ visits: 1 });
    const out = await company.person('dispatcher').call('appointments.unpark', {
      ...onVisit(parked),
      body: { expected: expectedOf(parked) },
    });
    expect(await waiting()).toEqual({ visits: 1 });
    await reassign(company, out.cards[0]!, ana);
    expect(await waiting()).toEqual({ visits: 0 });
  });

  test('a lane is nobody’s: it is on no list of technicians, in no timesheet and gets no message', async () => {
    const company = await makeCompany(database());
    const dispatcher = company.person('dispatcher');
    const [ana] = company.technicianIds as [Id];
    const card = await company.book({ technicianIds: [ana] });
    const dayOf = () =>
      database().transaction({ tenantId: 1, readOnly: true }, (tx) =>
        technicianDay(tx, ana, day('2026-11-21'), company.clock.now()),
      );
    expect((await dayOf())?.visits.map(({ isTheirs }) => isTheirs)).toEqual([true]);
    const parked = await park(company, card, { start: at('18:00'), end: at('20:00') });
    expect((await dayOf())?.visits.filter(({ isTheirs }) => isTheirs)).toEqual([]);
    const [lane] = company.holdingLaneIds;
    const board = await dispatcher.call('board.day', { query: { day: day('2026-11-21') } });
    expect(board.technicians.map(({ id }) => id)).not.toContain(lane);
    expect(board.appointments.find(({ id }) => id === visitOf(parked).id)).toMatchObject({
      holdingLaneId: lane,
    });
    expect(board.busy).toEqual([]);
    const sheets = await dispatcher.call('timesheets.list', {
      query: { from: day('2026-11-01'), until: day('2026-11-30') },
    });
    expect(JSON.stringify(sheets)).not.toContain('Later today');
    expect(await rows(database(), 'select id from office.messages', [])).toEqual([]);
    const setup = await dispatcher.call('setup.get');
    expect(setup.holdingLanes.map(({ name }) => name)).toEqual(['Later today', 'Next week']);
    expect(setup.technicians.map(({ id }) => id)).not.toContain(lane);
  });

  test('parking calls nobody back unasked, and a lane out of use takes no more, but what stands in it still moves', async () => {
    const company = await makeCompany(database());
    const dispatcher = company.person('dispatcher');
    const [ana] = company.technicianIds as [Id];
    const card = await company.book({ technicianIds: [ana] });
    const sent = await dispatcher.call('appointments.dispatch', {
      ...onVisit(card),
      body: { expected: expectedOf(card), technicianId: ana },
    });
    const onTheWay = sent.cards[0]!;
    expect(await refusal(park(company, onTheWay))).toBe('appointment.dispatched_needs_cancel_dispatch');
    const off = await park(company, onTheWay, { cancelDispatch: true });
    expect(visitOf(off).assignments).toEqual([]);
    const [, other] = company.holdingLaneIds;
    await database().transaction({ tenantId: 'system' }, (tx) =>
      tx.query('update company.holding_lanes set active = false where id = any($1::bigint[])', [
        [...company.holdingLaneIds],
      ]),
    );
    expect(await refusal(park(company, off, { holdingLaneId: other }))).toBe('appointment.lane_out_of_use');
    const moved = await park(company, off, { start: at('19:00'), end: at('20:00') });
    expect(visitOf(moved).start).toBe(at('19:00'));
    expect(await refusal(park(company, moved, { holdingLaneId: 999_999 }))).toBe('record.not_found');
  });

  test('who moved what tells the lane, the history its field, and the board of a past minute shows it parked', async () => {
    const company = await makeCompany(database());
    const dispatcher = company.person('dispatcher');
    const [ana] = company.technicianIds as [Id];
    const card = await company.book({ technicianIds: [ana] });
    company.clock.advance(60_000);
    const parked = await park(company, card);
    const then = company.clock.now();
    company.clock.advance(60_000);
    await reassign(company, parked, ana);
    const moves = await dispatcher.call('moves.list', { query: { appointmentId: String(visitOf(card).id) } });
    expect(
      moves.items.map(({ verb, before, after }) => [verb, before?.holdingLane ?? null, after.holdingLane]),
    ).toEqual([
      ['appointment.reassigned', 'Later today', null],
      ['appointment.parked', null, 'Later today'],
      ['job.booked', null, null],
    ]);
    const past = await dispatcher.call('board.at', { query: { day: day('2026-11-21'), at: then } });
    expect(past.appointments[0]).toMatchObject({ holdingLaneId: company.holdingLaneIds[0], assignments: [] });
  });

  test('the database itself lets no visit be in a lane and a technician’s', async () => {
    const company = await makeCompany(database());
    const [ana] = company.technicianIds as [Id];
    const held = await company.book({ technicianIds: [ana] });
    const put = database().transaction({ tenantId: 1 }, (tx) =>
      tx.query('update company.appointments set holding_lane_id = $2 where id = $1', [
        visitOf(held).id,
        company.holdingLaneIds[0],
      ]),
    );
    await expect(put).rejects.toThrow(/holding lane has a technician/);
    const parked = await park(company, await company.book({}));
    const give = database().transaction({ tenantId: 1 }, (tx) =>
      tx.query(
        `insert into company.assignments (tenant_id, id, appointment_id, technician_id, status, created_on, modified_on)
         values (1, 987654, $1, $2, 'Scheduled', now(), now())`,
        [visitOf(parked).id, ana],
      ),
    );
    await expect(give).rejects.toThrow(/holding lane has a technician/);
  });
});
